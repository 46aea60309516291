"""A sound server of our own, and a recorder of what is played on it."""

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

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from relaxapp.sound.samples import Block

PATIENCE_SECONDS = 15

needs_server = pytest.mark.skipif(
    sys.platform != "linux" or not (shutil.which("pulseaudio") and shutil.which("parec")),
    reason="needs PulseAudio and its recorder",
)


def wait_for(happened: Callable[[], bool], what: str) -> None:
    """Wait until something has happened, or skip: a machine may be too slow, or have no server."""
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    while not happened():
        if time.monotonic() > give_up_at:
            pytest.skip(f"{what} took too long")
        time.sleep(0.02)


class SoundServer:
    """A PulseAudio with one device that nobody hears, for every program that finds it by `home`."""

    def __init__(self, folder: Path) -> None:
        self._socket = folder / "pulse" / "native"
        # Programs that know ALSA only reach the server through ALSA's own plugin.
        (folder / ".asoundrc").write_text("pcm.!default pulse\nctl.!default pulse\n")
        self.environment = {
            "XDG_RUNTIME_DIR": str(folder),
            "HOME": str(folder),
            "PULSE_SERVER": f"unix:{self._socket}",
        }
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it, for the first time or again."""
        self._socket.unlink(missing_ok=True)
        sink = "sink_name=null rate=48000 channels=2 format=float32le"
        self._process = subprocess.Popen(
            [
                *("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"),
                *("-L", "module-native-protocol-unix", "-L", f"module-null-sink {sink}"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **self.environment},
        )
        wait_for(self._socket.exists, "starting the sound server")

    def kill(self) -> None:
        """End it as a crash would."""
        if self._process is not None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()

    def stop(self) -> None:
        """End it in order."""
        if self._process is not None:
            self._process.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(5)
            self.kill()


@contextlib.contextmanager
def sound_server() -> Iterator[SoundServer]:
    """A server that runs; its folder and itself are gone afterwards."""
    # The path of a socket has to be short, shorter than many a temporary folder of a test.
    with TemporaryDirectory(prefix="snd-") as folder:
        server = SoundServer(Path(folder))
        try:
            server.start()
            yield server
        finally:
            server.stop()


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


def recorded(path: Path) -> Block:
    """What has been recorded so far, shape (frames, 2)."""
    return np.fromfile(path, np.float32, path.stat().st_size // 8 * 2).reshape(-1, 2)
