"""A damaged journal is noticed, kept, and made good from a copy."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import JournalError
from relaxapp.journal.backup import backups_folder, list_backups
from relaxapp.journal.damage import FILE_NAME, DamagedJournal, recover
from relaxapp.journal.filter import Filter
from relaxapp.journal.opening import open_journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from relaxapp.journal.entry import Plan
    from tests.journal.conftest import Clock


def backups(folder: Path) -> list[Path]:
    return [each.path for each in list_backups([backups_folder(folder)])]


def cut_in_half(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def flip_a_page(path: Path) -> None:
    contents = bytearray(path.read_bytes())
    # The second page begins after 4096 bytes; its first bytes say what it holds.
    contents[4096:4200] = bytes(byte ^ 0xFF for byte in contents[4096:4200])
    path.write_bytes(contents)


def write_prose(path: Path) -> None:
    path.write_text("Dear diary, today I let my shoulders down. " * 200)


def empty(path: Path) -> None:
    os.truncate(path, 0)


def take_away(path: Path) -> None:
    path.unlink()


@pytest.fixture
def used(tmp_path: Path, clock: Clock, plan: Plan) -> Path:
    """A folder with two sessions in the journal and one in its copy."""
    for _ in range(2):
        with open_journal(tmp_path, clock) as journal:
            journal.begin(plan)
        clock.advance(24 * 3600)
    assert len(backups(tmp_path)) == 1
    return tmp_path


@pytest.mark.parametrize("harm", [cut_in_half, flip_a_page, write_prose, empty, take_away])
def test_a_damaged_journal_is_left_alone_and_the_newest_copy_offered(
    used: Path, clock: Clock, harm: Callable[[Path], None]
) -> None:
    path = used / FILE_NAME
    harm(path)
    contents = path.read_bytes() if path.exists() else None
    with pytest.raises(DamagedJournal, match="is whole: relaxapp can go on from it") as caught:
        open_journal(used, clock)
    assert caught.value.path == path
    assert caught.value.backup == backups(used)[0]
    assert caught.value.aside == (() if contents is None else (path,))
    assert (path.read_bytes() if path.exists() else None) == contents

    aside = recover(used, caught.value.backup, clock())

    assert [file.read_bytes() for file in aside] == ([] if contents is None else [contents])
    assert "nothing of it is missing" in str(caught.value)
    with open_journal(used, clock) as journal:
        # One is in the copy, and the other one in the daybook.
        assert journal.count() == 2


def test_what_a_copy_lacks_is_said_where_there_is_no_daybook(used: Path, clock: Clock) -> None:
    shutil.rmtree(used / "daybooks")
    cut_in_half(used / FILE_NAME)
    with pytest.raises(
        DamagedJournal, match=r"after that copy was made \(2026-11-25 .*\) will be missing"
    ):
        open_journal(used, clock)


def test_what_a_daybook_lacks_that_was_begun_later_is_said(
    used: Path, clock: Clock, plan: Plan
) -> None:
    shutil.rmtree(used / "daybooks")
    # The copy of the day is made before anything is written down.
    clock.advance(-1)
    with open_journal(used, clock) as journal:
        clock.advance(24 * 3600)
        journal.begin(plan)
    for copy in backups(used)[:-1]:
        copy.unlink()
    cut_in_half(used / FILE_NAME)
    with pytest.raises(
        DamagedJournal, match=r"between that copy \(2026-11-25 .*\) and 2026-11-26 .* will be"
    ):
        open_journal(used, clock)


def test_a_damaged_journal_can_be_begun_anew_and_stays_so(
    used: Path, clock: Clock, plan: Plan
) -> None:
    write_prose(used / FILE_NAME)
    copies = backups(used)
    [aside] = recover(used, None, clock())
    assert aside.name == "journal-damaged-20261126-214000.sqlite3"
    assert backups(used) == copies
    with open_journal(used, clock) as journal:
        # What the daybook has is not lost.
        assert journal.count() == 2
        journal.begin(plan)


def test_nothing_that_was_set_aside_is_ever_overwritten(used: Path, clock: Clock) -> None:
    texts = ["first", "second", "third"]
    for text in texts:
        (used / FILE_NAME).write_text(text)
        (used / f"{FILE_NAME}-wal").write_text(f"{text} log")
        recover(used, backups(used)[0], clock())
    kept = sorted(used.glob("journal-damaged-*.sqlite3"))
    assert sorted(file.read_text() for file in kept) == sorted(texts)
    for file in kept:
        assert file.with_name(f"{file.name}-wal").read_text() == f"{file.read_text()} log"


def test_damage_without_a_copy_says_so(tmp_path: Path, clock: Clock) -> None:
    write_prose(tmp_path / FILE_NAME)
    with pytest.raises(DamagedJournal, match="no whole copy") as caught:
        open_journal(tmp_path, clock)
    assert caught.value.backup is None


def test_an_empty_file_without_copies_is_a_new_journal(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / FILE_NAME).touch()
    with open_journal(tmp_path, clock) as journal:
        assert journal.count() == 0


def test_a_log_without_its_file_is_not_thrown_away(tmp_path: Path, clock: Clock) -> None:
    (tmp_path / f"{FILE_NAME}-wal").write_bytes(b"x" * 5000)
    with pytest.raises(DamagedJournal, match="is gone") as caught:
        open_journal(tmp_path, clock)
    assert [file.name for file in caught.value.aside] == [f"{FILE_NAME}-wal"]


def test_an_index_that_disagrees_with_its_table_is_found_before_a_copy_is_made(
    used: Path, clock: Clock
) -> None:
    path = used / FILE_NAME
    with closing(sqlite3.connect(path)) as connection:
        [(page,)] = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'sessions_by_start'"
        ).fetchall()
    contents = bytearray(path.read_bytes())
    # Another instant in the index than in the table; the page itself stays well-formed.
    contents[page * 4096 - 3] ^= 0x01
    path.write_bytes(contents)
    with pytest.raises(DamagedJournal):
        open_journal(used, clock)
    assert len(backups(used)) == 1


def test_damage_that_shows_while_the_journal_is_open_is_told(
    used: Path, clock: Clock, plan: Plan
) -> None:
    with open_journal(used, clock) as journal:
        journal.begin(plan)
        journal.database.rows("PRAGMA wal_checkpoint(TRUNCATE)")
        journal.database.rows("PRAGMA shrink_memory")
        write_prose(used / FILE_NAME)
        with pytest.raises(JournalError, match=r"is damaged\. Close relaxapp"):
            journal.entries(Filter(search="shoulders"))


def test_a_locked_journal_is_not_taken_for_a_damaged_one(used: Path, clock: Clock) -> None:
    with closing(sqlite3.connect(used / FILE_NAME, isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(JournalError, match="in use by another program") as caught:
            open_journal(used, clock, patience_seconds=0.01)
        assert not isinstance(caught.value, DamagedJournal)


WRITING = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from relaxapp.journal.entry import Plan
from relaxapp.journal.opening import open_journal

journal = open_journal(Path(sys.argv[1]), lambda: datetime(2026, 11, 24, tzinfo=UTC))
plan = Plan(script_id="s", title="S", technique="breathing", planned_seconds=600)
while True:
    entry_id = journal.begin(plan)
    journal.annotate(entry_id, "note " * entry_id, ["a", "b"])
    print(entry_id, flush=True)
"""


def test_a_kill_in_the_middle_of_writing_loses_nothing_that_was_written(
    tmp_path: Path, clock: Clock
) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WRITING, str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        written = [int(process.stdout.readline()) for _ in range(40)]
        process.kill()
        written += [int(line) for line in process.stdout if line.endswith("\n")]
    with open_journal(tmp_path, clock) as journal:
        entries = {entry.id: entry for entry in journal.entries()}
        assert set(written) <= set(entries)
        assert len(entries) <= len(written) + 1
        for entry_id in written:
            assert entries[entry_id].note == "note " * entry_id
            assert entries[entry_id].tags == ("a", "b")
