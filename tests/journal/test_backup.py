"""Copies are made once a day, seven are kept, and each is a whole journal by itself."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from relaxapp.journal.backup import backups, newest_good
from relaxapp.journal.damage import FILE_NAME
from relaxapp.journal.opening import open_journal

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.journal.entry import Plan
    from tests.journal.conftest import Clock

DAY_SECONDS = 24 * 3600


def practise(folder: Path, clock: Clock, plan: Plan) -> None:
    with open_journal(folder, clock) as journal:
        assert journal.notice == ""
        journal.begin(plan)


def test_the_first_opening_of_a_day_makes_the_copy_of_the_day(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    practise(tmp_path, clock, plan)
    assert backups(tmp_path) == ()
    clock.advance(DAY_SECONDS)
    practise(tmp_path, clock, plan)
    practise(tmp_path, clock, plan)
    [copy] = backups(tmp_path)
    assert copy.name == "journal-2026-11-25.sqlite3"
    # The format that needs no log beside the file, by the header's own words.
    assert copy.read_bytes()[18:20] == b"\x01\x01"
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(copy, elsewhere / FILE_NAME)
    with open_journal(elsewhere, clock) as journal:
        assert journal.count() == 1
    assert [file.name for file in (tmp_path / "backups").iterdir()] == [copy.name]


def test_seven_copies_are_kept(tmp_path: Path, clock: Clock, plan: Plan) -> None:
    for _ in range(10):
        practise(tmp_path, clock, plan)
        clock.advance(DAY_SECONDS)
    names = [copy.name for copy in backups(tmp_path)]
    assert names[0] == "journal-2026-12-03.sqlite3"
    assert names[-1] == "journal-2026-11-27.sqlite3"
    assert len(names) == 7


def test_an_empty_journal_pushes_no_copy_out(tmp_path: Path, clock: Clock) -> None:
    for _ in range(3):
        with open_journal(tmp_path, clock):
            clock.advance(DAY_SECONDS)
    assert backups(tmp_path) == ()


def test_a_copy_that_cannot_be_made_keeps_nobody_from_practising(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    practise(tmp_path, clock, plan)
    (tmp_path / "backups").write_text("in the way")
    with open_journal(tmp_path, clock) as journal:
        assert "No safety copy of the journal could be made" in journal.notice
        assert journal.begin(plan) == 2


def test_the_newest_good_copy_is_found_behind_bad_ones(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    for _ in range(6):
        practise(tmp_path, clock, plan)
        clock.advance(DAY_SECONDS)
    newest, second, third, fourth, oldest = backups(tmp_path)
    newest.write_bytes(b"")
    second.write_bytes(second.read_bytes()[:9000])
    third.write_text("this is not a database, however long it may be " * 100)
    contents = bytearray(fourth.read_bytes())
    # The beginning of the second page, which says what the page holds.
    contents[4096:4200] = bytes(byte ^ 0xFF for byte in contents[4096:4200])
    fourth.write_bytes(contents)
    assert newest_good(tmp_path) == oldest
    oldest.unlink()
    assert newest_good(tmp_path) is None
