"""A lock on a file that one process holds at a time, and that the system lets go of when it dies."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Claim:
    """The claim to be the only one in a folder.

    Taken before there is a window, so it has to be cheap: no package is loaded for it.

    Args:
        path: the file, made when it is first needed and left where it is.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle: int | None = None

    @property
    def is_held(self) -> bool:
        """Whether this object holds it."""
        return self._handle is not None

    def take(self) -> bool:
        """Takes it unless somebody holds it; whether it is held now.

        Raises:
            OSError: it cannot be told, since the file or its system do not allow for locks.
        """
        if self._handle is not None:
            return True
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            is_taken = _lock(handle)
        except OSError:
            os.close(handle)
            raise
        if is_taken:
            self._handle = handle
        else:
            os.close(handle)
        return is_taken

    def let_go(self) -> None:
        """Lets somebody else take it; harmless if it was not held."""
        handle, self._handle = self._handle, None
        if handle is not None:
            # The file stays: to remove it would let two hold two files of the same name.
            with suppress(OSError):
                os.close(handle)


if sys.platform == "win32":

    def _lock(handle: int) -> bool:
        import msvcrt  # noqa: PLC0415 - Windows has it

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

else:

    def _lock(handle: int) -> bool:
        import fcntl  # noqa: PLC0415 - Windows has it not

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
