"""Sessions are written as they happen, found again, changed and deleted."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import JournalError, NotFoundError
from relaxapp.journal.entry import Mark, MarkKind, Outcome, Plan
from relaxapp.journal.filter import Filter
from relaxapp.journal.opening import open_journal

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock

JAW = Mark("jaw", MarkKind.TENSION, 2)
EYE = Mark("left eye", MarkKind.TWITCHING, 1)


def finish(journal: Journal, entry_id: int, seconds: float = 480) -> None:
    journal.finish(
        entry_id,
        Outcome.FINISHED,
        practised_seconds=seconds,
        paused_seconds=0,
        skipped_steps=0,
    )


def test_a_session_is_in_the_journal_from_its_start(
    journal: Journal, clock: Clock, plan: Plan
) -> None:
    entry = journal.entry(journal.begin(plan, 7, [JAW, EYE]))
    assert (entry.script_id, entry.title, entry.technique) == (
        plan.script_id,
        plan.title,
        plan.technique,
    )
    assert (entry.planned_seconds, entry.voice, entry.tailoring, entry.fingerprint) == (
        480,
        "rms",
        plan.tailoring,
        "f1",
    )
    assert entry.outcome is Outcome.RUNNING
    assert entry.started_at == clock.time
    assert entry.ended_at is None
    assert entry.tension_before == 7
    assert entry.marks_before == (JAW, EYE)
    assert entry.by_hand is False


def test_a_whole_session_survives_closing(tmp_path: Path, clock: Clock, plan: Plan) -> None:
    with open_journal(tmp_path, clock) as journal:
        entry_id = journal.begin(plan, 7)
        clock.advance(5)
        journal.progress(entry_id, 5.0, 0.0, 0)
        assert journal.entry(entry_id).practised_seconds == 5
        clock.advance(495)
        journal.finish(
            entry_id,
            Outcome.STOPPED,
            practised_seconds=470.5,
            paused_seconds=29.5,
            skipped_steps=2,
        )
        journal.rate_after(entry_id, 3, [EYE])
        journal.annotate(entry_id, "Slept badly.", ["evening", "bed"])
        before = journal.entry(entry_id)
    with open_journal(tmp_path, clock) as journal:
        assert journal.entries() == (before,)
    assert before.outcome is Outcome.STOPPED
    assert before.ended_at == before.started_at + timedelta(seconds=500)
    assert (before.practised_seconds, before.paused_seconds, before.skipped_steps) == (
        470.5,
        29.5,
        2,
    )
    assert (before.tension_after, before.marks_after) == (3, (EYE,))
    assert (before.note, before.tags) == ("Slept badly.", ("evening", "bed"))


def test_the_offset_of_the_place_is_kept(journal: Journal, clock: Clock, plan: Plan) -> None:
    clock.time = datetime(2026, 7, 1, 8, 0, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    started_at = journal.entry(journal.begin(plan)).started_at
    assert started_at.isoformat() == "2026-07-01T08:00:00+05:45"


def test_an_end_can_lie_in_the_past(journal: Journal, clock: Clock, plan: Plan) -> None:
    entry_id = journal.begin(plan)
    ended_at = clock.time + timedelta(seconds=60)
    clock.advance(3600)
    journal.finish(
        entry_id,
        Outcome.STOPPED,
        practised_seconds=60,
        paused_seconds=0,
        skipped_steps=0,
        at=ended_at,
    )
    assert journal.entry(entry_id).ended_at == ended_at


def test_a_rating_replaces_the_one_before_it(journal: Journal, plan: Plan) -> None:
    entry_id = journal.begin(plan, 7, [JAW])
    journal.rate_before(entry_id, 6, [EYE])
    journal.rate_after(entry_id, 2, [JAW])
    journal.rate_after(entry_id, None)
    entry = journal.entry(entry_id)
    assert (entry.tension_before, entry.marks_before) == (6, (EYE,))
    assert (entry.tension_after, entry.marks_after) == (None, ())


@pytest.mark.parametrize("tension", [-1, 11])
def test_tension_outside_zero_to_ten_is_a_bug(journal: Journal, plan: Plan, tension: int) -> None:
    with pytest.raises(ValueError, match="0 to 10"):
        journal.begin(plan, tension)
    assert journal.count() == 0


def test_a_session_cannot_end_as_running(journal: Journal, plan: Plan) -> None:
    with pytest.raises(ValueError, match="not running"):
        journal.finish(
            journal.begin(plan),
            Outcome.RUNNING,
            practised_seconds=0,
            paused_seconds=0,
            skipped_steps=0,
        )


def test_tags_are_trimmed_and_kept_once_as_first_written(journal: Journal, plan: Plan) -> None:
    entry_id = journal.begin(plan)
    journal.annotate(entry_id, "", [" Evening ", "", "evening", "at  work"])
    assert journal.entry(entry_id).tags == ("Evening", "at work")


def test_entries_come_newest_first_and_in_pages(journal: Journal, clock: Clock, plan: Plan) -> None:
    ids = []
    for _ in range(5):
        ids.append(journal.begin(plan))
        clock.advance(60)
    newest_first = [entry.id for entry in journal.entries()]
    assert newest_first == ids[::-1]
    assert [entry.id for entry in journal.entries(limit=2, offset=1)] == [ids[3], ids[2]]


def test_more_entries_than_one_statement_takes_come_whole(journal: Journal, plan: Plan) -> None:
    first = journal.entry(journal.begin(plan, 5, [JAW]))
    # One transaction in place of a thousand keeps this fast.
    journal.database.write(
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1100) "
        "INSERT INTO sessions SELECT NULL, 'u' || i, script_id, title, technique, fingerprint, "
        "planned_seconds, voice, tailoring, started_at + i, offset_minutes, progressed_at, ended_at, "
        "practised_seconds, paused_seconds, skipped_steps, 'finished', tension_before, tension_after, "
        "note, by_hand, changed_at, computer FROM sessions, n"
    )
    journal.database.write("INSERT INTO tags SELECT id, 0, uuid FROM sessions WHERE id > 1")
    entries = journal.entries()
    assert len(entries) == journal.count() == 1101
    assert entries[-1] == first
    assert all(entry.tags == (entry.uuid,) for entry in entries[:-1])


def test_a_search_finds_words_in_title_note_and_tags_in_either_case(
    journal: Journal, plan: Plan
) -> None:
    shore = journal.begin(replace(plan, script_id="shore", title="A quiet SHORE"))
    journal.annotate(shore, "Grüße 100%", ["ÄRGER"])
    journal.begin(plan)

    def found(search: str) -> list[int]:
        assert journal.count(Filter(search)) == len(journal.entries(Filter(search)))
        return [entry.id for entry in journal.entries(Filter(search))]

    assert (
        found("shore")
        == found("GRÜSSE")
        == found("grüße")
        == found("ärger")
        == found("quiet ärger")
        == [shore]
    )
    assert found("100%") == [shore]
    assert found("%") == [shore]
    assert found("shore jaw") == []
    assert len(found("")) == len(found("  ")) == 2


def test_entries_can_be_narrowed_to_a_technique_or_a_script(journal: Journal, plan: Plan) -> None:
    box = journal.begin(replace(plan, script_id="box", technique="breathing"))
    shoulders = journal.begin(plan)
    assert [entry.id for entry in journal.entries(Filter(technique="breathing"))] == [box]
    assert [entry.id for entry in journal.entries(Filter(script_id="shoulders"))] == [shoulders]
    assert journal.count(Filter(technique="breathing", script_id="shoulders")) == 0


def test_a_session_entered_by_hand_counts_as_finished(
    journal: Journal, clock: Clock, plan: Plan
) -> None:
    started_at = clock.time - timedelta(days=1)
    entry = journal.entry(
        journal.add_by_hand(
            plan,
            started_at=started_at,
            practised_seconds=600,
            tension_before=6,
            tension_after=4,
            note="On the train.",
            tags=["travel"],
        )
    )
    assert entry.by_hand is True
    assert entry.outcome is Outcome.FINISHED
    assert (entry.started_at, entry.practised_seconds) == (started_at, 600)
    assert entry.ended_at == started_at + timedelta(minutes=10)
    assert (entry.tension_change, entry.note, entry.tags) == (-2, "On the train.", ("travel",))


def test_a_deleted_session_comes_back_as_it_was(journal: Journal, plan: Plan) -> None:
    entry_id = journal.begin(plan, 7, [JAW])
    finish(journal, entry_id)
    journal.rate_after(entry_id, 2, [EYE])
    journal.annotate(entry_id, "Note", ["tag"])
    entry = journal.entry(entry_id)
    journal.delete(entry_id)
    assert journal.count() == 0
    assert journal.database.rows("SELECT * FROM marks") == []
    assert journal.database.rows("SELECT * FROM tags") == []
    assert journal.restore(entry) == entry_id
    assert journal.entries() == (entry,)


def test_a_number_is_never_given_twice(journal: Journal, plan: Plan) -> None:
    first = journal.begin(plan)
    journal.delete(first)
    assert journal.begin(plan) > first


def test_restoring_what_is_there_changes_nothing(journal: Journal, plan: Plan) -> None:
    entry_id = journal.begin(plan)
    entry = journal.entry(entry_id)
    journal.annotate(entry_id, "newer", [])
    assert journal.restore(entry) == entry_id
    assert journal.entry(entry_id).note == "newer"
    assert journal.count() == 1


def test_restoring_beside_another_session_with_its_number_takes_a_new_one(
    journal: Journal, plan: Plan
) -> None:
    entry = journal.entry(journal.begin(plan))
    stranger = replace(entry, uuid="another computer's")
    new_id = journal.restore(stranger)
    assert new_id != entry.id
    assert journal.entry(new_id) == replace(stranger, id=new_id)


def test_a_session_that_is_not_there_is_named(journal: Journal) -> None:
    for ask in (
        lambda: journal.entry(41),
        lambda: journal.delete(41),
        lambda: journal.progress(41, 1, 0, 0),
        lambda: finish(journal, 41),
        lambda: journal.rate_after(41, 3, [JAW]),
        lambda: journal.annotate(41, "note", ["tag"]),
    ):
        with pytest.raises(NotFoundError, match="no session number 41"):
            ask()
    assert journal.database.rows("SELECT * FROM marks") == []
    assert journal.database.rows("SELECT * FROM tags") == []


def test_a_journal_that_another_program_writes_to_says_so_and_works_afterwards(
    tmp_path: Path, journal: Journal, plan: Plan
) -> None:
    other = sqlite3.connect(tmp_path / "journal.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(JournalError, match=r"journal\.sqlite3 is in use by another program"):
        journal.begin(plan)
    other.execute("ROLLBACK")
    other.close()
    assert journal.count() == 0
    assert journal.begin(plan) == 1


def test_a_full_disk_loses_nothing_that_was_written(journal: Journal, plan: Plan) -> None:
    entry_id = journal.begin(plan, 7, [JAW])
    before = journal.entry(entry_id)
    [(pages,)] = journal.database.rows("PRAGMA page_count")
    journal.database.rows(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(JournalError, match="the disk is full"):
        journal.annotate(entry_id, "long " * 100_000, ["tag"])
    assert journal.entry(entry_id) == before
    journal.database.rows("PRAGMA max_page_count = 1000000")
    journal.annotate(entry_id, "There is room again.", [])
    assert journal.entry(entry_id).note == "There is room again."


def test_a_journal_that_may_not_be_written_says_so(journal: Journal, plan: Plan) -> None:
    journal.database.rows("PRAGMA query_only = ON")
    with pytest.raises(JournalError, match="cannot be changed"):
        journal.begin(plan)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "taken").write_text("not a folder")
    with pytest.raises(JournalError, match=r"no folder .*--data-dir"):
        open_journal(tmp_path / "taken", clock)


def test_a_folder_in_the_place_of_the_file_is_told(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / "journal.sqlite3").mkdir()
    with pytest.raises(JournalError, match="cannot be opened"):
        open_journal(tmp_path, clock)


def test_closing_twice_is_harmless(tmp_path: Path, clock: Clock) -> None:
    journal = open_journal(tmp_path, clock)
    journal.close()
    journal.close()


def test_every_commit_reaches_the_disk(journal: Journal) -> None:
    assert journal.database.rows("PRAGMA journal_mode") == [("wal",)]
    assert journal.database.rows("PRAGMA synchronous") == [(2,)]


def test_a_session_of_the_clock_can_be_rated_and_described_anew(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    entry_id = journal.begin(plan, 7, [JAW])
    clock.advance(480)
    journal.finish(
        entry_id, Outcome.FINISHED, practised_seconds=480, paused_seconds=0, skipped_steps=0
    )
    before = journal.entry(entry_id)
    clock.advance(60)
    journal.rewrite(replace(before, tension_after=2, marks_before=(), note="calm", tags=("bed",)))
    after = journal.entry(entry_id)
    assert after == replace(before, tension_after=2, marks_before=(), note="calm", tags=("bed",))
    assert after.changed_at == clock()


def test_what_a_clock_has_measured_stays(journal: Journal, plan: Plan) -> None:
    entry_id = journal.begin(plan)
    before = journal.entry(entry_id)
    for change in (
        {"practised_seconds": 9999.0},
        {"started_at": before.started_at - timedelta(hours=1)},
        {"outcome": Outcome.FINISHED},
    ):
        with pytest.raises(ValueError, match="clock"):
            journal.rewrite(replace(before, **change))
    assert journal.entry(entry_id) == before


def test_a_session_entered_by_hand_can_be_moved(journal: Journal, plan: Plan, clock: Clock) -> None:
    entry_id = journal.add_by_hand(plan, started_at=clock(), practised_seconds=60)
    there = journal.entry(entry_id)
    earlier = there.started_at - timedelta(days=1)
    moved = replace(
        there,
        started_at=earlier,
        ended_at=earlier + timedelta(seconds=120),
        practised_seconds=120,
        title="In the garden",
    )
    journal.rewrite(moved)
    assert journal.entry(entry_id) == moved


def test_of_two_changes_the_later_one_is_later_whatever_the_clock_says(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    entry_id = journal.begin(plan)
    first = journal.entry(entry_id).changed_at
    clock.advance(-3600)
    journal.annotate(entry_id, "the clock was set back", [])
    second = journal.entry(entry_id).changed_at
    journal.rate_after(entry_id, 3)
    assert first < second < journal.entry(entry_id).changed_at


def test_practised_time_brought_up_to_date_is_no_change_by_anybody(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    entry_id = journal.begin(plan)
    changed_at = journal.entry(entry_id).changed_at
    clock.advance(4)
    journal.progress(entry_id, 4, 0, 0)
    assert journal.entry(entry_id).changed_at == changed_at


def test_a_twin_reads_and_writes_the_same_journal_in_another_thread(
    journal: Journal, plan: Plan
) -> None:
    def in_the_other_thread() -> int:
        with journal.twin() as twin:
            return twin.add_by_hand(plan, started_at=twin.now(), practised_seconds=60)

    with ThreadPoolExecutor(1) as thread:
        entry_id = thread.submit(in_the_other_thread).result()
    assert journal.entry(entry_id).by_hand
    assert journal.begin(plan) == entry_id + 1


def test_a_twin_that_is_closed_leaves_running_sessions_alone(journal: Journal, plan: Plan) -> None:
    entry_id = journal.begin(plan)
    with journal.twin():
        pass
    with journal.twin() as other:
        other.close_interrupted()
    assert journal.entry(entry_id).outcome is Outcome.RUNNING
