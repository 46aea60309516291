"""A recording that only ffmpeg can read, such as an M4A from a phone; kept from opening anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

import numpy as np

from relaxapp.errors import SoundError
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.ffmpeg import running
from relaxapp.sound.source import LONGEST_SECONDS, PIECE_SECONDS, tame, too_long
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from relaxapp.sound.samples import Block

_CONTAINERS = (
    "mov,matroska,aac,mp3,ogg,flac,wav,aiff,caf,asf,amr,ape,wv,tta,au,ac3,eac3,dts,avi,mpeg"
)
"""What may be taken apart. No playlist is among them, so nothing that a file names is opened."""
_INPUT = (
    *("-protocol_whitelist", "cache,pipe"),
    *("-format_whitelist", _CONTAINERS),
    # An M4A may have its index at the end; the cache lets a pipe be read from there first.
    *("-read_ahead_limit", "-1", "-i", "cache:pipe:0"),
)
_OUTPUT = (
    *("-map", "0:a:0", "-vn", "-sn", "-dn", "-map_metadata", "-1"),
    *("-af", "aformat=channel_layouts=mono|stereo", "-ar", str(FRAMES_PER_SECOND)),
    # The header of this plain format says how many channels there are.
    *("-c:a", "pcm_f32be", "-f", "au", "pipe:1"),
)
_HEADER_BYTES = 24
_MOST_HEADER_BYTES = 1_000_000
_FRAME_BYTES = 4
_GLANCE_SECONDS = 0.1


class FfmpegSource:
    """A recording decoded by ffmpeg anew whenever it is read; nothing is put on the disk."""

    def __init__(self, path: Path, program: str) -> None:
        """Listen to the first moment of a recording.

        Args:
            path: the file, already looked at by `check_file`.
            program: where ffmpeg is.

        Raises:
            SoundError: ffmpeg cannot read it either, or it is too long.
        """
        self.name = path.name
        self._path = path
        self._program = program
        with path.open("rb") as file, self._decoding(file, _GLANCE_SECONDS) as process:
            self.channels = self._channels(process)
        said = said_seconds(path)
        if said > LONGEST_SECONDS:
            raise SoundError(too_long(path.name))
        self.frames = round(said * FRAMES_PER_SECOND)

    def pieces(self, cancelled: Callable[[], bool]) -> Iterator[Block]:
        """All of it, piece by piece."""
        left = LONGEST_SECONDS * FRAMES_PER_SECOND
        with (
            self._path.open("rb") as file,
            self._decoding(file, LONGEST_SECONDS + 1, cancelled) as process,
        ):
            assert process.stdout is not None
            size = self._channels(process) * _FRAME_BYTES
            while data := process.stdout.read(PIECE_SECONDS * FRAMES_PER_SECOND * size):
                if cancelled():
                    raise CancelledError
                samples = np.frombuffer(data[: len(data) // size * size], ">f4")
                piece = tame(samples.astype(np.float32).reshape(-1, size // _FRAME_BYTES))
                left -= len(piece)
                if left < 0:
                    raise SoundError(too_long(self.name))
                yield piece
            # Its end may be the end of the recording, or that of ffmpeg.
            if process.wait() and not cancelled():
                raise SoundError(
                    f"The recording “{self.name}” is damaged and cannot be read to its end. "
                    "Copy it again from where it came."
                )
            if cancelled():
                raise CancelledError

    def _decoding(
        self, file: BinaryIO, seconds: float, cancelled: Callable[[], bool] = lambda: False
    ) -> Any:
        options = [*_INPUT, "-t", str(seconds), *_OUTPUT]
        return running(self._program, options, stdin=file, cancelled=cancelled)

    def _channels(self, process: subprocess.Popen[bytes]) -> int:
        """Read the header away: how many channels follow."""
        assert process.stdout is not None
        header = process.stdout.read(_HEADER_BYTES)
        begin = int.from_bytes(header[4:8], "big")
        channels = int.from_bytes(header[20:24], "big")
        rest = begin - _HEADER_BYTES
        if header[:4] != b".snd" or channels not in {1, 2} or not 0 <= rest < _MOST_HEADER_BYTES:
            raise SoundError(
                f"The recording “{self.name}” cannot be read: it is damaged, or no recording. "
                "Copy it again from where it came, or save it as WAV or MP3."
            )
        process.stdout.read(rest)
        return channels


def said_seconds(path: Path) -> float:
    """How long a recording says it is; 0 where it does not say. Quick, and not to be relied upon."""
    import mutagen  # noqa: PLC0415 - only a recording that soundfile cannot read pays for it

    try:
        found = mutagen.File(path)
        seconds = float(found.info.length)
    # Whatever a damaged file does to this, its length is not known.
    except Exception:  # noqa: BLE001
        return 0.0
    return seconds if 0 < seconds < float("inf") else 0.0
