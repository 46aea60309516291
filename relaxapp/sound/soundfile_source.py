"""A recording that soundfile can read: WAV, AIFF, FLAC, Ogg Vorbis, Opus, MP3."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from relaxapp.errors import SoundError
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.resampling import resample
from relaxapp.sound.sniffing import broken_off
from relaxapp.sound.source import LONGEST_SECONDS, PIECE_SECONDS, tame, too_long
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from relaxapp.sound.samples import Block

_RATES = range(4_000, 384_001)
"""Frames a second that a recording may have; more would ask for endless memory."""
_MOST_CHANNELS = 8


class SoundfileSource:
    """A recording that soundfile can read."""

    def __init__(self, path: Path, file: Any) -> None:
        """Take note of what an open file is; see `open`."""
        self.name = path.name
        self._path = path
        self.channels: int = min(file.channels, 2)
        self._rate: int = file.samplerate
        self._length: int = file.frames
        # The length of an MP3 file is worked out from its beginning.
        self._is_exact = file.format != "MP3"
        if file.channels > _MOST_CHANNELS or self._rate not in _RATES:
            raise SoundError(
                f"The recording “{path.name}” has {file.channels} channels at {self._rate} Hz. Up to "
                f"{_MOST_CHANNELS} channels at 4,000 to 384,000 Hz can be used."
            )
        if self._length > LONGEST_SECONDS * self._rate:
            raise SoundError(too_long(path.name))

    @classmethod
    def open(cls, path: Path) -> SoundfileSource | None:
        """Look at a file; None if soundfile does not know its kind.

        Raises:
            SoundError: it knows it, but the recording cannot be used.
        """
        import soundfile  # noqa: PLC0415 - only a script with recordings pays for it

        try:
            with soundfile.SoundFile(path) as file:
                return cls(path, file)
        # TypeError: a name that ends in .raw asks for a format that says nothing of itself.
        except (soundfile.SoundFileError, OSError, TypeError):
            return None

    @property
    def frames(self) -> int:
        """How many frames it has at `FRAMES_PER_SECOND`."""
        return round(self._length * FRAMES_PER_SECOND / self._rate)

    def pieces(self, cancelled: Callable[[], bool]) -> Iterator[Block]:
        """All of it, piece by piece."""
        import soundfile  # noqa: PLC0415 - as above

        # Each piece is resampled with a second of its neighbours, so that the pieces fit.
        margin = self._rate if self._rate != FRAMES_PER_SECOND else 0
        size = PIECE_SECONDS * self._rate
        try:
            with soundfile.SoundFile(self._path) as file:
                for start in range(0, self._length, size):
                    if cancelled():
                        raise CancelledError
                    first = max(0, start - margin)
                    wanted = min(start + size + margin, self._length) - first
                    file.seek(first)
                    samples = file.read(wanted, dtype="float32", always_2d=True)
                    if len(samples) < wanted and self._is_exact:
                        raise SoundError(broken_off(self.name))
                    before = (start - first) * FRAMES_PER_SECOND // self._rate
                    piece = resample(tame(samples[:, : self.channels]), self._rate)[before:]
                    yield piece[: PIECE_SECONDS * FRAMES_PER_SECOND]
        except (soundfile.SoundFileError, OSError) as error:
            raise SoundError(
                f"The recording “{self.name}” is damaged and cannot be read to its end. "
                "Copy it again from where it came."
            ) from error
