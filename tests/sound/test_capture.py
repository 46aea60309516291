"""What a sound server records of a session is what was planned, to the sample."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.errors import DeviceError
from relaxapp.sound.players.miniaudio import MiniaudioPlayer, device_report
from relaxapp.sound.samples import ArraySamples
from relaxapp.timeline.clip import frames
from tests.sound.sounds import cue, mix_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from relaxapp.sound.mix import Mix
    from relaxapp.sound.samples import Block

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or not (shutil.which("pulseaudio") and shutil.which("parec")),
    reason="needs PulseAudio and its recorder",
)

PATIENCE_SECONDS = 15


def wait_for(happened: Callable[[], bool], what: str) -> None:
    """Wait until something has happened, or skip: a machine may be too slow, or have no server."""
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        if time.monotonic() > give_up_at:
            pytest.skip(f"{what} took too long")
        time.sleep(0.02)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[subprocess.Popen[bytes]]:
    """A sound server of our own with one device that nobody hears."""
    # The path of a socket has to be short, shorter than many a temporary folder of a test.
    with TemporaryDirectory(prefix="snd-") as folder:
        runtime = Path(folder)
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.setenv("HOME", folder)
        monkeypatch.setenv("PULSE_SERVER", f"unix:{runtime}/pulse/native")
        sink = "sink_name=null rate=48000 channels=2 format=float32le"
        started = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                *("-L", "module-native-protocol-unix", "-L", f"module-null-sink {sink}"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for((runtime / "pulse" / "native").exists, "starting the sound server")
            yield started
        finally:
            started.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                started.wait(5)
            started.kill()
            started.wait()


@contextlib.contextmanager
def recording(path: Path) -> Iterator[None]:
    """Record what the device plays, as raw float32 stereo."""
    with path.open("wb") as file:
        recorder = subprocess.Popen(
            [
                *("parec", "-d", "null.monitor", "--format=float32le", "--rate=48000"),
                *("--channels=2", "--raw", "--latency-msec=20"),
            ],
            stdout=file,
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for(lambda: path.stat().st_size > 0, "starting the recorder")
            yield
        finally:
            recorder.terminate()
            recorder.wait()


def played_and_recorded(mix: Mix, path: Path) -> Block:
    """What the device was given of a whole mix, in one channel."""
    with recording(path):
        player = MiniaudioPlayer(mix, time.monotonic)
        player.start()
        wait_for(lambda: player.ended, "playing three seconds")
        size = path.stat().st_size
        wait_for(lambda: path.stat().st_size > size + 48_000 * 8, "recording the end")
        player.close()
    return np.fromfile(path, np.float32, path.stat().st_size // 8 * 2).reshape(-1, 2)[:, 0]


def test_cues_are_recorded_where_they_were_planned(
    server: subprocess.Popen[bytes], tmp_path: Path
) -> None:
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
    server: subprocess.Popen[bytes], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    mix = mix_of(60, {"tone": ArraySamples(np.zeros((frames(60), 1), np.float32))}, cue(0, 60))
    with recording(tmp_path / "heard.raw"):
        player = MiniaudioPlayer(mix, time.monotonic)
        player.start()
        wait_for(lambda: player.position > frames(1), "playing a second")
        os.kill(server.pid, signal.SIGKILL)
        wait_for(lambda: player.lost, "noticing that the server is gone")

    there = player.position
    player.close()

    assert player.position == there
    with pytest.raises(DeviceError, match="No sound device"):
        MiniaudioPlayer(mix, time.monotonic)
    assert capfd.readouterr() == ("", "")
