"""Sounds prepared once and kept on disk, the ones not used for longest given up first."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from relaxapp.errors import SoundError
from relaxapp.sound.samples import OpenFiles, WavSamples, write_wav

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from relaxapp.sound.samples import Pcm

MOST_BYTES = 500_000_000
"""How much is kept."""


class SoundCache:
    """A folder of WAV files, each found by a hash of what it was made from."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        """Use a folder, which is made when something is first kept."""
        self._folder = folder
        self._most_bytes = most_bytes
        self._files = OpenFiles()
        self._used: set[Path] = set()

    def find(self, *key: str) -> WavSamples | None:
        """What was kept under a key; None if there is nothing, or nothing whole."""
        path = self._path(key)
        try:
            samples = WavSamples(path, self._files)
        except SoundError:
            return None
        self._use(path)
        return samples

    def keep(self, blocks: Iterable[Pcm], channels: int, *key: str) -> WavSamples:
        """Keep a sound under a key, instead of any before.

        Args:
            blocks: the sound piece by piece, as `write_wav` takes it.
            channels: how many channels it has.
            key: what it was made from.

        Raises:
            OSError: it cannot be written.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(key)
        write_wav(path, blocks, channels)
        self._use(path)
        return WavSamples(path, self._files)

    def prune(self) -> None:
        """Delete what has not been used for longest until the rest is small enough.

        What was found or kept through this object stays. Trouble with a file is passed over.
        """
        try:
            files = [(path, path.stat()) for path in self._folder.glob("*.wav")]
        except OSError:
            return
        size = sum(status.st_size for _, status in files)
        for path, status in sorted(files, key=lambda file: file[1].st_mtime):
            if size <= self._most_bytes:
                return
            if path in self._used:
                continue
            try:
                path.unlink()
            except OSError:
                continue
            size -= status.st_size

    def _use(self, path: Path) -> None:
        self._used.add(path)
        try:
            path.touch()
        except OSError:
            # A folder that can only be read is still good for reading.
            return

    def _path(self, key: tuple[str, ...]) -> Path:
        digest = hashlib.sha256("\0".join(key).encode()).hexdigest()
        return self._folder / f"{digest}.wav"
