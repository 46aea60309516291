"""The simpleaudio player with a process that the test plays: what it is told, and when it is gone."""

from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.errors import DeviceError
from relaxapp.sound.players import simpleaudio as players
from relaxapp.sound.players.simpleaudio import SimpleaudioPlayer
from relaxapp.timeline.clip import Bus, frames
from tests.sound.sounds import tone_mix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import IO

    from relaxapp.sound.samples import Block

PIECE = 4_800


class FakeWorker:
    """A process of pipes only, whose part is played by the test."""

    def __init__(self, said: bytes = b"ready\n") -> None:
        given, gives = os.pipe()
        wants, wanted = os.pipe()
        self.stdin: IO[bytes] | None = os.fdopen(gives, "wb")
        self.stdout: IO[bytes] | None = os.fdopen(wants, "rb")
        self._given = os.fdopen(given, "rb")
        self._wanted = os.fdopen(wanted, "wb", buffering=0)
        self._wanted.write(said)
        self.killed = False

    def ask(self, buffered: int, count: int = PIECE) -> Block:
        """Ask for frames, told as numbers from -1 to 1."""
        self._wanted.write(f"{count} {buffered}\n".encode())
        pcm = self._given.read(count * 4)
        block: Block = (np.frombuffer(pcm, "<i2").reshape(-1, 2) / 32_767).astype(np.float32)
        return block

    def kill(self) -> None:
        if not self.killed:
            self.killed = True
            self._wanted.close()
            self._given.close()

    def wait(self) -> int:
        assert self.killed
        return -9


class Clock:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now = 70.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def worker() -> FakeWorker:
    return FakeWorker()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def player(worker: FakeWorker, clock: Clock) -> Iterator[SimpleaudioPlayer]:
    def at_once(_seconds: float, action: Callable[[], None]) -> None:
        action()

    player = SimpleaudioPlayer(tone_mix(20), clock, lambda: worker, at_once)
    yield player
    player.close()


def run(worker: FakeWorker, clock: Clock, pieces: int) -> list[Block]:
    """Let time pass, with four pieces yet to be heard whenever another is asked for."""
    heard = []
    for _ in range(pieces):
        clock.now += PIECE / 48_000
        heard.append(worker.ask(4 * PIECE))
    return heard


def begin(worker: FakeWorker) -> list[Block]:
    """Ask for as much as is wanted before anything is heard."""
    return [worker.ask(number * PIECE) for number in range(4)]


def test_the_process_is_given_the_mix_to_the_bit_of_its_samples(
    player: SimpleaudioPlayer, worker: FakeWorker, clock: Clock
) -> None:
    player.start()
    heard = np.concatenate([*begin(worker), *run(worker, clock, 5)])

    assert np.abs(heard - tone_mix(20).read(0, 9 * PIECE)).max() < 1 / 60_000


def test_the_position_is_what_is_heard_and_not_what_was_handed_over(
    player: SimpleaudioPlayer, worker: FakeWorker, clock: Clock
) -> None:
    player.start()
    begin(worker)
    run(worker, clock, 20)

    assert player.name == "simpleaudio"
    for _ in range(4):
        assert player.position == pytest.approx(frames(clock.now - 70.1), abs=2)
        clock.now += 0.02


def test_pause_seek_and_volume_reach_the_process(
    player: SimpleaudioPlayer, worker: FakeWorker, clock: Clock
) -> None:
    player.start()
    begin(worker)
    run(worker, clock, 5)
    player.pause()
    assert not run(worker, clock, 10)[-1].any()
    standing = player.position

    player.resume()
    player.seek(frames(12))
    assert player.position == frames(12) != standing
    run(worker, clock, 10)
    assert player.position > frames(12)

    player.set_volume(Bus.CUES, 0)
    assert not run(worker, clock, 2)[-1].any()


def test_a_process_that_dies_is_a_lost_device_and_the_position_stands(
    player: SimpleaudioPlayer, worker: FakeWorker, clock: Clock
) -> None:
    player.start()
    begin(worker)
    run(worker, clock, 10)
    lost = [player.lost]
    worker.kill()
    assert player._device is not None
    player._device.close()  # waits until the thread has seen it
    assert [*lost, player.lost] == [False, True]
    clock.now += 60
    there = player.position
    clock.now += 60
    assert player.position == there


def test_a_process_that_stops_asking_is_a_lost_device(
    player: SimpleaudioPlayer, worker: FakeWorker, clock: Clock
) -> None:
    player.start()
    begin(worker)
    clock.now += 0.9
    lost = [player.lost]
    clock.now += 0.2
    assert [*lost, player.lost] == [False, True]


def test_closing_ends_the_process_once(player: SimpleaudioPlayer, worker: FakeWorker) -> None:
    player.start()
    begin(worker)
    player.close()
    player.close()

    assert worker.killed
    assert worker.stdin is not None
    assert worker.stdin.closed
    assert worker.stdout is not None
    assert worker.stdout.closed
    assert not player.lost


@pytest.mark.parametrize(
    ("said", "told"),
    [(b"no card\n", "cannot play here (no card)"), (b"", "ended without a word")],
)
def test_a_process_that_cannot_play_is_a_sentence_and_is_ended(said: bytes, told: str) -> None:
    worker = FakeWorker(said)
    if not said:
        worker._wanted.close()

    with pytest.raises(DeviceError) as caught:
        SimpleaudioPlayer(tone_mix(1), Clock(), lambda: worker)
    assert told in str(caught.value)
    assert worker.killed


def test_without_the_package_there_is_a_sentence_that_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(players, "find_spec", lambda _: None)

    with pytest.raises(DeviceError, match=r"pip install 'relaxapp\[simpleaudio\]'.*libasound2-dev"):
        SimpleaudioPlayer(tone_mix(1), Clock())


def test_a_process_that_cannot_be_started_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(players, "find_spec", lambda _: object())
    monkeypatch.setattr(subprocess, "Popen", refuse)

    with pytest.raises(DeviceError, match="Resource temporarily unavailable"):
        SimpleaudioPlayer(tone_mix(1), Clock())
