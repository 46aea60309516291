"""Copies of a journal's file: made through SQLite, and opened without being touched."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING

from relaxapp.errors import JournalError
from relaxapp.journal.database import COMPANIONS, Database, in_plain_words
from relaxapp.journal.schema import APPLICATION_ID, migrate, migrations

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

_HEADER_BYTES = 72
"""As far as the application id in the header of a SQLite file (https://sqlite.org/fileformat.html)."""
_OLD_SECONDS = 24 * 3600
_MAGIC = b"SQLite format 3\0"


def copy_to(database: Database, target: Path, at: datetime) -> None:
    """Copies an open journal to a file, which is there whole or not at all.

    Args:
        database: the journal; others may write to it meanwhile, and of a change that is under way
            nothing is copied.
        target: the file; one of that name is replaced.
        at: now, which becomes the file's time.

    Raises:
        JournalError: it cannot be written.
        OSError: the same, as the system tells it.
    """
    partial = target.with_name(f"{target.name}.{os.getpid()}.partial")
    try:
        partial.unlink(missing_ok=True)
        with (
            in_plain_words(partial),
            _as_written(database) as source,
            closing(sqlite3.connect(partial)) as copy,
        ):
            source.backup(copy)
            # One file without companions, which can be opened where nothing may be written.
            copy.execute("PRAGMA journal_mode = DELETE")
        os.utime(partial, (at.timestamp(), at.timestamp()))
        partial.replace(target)
    finally:
        for file in (partial, *(partial.with_name(partial.name + end) for end in COMPANIONS)):
            if file.is_file():
                file.unlink()


def sweep(folder: Path, at: datetime) -> None:
    """Removes what copies have left in a folder that were cut off, once they are a day old."""
    with suppress(OSError):
        for file in folder.glob("*.partial*"):
            if at.timestamp() - file.stat().st_mtime > _OLD_SECONDS:
                file.unlink()


def is_journal(path: Path) -> bool:
    """Whether a file calls itself a journal of relaxapp; one that cannot be read does not."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError:
        return False
    return header.startswith(_MAGIC) and header[68:] == APPLICATION_ID.to_bytes(4, "big")


def soundness(connection: sqlite3.Connection, *, thorough: bool) -> str:
    """What is wrong with an open database in SQLite's own words; empty if nothing is.

    The thorough check compares the indexes with their tables as well, and takes longer.
    """
    check = "integrity_check" if thorough else "quick_check"
    try:
        # More than the first finding would only be more to read.
        finding = str(connection.execute(f"PRAGMA {check}(1)").fetchone()[0])
    except UnicodeDecodeError:
        # SQLite itself is cut short by quoting what it cannot make sense of.
        return "the description of its tables is no text"
    return "" if finding == "ok" else finding.splitlines()[-1]


@contextmanager
def opened_copy(path: Path) -> Iterator[Database]:
    """A whole copy, with whatever version of the tables it has, for reading alone.

    Nothing is written, not even beside it.

    Raises:
        JournalError: it cannot be read, is damaged, or no journal that this relaxapp knows.
    """
    if not path.is_file():
        raise JournalError(f"There is no file {path}.")
    if not is_journal(path):
        raise JournalError(f"{path} is not a journal of relaxapp, or its beginning is damaged.")
    with closing(Database(path, patience_seconds=0, read_only=True)) as copy:
        version, finding = _looked_over(copy)
        if finding:
            raise JournalError(f"{path} is damaged ({finding}).")
        if version > migrations()[-1].version:
            raise JournalError(
                f"{path} was written by a newer relaxapp. Update relaxapp to use it; nothing was changed."
            )
        yield copy


@contextmanager
def up_to_date(path: Path, scratch: Path) -> Iterator[Database]:
    """The same with the tables of today: of an older journal, or one left open, a copy is read.

    Args:
        path: the copy, which is not changed.
        scratch: where the file may be that is read in its place; it is gone afterwards.

    Raises:
        JournalError: as above, or the scratch file cannot be written.
    """
    log = path.with_name(f"{path.name}-wal")
    with opened_copy(path) as copy:
        [(version,)] = copy.rows("PRAGMA user_version")
        if version == migrations()[-1].version and not _has_something(log):
            yield copy
            return
    companions = [scratch.with_name(scratch.name + end) for end in ("-wal", "-shm", "-journal")]
    try:
        with in_plain_words(scratch):
            shutil.copyfile(path, scratch)
            if _has_something(log):
                shutil.copyfile(log, companions[0])
        with closing(Database(scratch, patience_seconds=0)) as copy:
            migrate(copy, migrations(), lambda _: None)
            yield copy
    except OSError as error:
        raise JournalError(
            f"{path} could not be read through {scratch.parent} ({error.strerror or error}). Check "
            "that you may write there, and that the disk has room."
        ) from error
    finally:
        for file in (scratch, *companions):
            if file.is_file():
                file.unlink()


@contextmanager
def _as_written(database: Database) -> Iterator[sqlite3.Connection]:
    """A connection that can be copied: one in the middle of a change would wait for its own end."""
    if not database.connection.in_transaction:
        yield database.connection
        return
    with closing(sqlite3.connect(database.address, uri=True)) as connection:
        yield connection


def _looked_over(copy: Database) -> tuple[int, str]:
    try:
        [(version,)] = copy.connection.execute("PRAGMA user_version").fetchall()
        finding = soundness(copy.connection, thorough=True)
    except sqlite3.Error as error:
        return 0, str(error)
    return version, finding or ("" if version else "it has no tables")


def _has_something(file: Path) -> bool:
    return file.is_file() and file.stat().st_size > 0
