"""The tables are brought up to date in whole steps, and never from a version that is not known."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import JournalError
from relaxapp.journal.damage import FILE_NAME
from relaxapp.journal.entry import Mark, MarkKind, Outcome
from relaxapp.journal.opening import open_journal
from relaxapp.journal.schema import APPLICATION_ID, Migration, migrations

if TYPE_CHECKING:
    from relaxapp.journal.entry import Plan
    from tests.journal.conftest import Clock

DATABASES = Path(__file__).parent.parent / "databases"
LATEST = migrations()[-1].version
NEXT = Migration(
    LATEST + 1,
    "-- With a comment; and a semicolon.\n"
    "ALTER TABLE sessions ADD COLUMN mood TEXT NOT NULL DEFAULT 'a;b';\n"
    "CREATE TABLE moods (day INTEGER PRIMARY KEY);\n",
)


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def tables_of(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        return {name for (name,) in rows}


def test_migrations_are_numbered_from_one_without_gaps() -> None:
    assert [migration.version for migration in migrations()] == list(range(1, LATEST + 1))


def test_a_new_journal_has_the_latest_tables_and_says_what_it_is(
    tmp_path: Path, clock: Clock
) -> None:
    with open_journal(tmp_path, clock) as journal:
        assert journal.database.rows("PRAGMA user_version") == [(LATEST,)]
        assert journal.database.rows("PRAGMA application_id") == [(APPLICATION_ID,)]
        assert journal.database.rows("PRAGMA foreign_keys") == [(1,)]


@pytest.mark.parametrize(
    "database", sorted(DATABASES.glob("*.sqlite3")), ids=lambda file: file.stem
)
def test_a_journal_of_every_earlier_version_opens_with_everything_in_it(
    tmp_path: Path, clock: Clock, database: Path
) -> None:
    shutil.copy(database, tmp_path / FILE_NAME)
    with open_journal(tmp_path, clock) as journal:
        stopped, by_hand, finished = journal.entries()
    assert finished.title == "Shoulders, neck and jaw"
    assert finished.outcome is Outcome.FINISHED
    assert finished.started_at.isoformat() == "2026-01-15T21:40:00+01:00"
    assert finished.ended_at == finished.started_at + timedelta(seconds=490)
    assert (finished.practised_seconds, finished.paused_seconds) == (480, 10)
    assert (finished.skipped_steps, finished.tension_change) == (1, -4)
    assert finished.marks_before == (
        Mark("jaw", MarkKind.TENSION, 2),
        Mark("left eye", MarkKind.TWITCHING, 1),
    )
    assert finished.marks_after == (Mark("left eye", MarkKind.TWITCHING, 1),)
    assert (finished.note, finished.tags) == ("Grüße aus dem Bett.", ("evening", "bed"))
    assert (finished.voice, finished.fingerprint) == ("rms", "4f2a")
    assert stopped.outcome is Outcome.STOPPED
    assert stopped.started_at.isoformat() == "2026-07-02T01:15:00+05:45"
    assert (by_hand.by_hand, by_hand.practised_seconds) == (True, 900)


def test_a_journal_is_copied_before_its_tables_change(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    with open_journal(tmp_path, clock) as journal:
        journal.begin(plan)
    with open_journal(tmp_path, clock, known=(*migrations(), NEXT)) as journal:
        assert journal.database.rows("PRAGMA user_version") == [(NEXT.version,)]
        assert journal.database.rows("SELECT mood FROM sessions") == [("a;b",)]
        assert journal.entries()[0].title == plan.title
    copy = tmp_path / "backups" / f"before-v{NEXT.version}-20261124-214000.sqlite3"
    assert version_of(copy) == LATEST
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM sessions").fetchone() == (1,)


@pytest.mark.parametrize(
    "broken",
    [
        "CREATE TABLE half (id INTEGER);\nINSERT INTO nowhere VALUES (1);\n",
        # Statements that succeed and leave a row pointing at nothing.
        "CREATE TABLE half (id INTEGER);\nINSERT INTO tags VALUES (999, 0, 'loose');\n",
    ],
    ids=["a statement fails", "a reference dangles"],
)
def test_a_step_that_fails_leaves_the_tables_as_the_step_before_left_them(
    tmp_path: Path, clock: Clock, plan: Plan, broken: str
) -> None:
    with open_journal(tmp_path, clock) as journal:
        journal.begin(plan)
    known = (*migrations(), NEXT, Migration(NEXT.version + 1, broken))
    with pytest.raises(JournalError, match=r"Nothing (in it )?was changed"):
        open_journal(tmp_path, clock, known=known)
    path = tmp_path / FILE_NAME
    assert version_of(path) == NEXT.version
    assert "half" not in tables_of(path)
    assert "moods" in tables_of(path)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM sessions").fetchone() == (1,)


def test_no_table_is_changed_without_a_copy(tmp_path: Path, clock: Clock, plan: Plan) -> None:
    with open_journal(tmp_path, clock) as journal:
        journal.begin(plan)
    (tmp_path / "backups").write_text("in the way")
    with pytest.raises(JournalError, match="No safety copy"):
        open_journal(tmp_path, clock, known=(*migrations(), NEXT))
    assert version_of(tmp_path / FILE_NAME) == LATEST


def test_a_newer_journal_is_refused_and_left_as_it_is(tmp_path: Path, clock: Clock) -> None:
    with open_journal(tmp_path, clock) as journal:
        journal.database.write("PRAGMA user_version = 99")
    before = (tmp_path / FILE_NAME).read_bytes()
    with pytest.raises(JournalError, match=r"written by a newer relaxapp .*Update relaxapp"):
        open_journal(tmp_path, clock)
    assert (tmp_path / FILE_NAME).read_bytes() == before


def test_another_programs_database_is_refused_and_left_as_it_is(
    tmp_path: Path, clock: Clock
) -> None:
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as connection:
        connection.execute("CREATE TABLE recipes (id INTEGER)")
    with pytest.raises(JournalError, match="not a journal of relaxapp"):
        open_journal(tmp_path, clock)
    assert tables_of(tmp_path / FILE_NAME) == {"recipes"}
