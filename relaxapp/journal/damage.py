"""A journal that can no longer be read: noticed, set aside, and made good from a copy."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from relaxapp.errors import JournalError
from relaxapp.journal.backup import stamp
from relaxapp.journal.copying import soundness
from relaxapp.journal.database import COMPANIONS, Database, in_plain_words, is_damage
from relaxapp.journal.day import stored
from relaxapp.journal.impossible import impossible
from relaxapp.journal.schema import migrate, migrations

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from relaxapp.journal.backup import Backup

FILE_NAME = "journal.sqlite3"
"""What the journal's file is called in its folder."""
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

    def __init__(self, path: Path, reason: str, backup: Path | None, missing: str = "") -> None:
        self.path = path
        self.aside = tuple(file for file in _files(path) if file.exists())
        self.backup = backup
        offer = (
            f"The copy {backup.name} is whole: relaxapp can go on from it"
            if backup
            else "There is no whole copy of it: relaxapp can go on with an empty journal"
        )
        keep = ", and the damaged file is kept beside it" if self.aside else ""
        super().__init__(f"The journal {path} {reason}. {offer}{keep}. {missing}".rstrip())


def look_for_damage(
    folder: Path,
    *,
    thorough: bool,
    patience_seconds: float,
    was_there: Callable[[], bool],
    newest_good: Callable[[], Backup | None],
    since: Callable[[], datetime | None],
) -> None:
    """Checks the journal's file in `folder`; one that was never written is fine.

    Args:
        folder: where the journal is.
        thorough: whether to take the time for the longer check.
        patience_seconds: how long to wait for another program that is writing.
        was_there: finds out whether there was a journal before.
        newest_good: finds the newest whole copy of it.
        since: finds out from when on this computer's daybook has everything; None if nobody can tell.

    Raises:
        DamagedJournal: it is damaged, or gone though it was there before.
        JournalError: it cannot be read for another reason.
    """
    path = folder / FILE_NAME
    if _is_empty(path):
        if not was_there() and _is_empty(_files(path)[1]):
            return
        finding = "is empty" if path.exists() else "is gone"
    else:
        trouble = _trouble(path, thorough=thorough, patience_seconds=patience_seconds)
        if not trouble:
            return
        finding = f"is damaged ({trouble})"
    backup = newest_good()
    whole = None if backup is None else backup.path
    raise DamagedJournal(path, finding, whole, _missing(backup, since()))


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


def _trouble(path: Path, *, thorough: bool, patience_seconds: float) -> str:
    with closing(Database(path, patience_seconds)) as database:
        try:
            return soundness(database.connection, thorough=thorough) or _impossible(database)
        except sqlite3.Error as error:
            if not is_damage(error):
                with in_plain_words(path):
                    raise
            return str(error)


def _impossible(database: Database) -> str:
    """What SQLite finds sound and cannot be, in tables of today; older ones are brought up to date first."""
    [(version,)] = database.rows("PRAGMA user_version")
    return impossible(database) if version == migrations()[-1].version else ""


def _missing(backup: Backup | None, since: datetime | None) -> str:
    """What a journal will lack that goes on from a copy, and from the daybook of this computer."""
    if backup is None:
        return (
            f"What was entered on this computer since {_written(since)} will be brought back from "
            "its daybook."
            if since
            else ""
        )
    made = _written(backup.made_at)
    if since is None:
        return f"What was entered after that copy was made ({made}) will be missing."
    if stored(since) <= stored(backup.made_at):
        return (
            f"What was entered on this computer since that copy was made ({made}) will be brought "
            "back from its daybook, so that nothing of it is missing."
        )
    return (
        f"What was entered between that copy ({made}) and {_written(since)} will be missing; what "
        "was entered on this computer since will be brought back from its daybook."
    )


def _written(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M}"


def _files(path: Path) -> tuple[Path, ...]:
    return (path, *(path.with_name(path.name + companion) for companion in COMPANIONS))


def _is_empty(path: Path) -> bool:
    # SQLite takes a single byte for nothing at all, and would write over it.
    return not path.exists() or (path.is_file() and path.stat().st_size <= 1)


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
