"""Which sessions a living process is at: it holds a lock on a file of each session's own."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from relaxapp.errors import JournalError

if TYPE_CHECKING:
    from pathlib import Path

    from filelock import BaseFileLock


class RunningSessions:
    """The running sessions this process is at; the system lets go of the locks of one that died."""

    def __init__(self, folder: Path) -> None:
        """Receives the folder for the lock files, which is made when first needed."""
        self._folder = folder
        self._held: dict[str, BaseFileLock] = {}

    def beside(self) -> RunningSessions:
        """Running sessions of the same folder, for who is at none of them."""
        return RunningSessions(self._folder)

    def hold(self, uuid: str) -> None:
        """Says that this process is at the session.

        Raises:
            JournalError: the lock file cannot be made, or another process holds it.
        """
        if uuid in self._held:
            return
        lock = self._lock(uuid)
        if lock is None:
            raise JournalError(f"Another relaxapp is at this session already ({self._path(uuid)}).")
        self._held[uuid] = lock

    def let_go(self, uuid: str) -> None:
        """Says that this process is done with the session; harmless if it never was at it."""
        lock = self._held.pop(uuid, None)
        if lock is not None:
            self._release(lock, uuid)

    def let_go_of_all(self) -> None:
        """Says so of every session."""
        for uuid in tuple(self._held):
            self.let_go(uuid)

    def is_abandoned(self, uuid: str) -> bool:
        """Whether no living process is at the session; its lock file is then removed.

        Raises:
            JournalError: the lock file cannot be opened.
        """
        if uuid in self._held:
            return False
        lock = self._lock(uuid)
        if lock is None:
            return False
        self._release(lock, uuid)
        return True

    def _path(self, uuid: str) -> Path:
        return self._folder / f"{uuid}.lock"

    def _lock(self, uuid: str) -> BaseFileLock | None:
        # Only a session that starts, or one left over, has to wait for this import.
        from filelock import FileLock, Timeout  # noqa: PLC0415

        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self._path(uuid))
            lock.acquire(timeout=0)
        except Timeout:
            return None
        except OSError as error:
            raise JournalError(
                f"The journal cannot keep track of running sessions in {self._folder} "
                f"({error.strerror or error}). Check that you may write there."
            ) from error
        return lock

    def _release(self, lock: BaseFileLock, uuid: str) -> None:
        lock.release()
        # A file left behind does no harm: nobody holds it.
        with suppress(OSError):
            self._path(uuid).unlink(missing_ok=True)
