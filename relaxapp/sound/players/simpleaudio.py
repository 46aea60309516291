"""A player through the simpleaudio package, which plays in a process of its own.

The package has crashed whole programs, so it is kept where a crash only ends the sound.
"""

from __future__ import annotations

import contextlib
import subprocess
import sys
import threading
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

import numpy as np

from relaxapp.errors import DeviceError
from relaxapp.sound.players import simpleaudio_worker as worker
from relaxapp.sound.players.device import DevicePlayer, in_a_thread
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

    from relaxapp.sound.mix import Mix
    from relaxapp.sound.players.device import Source
    from relaxapp.sound.players.player import Clock
    from relaxapp.sound.samples import Block

READY_SECONDS = 10.0
"""A worker that has not said a word for this long will not."""


class Worker(Protocol):
    """What of a process is used here, such as of a `subprocess.Popen` with both pipes."""

    stdin: IO[bytes] | None
    stdout: IO[bytes] | None

    def kill(self) -> None:
        """End it at once; nothing happens if it has ended."""

    def wait(self) -> int:
        """Wait for its end."""


class SimpleaudioDevice:
    """A process that plays what it asks for."""

    holds_seconds = worker.LEAD_SECONDS + worker.PIECE_SECONDS + worker.DEVICE_SECONDS

    def __init__(self, process: Worker) -> None:
        """Wait until a process says that it can play.

        Args:
            process: one that runs `simpleaudio_worker`; ended with the device.

        Raises:
            DeviceError: it cannot, or it says nothing.
        """
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        self._wants = process.stdout
        self._gives = process.stdin
        self._buffered = 0
        self._answering: threading.Thread | None = None
        watch = threading.Timer(READY_SECONDS, process.kill)
        watch.start()
        said = self._wants.readline().decode(errors="replace").strip()
        watch.cancel()
        if said != "ready":
            self.close()
            raise DeviceError(
                f"simpleaudio cannot play here ({said or 'it ended without a word'}). Check that a "
                "sound device is plugged in and switched on, or choose another player."
            )

    def start(self, source: Source) -> None:
        """Begin to answer the process out of a source, in a thread."""
        self._answering = threading.Thread(
            target=self._answer, args=(source,), name="simpleaudio", daemon=True
        )
        self._answering.start()

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        if self._answering is not None:
            self._answering.join()
        for pipe in (self._wants, self._gives):
            with contextlib.suppress(OSError):
                pipe.close()

    def buffered(self, _asked: int) -> int:
        """What the process said it holds when it asked."""
        return self._buffered

    def _answer(self, source: Source) -> None:
        # A process that is gone leaves a broken pipe, or half a line.
        with contextlib.suppress(OSError, ValueError):
            for line in self._wants:
                count, self._buffered = map(int, line.split())
                self._gives.write(_pcm(source.send(count)))
                self._gives.flush()
        source.close()


class SimpleaudioPlayer(DevicePlayer):
    """Plays through simpleaudio on the system's default device."""

    def __init__(
        self,
        mix: Mix,
        clock: Clock,
        open_worker: Callable[[], Worker] | None = None,
        later: Callable[[float, Callable[[], None]], None] = in_a_thread,
    ) -> None:
        """Start the process, and stand at the beginning of a mix.

        Args:
            mix: what is to be heard.
            clock: seconds that never go back.
            open_worker: starts a process that runs the worker; one of this Python's where None.
            later: does something after so many seconds; in a thread of its own.

        Raises:
            DeviceError: simpleaudio is not installed, or has no device to play on.
        """
        device = SimpleaudioDevice((open_worker or start_worker)())
        super().__init__("simpleaudio", mix, clock, device, later)


def start_worker() -> Worker:
    """A process of this Python's that runs the worker.

    Raises:
        DeviceError: simpleaudio is not installed, or no process can be started.
    """
    if find_spec("simpleaudio") is None:
        raise DeviceError(
            "The player simpleaudio is not installed. Install it with "
            "\"pip install 'relaxapp[simpleaudio]'\", which needs a C compiler and on Linux the ALSA "
            "headers (libasound2-dev), or choose another player."
        )
    try:
        return subprocess.Popen(  # noqa: S603 - this Python, and a file of our own
            # -P: beside the worker lies a module that is called simpleaudio, too.
            [sys.executable, "-P", worker.__file__, str(FRAMES_PER_SECOND)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # ALSA writes its troubles there; ours are told in sentences.
            stderr=subprocess.DEVNULL,
            # Ctrl+C in a terminal is for the one who leads the session, who then fades out.
            start_new_session=True,
        )
    except OSError as error:
        raise DeviceError(
            f"The process that plays could not be started ({error.strerror or error}). Close other "
            "programs, or choose another player."
        ) from error


def _pcm(block: Block | bytes) -> bytes:
    """Frames as 16-bit samples."""
    pcm: bytes = np.rint(np.clip(block, -1, 1) * 32_767).astype("<i2").tobytes()
    return pcm
