"""A journal becomes equal to one of its copies, whole or not at all, while others have it open."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import JournalError
from relaxapp.journal.backup import keep_aside, list_backups
from relaxapp.journal.by_hand import back_up_now
from relaxapp.journal.damage import FILE_NAME
from relaxapp.journal.entry import Mark, MarkKind, Outcome
from relaxapp.journal.factors import Factor
from relaxapp.journal.opening import open_journal
from relaxapp.journal.period import Period
from relaxapp.journal.restoring import Outlook, look, restore
from tests.journal.faults.disks import small_disk
from tests.journal.test_running import another_process

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry, Plan
    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock

OLD = Path(__file__).parent.parent / "databases" / "0001.sqlite3"
JAW = Mark("jaw", MarkKind.TENSION, 2)
DAY = date(2026, 11, 24)


def practise(journal: Journal, plan: Plan, note: str = "") -> int:
    number = journal.begin(plan, 6, [JAW])
    journal.finish(
        number, Outcome.FINISHED, practised_seconds=480, paused_seconds=0, skipped_steps=0
    )
    journal.annotate(number, note, ["bed"])
    return number


def contents(journal: Journal) -> dict[str, tuple[str, tuple[Mark, ...], tuple[str, ...]]]:
    return {entry.uuid: (entry.note, entry.marks_before, entry.tags) for entry in journal.entries()}


@pytest.fixture
def copy(journal: Journal, plan: Plan) -> Path:
    """A copy with three sessions and a note on a day, none of which is as it was any more."""
    for note in ("stays", "changes", "goes and comes back"):
        practise(journal, plan, note)
    journal.mark_day(DAY, Factor.SLEEP, 2)
    made = back_up_now(journal)
    journal.annotate(2, "changed", [])
    journal.rate_before(2, 1, [])
    journal.delete(3)
    practise(journal, plan, "is new")
    journal.mark_day(DAY, Factor.SLEEP, 0)
    journal.mark_day(DAY, Factor.WATER, 3)
    return made


def test_the_journal_becomes_what_it_was(journal: Journal, copy: Path, tmp_path: Path) -> None:
    before = contents(journal)
    numbers = {entry.note: entry.id for entry in journal.entries()}
    outlook = look(journal, copy)
    assert outlook == Outlook(returning=1, changing=1, going=1, staying=1, days=2)
    assert outlook.in_words == (
        "Sessions: 1 comes back; 1 becomes again as it was; 1 is not in the copy and goes; "
        "1 stays as it is; 2 notes about days will change."
    )
    assert contents(journal) == before

    done = restore(journal, copy)

    assert done.outlook == outlook
    assert done.sessions == 3
    found = {entry.note: entry for entry in journal.entries()}
    assert set(found) == {"stays", "changes", "goes and comes back"}
    assert all((each.marks_before, each.tags) == ((JAW,), ("bed",)) for each in found.values())
    assert found["stays"].id == numbers["stays"]
    assert found["changes"].id == numbers["changed"]
    assert journal.day_levels(Period(DAY, DAY, 4)) == {DAY: {Factor.SLEEP: 2}}
    assert done.kept_aside is not None
    assert done.kept_aside.name == "before-restore-20261124-214000.sqlite3"
    # And back again.
    restore(journal, done.kept_aside)
    assert contents(journal) == before
    reasons = [each.reason for each in list_backups([tmp_path / "backups"])]
    assert reasons.count("restore") == 2


def test_what_went_stays_gone_and_what_came_back_stays(
    journal: Journal, copy: Path, tmp_path: Path, clock: Clock
) -> None:
    """Whatever daybooks, last copies and other computers know."""
    with open_journal(tmp_path / "ben", clock, computer="ben"):
        pass
    shutil.copy(tmp_path / FILE_NAME, tmp_path / "ben" / FILE_NAME)
    restore(journal, copy)
    expected = contents(journal)
    journal.close()
    shutil.copy(tmp_path / "ben" / FILE_NAME, tmp_path / "journal-BEN.sqlite3")
    for _ in range(2):
        clock.advance(24 * 3600)
        with open_journal(tmp_path, clock) as again:
            assert contents(again) == expected
            assert again.day_levels(Period(DAY, DAY, 4)) == {DAY: {Factor.SLEEP: 2}}
    text = "".join(file.read_text() for file in (tmp_path / "daybooks").glob("*.jsonl"))
    assert "is new" not in text


def test_nothing_is_done_where_nothing_is_different(
    journal: Journal, plan: Plan, tmp_path: Path
) -> None:
    practise(journal, plan)
    copy = back_up_now(journal)
    entries = [(entry, entry.changed_at) for entry in journal.entries()]
    assert not look(journal, copy).changes_anything
    done = restore(journal, copy)
    assert (done.kept_aside, done.sessions) == (None, 1)
    assert done.outlook.in_words == "Sessions: 1 stays as it is. Nothing will change."
    assert [(entry, entry.changed_at) for entry in journal.entries()] == entries


def test_a_second_window_sees_it_and_its_running_session_goes_on(
    journal: Journal, copy: Path, tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    with open_journal(tmp_path, clock) as second:
        running = second.begin(plan, 5)
        restore(journal, copy)
        assert second.count() == 4
        second.progress(running, 30, 0, 0)
        assert second.entry(running).outcome is Outcome.RUNNING
        second.finish(
            running, Outcome.FINISHED, practised_seconds=60, paused_seconds=0, skipped_steps=0
        )
        assert journal.entry(running).outcome is Outcome.FINISHED


def test_another_process_has_it_open_and_its_session_is_left_alone(
    journal: Journal, copy: Path, tmp_path: Path
) -> None:
    with another_process(tmp_path):
        done = restore(journal, copy)
        assert done.sessions == 4
        [running] = [each for each in journal.entries() if each.outcome is Outcome.RUNNING]
        assert running.practised_seconds == 90


def test_a_session_that_ran_when_the_copy_was_made_is_not_undone(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    ended, deleted = journal.begin(plan), journal.begin(plan)
    clock.advance(100)
    for number in (ended, deleted):
        journal.progress(number, 90, 10, 0)
    copy = back_up_now(journal)
    for number in (ended, deleted):
        journal.finish(
            number, Outcome.FINISHED, practised_seconds=480, paused_seconds=0, skipped_steps=0
        )
    journal.delete(deleted)
    restore(journal, copy)
    found = {entry.outcome: entry for entry in journal.entries()}
    assert found[Outcome.FINISHED].practised_seconds == 480
    back = found[Outcome.INTERRUPTED]
    assert back.ended_at == back.started_at + timedelta(seconds=100)


def test_a_copy_of_an_earlier_relaxapp_is_brought_up_to_date_beside_it(
    journal: Journal, plan: Plan, tmp_path: Path
) -> None:
    practise(journal, plan)
    copy = tmp_path / "old.sqlite3.copy"
    shutil.copy(OLD, copy)
    with closing(sqlite3.connect(OLD)) as old:
        [(number,)] = old.execute("SELECT count(*) FROM sessions").fetchall()
    assert restore(journal, copy).sessions == number
    assert copy.read_bytes() == OLD.read_bytes()
    assert list(tmp_path.glob("*.partial*")) == []


def test_a_journal_that_was_left_open_elsewhere_is_read_with_its_log(
    journal: Journal, tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    with open_journal(tmp_path / "elsewhere", clock) as other:
        practise(other, plan)
        other.database.settle = lambda: None  # type: ignore[method-assign]
        practise(other, plan)
        practise(other, plan)
        assert restore(journal, tmp_path / "elsewhere" / FILE_NAME).sessions == 3


def damaged(copy: Path) -> None:
    copy.write_bytes(copy.read_bytes()[:9000])


def of_a_newer_relaxapp(copy: Path) -> None:
    with closing(sqlite3.connect(copy)) as newer:
        newer.execute("PRAGMA user_version = 99")


def another_database(copy: Path) -> None:
    copy.unlink()
    with closing(sqlite3.connect(copy)) as other:
        other.execute("CREATE TABLE poems (line TEXT)")


def prose(copy: Path) -> None:
    copy.write_text("Dear diary. " * 1000)


def gone(copy: Path) -> None:
    copy.unlink()


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (damaged, "is damaged"),
        (of_a_newer_relaxapp, "written by a newer relaxapp"),
        (another_database, "is not a journal of relaxapp"),
        (prose, "is not a journal of relaxapp"),
        (gone, "There is no file"),
    ],
)
def test_a_copy_that_cannot_be_used_changes_nothing(
    journal: Journal, copy: Path, harm: object, sentence: str, tmp_path: Path
) -> None:
    assert callable(harm)
    harm(copy)
    before = contents(journal)
    for ask in (look, restore):
        with pytest.raises(JournalError, match=sentence):
            ask(journal, copy)
    assert contents(journal) == before
    assert [each.reason for each in list_backups([tmp_path / "backups"])].count("restore") == 0


def test_a_full_disk_leaves_everything_as_it_was(tmp_path: Path, clock: Clock, plan: Plan) -> None:
    with (
        small_disk(tmp_path / "disk") as disk,
        open_journal(disk.folder / "journal", clock, computer="anna") as journal,
    ):
        for number in range(40):
            practise(journal, plan, f"{number} " * 800)
        copy = back_up_now(journal, tmp_path)
        for number in range(1, 41):
            journal.delete(number)
        journal.database.write("VACUUM")
        journal.database.settle()
        before = contents(journal)
        daybook = (disk.folder / "journal" / "daybooks" / "anna.jsonl").read_bytes()
        for left in (0, 60_000, 120_000):
            disk.fill(left)
            with pytest.raises(JournalError, match=r"disk is full|[Nn]o space left|room"):
                restore(journal, copy)
            assert contents(journal) == before
            disk.make_room()
        assert (disk.folder / "journal" / "daybooks" / "anna.jsonl").read_bytes() == daybook
        assert restore(journal, copy).sessions == 40


def test_a_safety_copy_that_cannot_be_made_keeps_all_from_being_done(
    journal: Journal, copy: Path, tmp_path: Path
) -> None:
    kept = tmp_path / "kept.sqlite3"
    copy.rename(kept)
    shutil.rmtree(tmp_path / "backups")
    (tmp_path / "backups").write_text("in the way")
    before = contents(journal)
    with pytest.raises(JournalError, match="No safety copy"):
        restore(journal, kept)
    assert contents(journal) == before


def test_a_thousand_sessions_are_taken_back(journal: Journal, plan: Plan, tmp_path: Path) -> None:
    with journal.database.transaction():
        for number in range(1200):
            journal.database.write(
                "INSERT INTO sessions (uuid, script_id, title, technique, fingerprint, "
                "planned_seconds, voice, tailoring, started_at, offset_minutes, progressed_at, "
                "ended_at, practised_seconds, paused_seconds, skipped_steps, outcome, note, by_hand) "
                "VALUES (?, '', '', '', '', 0, '', '{}', ?, 0, 0, 0, 0, 0, 0, 'finished', '', 0)",
                (f"u{number}", number * 1000),
            )
    entries: tuple[Entry, ...] = journal.entries()
    copy = keep_aside(journal.database, tmp_path, "test", journal.now())
    with journal.database.transaction():
        journal.database.write("DELETE FROM sessions")
    assert restore(journal, copy).outlook.returning == 1200
    assert {entry.uuid for entry in journal.entries()} == {entry.uuid for entry in entries}
