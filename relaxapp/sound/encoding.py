"""The kinds of sound file that can be written, and how."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from relaxapp.sound.samples import Block, Pcm

BLOCK_FRAMES = 4_096
"""As much is handed to libsndfile at once; far longer blocks of Vorbis end the process."""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How soundfile stores a sound.

    Attributes:
        name: what people call it.
        container: soundfile's name of the format.
        subtype: soundfile's name of what is in it.
        compression: 0 for best quality, 1 for the smallest file; None where there is no choice.
    """

    name: str
    container: str
    subtype: str
    compression: float | None = None


WAV = Encoding("WAV", "WAV", "PCM_16")
FLAC = Encoding("FLAC", "FLAC", "PCM_16")
# About 140 kbit a second each for rain and a voice, where the ear has nothing left to miss.
VORBIS = Encoding("Ogg Vorbis", "OGG", "VORBIS", 0.5)
OPUS = Encoding("Opus", "OGG", "OPUS", 0.72)
MP3 = Encoding("MP3", "MP3", "MPEG_LAYER_III", 0.4)

ENCODINGS = {".wav": WAV, ".flac": FLAC, ".ogg": VORBIS, ".opus": OPUS, ".mp3": MP3}
"""What soundfile writes, by the file's ending."""


def write_sound(
    part: Path, encoding: Encoding, blocks: Iterable[Block | Pcm], channels: int
) -> None:
    """Write a sound, and look whether all of it is there.

    Args:
        part: the file, written over.
        encoding: how it is stored.
        blocks: the sound piece by piece at `FRAMES_PER_SECOND`, shape (frames, channels).
        channels: 1 or 2.

    Raises:
        OSError: it cannot be written, most often because the disk is full.
    """
    import soundfile  # noqa: PLC0415 - playing does not need it

    frames = 0
    try:
        with soundfile.SoundFile(
            part,
            "w",
            FRAMES_PER_SECOND,
            channels,
            encoding.subtype,
            format=encoding.container,
            compression_level=encoding.compression,
        ) as file:
            for block in chain.from_iterable(map(in_blocks, blocks)):
                file.write(block)
                frames += len(block)
        # What was lost on a full disk may show only when the file is looked at again.
        written = soundfile.info(part).frames
    except (soundfile.SoundFileError, AssertionError) as error:
        # soundfile asserts that what it was given was written.
        raise disk_trouble() from error
    if written != frames:
        raise disk_trouble()


def in_blocks(samples: Block | Pcm) -> Iterator[Block | Pcm]:
    """A stretch of sound in blocks of at most `BLOCK_FRAMES`."""
    for start in range(0, len(samples), BLOCK_FRAMES):
        yield samples[start : start + BLOCK_FRAMES]


def disk_trouble() -> OSError:
    """The error for a file that is shorter than what was written to it."""
    return OSError(None, "the disk may be full")
