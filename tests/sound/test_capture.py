"""What a sound server records of a session is what was planned, to the sample."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.errors import DeviceError
from relaxapp.sound.players.miniaudio import MiniaudioPlayer, device_report
from relaxapp.sound.samples import ArraySamples
from relaxapp.timeline.clip import frames
from tests.sound.server import SoundServer, needs_server, recorded, recording, wait_for
from tests.sound.sounds import cue, mix_of

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.sound.mix import Mix
    from relaxapp.sound.samples import Block

pytestmark = needs_server


def played_and_recorded(mix: Mix, path: Path) -> Block:
    """What the device was given of a whole mix, in one channel."""
    with recording(path):
        player = MiniaudioPlayer(mix, time.monotonic)
        player.start()
        wait_for(lambda: player.ended, "playing three seconds")
        size = path.stat().st_size
        wait_for(lambda: path.stat().st_size > size + 48_000 * 8, "recording the end")
        player.close()
    left: Block = recorded(path)[:, 0]
    return left


def test_cues_are_recorded_where_they_were_planned(server: SoundServer, tmp_path: Path) -> None:
    click = ArraySamples(np.full((48, 1), 0.5, np.float32))
    planned = [frames(0.2) + number * frames(0.1) + number**2 * 7 for number in range(25)]
    mix = mix_of(3.2, {"tone": click}, *[cue(at / 48_000, 0.1) for at in planned])
    assert "PulseAudio" in device_report()

    # The server itself leaves gaps when the machine is busy; it is not busy three times.
    for attempt in range(3):
        heard = played_and_recorded(mix, tmp_path / f"{attempt}.raw")
        loud = np.flatnonzero(heard > 0.25)
        onsets = loud[np.insert(np.diff(loud) > 48, 0, values=True)]
        distances = (onsets - onsets[0]).tolist()
        if distances == [at - planned[0] for at in planned]:
            return
    assert distances == [at - planned[0] for at in planned]


def test_a_server_that_dies_is_noticed_and_closing_does_not_hang(
    server: SoundServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    mix = mix_of(60, {"tone": ArraySamples(np.zeros((frames(60), 1), np.float32))}, cue(0, 60))
    with recording(tmp_path / "heard.raw"):
        player = MiniaudioPlayer(mix, time.monotonic)
        player.start()
        wait_for(lambda: player.position > frames(1), "playing a second")
        server.kill()
        wait_for(lambda: player.lost, "noticing that the server is gone")

    there = player.position
    player.close()

    assert player.position == there
    with pytest.raises(DeviceError, match="No sound device"):
        MiniaudioPlayer(mix, time.monotonic)
    assert capfd.readouterr() == ("", "")
