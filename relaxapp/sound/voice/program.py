"""Other programs that speak into a file, run without a shell and with an end to patience."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from relaxapp.errors import SoundError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from relaxapp.sound.samples import Block


def run(
    command: Sequence[str],
    speaker: str,
    timeout_seconds: float,
    environment: Mapping[str, str] | None = None,
) -> bytes:
    """Run a program to its end.

    Args:
        command: the program and its arguments.
        speaker: what speaks, as the beginning of a sentence about it.
        timeout_seconds: how long it may take.
        environment: its environment variables; those of this program where None.

    Returns:
        What it wrote to standard output.

    Raises:
        SoundError: it does not run, takes too long, or says that it failed.
    """
    try:
        done = subprocess.run(  # noqa: S603 - a program of the system, no shell
            list(command),
            check=False,
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=timeout_seconds,
            env=environment,
            creationflags=_no_window(),
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise SoundError(f"{speaker} does not run ({error}). Choose another voice.") from error
    if done.returncode != 0:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines()
        reason = told[0] if told else f"exit status {done.returncode}"
        raise SoundError(f"{speaker} does not speak ({reason}). Choose another voice.")
    return done.stdout


def wave(path: Path, speaker: str) -> tuple[Block, int]:
    """The sound that a program wrote: mono samples, and their frames a second.

    Raises:
        SoundError: there is none.
    """
    import soundfile  # noqa: PLC0415 - only a session that speaks pays for it

    try:
        samples, rate = soundfile.read(path, dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, OSError) as error:
        raise SoundError(f"{speaker} gave no sound ({error}). Choose another voice.") from error
    return samples.mean(axis=1, dtype="float32"), int(rate)


def _no_window() -> int:
    """The flag that keeps Windows from opening a console for the program."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW
    return 0
