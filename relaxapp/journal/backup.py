"""Copies of the journal: one a day, seven kept, and one before every change of its tables."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from relaxapp.errors import JournalError
from relaxapp.journal.database import in_plain_words
from relaxapp.journal.schema import APPLICATION_ID, migrations

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from relaxapp.journal.database import Database

KEPT = 7
"""How many daily copies are kept."""


def backups_folder(folder: Path) -> Path:
    """Where the copies of the journal in `folder` are."""
    return folder / "backups"


def backups(folder: Path) -> tuple[Path, ...]:
    """The copies of the journal in `folder`: the daily ones, newest first, then all others."""
    found = backups_folder(folder)
    return (
        *sorted(found.glob("journal-*.sqlite3"), reverse=True),
        *sorted(found.glob("before-*.sqlite3"), reverse=True),
    )


def newest_good(folder: Path) -> Path | None:
    """The newest copy that is whole and that this relaxapp can read; None if there is none."""
    return next((path for path in backups(folder) if _is_good(path)), None)


def soundness(connection: sqlite3.Connection, *, thorough: bool) -> str:
    """What is wrong with an open database in SQLite's own words; empty if nothing is.

    The thorough check compares the indexes with their tables as well, and takes longer.
    """
    check = "integrity_check" if thorough else "quick_check"
    # More than the first finding would only be more to read.
    finding = str(connection.execute(f"PRAGMA {check}(1)").fetchone()[0])
    return "" if finding == "ok" else finding.splitlines()[-1]


def todays_backup(folder: Path, today: date) -> Path:
    """Where the copy of that day is, or will be."""
    return backups_folder(folder) / f"journal-{today.isoformat()}.sqlite3"


def back_up_today(database: Database, folder: Path, today: date) -> None:
    """Makes the copy of the day, unless there is one, and lets the oldest beyond seven go.

    A journal without a session is not copied: it would push a copy worth having out.

    Raises:
        JournalError: the copy cannot be made.
    """
    target = todays_backup(folder, today)
    if target.exists() or not database.rows("SELECT 1 FROM sessions LIMIT 1"):
        return
    _copy(database, target)
    for old in sorted(target.parent.glob("journal-*.sqlite3"), reverse=True)[KEPT:]:
        old.unlink(missing_ok=True)


def back_up_before_migration(database: Database, folder: Path, version: int, at: datetime) -> None:
    """Makes a copy, to be kept for good, of a journal with tables of that version.

    Raises:
        JournalError: the copy cannot be made.
    """
    _copy(database, vacant(backups_folder(folder) / f"before-v{version + 1}-{stamp(at)}.sqlite3"))


def stamp(at: datetime) -> str:
    """An instant as a part of a file's name."""
    return at.strftime("%Y%m%d-%H%M%S")


def vacant(path: Path) -> Path:
    """`path`, or the same with a number, so that nothing has that name."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_stem(f"{path.stem}-{number}")
    return candidate


def _copy(database: Database, target: Path) -> None:
    partial = target.with_name(f"{target.name}.{os.getpid()}.partial")
    try:
        target.parent.mkdir(exist_ok=True)
        partial.unlink(missing_ok=True)
        with in_plain_words(partial), closing(sqlite3.connect(partial)) as copy:
            database.connection.backup(copy)
            # One file without companions, which can be opened where nothing may be written.
            copy.execute("PRAGMA journal_mode = DELETE")
        partial.replace(target)
    except (OSError, JournalError) as error:
        raise JournalError(
            f"No safety copy of the journal could be made in {target.parent}: {error}"
        ) from error
    finally:
        if partial.is_file():
            partial.unlink()


def _is_good(path: Path) -> bool:
    latest = migrations()[-1].version
    address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    try:
        with closing(sqlite3.connect(address, uri=True)) as copy:
            [(application_id,)] = copy.execute("PRAGMA application_id").fetchall()
            [(version,)] = copy.execute("PRAGMA user_version").fetchall()
            return (
                application_id == APPLICATION_ID
                and 0 < version <= latest
                and not soundness(copy, thorough=True)
            )
    except sqlite3.Error:
        return False
