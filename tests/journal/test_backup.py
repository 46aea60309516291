"""Copies are made once a day, seven of each computer are kept, and each is a whole journal by itself."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import JournalError
from relaxapp.journal.backup import (
    BY_HAND,
    DAILY,
    backups_folder,
    keep_aside,
    list_backups,
    newest_good,
)
from relaxapp.journal.by_hand import back_up_now
from relaxapp.journal.damage import FILE_NAME
from relaxapp.journal.opening import open_journal

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.journal.entry import Plan
    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock

DAY_SECONDS = 24 * 3600


def practise(
    folder: Path,
    clock: Clock,
    plan: Plan,
    *,
    computer: str = "anna",
    backup_folder: Path | None = None,
) -> None:
    with open_journal(folder, clock, computer=computer, backup_folder=backup_folder) as journal:
        assert journal.notice == ""
        journal.begin(plan)


def names(folder: Path) -> list[str]:
    return [backup.path.name for backup in list_backups([folder])]


def test_the_first_opening_of_a_day_makes_the_copy_of_the_day(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    practise(tmp_path, clock, plan)
    assert list_backups([backups_folder(tmp_path)]) == ()
    clock.advance(DAY_SECONDS)
    practise(tmp_path, clock, plan)
    practise(tmp_path, clock, plan)
    [copy] = (tmp_path / "backups").iterdir()
    assert copy.name == "journal-anna-2026-11-25.sqlite3"
    # The format that needs no log beside the file, by the header's own words.
    assert copy.read_bytes()[18:20] == b"\x01\x01"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(copy, elsewhere / FILE_NAME)
    with open_journal(elsewhere, clock) as journal:
        assert journal.count() == 1


def test_seven_copies_are_kept(tmp_path: Path, clock: Clock, plan: Plan) -> None:
    for _ in range(10):
        practise(tmp_path, clock, plan)
        clock.advance(DAY_SECONDS)
    found = names(tmp_path / "backups")
    assert found[0] == "journal-anna-2026-12-03.sqlite3"
    assert found[-1] == "journal-anna-2026-11-27.sqlite3"
    assert len(found) == 7


def test_each_computer_lets_go_of_its_own_copies_only(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "journal-2020-01-01.sqlite3").write_text("of a relaxapp without computers")
    for day in range(12):
        practise(tmp_path / "a", clock, plan, computer="anna", backup_folder=shared)
        if day < 3:
            practise(tmp_path / "b", clock, plan, computer="anna-2", backup_folder=shared)
        clock.advance(DAY_SECONDS)
    found = list_backups([shared])
    assert [each.computer for each in found].count("anna") == 7
    assert [each.computer for each in found].count("anna-2") == 2
    assert [each.path.name for each in found if not each.computer] == ["journal-2020-01-01.sqlite3"]


def test_an_empty_journal_pushes_no_copy_out(tmp_path: Path, clock: Clock) -> None:
    for _ in range(3):
        with open_journal(tmp_path, clock):
            clock.advance(DAY_SECONDS)
    assert list_backups([backups_folder(tmp_path)]) == ()


def test_a_copy_that_cannot_be_made_keeps_nobody_from_practising(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    practise(tmp_path, clock, plan)
    (tmp_path / "backups").write_text("in the way")
    with open_journal(tmp_path, clock) as journal:
        assert "No safety copy of the journal could be made" in journal.notice
        assert journal.begin(plan) == 2


def test_a_chosen_folder_that_is_not_there_has_the_copy_made_at_home(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    practise(tmp_path, clock, plan)
    chosen = tmp_path / "stick" / "copies"
    with open_journal(tmp_path, clock, computer="anna", backup_folder=chosen) as journal:
        assert f"could be made in {chosen}" in journal.notice
        assert f"It is in {tmp_path / 'backups'} instead" in journal.notice
    assert names(tmp_path / "backups") == ["journal-anna-2026-11-24.sqlite3"]
    chosen.parent.mkdir()
    practise(tmp_path, clock, plan, backup_folder=chosen)
    assert names(chosen) == ["journal-anna-2026-11-24.sqlite3"]


def test_the_newest_good_copy_is_found_behind_bad_ones(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    for _ in range(6):
        practise(tmp_path, clock, plan)
        clock.advance(DAY_SECONDS)
    folder = backups_folder(tmp_path)
    newest, second, third, fourth, oldest = (each.path for each in list_backups([folder]))
    newest.write_bytes(b"")
    second.write_bytes(second.read_bytes()[:9000])
    third.write_text("this is not a database, however long it may be " * 100)
    contents = bytearray(fourth.read_bytes())
    # The beginning of the second page, which says what the page holds.
    contents[4096:4200] = bytes(byte ^ 0xFF for byte in contents[4096:4200])
    fourth.write_bytes(contents)
    found = newest_good(folder)
    assert found is not None
    assert found.path == oldest
    troubles = {each.path: each.trouble for each in list_backups([folder])}
    assert troubles.pop(oldest) == ""
    assert all(str(path) in trouble for path, trouble in troubles.items())
    oldest.unlink()
    assert newest_good(folder) is None


def test_a_list_says_what_is_in_each_copy_and_touches_none(
    tmp_path: Path, journal: Journal, clock: Clock, plan: Plan
) -> None:
    journal.begin(plan)
    by_hand = back_up_now(journal)
    clock.advance(40 * DAY_SECONDS)
    journal.begin(plan)
    aside = keep_aside(journal.database, tmp_path, "import", clock())
    folder = tmp_path / "backups"
    folder.chmod(0o500)
    try:
        newest, oldest = list_backups([folder, tmp_path / "nowhere", folder])
    finally:
        folder.chmod(0o700)
    assert (newest.path, newest.reason, newest.computer) == (aside, "import", "")
    assert (newest.sessions, newest.first_day, newest.last_day) == (
        2,
        date(2026, 11, 24),
        date(2027, 1, 3),
    )
    assert newest.made_at == clock()
    assert newest.size_bytes == aside.stat().st_size
    assert newest.trouble == ""
    assert (oldest.path, oldest.reason, oldest.computer) == (by_hand, BY_HAND, journal.computer)
    assert oldest.sessions == 1
    assert sorted(file.name for file in folder.iterdir()) == sorted([aside.name, by_hand.name])


def test_a_copy_whose_time_was_lost_goes_by_its_name(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    for _ in range(2):
        practise(tmp_path, clock, plan)
        clock.advance(DAY_SECONDS)
    [copy] = (tmp_path / "backups").iterdir()
    shutil.copyfile(copy, tmp_path / "backups" / "journal-ben-2020-02-29.sqlite3")
    newest, moved = list_backups([tmp_path / "backups"])
    assert (newest.reason, newest.made_at) == (DAILY, clock() - timedelta(days=1))
    assert (moved.computer, moved.made_at) == ("ben", datetime(2020, 2, 29, tzinfo=UTC))


def test_a_copy_that_was_asked_for_is_never_overwritten(
    tmp_path: Path, journal: Journal, plan: Plan
) -> None:
    chosen = tmp_path / "stick"
    paths = set()
    for number in range(3):
        journal.begin(plan)
        paths |= {
            back_up_now(journal, chosen),
            keep_aside(journal.database, tmp_path, "x", journal.now()),
        }
        assert len(paths) == 2 * number + 2
    assert sorted(each.sessions for each in list_backups([chosen])) == [1, 2, 3]
    assert {each.path for each in list_backups([chosen, tmp_path / "backups"])} == paths


def test_a_copy_that_cannot_be_written_says_where(tmp_path: Path, journal: Journal) -> None:
    (tmp_path / "taken").write_text("not a folder")
    with pytest.raises(JournalError, match=r"No safety copy .*taken"):
        back_up_now(journal, tmp_path / "taken")


def test_a_copy_in_the_middle_of_a_change_has_nothing_of_it(
    tmp_path: Path, journal: Journal, plan: Plan
) -> None:
    journal.begin(plan)
    with journal.database.transaction():
        journal.database.write("DELETE FROM sessions")
        keep_aside(journal.database, tmp_path, "change", journal.now())
    assert [each.sessions for each in list_backups([tmp_path / "backups"])] == [1]
