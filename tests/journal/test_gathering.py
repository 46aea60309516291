"""What file syncers leave beside a journal is brought in, and what a smaller file has lost comes back."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.damage import FILE_NAME
from relaxapp.journal.gathering import conflict_copies
from relaxapp.journal.opening import open_journal

if TYPE_CHECKING:
    from relaxapp.journal.entry import Plan
    from tests.journal.conftest import Clock

OLD = Path(__file__).parent.parent / "databases" / "0001.sqlite3"
NAMES = (
    "journal.sync-conflict-20261124-214000-ABCDEF2.sqlite3",
    "journal (Anna's conflicted copy 2026-11-24).sqlite3",
    "journal-DESKTOP-1.sqlite3",
    "journal.sqlite3.orig",
    "journal (conflicted copy 2026-11-24 214000).sqlite3",
)


def note(folder: Path, clock: Clock, plan: Plan, text: str, computer: str = "anna") -> None:
    with open_journal(folder, clock, computer=computer) as journal:
        journal.annotate(journal.begin(plan), text, [])


def notes(folder: Path, clock: Clock, computer: str = "anna") -> set[str]:
    with open_journal(folder, clock, computer=computer) as journal:
        return {entry.note for entry in journal.entries()}


@pytest.mark.parametrize("name", NAMES)
def test_a_conflict_copy_is_brought_in_and_kept(
    tmp_path: Path, clock: Clock, plan: Plan, name: str
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    note(here, clock, plan, "here")
    note(there, clock, plan, "there", "ben")
    shutil.copy(there / FILE_NAME, here / name)
    contents = (here / name).read_bytes()
    with open_journal(here, clock, computer="anna") as journal:
        assert {entry.note for entry in journal.entries()} == {"here", "there"}
        assert name in journal.notice
        assert "All that was in it is in the journal now" in journal.notice
    [kept] = (here / "merged").iterdir()
    assert kept.read_bytes() == contents
    assert conflict_copies(here / FILE_NAME) == ()
    with open_journal(here, clock, computer="anna") as journal:
        assert journal.notice == ""
        assert journal.count() == 2


def test_a_conflict_copy_of_an_earlier_relaxapp_is_brought_up_to_date(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    note(tmp_path, clock, plan, "here")
    with closing(sqlite3.connect(OLD)) as old:
        [(number,)] = old.execute("SELECT count(*) FROM sessions").fetchall()
    shutil.copy(OLD, tmp_path / NAMES[0])
    with open_journal(tmp_path, clock, computer="anna") as journal:
        assert journal.count() == number + 1
    assert sorted(file.name for file in tmp_path.glob("*.partial*")) == []


def test_a_damaged_conflict_copy_is_left_and_named(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    note(tmp_path, clock, plan, "here")
    copy = tmp_path / NAMES[0]
    shutil.copy(tmp_path / FILE_NAME, copy)
    contents = copy.read_bytes()[:9000]
    copy.write_bytes(contents)
    for _ in range(2):
        with open_journal(tmp_path, clock, computer="anna") as journal:
            assert f"{copy.name}" in journal.notice
            assert "was left where it is" in journal.notice
            assert journal.count() == 1
    assert copy.read_bytes() == contents


def test_a_conflict_copy_of_a_newer_relaxapp_is_left_and_named(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    note(tmp_path, clock, plan, "here")
    shutil.copy(tmp_path / FILE_NAME, tmp_path / NAMES[1])
    with closing(sqlite3.connect(tmp_path / NAMES[1])) as newer:
        newer.execute("PRAGMA user_version = 99")
        newer.commit()
    with open_journal(tmp_path, clock, computer="anna") as journal:
        assert "written by a newer relaxapp" in journal.notice


def test_other_files_beside_the_journal_are_left_alone(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    note(tmp_path, clock, plan, "here")
    (tmp_path / "journal.txt").write_text("SQLite format 3, a poem")
    with closing(sqlite3.connect(tmp_path / "other.sqlite3")) as other:
        other.execute("CREATE TABLE poems (line TEXT)")
    (tmp_path / "folder.sqlite3").mkdir()
    shutil.copy(tmp_path / FILE_NAME, tmp_path / "journal-damaged-20261101-080000.sqlite3")
    before = {file.name for file in tmp_path.iterdir()}
    with open_journal(tmp_path, clock, computer="anna") as journal:
        assert journal.notice == ""
    assert {file.name for file in tmp_path.iterdir()} - before == {"backups"}
    assert before <= {file.name for file in tmp_path.iterdir()} | {"running"}


def test_a_copy_that_cannot_be_moved_is_brought_in_all_the_same(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    note(here, clock, plan, "here")
    note(there, clock, plan, "there", "ben")
    shutil.copy(there / FILE_NAME, here / NAMES[0])
    (here / "merged").write_text("in the way")
    for _ in range(2):
        with open_journal(here, clock, computer="anna") as journal:
            assert {entry.note for entry in journal.entries()} == {"here", "there"}
            assert "could not be moved" in journal.notice


def test_a_small_journal_that_took_the_place_of_a_large_one_costs_nothing(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    """The one of a computer that has just been set up, which a file syncer takes for newer."""
    here, there = tmp_path / "here", tmp_path / "there"
    note(here, clock, plan, "long ago")
    # Far longer than a daybook reaches.
    clock.advance(timedelta(days=400).total_seconds())
    note(here, clock, plan, "of late")
    open_journal(there, clock, computer="ben").close()
    shutil.copy(there / FILE_NAME, here / FILE_NAME)
    clock.advance(timedelta(days=1).total_seconds())
    assert notes(here, clock) == {"long ago", "of late"}


def test_what_was_deleted_does_not_come_back_from_the_last_copy(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    note(tmp_path, clock, plan, "gone")
    note(tmp_path, clock, plan, "stays")
    clock.advance(timedelta(days=1).total_seconds())
    with open_journal(tmp_path, clock, computer="anna") as journal:
        journal.delete(1)
    clock.advance(timedelta(days=1).total_seconds())
    assert notes(tmp_path, clock) == {"stays"}


def test_a_folder_that_was_copied_keeps_to_its_own_copies(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    note(here, clock, plan, "here")
    shutil.copytree(here, there)
    clock.advance(timedelta(days=1).total_seconds())
    note(here, clock, plan, "also here")
    clock.advance(timedelta(days=1).total_seconds())
    open_journal(here, clock, computer="anna").close()
    assert notes(there, clock) == {"here"}


def test_a_daybook_that_cannot_be_read_is_named(tmp_path: Path, clock: Clock, plan: Plan) -> None:
    note(tmp_path, clock, plan, "here")
    (tmp_path / "daybooks" / "ben.jsonl").mkdir()
    with open_journal(tmp_path, clock, computer="anna") as journal:
        assert "ben.jsonl could not be read" in journal.notice
        assert journal.count() == 1
