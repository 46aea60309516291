"""One open SQLite file, whose every trouble is a `JournalError` with a sentence."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from relaxapp.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

# The lowest byte of an extended SQLite result code is the kind of trouble.
_PRIMARY = 0xFF
_TROUBLES = {
    sqlite3.SQLITE_BUSY: "is in use by another program. Close the other program and try again.",
    sqlite3.SQLITE_LOCKED: "is in use by another program. Close the other program and try again.",
    sqlite3.SQLITE_FULL: "could not be written, because the disk is full. Make some room and try again.",
    sqlite3.SQLITE_READONLY: "cannot be changed. Check that you may write to it and to its folder.",
    sqlite3.SQLITE_PERM: "cannot be opened. Check that you may read and write it and its folder.",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened. Check that it is a file in a folder that you may write to.",
    sqlite3.SQLITE_IOERR: "could not be read or written. Check the disk it is on, and the room left there.",
    sqlite3.SQLITE_CORRUPT: (
        "is damaged. Close relaxapp and start it again: it will offer the last good copy."
    ),
    sqlite3.SQLITE_NOTADB: (
        "is damaged. Close relaxapp and start it again: it will offer the last good copy."
    ),
}
_DAMAGES = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})


def is_damage(error: sqlite3.Error) -> bool:
    """Whether the error says that the file's contents are no longer those of a database."""
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY in _DAMAGES


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Raises every SQLite error about the file at `path` as a `JournalError`.

    A `sqlite3.ProgrammingError` is a misuse of the library, hence a bug, and goes through.
    """
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & _PRIMARY
        trouble = _TROUBLES.get(code, f"could not be used ({error}). Nothing in it was changed.")
        raise JournalError(f"The journal {path} {trouble}") from error


class Database:
    """One open SQLite file. Each statement outside a `transaction` is a transaction of its own.

    Attributes:
        path: the file.
        patience_seconds: how long it waits for another program that is writing.
        connection: the connection to it, without implicit transactions.
    """

    def __init__(self, path: Path, patience_seconds: float) -> None:
        """Opens the file, and makes an empty one if there is none.

        Args:
            path: the file; its folder exists.
            patience_seconds: how long to wait for another program that is writing.

        Raises:
            JournalError: it cannot be opened.
        """
        self.path = path
        self.patience_seconds = patience_seconds
        with in_plain_words(path):
            self.connection = sqlite3.connect(path, timeout=patience_seconds, isolation_level=None)
            # SQLite's own lower() knows the letters of English only.
            self.connection.create_function("casefold", 1, str.casefold, deterministic=True)

    def rows(
        self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
    ) -> list[tuple[Any, ...]]:
        """Every row the statement gives."""
        with in_plain_words(self.path):
            return self.connection.execute(sql, parameters).fetchall()

    def write(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> int:
        """Carries the statement out; how many rows it changed."""
        with in_plain_words(self.path):
            return self.connection.execute(sql, parameters).rowcount

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Makes everything inside happen together, or not at all if anything is raised."""
        with in_plain_words(self.path):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                # SQLite has rolled back by itself after some errors, a full disk among them.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Lets go of the file; harmless when done twice."""
        with in_plain_words(self.path):
            self.connection.close()


def prepare(database: Database) -> None:
    """Has a journal's file written so that a pulled plug loses nothing, and loose ends are refused."""
    database.write("PRAGMA journal_mode = WAL")
    database.write("PRAGMA synchronous = FULL")
    database.write("PRAGMA foreign_keys = ON")
