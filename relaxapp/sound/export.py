"""A session written to a sound file, from the same mix that is heard."""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING

from relaxapp.errors import ExportError
from relaxapp.sound.cancelled import CancelledError
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.sound.mix import Mix

FORMATS = {".wav": "WAV", ".flac": "FLAC"}
"""What can be written, by the file's ending; 16 bits a sample, which every player plays."""

BLOCK_FRAMES = 4_096
_REPORT_EVERY = 64
"""Blocks between two reports of progress, about five seconds of sound."""


def export(
    mix: Mix,
    path: Path,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Write a whole mix to a file.

    The file is there whole or not at all: one that was there before stays as it was until the
    new one is finished. Memory does not grow with the length.

    Args:
        mix: what is written, with its volumes.
        path: the file; its ending says which of `FORMATS` it becomes.
        progress: told how many of how many frames are written.
        cancelled: asked now and then whether to give up.

    Raises:
        ExportError: the ending is none of `FORMATS`, or the file cannot be written.
        CancelledError: it was called off.
    """
    form = check_format(path)
    try:
        with NamedTemporaryFile(
            dir=path.parent, prefix=f".{path.stem}-", suffix=".part", delete=False
        ) as file:
            part = Path(file.name)
    except OSError as error:
        raise ExportError(
            f"The recording cannot be written to {path.parent} ({error.strerror}). Choose another folder."
        ) from error
    try:
        _write(mix, part, form, progress, cancelled)
        _open_to_others(part)
        part.replace(path)
    except OSError as error:
        raise ExportError(_trouble(path, error.strerror or str(error))) from error
    finally:
        part.unlink(missing_ok=True)


def check_format(path: Path) -> str:
    """The format that a file's ending asks for, one of `FORMATS`.

    Raises:
        ExportError: the ending is none of them.
    """
    form = FORMATS.get(path.suffix.lower())
    if form is None:
        raise ExportError(
            f"A recording cannot be written as “{path.name}”. Give it a name that ends in {' or '.join(FORMATS)}."
        )
    return form


def _write(
    mix: Mix,
    part: Path,
    form: str,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> None:
    import soundfile  # noqa: PLC0415 - playing does not need it

    try:
        with soundfile.SoundFile(part, "w", FRAMES_PER_SECOND, 2, "PCM_16", format=form) as file:
            for number, frame in enumerate(range(0, mix.length, BLOCK_FRAMES)):
                if number % _REPORT_EVERY == 0:
                    if cancelled():
                        raise CancelledError
                    progress(frame, mix.length)
                file.write(mix.read(frame, min(BLOCK_FRAMES, mix.length - frame)))
        # What was lost on a full disk may show only when the file is looked at again.
        written = soundfile.info(part).frames
    except (soundfile.SoundFileError, AssertionError) as error:
        # soundfile asserts that what it was given was written.
        raise OSError(None, "the disk may be full") from error
    if written != mix.length:
        raise OSError(None, "the disk may be full")
    progress(mix.length, mix.length)


def _open_to_others(part: Path) -> None:
    """Give a temporary file, which is private, the rights of an ordinary one."""
    import os  # noqa: PLC0415 - beside its only use

    mask = os.umask(0)
    os.umask(mask)
    part.chmod(0o666 & ~mask)


def _trouble(path: Path, reason: str) -> str:
    return (
        f"The recording {path.name} could not be finished: {reason}. "
        "Make room or choose another folder; nothing half written was left behind."
    )
