"""Recordings that people bring beside a script: prepared once, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.errors import SoundError
from relaxapp.sound.cache import MOST_BYTES, SoundCache
from relaxapp.sound.opening import open_source
from relaxapp.sound.preparation import PREPARATION, finished, plan
from relaxapp.sound.samples import PcmSamples, Samples

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path


class Recordings:
    """The recordings that lie in one folder, beside a script."""

    def __init__(self, folder: Path, cache: Path, most_bytes: int = MOST_BYTES) -> None:
        """Use a folder.

        Args:
            folder: where the recordings are.
            cache: where prepared recordings are kept; made when needed.
            most_bytes: how much is kept there.
        """
        self._folder = folder
        self._cache = SoundCache(cache, most_bytes)

    def prepare(
        self,
        names: Sequence[str],
        progress: Callable[[int, int], None] = lambda _done, _total: None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> dict[str, Samples]:
        """Trim, level and fade recordings, each once.

        Args:
            names: plain file names; repetitions allowed.
            progress: told how many of how many different recordings are ready.
            cancelled: asked now and then whether to give up.

        Returns:
            What each name sounds like.

        Raises:
            SoundError: one is missing, too long, silent, or not a sound file.
            CancelledError: it was called off.
        """
        different = list(dict.fromkeys(names))
        prepared: dict[str, Samples] = {}
        progress(0, len(different))
        for done, name in enumerate(different, 1):
            prepared[name] = self._prepare(name, cancelled)
            progress(done, len(different))
        self._cache.prune()
        return prepared

    def estimate(self, name: str) -> int:
        """About how many frames a recording has, at a glance; 0 for one that cannot be used."""
        try:
            return open_source(self._path(name)).frames
        except SoundError:
            return 0

    def _prepare(self, name: str, cancelled: Callable[[], bool]) -> Samples:
        path = self._path(name)
        status = path.stat()
        key = (PREPARATION, str(path.resolve()), str(status.st_size), str(status.st_mtime_ns))
        found = self._cache.find(*key)
        if found is not None:
            return found
        source = open_source(path)
        found_plan = plan(source, cancelled)
        blocks = finished(source, found_plan, cancelled)
        try:
            return self._cache.keep(blocks, source.channels, *key)
        except OSError:
            # Memory does where the disk does not.
            return PcmSamples(np.concatenate(list(finished(source, found_plan, cancelled))))

    def _path(self, name: str) -> Path:
        path = self._folder / name
        if name != path.name or not path.is_file():
            raise SoundError(
                f"The recording “{name}” is not in {self._folder}. Put it beside the script, or change the name there."
            )
        return path
