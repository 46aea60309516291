"""The audible player on a device made by hand: where it is, what it gives, and when it is lost."""

from __future__ import annotations

import importlib.util
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.errors import DeviceError
from relaxapp.sound.players import miniaudio as players
from relaxapp.sound.players.miniaudio import MiniaudioPlayer
from relaxapp.timeline.clip import Bus, frames
from tests.sound.sounds import rms, tone_mix

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from relaxapp.sound.samples import Block

PERIOD = 9_600


class FakeDevice:
    """A device with a server's buffer of one period, asking when it is told to."""

    backend = "PulseAudio"

    def __init__(self) -> None:
        self.now = 50.0
        self.heard: list[Block] = []
        self.closed = 0
        self.postponed: list[tuple[float, Callable[[], None]]] = []
        self.broken = False
        self._source: Generator[Block | bytes, int, None] | None = None

    def later(self, seconds: float, action: Callable[[], None]) -> None:
        """Do something after the player's part in it is over."""
        self.postponed.append((seconds, action))

    def clock(self) -> float:
        return self.now

    def start(self, callback_generator: Generator[Block | bytes, int, None]) -> None:
        if self.broken:
            raise RuntimeError("failed to start audio device")
        self._source = callback_generator
        self.ask()

    def close(self) -> None:
        self.closed += 1

    def ask(self, count: int = PERIOD) -> Block:
        assert self._source is not None
        block = self._source.send(count)
        assert isinstance(block, np.ndarray)
        self.heard.append(block)
        return block

    def run(self, periods: int) -> None:
        """Let time pass, asking whenever a period has been heard."""
        for _ in range(periods):
            self.now += PERIOD / 48_000
            self.ask()


@pytest.fixture
def device() -> FakeDevice:
    return FakeDevice()


@pytest.fixture
def player(device: FakeDevice) -> MiniaudioPlayer:
    mix = tone_mix(20, stops=(frames(10),))
    return MiniaudioPlayer(mix, device.clock, lambda: device, device.later)


def test_the_device_is_given_the_mix(player: MiniaudioPlayer, device: FakeDevice) -> None:
    player.start()
    device.run(5)

    heard = np.concatenate(device.heard)
    assert np.array_equal(heard, tone_mix(20).read(0, 6 * PERIOD))
    assert heard.dtype == np.float32


def test_the_position_is_what_is_heard_and_not_what_was_handed_over(
    player: MiniaudioPlayer, device: FakeDevice
) -> None:
    player.start()
    device.run(10)

    for _ in range(4):
        expected = frames(device.now - 50 - players.SERVER_SECONDS)
        assert player.position == pytest.approx(expected, abs=2)
        device.now += 0.04


def test_between_callbacks_the_position_moves_on_but_never_past_what_was_handed_over(
    player: MiniaudioPlayer, device: FakeDevice
) -> None:
    player.start()
    device.run(3)
    before = player.position
    device.now += 0.1
    assert player.position == pytest.approx(before + frames(0.1), abs=2)
    device.now += 5
    assert player.position == 4 * PERIOD


