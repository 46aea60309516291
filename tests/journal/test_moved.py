"""A file that is exchanged or removed under an open journal takes nothing with it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import JournalError, NotFoundError
from relaxapp.journal.damage import FILE_NAME
from relaxapp.journal.entry import Mark, MarkKind, Outcome
from relaxapp.journal.opening import open_journal

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.journal.entry import Plan
    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock

JAW = Mark("jaw", MarkKind.TENSION, 2)


def exchange(folder: Path, file: Path) -> None:
    """A file syncer writes beside a file, and puts what it wrote in its place."""
    shutil.copy(file, folder / ".syncing")
    (folder / ".syncing").replace(folder / FILE_NAME)


@pytest.fixture
def elsewhere(tmp_path: Path, clock: Clock, plan: Plan) -> Path:
    """Another computer's journal, with three sessions under the numbers 1 to 3."""
    with open_journal(tmp_path / "elsewhere", clock, computer="ben") as journal:
        for number in range(3):
            journal.annotate(journal.begin(plan, None, [JAW]), f"ben's {number}", ["ben"])
    return tmp_path / "elsewhere" / FILE_NAME


def notes(journal: Journal) -> dict[str, int]:
    return {entry.note: entry.id for entry in journal.entries()}


def test_what_is_written_afterwards_is_in_the_new_file(
    tmp_path: Path, journal: Journal, elsewhere: Path, plan: Plan, clock: Clock
) -> None:
    journal.annotate(journal.begin(plan), "before", [])
    exchange(tmp_path, elsewhere)
    journal.annotate(journal.begin(plan), "after", [])
    everything = {"before", "after", "ben's 0", "ben's 1", "ben's 2"}
    assert set(notes(journal)) == everything
    assert [file.name for file in tmp_path.glob("journal-*")] == []
    journal.close()
    with open_journal(tmp_path, clock) as again:
        assert set(notes(again)) == everything


def test_a_running_session_goes_on_under_its_number(
    tmp_path: Path, journal: Journal, elsewhere: Path, plan: Plan
) -> None:
    number = journal.begin(plan, 7, [JAW])
    journal.progress(number, 100, 0, 0)
    uuid = journal.entry(number).uuid
    exchange(tmp_path, elsewhere)
    journal.progress(number, 200, 0, 0)
    entry = journal.entry(number)
    assert (entry.uuid, entry.outcome, entry.practised_seconds) == (uuid, Outcome.RUNNING, 200)
    journal.finish(
        number, Outcome.FINISHED, practised_seconds=480, paused_seconds=0, skipped_steps=0
    )
    entry = journal.entry(number)
    assert (entry.uuid, entry.outcome, entry.marks_before) == (uuid, Outcome.FINISHED, (JAW,))


def test_every_session_keeps_the_number_it_is_known_by(
    tmp_path: Path, journal: Journal, elsewhere: Path, plan: Plan
) -> None:
    for number in range(5):
        journal.annotate(journal.begin(plan, None, [JAW]), f"mine {number}", [f"tag {number}"])
    journal.delete(5)
    known = notes(journal)
    exchange(tmp_path, elsewhere)
    found = notes(journal)
    assert {note: found[note] for note in known} == known
    # Numbers that were ever given are not given to others.
    assert min(number for note, number in found.items() if note.startswith("ben")) > 5
    assert all(entry.marks_before == (JAW,) for entry in journal.entries())
    assert {entry.tags for entry in journal.entries() if entry.note.startswith("ben")} == {("ben",)}
    assert journal.database.rows("PRAGMA foreign_key_check") == []
    assert journal.begin(plan) > max(found.values())


def test_the_number_of_a_session_that_is_gone_is_nobody_elses(
    tmp_path: Path, journal: Journal, clock: Clock, plan: Plan
) -> None:
    number = journal.begin(plan)
    journal.finish(number, Outcome.FINISHED, practised_seconds=1, paused_seconds=0, skipped_steps=0)
    shutil.copytree(tmp_path, tmp_path / "there")
    clock.advance(60)
    with open_journal(tmp_path / "there", clock, computer="ben") as other:
        other.delete(number)
        other.annotate(other.begin(plan), "ben's", [])
        # As a file has it that was begun anew.
        other.database.write("UPDATE sessions SET id = ?", (number,))
    exchange(tmp_path, tmp_path / "there" / FILE_NAME)
    with pytest.raises(NotFoundError):
        journal.annotate(number, "mine", [])
    assert [entry.note for entry in journal.entries()] == ["ben's"]


def test_a_file_that_was_removed_is_written_anew(
    tmp_path: Path, journal: Journal, plan: Plan
) -> None:
    journal.annotate(journal.begin(plan), "mine", [])
    (tmp_path / FILE_NAME).unlink()
    assert notes(journal) == {"mine": 1}
    assert (tmp_path / FILE_NAME).stat().st_size > 0


def test_a_damaged_newcomer_is_set_aside(tmp_path: Path, journal: Journal, plan: Plan) -> None:
    journal.annotate(journal.begin(plan), "mine", [])
    (tmp_path / "broken").write_text("half a journal " * 1000)
    exchange(tmp_path, tmp_path / "broken")
    assert notes(journal) == {"mine": 1}
    [aside] = tmp_path.glob("journal-damaged-*")
    assert aside.read_text().startswith("half a journal")


def test_a_folder_that_is_gone_is_told_and_nothing_is_forgotten(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    folder = tmp_path / "journal"
    with open_journal(folder, clock) as journal:
        journal.annotate(journal.begin(plan), "mine", [])
        folder.rename(tmp_path / "moved")
        with pytest.raises(JournalError, match="exchanged or removed by another program"):
            journal.count()
        (tmp_path / "moved").rename(folder)
        assert notes(journal) == {"mine": 1}


def test_two_windows_go_over_one_after_the_other(
    tmp_path: Path, journal: Journal, elsewhere: Path, clock: Clock, plan: Plan
) -> None:
    with open_journal(tmp_path, clock) as second:
        journal.annotate(journal.begin(plan), "first window's", [])
        exchange(tmp_path, elsewhere)
        journal.annotate(journal.begin(plan), "first window's, later", [])
        second.annotate(second.begin(plan), "second window's", [])
        journal.annotate(journal.begin(plan), "first window's, last", [])
        assert notes(journal) == notes(second)
        assert len(notes(second)) == 7
        assert journal.database.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_third_window_that_opens_meanwhile_shares_no_log_with_the_old_file(
    tmp_path: Path, journal: Journal, elsewhere: Path, clock: Clock, plan: Plan
) -> None:
    for number in range(60):
        journal.annotate(journal.begin(plan), f"mine {number}", [])
    exchange(tmp_path, elsewhere)
    with open_journal(tmp_path, clock) as third:
        third.annotate(third.begin(plan), "third window's", [])
        assert third.database.rows("PRAGMA integrity_check") == [("ok",)]
        # The first window is at the old file until it looks.
        assert journal.count() == third.count() == 64
        third.annotate(third.begin(plan), "third window's, later", [])
        assert notes(journal) == notes(third)
        assert third.database.rows("PRAGMA integrity_check") == [("ok",)]


def test_a_twin_does_not_open_the_new_file_beside_the_old_log(
    tmp_path: Path, journal: Journal, elsewhere: Path, plan: Plan
) -> None:
    journal.begin(plan)
    exchange(tmp_path, elsewhere)
    with pytest.raises(JournalError, match="Try again"):
        journal.twin()
    journal.count()
    with journal.twin() as twin:
        assert twin.count() == 4
