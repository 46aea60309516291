"""The process in which simpleaudio plays: without a seam, without haste, and gone when it should be."""

from __future__ import annotations

import io
import sys
from array import array
from types import SimpleNamespace

import numpy as np
import pytest

from relaxapp.sound.players import simpleaudio_worker as worker
from relaxapp.sound.players.simpleaudio_worker import FRAME_BYTES, Speaker, crossing

# With this rate every moment is a binary fraction of a second, and no clock has to be rounded.
RATE = 1_024
PIECE = 102
BUFFER = 20 * PIECE


class Room:
    """A clock, a source, and an ear that hears every buffer as far as it is being played."""

    def __init__(self, pieces: int, *, loud: int = 20_000) -> None:
        self.now = 10.0
        self.given = np.full((pieces * PIECE, 2), loud, "<i2")
        self.given[:, 0] = np.arange(pieces * PIECE)
        self.asked: list[tuple[int, int]] = []
        self.buffers: list[tuple[float, bytearray]] = []
        self.heard = np.zeros((60_000, 2), np.int64)
        self.late: dict[int, float] = {}
        self.breaks_at = float("inf")
        self.opening = 0.0

    def give(self, count: int, buffered: int) -> bytes:
        self._pass(self.late.pop(len(self.asked), 0.0))
        at = len(self.asked) * count
        self.asked.append((count, buffered))
        return self.given[at : at + count].tobytes()

    def play(self, memory: bytearray) -> SimpleNamespace:
        self._pass(self.opening)
        self.buffers.append((self.now, memory))
        return SimpleNamespace(is_playing=lambda: self.now < self.breaks_at)

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self._pass(seconds)

    @property
    def starts(self) -> list[int]:
        """The frames at which the buffers began."""
        return [round((started - self.buffers[0][0]) * RATE) for started, _ in self.buffers]

    def run(self) -> None:
        """Play until there is no more."""
        Speaker(self.give, self.play, self.clock, self.sleep, RATE).run()

    def _pass(self, seconds: float) -> None:
        """What is read now is what simpleaudio reads ahead of the ear."""
        for started, memory in self.buffers:
            samples = np.frombuffer(memory, "<i2").reshape(-1, 2)
            first, last = (round((now - started) * RATE) for now in (self.now, self.now + seconds))
            at = round((started - self.buffers[0][0]) * RATE)
            piece = samples[first:last]
            self.heard[at + first : at + first + len(piece)] += piece
        self.now += seconds


@pytest.fixture
def _short_buffers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "BUFFER_SECONDS", 2)
    monkeypatch.setattr(worker, "SEAM_SECONDS", 1.5)


@pytest.mark.usefixtures("_short_buffers")
def test_what_is_given_is_heard_to_the_sample_across_buffers() -> None:
    room = Room(pieces=95)
    room.run()

    assert room.starts == [number * (BUFFER - PIECE) for number in range(5)]
    assert np.array_equal(room.heard[:9_000], room.given[:9_000])


@pytest.mark.usefixtures("_short_buffers")
def test_a_quiet_moment_is_taken_for_a_seam() -> None:
    room = Room(pieces=60)
    for piece in (17, 34):
        room.given[piece * PIECE : (piece + 1) * PIECE] = 300
    room.run()

    assert room.starts[:3] == [0, 17 * PIECE, 34 * PIECE]


def test_no_more_is_asked_for_than_is_needed_soon() -> None:
    room = Room(pieces=50)
    room.run()

    assert all(count == PIECE for count, _ in room.asked)
    held = int(worker.DEVICE_SECONDS * RATE)
    assert max(buffered for _, buffered in room.asked) - held <= worker.LEAD_SECONDS * RATE
    assert min(buffered for _, buffered in room.asked[4:]) - held > worker.DEVICE_SECONDS * RATE


def test_what_comes_too_late_is_heard_whole_after_a_gap() -> None:
    room = Room(pieces=60)
    room.late[20] = 1.0
    room.run()

    given = 20 * PIECE
    (at,) = np.flatnonzero(room.heard[:, 0] == given)
    assert given < at - 500 < given + 600
    assert not room.heard[given:at].any()
    assert np.array_equal(room.heard[at : at + 3_000], room.given[given : given + 3_000])


@pytest.mark.usefixtures("_short_buffers")
def test_the_time_that_opening_takes_is_allowed_for() -> None:
    room = Room(pieces=60)
    room.opening = 1 / 64
    room.run()

    assert room.starts == [number * (BUFFER - PIECE) for number in range(len(room.buffers))]
    assert len(room.buffers) > 3


def test_it_ends_when_the_device_plays_no_more() -> None:
    room = Room(pieces=600)
    room.breaks_at = 15.0
    room.run()

    assert room.now == pytest.approx(15.0, abs=0.2)


def test_it_ends_before_it_began_when_nothing_is_given() -> None:
    room = Room(pieces=0)
    room.run()

    assert room.buffers == []


def test_two_sides_of_a_seam_add_up_to_what_was_given() -> None:
    samples = np.random.default_rng(3).integers(-32_768, 32_768, 800).astype("<i2")
    going, coming = (np.frombuffer(side, "<i2") for side in crossing(samples.tobytes()))

    assert np.array_equal(going.astype(int) + coming, samples)
    assert coming[0] == 0
    assert going[-1] == 0


def test_it_says_that_it_is_ready_and_then_what_it_wants(monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[tuple[int, int, int]] = []

    def play_buffer(_memory: bytearray, channels: int, width: int, rate: int) -> None:
        played.append((channels, width, rate))

    monkeypatch.setitem(sys.modules, "simpleaudio", SimpleNamespace(play_buffer=play_buffer))
    wanted = io.BytesIO()
    worker.main(48_000, wanted, io.BytesIO(array("h", [0, 0]).tobytes()))

    assert wanted.getvalue() == b"ready\n4800 4800\n"
    assert played == [(2, 2, 48_000)]


@pytest.mark.parametrize(("error", "reason"), [("no\ndevice", b"no device"), ("", b"OSError")])
def test_it_says_why_it_cannot_play(
    monkeypatch: pytest.MonkeyPatch, error: str, reason: bytes
) -> None:
    def play_buffer(*_: object) -> None:
        raise OSError(error)

    monkeypatch.setitem(sys.modules, "simpleaudio", SimpleNamespace(play_buffer=play_buffer))
    wanted = io.BytesIO()
    worker.main(48_000, wanted, io.BytesIO())

    assert wanted.getvalue() == reason + b"\n"


def test_a_piece_has_whole_frames() -> None:
    assert 2 * array("h").itemsize == FRAME_BYTES