def test_early_and_late_callbacks_do_not_make_the_position_jump_or_fall(
    player: MiniaudioPlayer, device: FakeDevice
) -> None:
    player.start()
    device.run(5)
    generator = np.random.default_rng(6)
    seen = [player.position]
    due = device.now
    for _ in range(40):
        due += 0.2
        late = due + generator.uniform(-0.04, 0.04)
        while device.now < late - 0.01:
            device.now += 0.01
            seen.append(player.position)
        device.ask()

    # The first late callbacks teach how late the device is; then all is even.
    steps = np.diff(seen)
    assert steps.min() >= 0
    settled = np.array(seen[len(seen) // 2 :])
    unevenness = settled - frames(0.01) * np.arange(len(settled))
    assert np.ptp(unevenness) < frames(1 / 60)
    expected = frames(device.now - 50 - players.SERVER_SECONDS)
    assert seen[-1] == pytest.approx(expected, abs=frames(0.06))


def test_a_device_with_a_buffer_of_its_own_is_further_behind(device: FakeDevice) -> None:
    device.backend = "ALSA"
    player = MiniaudioPlayer(tone_mix(20), device.clock, lambda: device)
    player.start()
    device.ask()
    device.run(10)

    assert player.position == pytest.approx(frames(device.now - 50), abs=2)


def test_a_device_that_stops_asking_is_lost_and_the_position_stands(
    player: MiniaudioPlayer, device: FakeDevice
) -> None:
    player.start()
    device.run(5)
    device.now += 0.9
    lost = [player.lost]
    device.now += 0.2
    assert [*lost, player.lost] == [False, True]

    there = player.position
    device.now += 60
    assert player.position == there == 6 * PERIOD


def test_a_server_may_take_its_time_over_the_first_calls(
    player: MiniaudioPlayer, device: FakeDevice
) -> None:
    player.start()
    device.now += 3
    lost = [player.lost]
    device.now += 2
    assert [*lost, player.lost] == [False, True]


def test_a_paused_device_still_asks_and_is_not_lost(
    player: MiniaudioPlayer, device: FakeDevice
) -> None:
    player.start()
    device.run(5)
    player.pause()
    device.run(10)

    assert not player.lost
    assert not device.heard[-1].any()
    standing = player.position
    assert standing == pytest.approx(6 * PERIOD + frames(0.2), abs=1)

    player.resume()
    device.run(5)
    assert player.position > standing
    assert rms(device.heard[-1]) > 0.09


def test_a_stop_and_the_end_are_reached_when_they_are_heard(
    player: MiniaudioPlayer, device: FakeDevice
) -> None:
    player.start()
    player.seek(frames(10) - PERIOD)
    device.run(1)
    device.now -= 0.15
    reached = [player.standing]
    device.now += 0.15
    device.run(2)
    reached.append(player.standing)
    assert reached == [False, True]

    player.go_on()
    player.seek(frames(20) - 100)
    ended = [player.ended]
    device.run(3)
    assert [*ended, player.ended] == [False, True]
    assert player.position == frames(20)


def test_a_seek_shows_at_once(player: MiniaudioPlayer, device: FakeDevice) -> None:
    player.start()
    device.run(5)
    player.seek(frames(3))

    assert player.position == frames(3)
    device.run(2)
    assert frames(3) < player.position <= frames(3.4)


def test_volume_and_a_new_mix_reach_what_is_heard(
    player: MiniaudioPlayer, device: FakeDevice
) -> None:
    player.set_volume(Bus.CUES, 0)
    player.start()
    device.run(2)
    assert not device.heard[-1].any()

    player.set_volume(Bus.CUES, 1)
    player.replace(tone_mix(20, hertz=300))
    device.run(2)
    expected = tone_mix(20, hertz=300).read(4 * PERIOD, PERIOD)
    assert np.array_equal(device.heard[-1], expected)


def test_a_device_that_does_not_start_is_a_sentence_and_is_given_back(
    player: MiniaudioPlayer, device: FakeDevice
) -> None:
    device.broken = True

    with pytest.raises(DeviceError, match="cannot be started"):
        player.start()
    assert device.closed == 1
    assert not player.lost


def test_closing_fades_out_and_gives_the_device_back_once(
    player: MiniaudioPlayer, device: FakeDevice
) -> None:
    player.start()
    device.run(2)
    player.close()
    player.close()

    ((seconds, give_back),) = device.postponed
    device.run(2)
    assert device.closed == 0
    assert not device.heard[-1].any()
    assert seconds >= 0.4
    give_back()
    assert device.closed == 1
    assert not player.lost
    with pytest.raises(DeviceError, match="closed"):
        player.start()


@pytest.mark.parametrize("silence", ["not started", "lost", "ended"])
def test_a_device_that_is_silent_anyway_is_given_back_at_once(
    player: MiniaudioPlayer, device: FakeDevice, silence: str
) -> None:
    if silence != "not started":
        player.start()
        player.seek(frames(20) if silence == "ended" else 0)
        device.run(3)
        device.now += 9 if silence == "lost" else 0
    player.close()

    assert device.closed == 1
    assert not device.postponed


def test_without_a_device_there_is_a_sentence_and_not_a_word_from_the_libraries(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    miniaudio = pytest.importorskip("miniaudio")

    def refuse(*_: object, **__: object) -> None:
        raise miniaudio.MiniaudioError("failed to init device", -401)

    monkeypatch.setattr(miniaudio, "PlaybackDevice", refuse)
    monkeypatch.setattr(miniaudio, "Devices", refuse)

    with pytest.raises(DeviceError, match=r"No sound device could be opened \(failed to init"):
        players.open_default_device()
    with pytest.raises(DeviceError, match="No sound device"):
        players.device_report()
    assert capfd.readouterr() == ("", "")


def test_the_package_is_not_loaded_until_a_device_is_opened() -> None:
    assert importlib.util.find_spec("miniaudio") is not None
    assert not hasattr(players, "miniaudio")
