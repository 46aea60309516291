"""The shape of the journal's tables, brought up to date by numbered migrations."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.errors import JournalError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from relaxapp.journal.database import Database

APPLICATION_ID = int.from_bytes(b"RLXJ", "big")
"""What SQLite's header says of a file that is a journal of relaxapp."""


@dataclass(frozen=True, slots=True)
class Migration:
    """The way from one version of the tables to the next.

    Attributes:
        version: the version it leads to, from 1.
        sql: its statements, with no BEGIN and no COMMIT.
    """

    version: int
    sql: str

    @property
    def statements(self) -> Iterator[str]:
        """The statements one by one; `executescript` would commit between them."""
        statement = ""
        for line in self.sql.splitlines(keepends=True):
            statement += line
            if sqlite3.complete_statement(statement):
                yield statement
                statement = ""


def migrations() -> tuple[Migration, ...]:
    """All migrations that this relaxapp knows, in order."""
    files = sorted(Path(__file__).with_name("migrations").glob("[0-9]*.sql"))
    return tuple(Migration(int(file.stem), file.read_text("utf-8")) for file in files)


def version(database: Database) -> int:
    """Which version the tables have; 0 in an empty file.

    Raises:
        JournalError: the file is another program's database.
    """
    [(found,)] = database.rows("PRAGMA user_version")
    [(application_id,)] = database.rows("PRAGMA application_id")
    is_empty = found == 0 and not database.rows("SELECT 1 FROM sqlite_master LIMIT 1")
    if application_id != APPLICATION_ID and not is_empty:
        raise JournalError(
            f"{database.path} is a database, but not a journal of relaxapp. "
            "Move it out of the way, or choose another folder with --data-dir."
        )
    return int(found)


def migrate(
    database: Database,
    known: Sequence[Migration],
    before: Callable[[int], None],
) -> None:
    """Brings the tables up to the last version in `known`, each step in one transaction.

    Args:
        database: the open file, with foreign keys not yet enforced.
        known: the migrations, in order.
        before: called with the version the tables have now, before they are changed; not called
            for an empty file.

    Raises:
        JournalError: the tables are newer than the last version in `known`, or a step failed; the
            tables are then as the step before it left them.
    """
    found = version(database)
    latest = known[-1].version
    if found > latest:
        raise JournalError(
            f"The journal {database.path} was written by a newer relaxapp (version {found} of its "
            f"tables; this relaxapp knows {latest}). Update relaxapp, or choose another folder "
            "with --data-dir. Nothing was changed."
        )
    if 0 < found < latest:
        before(found)
    for migration in known[found:]:
        with database.transaction():
            # Another process may have done this very step while this one waited for its turn.
            if version(database) < migration.version:
                _carry_out(database, migration)


def _carry_out(database: Database, migration: Migration) -> None:
    for statement in migration.statements:
        database.write(statement)
    if database.rows("PRAGMA foreign_key_check"):
        raise JournalError(
            f"The journal {database.path} could not be brought up to date (step "
            f"{migration.version} left loose ends). Nothing was changed; please report this."
        )
    database.write(f"PRAGMA user_version = {migration.version}")
