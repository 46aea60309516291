"""One open SQLite file, whose every trouble is a `JournalError` with a sentence."""

from __future__ import annotations

import sqlite3
from array import array
from contextlib import contextmanager, suppress
from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING, Any

from relaxapp.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from relaxapp.journal.presence import Presence

COMPANIONS = ("-wal", "-shm")
"""How the names of the files end that SQLite keeps beside an open one."""

# The lowest byte of an extended SQLite result code is the kind of trouble.
_PRIMARY = 0xFF
_DAMAGED = "is damaged. Close relaxapp and start it again: it will offer the last good copy."
_LOOK_AGAIN_SECONDS = 0.003
_TROUBLES = {
    sqlite3.SQLITE_BUSY: "is in use by another program. Close the other program and try again.",
    sqlite3.SQLITE_LOCKED: "is in use by another program. Close the other program and try again.",
    sqlite3.SQLITE_FULL: "could not be written, because the disk is full. Make some room and try again.",
    sqlite3.SQLITE_READONLY: "cannot be changed. Check that you may write to it and to its folder.",
    sqlite3.SQLITE_PERM: "cannot be opened. Check that you may read and write it and its folder.",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened. Check that it is a file in a folder that you may write to.",
    sqlite3.SQLITE_IOERR: "could not be read or written. Check the disk it is on, and the room left there.",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _DAMAGED,
}
# SQLite takes 999 values in one statement everywhere; fewer would only mean more statements.
_VALUES_AT_ONCE = 500
# Of SQLite's machine: some milliseconds.
_STEPS_BETWEEN_LOOKS = 20_000
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
    except UnicodeDecodeError as error:
        # SQLite's own sentence quotes what it cannot make sense of.
        raise JournalError(f"The journal {path} {_DAMAGED}") from error
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
        address: what SQLite calls the file, and how it is opened.
    """

    def __init__(self, path: Path, patience_seconds: float, *, read_only: bool = False) -> None:
        """Opens the file, and makes an empty one if there is none.

        Args:
            path: the file; its folder exists.
            patience_seconds: how long to wait for another program that is writing.
            read_only: whether it is a file that nobody writes to: it is then read by itself, and
                nothing is made beside it, as on a medium that cannot be written.

        Raises:
            JournalError: it cannot be opened.
        """
        self.path = path
        self.patience_seconds = patience_seconds
        self.address = path.absolute().as_uri() + ("?mode=ro&immutable=1" if read_only else "")
        with in_plain_words(path):
            self.connection = sqlite3.connect(
                self.address, timeout=patience_seconds, isolation_level=None, uri=True
            )
            # SQLite's own lower() knows the letters of English only.
            self.connection.create_function("casefold", 1, str.casefold, deterministic=True)
        self._files = {path: _identity(path)}
        self._kept: Presence | None = None

    def rows(
        self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
    ) -> list[tuple[Any, ...]]:
        """Every row the statement gives."""
        with in_plain_words(self.path):
            try:
                return self.connection.execute(sql, parameters).fetchall()
            except sqlite3.OperationalError as error:
                if hasattr(error, "sqlite_errorcode"):
                    raise
            # A byte of a text has gone bad. All else is to be read, and the place to be seen.
            self.connection.text_factory = _legible
            try:
                return self.connection.execute(sql, parameters).fetchall()
            finally:
                self.connection.text_factory = str

    def rows_among(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        """Every row the statement gives for any of many values.

        Args:
            sql: says `{among}` where the values are to stand in brackets.
            values: however many.
        """
        found: list[tuple[Any, ...]] = []
        for first in range(0, len(values), _VALUES_AT_ONCE):
            some = values[first : first + _VALUES_AT_ONCE]
            found += self.rows(sql.format(among=", ".join("?" * len(some))), some)
        return found

    def numbers(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> array[int]:
        """The whole numbers that a statement with one column gives; a million of them in 8 MB."""
        with in_plain_words(self.path):
            return array("q", chain.from_iterable(self.connection.execute(sql, parameters)))

    def write(self, sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> int:
        """Carries the statement out; how many rows it changed."""
        with in_plain_words(self.path):
            return self.connection.execute(sql, parameters).rowcount

    def write_many(self, sql: str, rows: Iterable[Sequence[Any] | Mapping[str, Any]]) -> None:
        """Carries the statement out for each row of parameters. Inside a transaction."""
        with in_plain_words(self.path):
            self.connection.executemany(sql, rows)

    @contextmanager
    def made_sense_of(self) -> Iterator[None]:
        """Raises it as a `JournalError` where what was read cannot be what was written."""
        try:
            yield
        except (ValueError, OverflowError, TypeError) as error:
            raise JournalError(f"The journal {self.path} {_DAMAGED}") from error

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Makes everything inside happen together, or not at all if anything is raised."""
        with in_plain_words(self.path):
            self._begin()
            try:
                yield
                self.connection.execute("COMMIT")
            except BaseException:
                # SQLite has rolled back by itself after some errors, a full disk among them.
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Shows the file inside as it is at the first look, whatever others write; for reading alone."""
        with in_plain_words(self.path):
            self.connection.execute("BEGIN")
            try:
                yield
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    @contextmanager
    def beside(self, other: Database) -> Iterator[None]:
        """Has another file's tables here inside, to be compared: they go by `other.` and their names."""
        self.write("ATTACH ? AS other", (other.address,))
        try:
            yield
        finally:
            self.write("DETACH other")

    def settle(self) -> None:
        """Has all that was written in the file itself, so that a copy of it alone is whole.

        Left for the next time where another program is reading or writing just now.
        """
        # What cannot be moved now is as safe in the log beside the file; whatever is wrong shows
        # when something is read or written for its own sake.
        self._wait_for(0)
        with suppress(sqlite3.Error):
            self.connection.execute("PRAGMA main.wal_checkpoint(TRUNCATE)").fetchall()
        self._wait_for(self.patience_seconds)

    def keep(self, presence: Presence) -> None:
        """Keeps what says that the file is open here for as long as it is."""
        self._kept = presence

    @property
    def is_in_place(self) -> bool:
        """Whether the file is still the one at its path: not exchanged for another, and not gone."""
        return _identity(self.path) == self._files[self.path]

    def remember_companions(self) -> None:
        """Notes which files SQLite keeps beside this one, once it has made them."""
        for end in COMPANIONS:
            companion = self.path.with_name(self.path.name + end)
            self._files[companion] = _identity(companion)

    def part_with_companions(self) -> None:
        """Removes the files beside one that was exchanged; they would be taken for the new one's.

        Whoever has them open goes on with them.
        """
        for file, identity in self._files.items():
            if file != self.path and identity is not None and _identity(file) == identity:
                # Systems that keep open files from being removed keep them from being exchanged.
                with suppress(OSError):
                    file.unlink()

    def _begin(self) -> None:
        """Begins to write as soon as nobody else does.

        SQLite looks ever more rarely, ten times a second in the end; another program that writes
        without a pause would hardly ever be caught between two changes.
        """
        self._wait_for(min(_LOOK_AGAIN_SECONDS, self.patience_seconds))
        gives_up_at = monotonic() + self.patience_seconds
        try:
            while True:
                try:
                    self.connection.execute("BEGIN IMMEDIATE")
                except sqlite3.OperationalError as error:
                    is_busy = error.sqlite_errorcode & _PRIMARY == sqlite3.SQLITE_BUSY
                    if not is_busy or monotonic() >= gives_up_at:
                        raise
                else:
                    return
        finally:
            self._wait_for(self.patience_seconds)

    def _wait_for(self, seconds: float) -> None:
        self.connection.execute(f"PRAGMA busy_timeout = {round(seconds * 1000)}")

    def break_off_when(self, is_unwanted: Callable[[], bool]) -> None:
        """Has every statement end in a `JournalError` as soon as nobody wants it any more.

        Args:
            is_unwanted: asked again and again while a statement runs.
        """
        self.connection.set_progress_handler(is_unwanted, _STEPS_BETWEEN_LOOKS)

    def close(self) -> None:
        """Lets go of the file; harmless when done twice."""
        with in_plain_words(self.path):
            self.connection.close()
        if self._kept is not None:
            self._kept.close()


def prepare(database: Database) -> None:
    """Has a journal's file written so that a pulled plug loses nothing, and loose ends are refused."""
    database.write("PRAGMA journal_mode = WAL")
    database.write("PRAGMA synchronous = FULL")
    database.write("PRAGMA foreign_keys = ON")
    # SQLite makes the files beside this one at the first look into it.
    database.rows("SELECT 1 FROM sqlite_master LIMIT 1")
    database.remember_companions()


def _legible(text: bytes) -> str:
    return text.decode(errors="replace")


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells a file from another one that takes its name; None if there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
