"""What a failing disk has changed is told; what people and clocks do is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.entry import Mark, MarkKind, Outcome
from relaxapp.journal.opening import open_journal

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.journal.entry import Plan
    from tests.journal.conftest import Clock

A_DAY = 24 * 3600


@pytest.fixture
def copied(tmp_path: Path, clock: Clock, plan: Plan) -> Path:
    """A folder with three sessions in the journal and in its copy, which is a day old."""
    with open_journal(tmp_path, clock) as journal:
        for _ in range(3):
            entry_id = journal.begin(plan, 4)
            journal.finish(
                entry_id, Outcome.FINISHED, practised_seconds=60, paused_seconds=0, skipped_steps=0
            )
            journal.annotate(entry_id, "Lighter.", ["bed"])
        clock.advance(A_DAY)
    with open_journal(tmp_path, clock) as journal:
        assert journal.notice == ""
        clock.advance(A_DAY)
    return tmp_path


@pytest.mark.parametrize(
    "harm", ["note = 'Lighuer.'", "tension_before = 5", "started_at = started_at + 1024"]
)
def test_a_value_that_nobody_wrote_is_told(copied: Path, clock: Clock, harm: str) -> None:
    with open_journal(copied, clock) as journal:
        journal.database.write(f"UPDATE sessions SET {harm} WHERE id = 2")  # noqa: S608 -- own words
    clock.advance(A_DAY)
    with open_journal(copied, clock) as journal:
        assert "One session is not as it was in the safety copy journal-" in journal.notice
        assert "(“Shoulders, neck and jaw” of 2026-11-24)" in journal.notice


def test_several_are_told_at_once(copied: Path, clock: Clock) -> None:
    with open_journal(copied, clock) as journal:
        journal.database.write("UPDATE sessions SET fingerprint = '?'")
    clock.advance(A_DAY)
    with open_journal(copied, clock) as journal:
        assert "3 sessions are not as they were" in journal.notice


def test_what_people_write_is_no_drift(copied: Path, clock: Clock, plan: Plan) -> None:
    with open_journal(copied, clock) as journal:
        first, second, third = journal.entries()
        clock.advance(-30 * A_DAY)
        journal.annotate(first.id, "Heavier.", [])
        journal.rate_after(second.id, 9, [Mark("jaw", MarkKind.TENSION, 1)])
        journal.tailor(third.id, '{"left out": []}')
        journal.delete(first.id)
        journal.restore(first)
        journal.progress(journal.begin(plan), 30, 0, 0)
        clock.advance(31 * A_DAY)
    for _ in range(3):
        with open_journal(copied, clock) as journal:
            assert journal.notice == ""
        clock.advance(A_DAY)
