"""A small disk of one's own, which can be filled and emptied."""

from __future__ import annotations

import os
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SIZE = 2_000_000
"""In bytes; a journal with its copies and some room."""


@dataclass(frozen=True)
class Disk:
    """A file system in memory.

    Attributes:
        folder: where it is to be found.
    """

    folder: Path

    @property
    def _ballast(self) -> Path:
        return self.folder / "ballast"

    def fill(self, left: int = 0) -> None:
        """Leaves so many bytes free."""
        system = os.statvfs(self.folder)
        room = system.f_bavail * system.f_frsize - left
        self._ballast.write_bytes(b"b" * max(room, 0))

    def make_room(self) -> None:
        """Takes away what filled it."""
        self._ballast.unlink()


@contextmanager
def small_disk(folder: Path) -> Iterator[Disk]:
    """A small disk at that folder, which is made; skips the test where none may be mounted."""
    folder.mkdir()
    try:
        _run("mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder))
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"a small disk cannot be mounted here ({error})")
    try:
        yield Disk(folder)
    finally:
        _run("umount", str(folder))


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)
