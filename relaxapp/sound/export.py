"""A session written to a sound file, from the same mix that is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.errors import ExportError
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.encoding import BLOCK_FRAMES, ENCODINGS, write_sound
from relaxapp.sound.ffmpeg import HOW_TO_GET, find_ffmpeg
from relaxapp.sound.m4a import write_m4a
from relaxapp.sound.tagging import write_tags
from relaxapp.sound.tags import ExportTags
from relaxapp.sound.whole_file import whole_file

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from relaxapp.sound.mix import Mix
    from relaxapp.sound.samples import Block

M4A = ".m4a"
"""Written by ffmpeg, where there is one."""
ENDINGS = (*ENCODINGS, M4A)
"""What can be written, by the file's ending."""

_REPORT_EVERY = 64
"""Blocks between two reports of progress, about five seconds of sound."""
_NO_TAGS = ExportTags()


def export(  # noqa: PLR0917 - the first four are as they always were
    mix: Mix,
    path: Path,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
    cancelled: Callable[[], bool] = lambda: False,
    about: ExportTags = _NO_TAGS,
    find: Callable[[], str | None] = find_ffmpeg,
) -> None:
    """Write a whole mix to a file.

    The file is there whole or not at all: one that was there before stays as it was until the
    new one is finished. Memory does not grow with the length.

    Args:
        mix: what is written, with its volumes.
        path: the file; its ending, one of `ENDINGS`, says what it becomes.
        progress: told how many of how many frames are written.
        cancelled: asked now and then whether to give up.
        about: what the file says about itself.
        find: says where ffmpeg is; asked for M4A only.

    Raises:
        ExportError: the ending is none of `ENDINGS`, or the file cannot be written.
        CancelledError: it was called off.
    """
    ending = check_format(path, find)
    blocks = _blocks(mix, progress, cancelled)
    if not path.parent.is_dir():
        raise ExportError(_no_folder(path, "there is no such folder"))
    try:
        with whole_file(path) as part:
            if ending == M4A:
                program = find()
                assert program is not None
                write_m4a(part, program, blocks, about.chapters)
            else:
                write_sound(part, ENCODINGS[ending], blocks, 2)
            write_tags(part, ending, about)
            progress(mix.length, mix.length)
    except PermissionError as error:
        raise ExportError(_no_folder(path, str(error.strerror))) from error
    except OSError as error:
        raise ExportError(_trouble(path, error.strerror or str(error))) from error


def check_format(path: Path, find: Callable[[], str | None] = find_ffmpeg) -> str:
    """The ending that says what a file becomes, one of `ENDINGS`.

    Raises:
        ExportError: the ending is none of them, or nothing here writes it.
    """
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise ExportError(
            f"A recording cannot be written as “{path.name}”. Give it a name that ends in "
            f"{', '.join(ENDINGS[:-1])} or {ENDINGS[-1]}."
        )
    if ending == M4A and find() is None:
        raise ExportError(
            f"To write “{path.name}” relaxapp needs ffmpeg. {HOW_TO_GET} "
            f"Without it, a name that ends in {', '.join(ENCODINGS)} will do."
        )
    return ending


def _blocks(
    mix: Mix, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
) -> Iterator[Block]:
    for number, frame in enumerate(range(0, mix.length, BLOCK_FRAMES)):
        if number % _REPORT_EVERY == 0:
            if cancelled():
                raise CancelledError
            progress(frame, mix.length)
        yield mix.read(frame, min(BLOCK_FRAMES, mix.length - frame))


def _no_folder(path: Path, reason: str) -> str:
    return f"The recording cannot be written to {path.parent} ({reason}). Choose another folder."


def _trouble(path: Path, reason: str) -> str:
    return (
        f"The recording {path.name} could not be finished: {reason}. "
        "Make room or choose another folder; nothing half written was left behind."
    )
