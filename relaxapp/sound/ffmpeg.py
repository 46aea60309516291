"""The ffmpeg program, where there is one: found, and run with a pipe at either end."""

from __future__ import annotations

import shutil
import subprocess
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

HOW_TO_GET = "Install ffmpeg, or let relaxapp bring one: pip install 'relaxapp[formats]'."
"""What to do where there is none."""

MOST_MINUTES = 30
"""How long one run may take; four hours of sound take a few minutes."""

_LOOKS_A_SECOND = 5
_MOST_BYTES_AT_ONCE = 100_000_000
"""What ffmpeg may ask of the memory in one piece, whatever a file says about itself."""


def find_ffmpeg() -> str | None:
    """The system's ffmpeg, or the one that the package imageio-ffmpeg carries; None without both."""
    found = shutil.which("ffmpeg")
    if found is not None:
        return found
    try:
        from imageio_ffmpeg import get_ffmpeg_exe  # noqa: PLC0415 - an extra

        program: str = get_ffmpeg_exe()
    except (ImportError, RuntimeError, OSError):
        return None
    return program


@contextmanager
def running(
    program: str,
    options: Sequence[str],
    *,
    stdin: Any,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run ffmpeg while the block lasts; its standard output is a pipe. It never outlives the block.

    It is called directly, without a shell. What it takes too long over, or what is called off, is
    killed, and its pipes end.

    Args:
        program: where it is.
        options: what it is asked to do.
        stdin: an open file, or `subprocess.PIPE`.
        cancelled: asked a few times a second, on another thread, whether to give up.

    Raises:
        OSError: it cannot be started.
    """
    general = ["-hide_banner", "-nostdin", "-loglevel", "quiet"]
    limits = ["-max_alloc", str(_MOST_BYTES_AT_ONCE)]
    process = subprocess.Popen(  # noqa: S603 - a list, and no name of a stranger's choosing in it
        [program, *general, *limits, *options],
        stdin=stdin,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    ended = threading.Event()
    watch = threading.Thread(target=_watch, args=(process, ended, cancelled), daemon=True)
    watch.start()
    try:
        yield process
    finally:
        ended.set()
        watch.join()
        process.kill()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _close(pipe)
        process.wait()


def _watch(
    process: subprocess.Popen[bytes], ended: threading.Event, cancelled: Callable[[], bool]
) -> None:
    for _ in range(MOST_MINUTES * 60 * _LOOKS_A_SECOND):
        if ended.wait(1 / _LOOKS_A_SECOND):
            return
        if cancelled():
            break
    process.kill()


def _close(pipe: Any) -> None:
    """Close a pipe; what was still to be written to a program that is gone is gone, too."""
    try:
        pipe.close()
    except OSError:
        return
