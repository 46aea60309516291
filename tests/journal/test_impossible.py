"""What no relaxapp has written is told from what it has, however strange that is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.entry import Mark, MarkKind, Outcome
from relaxapp.journal.factors import Factor
from relaxapp.journal.impossible import impossible

if TYPE_CHECKING:
    from relaxapp.journal.entry import Plan
    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock


@pytest.fixture
def used(journal: Journal, clock: Clock, plan: Plan) -> Journal:
    """A journal with something in each of its tables, some of it as strange as can be."""
    for year, offset in ((1, -14), (1970, 0), (9999, 14)):
        clock.time = datetime(year, 6, 1, tzinfo=timezone(timedelta(hours=offset)))
        entry_id = journal.begin(plan, 3, [Mark("jaw", MarkKind.TENSION, 1)])
        journal.annotate(entry_id, "\N{COMBINING ACUTE ACCENT}\0", ["a", "b"])
    journal.delete(entry_id)
    clock.time = datetime(2026, 6, 1, tzinfo=UTC)
    for factor in Factor:
        journal.mark_day(date(1, 6, 1), factor, None)
    entry_id = journal.begin(plan)
    journal.finish(
        entry_id, Outcome.STOPPED, practised_seconds=1e6, paused_seconds=0, skipped_steps=10_000
    )
    return journal


def test_nothing_that_relaxapp_writes_is_impossible(used: Journal) -> None:
    assert impossible(used.database) == ""


@pytest.mark.parametrize(
    ("table", "harm"),
    [
        ("sessions", "started_at = 1 << 60"),
        ("sessions", "ended_at = -(1 << 60)"),
        ("sessions", "changed_at = 1.5"),
        ("sessions", "offset_minutes = 1440"),
        ("sessions", "practised_seconds = 9e999"),
        ("sessions", "skipped_steps = 1 << 40"),
        ("sessions", "note = x'00ff'"),
        ("marks", "area = x'00'"),
        ("tags", "tag = x'41'"),
        ("tags", "session_id = 99"),
        ("deletions", "deleted_at = 1 << 60"),
        ("factors", "factor = 'slemp' WHERE factor = 'sleep'"),
        ("factors", "day = 1 << 40 WHERE factor = 'sleep'"),
    ],
)
def test_a_value_that_cannot_be_is_found(used: Journal, table: str, harm: str) -> None:
    used.database.write("PRAGMA foreign_keys = OFF")
    where = "" if "WHERE" in harm else " WHERE rowid = 1" if table == "sessions" else ""
    used.database.write(f"UPDATE OR IGNORE {table} SET {harm}{where}")  # noqa: S608 -- own words
    assert impossible(used.database) in {
        f"an impossible value in its {table}",
        "loose ends in its tables",
    }
