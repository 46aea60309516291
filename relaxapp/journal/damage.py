"""A journal that can no longer be read: noticed, set aside, and made good from a copy."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from relaxapp.errors import JournalError
from relaxapp.journal.backup import backups, newest_good, soundness, stamp
from relaxapp.journal.database import Database, in_plain_words, is_damage
from relaxapp.journal.schema import migrate, migrations

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

FILE_NAME = "journal.sqlite3"
"""What the journal's file is called in its folder."""
_COMPANIONS = ("-wal", "-shm")
PATIENCE_SECONDS = 5.0
"""How long to wait for another program that is writing."""


class DamagedJournal(JournalError):  # noqa: N818 -- what it is, as it is told to the person
    """The journal's file is damaged, or gone while copies of it are there; nothing was changed.

    `recover` sets it aside and goes on from `backup` or with an empty journal.

    Attributes:
        path: the journal's file.
        aside: the files that `recover` would set aside; empty if the file is gone.
        backup: the newest copy that is whole; None if there is none.
    """

    def __init__(self, path: Path, reason: str, backup: Path | None) -> None:
        self.path = path
        self.aside = tuple(file for file in _files(path) if file.exists())
        self.backup = backup
        offer = (
            f"The copy {backup.name} is whole: relaxapp can go on from it"
            if backup
            else "There is no whole copy of it: relaxapp can go on with an empty journal"
        )
        keep = ", and the damaged file is kept beside it" if self.aside else ""
        super().__init__(f"The journal {path} {reason}. {offer}{keep}.")


def look_for_damage(folder: Path, *, thorough: bool, patience_seconds: float) -> None:
    """Checks the journal's file in `folder`; one that was never written is fine.

    Args:
        folder: where the journal is.
        thorough: whether to take the time for the longer check.
        patience_seconds: how long to wait for another program that is writing.

    Raises:
        DamagedJournal: it is damaged, or gone while copies of it are there.
        JournalError: it cannot be read for another reason.
    """
    path = folder / FILE_NAME
    if _is_empty(path):
        if backups(folder) or not _is_empty(_files(path)[1]):
            reason = "is empty" if path.exists() else "is gone"
            raise DamagedJournal(path, reason, newest_good(folder))
        return
    database = Database(path, patience_seconds)
    try:
        finding = soundness(database.connection, thorough=thorough)
    except sqlite3.Error as error:
        if not is_damage(error):
            with in_plain_words(path):
                raise
        finding = str(error)
    finally:
        database.close()
    if finding:
        raise DamagedJournal(path, f"is damaged ({finding})", newest_good(folder))


def recover(folder: Path, backup: Path | None, at: datetime) -> tuple[Path, ...]:
    """Sets the journal's file in `folder` aside and puts a copy, or an empty journal, in its place.

    Args:
        folder: where the journal is.
        backup: the copy to go on from; it is left where it is. None begins an empty journal.
        at: now, for the name of what is set aside.

    Returns:
        The files set aside, under the names they have now; nothing was overwritten.

    Raises:
        JournalError: a file could not be moved or copied.
    """
    path = folder / FILE_NAME
    try:
        aside = _set_aside(path, at)
        if backup is not None:
            partial = path.with_name(f"{path.name}.partial")
            shutil.copyfile(backup, partial)
            partial.replace(path)
    except OSError as error:
        raise JournalError(
            f"The journal {path} could not be put in order ({error.strerror or error}). Check "
            "that you may write to its folder, that no other relaxapp is running, and that the "
            "disk has room."
        ) from error
    if backup is None:
        with closing(Database(path, PATIENCE_SECONDS)) as database:
            migrate(database, migrations(), lambda _: None)
    return aside


def _files(path: Path) -> tuple[Path, ...]:
    return (path, *(path.with_name(path.name + companion) for companion in _COMPANIONS))


def _is_empty(path: Path) -> bool:
    return not path.exists() or (path.is_file() and path.stat().st_size == 0)


def _set_aside(path: Path, at: datetime) -> tuple[Path, ...]:
    target = path.with_name(f"journal-damaged-{stamp(at)}.sqlite3")
    number = 1
    while any(file.exists() for file in _files(target)):
        number += 1
        target = path.with_name(f"journal-damaged-{stamp(at)}-{number}.sqlite3")
    # The companions first: were the file to go alone, a new one would take them for its own.
    moves = [
        (old, new)
        for old, new in reversed(list(zip(_files(path), _files(target), strict=True)))
        if old.exists()
    ]
    for old, new in moves:
        old.rename(new)
    return tuple(new for _, new in reversed(moves))
