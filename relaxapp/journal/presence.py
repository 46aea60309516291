"""Whether anybody has a journal's file open: by a lock that the system lets go of when a process dies."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

try:
    import fcntl
except ImportError:
    # Windows, where no file can be exchanged or removed while it is open.
    _CAN_LOCK = False
else:
    _CAN_LOCK = True

_END = ".open"


class Presence:
    """One opening of one file, which may be exchanged for another one at the same path meanwhile.

    Attributes:
        is_known: whether there is a file.
        is_alone: whether there is one, and nobody else, in this process or another one, had it open.
            Nobody can open it then until `let_others_in`.
    """

    def __init__(self, path: Path, folder: Path) -> None:
        """Receives the file, and a folder for the lock of each file, which is made if missing."""
        self.is_known = path.is_file()
        self.is_alone = self.is_known and not _CAN_LOCK
        self._descriptor: int | None = None
        if self.is_known and _CAN_LOCK:
            details = path.stat()
            self._lock = folder / f"{details.st_dev:x}-{details.st_ino:x}{_END}"
            # Where no lock can be had, somebody may well be there.
            with suppress(OSError):
                folder.mkdir(exist_ok=True)
                self._descriptor = os.open(self._lock, os.O_RDWR | os.O_CREAT, 0o666)
                self.is_alone = _lock_alone(self._descriptor)
                if not self.is_alone:
                    fcntl.flock(self._descriptor, fcntl.LOCK_SH)

    def let_others_in(self) -> None:
        """Lets others open the file from now on."""
        if self._descriptor is not None:
            with suppress(OSError):
                fcntl.flock(self._descriptor, fcntl.LOCK_SH)

    def close(self) -> None:
        """Says that the file is not open here any more; harmless when done twice."""
        if self._descriptor is not None:
            with suppress(OSError):
                # Whoever comes now makes a file of their own.
                if _lock_alone(self._descriptor):
                    self._lock.unlink(missing_ok=True)
            os.close(self._descriptor)
            self._descriptor = None


def _lock_alone(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
