"""What there is to see of a journal after something has happened to it."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from relaxapp.journal import deletions, factors
from relaxapp.journal.backup import backups_folder
from relaxapp.journal.damage import FILE_NAME
from relaxapp.journal.merge import Contents
from relaxapp.journal.opening import open_journal
from tests.journal.faults.evening import START

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from relaxapp.journal.entry import Entry
    from relaxapp.journal.journal import Journal


def opened(folder: Path, now: Callable[[], datetime] = lambda: START) -> Journal:
    """The journal in that folder, as the computer opens it that wrote it all."""
    return open_journal(folder, now, patience_seconds=0.01, computer="here")


def assert_sound(file: Path) -> None:
    """SQLite finds nothing wrong with it, nor with what lies beside it."""
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert not database.execute("PRAGMA foreign_key_check").fetchall()


def contents(folder: Path) -> Contents:
    """All that the journal in that folder knows, once it was found to be sound."""
    assert_sound(folder / FILE_NAME)
    with opened(folder) as journal:
        assert "although nobody wrote" not in journal.notice
        return Contents(
            journal.entries(),
            deletions.all_of_them(journal.database),
            factors.all_of_them(journal.database),
        )


def sessions(folder: Path) -> dict[str, Entry]:
    """Its sessions, by name."""
    return {entry.uuid: entry for entry in contents(folder).entries}


def copies(folder: Path) -> set[Path]:
    """The copies of the journal in that folder, and whatever else lies beside them."""
    return set(backups_folder(folder).iterdir())


def copied(journal: Path, target: Path) -> Path:
    """A copy of a journal's folder, with a log that is taken for its own."""
    shutil.copytree(journal, target)
    for record in target.glob("daybooks/*.file"):
        # It knows the file that was copied by the number that the file system gave it.
        record.unlink()
    return target
