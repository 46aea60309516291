"""Who can read a recording: soundfile, or else ffmpeg."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.errors import SoundError
from relaxapp.sound.ffmpeg import HOW_TO_GET, find_ffmpeg
from relaxapp.sound.ffmpeg_source import FfmpegSource
from relaxapp.sound.sniffing import check_file
from relaxapp.sound.soundfile_source import SoundfileSource

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from relaxapp.sound.source import Source


def open_source(path: Path, find: Callable[[], str | None] = find_ffmpeg) -> Source:
    """Look at a recording: by soundfile, or by ffmpeg if that alone can read it.

    Args:
        path: the file.
        find: says where ffmpeg is; asked only if it is needed.

    Raises:
        SoundError: it is no recording, or cannot be read here; says why.
    """
    check_file(path)
    source = SoundfileSource.open(path)
    if source is not None:
        return source
    program = find()
    if program is None:
        raise SoundError(
            f"The recording “{path.name}” cannot be read as WAV, FLAC, Ogg, Opus or MP3. "
            f"For M4A and other kinds relaxapp needs ffmpeg. {HOW_TO_GET}"
        )
    return FfmpegSource(path, program)
