"""The simpleaudio player as it is heard: the package itself, on a sound server that is recorded."""

from __future__ import annotations

import time
from importlib.util import find_spec
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.sound.mix import CENTRE
from relaxapp.sound.players.simpleaudio import SimpleaudioDevice, SimpleaudioPlayer
from relaxapp.sound.samples import ArraySamples
from relaxapp.timeline.clip import Bus, frames
from tests.sound.server import SoundServer, needs_server, recorded, recording, wait_for
from tests.sound.sounds import cue, mix_of, noise, roughness, tone_mix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from relaxapp.sound.samples import Block

pytestmark = [
    needs_server,
    pytest.mark.skipif(find_spec("simpleaudio") is None, reason="needs the extra simpleaudio"),
]

STEADY = 0.2 / 2**0.5 * float(CENTRE)
"""How loud the tone is."""


@pytest.fixture
def player(server: SoundServer) -> Iterator[SimpleaudioPlayer]:
    player = SimpleaudioPlayer(tone_mix(60), time.monotonic)
    yield player
    player.close()


def wait_until_recorded(path: Path, seconds: float) -> None:
    size = path.stat().st_size + frames(seconds) * 8
    wait_for(lambda: path.stat().st_size >= size, "recording")


def loudness(sound: Block) -> np.ndarray:
    """How loud every tenth of a second is."""
    left = sound[: len(sound) // 4_800 * 4_800, 0].reshape(-1, 4_800)
    rms: np.ndarray = np.sqrt(np.mean(np.square(left, dtype=np.float64), axis=1))
    return rms


def test_pausing_seeking_and_volumes_are_heard_without_a_click(
    player: SimpleaudioPlayer, tmp_path: Path
) -> None:
    path = tmp_path / "heard.raw"
    changes: tuple[tuple[Callable[[], None], float], ...] = (
        (player.pause, 0.0),
        (player.resume, STEADY),
        (lambda: player.seek(frames(30)), STEADY),
        (lambda: player.set_volume(Bus.CUES, 0.0), 0.0),
        (lambda: player.set_volume(Bus.CUES, 1.0), STEADY),
    )
    levels = []
    with recording(path):
        player.start()
        wait_for(lambda: player.position > frames(0.5), "starting to play")
        positions = []
        for change, _ in changes:
            change()
            wait_until_recorded(path, 1.0)
            levels.append(float(loudness(recorded(path)[-frames(0.15) :])[-1]))
            positions.append(player.position)

    assert levels == pytest.approx([level for _, level in changes], abs=0.01)
    assert frames(0.5) < positions[0] < positions[1] < frames(5) < frames(30) < positions[2]
    sound = recorded(path)[:, :1]
    start = int(np.flatnonzero(np.abs(sound[:, 0]) > 0.01)[0])
    # The tone is a tone throughout: its sharpest corner is about that of a sine of its size.
    assert roughness(sound[start + 10 :]) < 2 * 0.2 * (2 * np.pi * 200 / 48_000) ** 2


def test_what_is_heard_is_the_mix_without_a_seam(server: SoundServer, tmp_path: Path) -> None:
    hiss = ArraySamples(noise(frames(20)))
    mix = mix_of(20, {"hiss": hiss}, cue(0, 20, "hiss"))
    path = tmp_path / "heard.raw"
    with recording(path):
        player = SimpleaudioPlayer(mix, time.monotonic)
        player.start()
        wait_for(lambda: player.position > frames(3), "playing three seconds")
        wait_until_recorded(path, 0.5)
        player.close()

    heard = recorded(path)[:, 0]
    expected = mix.read(frames(0.5), frames(2))[:, 0]
    at = np.correlate(heard, expected[:480], "valid").argmax()
    difference = heard[at : at + len(expected)] - expected
    assert np.abs(difference).max() < 1 / 32_000


def test_a_process_that_is_killed_is_noticed_within_a_second(player: SimpleaudioPlayer) -> None:
    player.start()
    wait_for(lambda: player.position > frames(0.5), "starting to play")
    device = player._device
    assert isinstance(device, SimpleaudioDevice)
    device._process.kill()
    killed_at = time.monotonic()
    wait_for(lambda: player.lost, "noticing it")

    assert time.monotonic() - killed_at < 1
    there = player.position
    assert there < frames(5)
    assert player.position == there


def test_a_server_that_dies_is_a_lost_device(
    player: SimpleaudioPlayer, server: SoundServer, capfd: pytest.CaptureFixture[str]
) -> None:
    player.start()
    wait_for(lambda: player.position > frames(0.5), "starting to play")
    server.kill()
    wait_for(lambda: player.lost, "noticing it")
    player.close()

    assert capfd.readouterr() == ("", "")
