"""Every change is in this computer's daybook, which brings it back when the journal's file has lost it."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from relaxapp.errors import JournalError
from relaxapp.journal.damage import recover
from relaxapp.journal.day import stored
from relaxapp.journal.daybook import MOST_AT_ONCE
from relaxapp.journal.entry import Mark, MarkKind, Outcome
from relaxapp.journal.factors import Factor
from relaxapp.journal.merge import Contents
from relaxapp.journal.opening import open_journal
from relaxapp.journal.pages import Pages
from relaxapp.journal.period import Period

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.journal.entry import Plan
    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock

JAW = Mark("jaw", MarkKind.TENSION, 2)


def lines(folder: Path, computer: str = "anna") -> list[tuple[str, Any]]:
    text = (folder / "daybooks" / f"{computer}.jsonl").read_text("ascii")
    return [next(iter(json.loads(line).items())) for line in text.splitlines()]


def kinds(folder: Path) -> list[str]:
    return [kind for kind, _ in lines(folder)]


def lose(folder: Path, clock: Clock) -> None:
    """The file is gone, with nothing to go on from."""
    recover(folder, None, clock())


def finish(journal: Journal, entry_id: int) -> None:
    journal.finish(
        entry_id, Outcome.FINISHED, practised_seconds=480, paused_seconds=0, skipped_steps=0
    )


def test_everything_but_progress_is_written_down(tmp_path: Path, clock: Clock, plan: Plan) -> None:
    with open_journal(tmp_path, clock, computer="anna") as journal:
        one = journal.begin(plan, 7, [JAW])
        journal.progress(one, 4, 0, 0)
        journal.tailor(one, '{"imagined": true}')
        finish(journal, one)
        journal.rate_before(one, 6)
        journal.rate_after(one, 3, [JAW])
        journal.annotate(one, "Slept badly.", ["bed"])
        two = journal.add_by_hand(plan, started_at=clock(), practised_seconds=60)
        assert kinds(tmp_path) == ["since", *["session"] * 7]
        entry = journal.entry(two)
        journal.delete(two)
        journal.restore(entry)
        journal.mark_day(date(2026, 11, 24), Factor.SLEEP, 2)
        expected = journal.entries()
    assert kinds(tmp_path) == ["since", "session", "deleted", "session", "day"]

    lose(tmp_path, clock)
    with open_journal(tmp_path, clock, computer="anna") as journal:
        assert {
            entry.uuid: (entry.note, entry.tension_after, entry.tags) for entry in expected
        } == {
            entry.uuid: (entry.note, entry.tension_after, entry.tags) for entry in journal.entries()
        }
        day = date(2026, 11, 24)
        assert journal.day_levels(Period(day, day, 4)) == {day: {Factor.SLEEP: 2}}


def test_a_deleted_session_leaves_nothing_but_its_name(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    with open_journal(tmp_path, clock, computer="anna") as journal:
        journal.annotate(journal.begin(plan), "A secret.", ["hidden"])
        uuid = journal.entry(1).uuid
        journal.delete(1)
    text = (tmp_path / "daybooks" / "anna.jsonl").read_text()
    assert "secret" not in text
    assert "hidden" not in text
    assert lines(tmp_path)[1:] == [
        ("deleted", {"uuid": uuid, "deleted_at": "2026-11-24T21:40:00.001+00:00"})
    ]


def test_what_another_computer_deleted_leaves_this_daybook_at_the_next_opening(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    with open_journal(tmp_path, clock, computer="anna") as journal:
        journal.annotate(journal.begin(plan), "A secret.", [])
    clock.advance(1)
    with open_journal(tmp_path, clock, computer="ben") as journal:
        journal.delete(1)
    assert "secret" in (tmp_path / "daybooks" / "anna.jsonl").read_text()
    open_journal(tmp_path, clock, computer="anna").close()
    assert "secret" not in (tmp_path / "daybooks" / "anna.jsonl").read_text()


def test_lines_go_after_ninety_days_and_when_many_are_out_of_date(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    with open_journal(tmp_path, clock, computer="anna") as journal:
        for number in range(60):
            finish(journal, journal.begin(plan))
            journal.annotate(number + 1, f"old {number}", [])
    clock.advance(timedelta(days=91).total_seconds())
    with open_journal(tmp_path, clock, computer="anna") as journal:
        journal.begin(plan)
        cut_off = stored(clock() - timedelta(days=90))
        assert journal.count() == 61
    [since, copy, session] = lines(tmp_path)
    assert since[0] == "since"
    assert copy == ("copy", "backups/journal-anna-2027-02-23.sqlite3")
    assert session[0] == "session"
    pages = Pages()
    pages.read(tmp_path / "daybooks" / "anna.jsonl")
    assert pages.since == cut_off


@pytest.mark.parametrize("cut", range(1, 60, 7))
def test_a_line_that_was_cut_off_takes_no_other_with_it(
    tmp_path: Path, clock: Clock, plan: Plan, cut: int
) -> None:
    path = tmp_path / "daybooks" / "anna.jsonl"
    with open_journal(tmp_path, clock, computer="anna") as journal:
        journal.annotate(journal.begin(plan), "first", [])
        journal.begin(plan)
    path.write_bytes(path.read_bytes()[:-cut])
    with open_journal(tmp_path, clock, computer="anna") as journal:
        journal.annotate(journal.begin(plan), "third", [])
    lose(tmp_path, clock)
    with open_journal(tmp_path, clock, computer="anna") as journal:
        assert {"first", "third"} <= {entry.note for entry in journal.entries()}


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"{}",
        b"nothing of the kind",
        b"\xff\xfe\x00",
        b'{"session": 3}',
        b'{"session": {"uuid": "u", "changed_at": 7}}',
        b'{"session": {"uuid": "u", "changed_at": "2026-11-24T21:40:00"}}',
        b'{"session": {"uuid": "u", "changed_at": "2026-11-24T21:40:00.000+00:00"}}',
        b'{"deleted": {"uuid": ["u"], "deleted_at": "2026-11-24T21:40:00.000+00:00"}}',
        b'{"day": {"day": "today", "factor": "mood", "changed_at": "2026-11-24T21:40:00.000+00:00"}}',
        b'{"since": "always"}',
        b'{"tomorrow": {}}',
        b'{"session": ' + b"[" * 100_000,
        b'{"session": ' + b"7" * 10_000 + b"}",
    ],
)
def test_a_daybook_of_somebody_else_may_say_anything(
    tmp_path: Path, clock: Clock, plan: Plan, line: bytes
) -> None:
    with open_journal(tmp_path, clock, computer="anna") as journal:
        journal.begin(plan)
    (tmp_path / "daybooks" / "ben.jsonl").write_bytes(line + b"\n")
    with open_journal(tmp_path, clock, computer="anna") as journal:
        assert journal.notice == ""
        assert journal.count() == 1
        assert journal.database.rows("SELECT * FROM deletions") == []


def test_a_change_that_is_undone_is_not_written_down(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    with open_journal(tmp_path, clock, computer="anna") as journal:
        journal.begin(plan)
        before = lines(tmp_path)
        [(pages,)] = journal.database.rows("PRAGMA page_count")
        journal.database.rows(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(JournalError, match="the disk is full"):
            journal.annotate(1, "long " * 100_000, [])
        assert lines(tmp_path) == before


def test_a_change_whose_end_fails_is_taken_back_from_the_daybook(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    with open_journal(tmp_path, clock, computer="anna") as journal:
        journal.begin(plan)
        before = lines(tmp_path)
        with pytest.raises(JournalError):
            leave_a_loose_end(journal)
        assert lines(tmp_path) == before
        assert journal.count() == 1


def leave_a_loose_end(journal: Journal) -> None:
    """A change that fails when it is to be made lasting, and not before."""
    with journal.replacing() as changes:
        journal.database.write("PRAGMA defer_foreign_keys = ON")
        journal.database.write("INSERT INTO tags VALUES (77, 0, 'loose')")
        changes.append(journal_contents(journal))


def journal_contents(journal: Journal) -> Contents:
    return Contents(journal.entries())


def test_a_daybook_that_cannot_be_written_keeps_nobody_from_practising(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    (tmp_path / "daybooks").write_text("in the way")
    with open_journal(tmp_path, clock, computer="anna") as journal:
        finish(journal, journal.begin(plan))
        assert "The daybook" in journal.notice
        assert str(tmp_path / "daybooks" / "anna.jsonl") in journal.notice
        assert journal.count() == 1
        (tmp_path / "daybooks").unlink()
        clock.advance(60)
        journal.annotate(1, "There is a place again.", [])
    # It does not say that it knew everything before.
    assert lines(tmp_path)[0] == ("since", "2026-11-24T21:41:00+00:00")


def test_more_than_a_daybook_is_for_is_not_written_down(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    with open_journal(tmp_path, clock, computer="anna") as journal:
        journal.begin(plan)
        clock.advance(60)
        with journal.replacing() as changes:
            changes.extend([journal_contents(journal)] * (MOST_AT_ONCE + 1))
    assert lines(tmp_path)[-1] == ("since", "2026-11-24T21:41:00+00:00")
    assert len(lines(tmp_path)) == 3


def test_a_clock_set_back_brings_nothing_old_back(tmp_path: Path, clock: Clock, plan: Plan) -> None:
    day = date(2026, 11, 24)
    with open_journal(tmp_path, clock, computer="anna") as journal:
        journal.annotate(journal.begin(plan), "at ten", [])
        journal.begin(plan)
        journal.mark_day(day, Factor.SLEEP, 1)
        clock.advance(-3600)
        journal.annotate(1, "at nine, but later", [])
        journal.delete(2)
        journal.mark_day(day, Factor.SLEEP, 3)
    for _ in range(2):
        with open_journal(tmp_path, clock, computer="anna") as journal:
            assert [entry.note for entry in journal.entries()] == ["at nine, but later"]
            assert journal.day_levels(Period(day, day, 4)) == {day: {Factor.SLEEP: 3}}
        lose(tmp_path, clock)
