"""Sound written as M4A (AAC), which ffmpeg does."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from relaxapp.sound.encoding import disk_trouble, in_blocks
from relaxapp.sound.ffmpeg import running
from relaxapp.sound.samples import to_pcm
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from relaxapp.sound.samples import Block
    from relaxapp.sound.tags import Chapter

_BITS_A_SECOND = 160_000
# At the end of a line ffmpeg takes a backslash for its own, even one that is marked as not meant so.
_SPECIAL = str.maketrans({"=": "\\=", ";": "\\;", "#": "\\#", "\\": "/", "\n": " "})


def write_m4a(
    part: Path, program: str, blocks: Iterable[Block], chapters: Sequence[Chapter] = ()
) -> None:
    """Write a sound of two channels as M4A, with its chapters.

    Args:
        part: the file, written over.
        program: where ffmpeg is.
        blocks: the sound piece by piece at `FRAMES_PER_SECOND`, shape (frames, 2).
        chapters: may be empty.

    Raises:
        OSError: it cannot be written, most often because the disk is full.
    """
    listing = part.with_name(f"{part.name}.chapters")
    options = [
        *("-f", "s16le", "-ar", str(FRAMES_PER_SECOND), "-ac", "2", "-i", "pipe:0"),
        *("-f", "ffmetadata", "-i", f"file:{listing.absolute()}"),
        *("-map", "0:a", "-map_metadata:g", "-1", "-map_chapters", "1"),
        *("-c:a", "aac", "-b:a", str(_BITS_A_SECOND)),
        *("-y", "-f", "ipod", f"file:{part.absolute()}"),
    ]
    try:
        listing.write_text(_listed(chapters), encoding="utf-8")
        with running(program, options, stdin=subprocess.PIPE) as process:
            assert process.stdin is not None
            for block in blocks:
                for piece in in_blocks(to_pcm(block)):
                    process.stdin.write(piece.astype("<i2").tobytes())
            process.stdin.close()
            if process.wait():
                raise disk_trouble()
    except BrokenPipeError as error:
        # It ends before it has read everything only where it cannot write.
        raise disk_trouble() from error
    finally:
        listing.unlink(missing_ok=True)


def _listed(chapters: Sequence[Chapter]) -> str:
    """The chapters as ffmpeg reads them."""
    lines = [";FFMETADATA1"]
    for chapter in chapters:
        lines += [
            "[CHAPTER]",
            f"TIMEBASE=1/{FRAMES_PER_SECOND}",
            f"START={chapter.start}",
            f"END={chapter.end}",
            f"title={chapter.title.translate(_SPECIAL)}",
        ]
    return "\n".join([*lines, ""])
