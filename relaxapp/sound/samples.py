"""What can be heard, readable piece by piece: arrays in memory and sound files on disk."""

from __future__ import annotations

import threading
import wave
from collections import OrderedDict
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, BinaryIO, Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from relaxapp.errors import SoundError
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Iterable

Block: TypeAlias = NDArray[np.float32]
"""A stretch of sound, shape (frames, channels), full scale at 1."""

Pcm: TypeAlias = NDArray[np.int16]
"""A stretch of sound as it is stored, full scale at 32,768."""

_FULL_SCALE = np.float32(32_768)
_STEP = 1 / _FULL_SCALE
_UNCHANGED = np.float32(1)


class Samples(Protocol):
    """A sound at `FRAMES_PER_SECOND`, of one or two channels."""

    @property
    def length(self) -> int:
        """Frames it lasts."""

    def read(self, start: int, count: int) -> Block:
        """The frames from `start` on, shape (count, 1) or (count, 2), not to be written to.

        The whole stretch must lie within the sound. Never raises for what happens to a file in
        the meantime: what cannot be read any more is silence.
        """


def to_pcm(samples: Block) -> Pcm:
    """Samples as 16-bit whole numbers, rounded, and kept within full scale."""
    scaled = np.rint(samples * (_FULL_SCALE - 1))
    pcm: Pcm = np.clip(scaled, -_FULL_SCALE, _FULL_SCALE - 1).astype(np.int16)
    return pcm


def from_pcm(pcm: Pcm, gain: np.float32 = _UNCHANGED) -> Block:
    """16-bit whole numbers as samples, made louder or softer by a gain."""
    samples = pcm.astype(np.float32)
    # The step is a power of two: it makes no difference which of the two is multiplied first.
    samples *= _STEP * gain
    return samples


class ArraySamples:
    """A sound held in memory."""

    def __init__(self, block: Block) -> None:
        """Take the sound, shape (frames,) or (frames, channels); it is not copied."""
        self._block = block.reshape(-1, 1) if block.ndim == 1 else block

    @property
    def length(self) -> int:
        """Frames it lasts."""
        return len(self._block)

    def read(self, start: int, count: int) -> Block:
        """The frames from `start` on."""
        return self._block[start : start + count]


class PcmSamples:
    """A sound held in memory at half the size, as 16-bit whole numbers."""

    def __init__(self, pcm: Pcm) -> None:
        """Take the sound, shape (frames,) or (frames, channels); it is not copied."""
        self._pcm = pcm.reshape(-1, 1) if pcm.ndim == 1 else pcm

    @property
    def length(self) -> int:
        """Frames it lasts."""
        return len(self._pcm)

    def read(self, start: int, count: int) -> Block:
        """The frames from `start` on."""
        return from_pcm(self._pcm[start : start + count])


class OpenFiles:
    """The sound files being read, a few open at a time; safe to use from several threads.

    A session may speak hundreds of sentences: their files neither stay open nor stay in memory.
    """

    def __init__(self, most: int = 16) -> None:
        """Keep at most `most` files open."""
        self._most = most
        self._open: OrderedDict[Path, BinaryIO] = OrderedDict()
        self._lock = threading.Lock()

    def read(self, path: Path, offset: int, size: int) -> bytes:
        """Up to `size` bytes from `offset` on; fewer where the file cannot give them."""
        with self._lock:
            try:
                file = self._file(path)
                file.seek(offset)
                return file.read(size)
            except OSError:
                return b""

    def close(self) -> None:
        """Close every file; reading opens it anew."""
        with self._lock:
            while self._open:
                _, file = self._open.popitem()
                file.close()

    def __del__(self) -> None:
        self.close()

    def _file(self, path: Path) -> BinaryIO:
        file = self._open.get(path)
        if file is None:
            # Unbuffered: each read asks for exactly one block, which the system keeps at hand.
            file = path.open("rb", buffering=0)
            self._open[path] = file
            if len(self._open) > self._most:
                self._open.popitem(last=False)[1].close()
        else:
            self._open.move_to_end(path)
        return file


class WavSamples:
    """A 16-bit WAV file at `FRAMES_PER_SECOND`, read from disk block by block."""

    def __init__(self, path: Path, files: OpenFiles) -> None:
        """Look at the file's header.

        Raises:
            SoundError: it is not such a file, or not whole.
        """
        try:
            with path.open("rb") as file, wave.open(file) as header:
                self.length: int = header.getnframes()
                self._channels: int = header.getnchannels()
                if header.getsampwidth() != 2 or header.getframerate() != FRAMES_PER_SECOND:  # noqa: PLR2004 - bytes of 16 bits
                    raise SoundError(f"{path.name} is not a 16-bit recording at 48 kHz.")
                # The wave module leaves the file where the samples begin.
                self._offset = file.tell()
                file.seek(0, 2)
                if file.tell() < self._offset + self._bytes(self.length):
                    raise SoundError(f"{path.name} is cut short.")
        except (OSError, EOFError, wave.Error) as error:
            raise SoundError(f"{path.name} cannot be read as a WAV file: {error}.") from error
        self._path = path
        self._files = files

    def read(self, start: int, count: int) -> Block:
        """The frames from `start` on; silence where the file has been lost."""
        size = self._bytes(count)
        data = self._files.read(self._path, self._offset + self._bytes(start), size)
        pcm = np.frombuffer(data.ljust(size, b"\0"), np.dtype("<i2"))
        return from_pcm(pcm).reshape(count, self._channels)

    def _bytes(self, frames: int) -> int:
        return frames * self._channels * 2


def write_wav(path: Path, blocks: Iterable[Pcm], channels: int) -> None:
    """Write a 16-bit WAV file at `FRAMES_PER_SECOND` so that it is there whole or not at all.

    Args:
        path: where it shall be; its folder must be there.
        blocks: the sound piece by piece, each of shape (frames,) or (frames, channels).
        channels: how many channels it has.

    Raises:
        OSError: it cannot be written.
    """
    with NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
        part = Path(file.name)
        try:
            with wave.open(file, "wb") as writer:
                writer.setnchannels(channels)
                writer.setsampwidth(2)
                writer.setframerate(FRAMES_PER_SECOND)
                for block in blocks:
                    writer.writeframes(block.astype("<i2").tobytes())
            file.close()
            part.replace(path)
        except BaseException:
            file.close()
            part.unlink(missing_ok=True)
            raise
