"""A full disk is told in a sentence, takes nothing that was there, and is got over once there is room."""

from __future__ import annotations

import math
import os
import re
import shutil
import subprocess
import sys
from contextlib import suppress
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import JournalError
from relaxapp.journal.by_hand import back_up_now
from relaxapp.journal.damage import FILE_NAME, DamagedJournal, recover
from relaxapp.journal.entry import Outcome
from relaxapp.journal.exporting import save_json
from relaxapp.journal.importing import read_export, take_in
from relaxapp.journal.restoring import restore
from tests.journal.faults.disks import small_disk
from tests.journal.faults.evening import PLAN, START
from tests.journal.faults.leading import SESSION_SECONDS, conductor_in, practise
from tests.journal.faults.looking import copied, copies, opened, sessions
from tests.journal.faults.undertakings import ELSEWHERE, contents_from_elsewhere
from tests.session.fakes import HandClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from relaxapp.journal.entry import Entry
    from relaxapp.journal.journal import Journal
    from tests.journal.faults.disks import Disk

FULL = "disk is full|room left there|has room"
ROOM = [0, 16_384, 40_960, 65_536]
"""Bytes that are left when something begins, so that it comes to a stop here or there."""
IS_ROOT = os.geteuid() == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    if not IS_ROOT:
        pytest.skip("only root may mount a small disk; the last test here becomes it")
    with small_disk(tmp_path / "disk") as mounted:
        yield mounted


@pytest.fixture
def folder(disk: Disk, filled_once: Path) -> Path:
    """The folder of a filled journal, on the small disk."""
    return copied(filled_once, disk.folder / "journal")


@pytest.fixture
def hand() -> HandClock:
    return HandClock(today=START)


@pytest.fixture
def journal(folder: Path, hand: HandClock) -> Iterator[Journal]:
    with opened(folder, lambda: hand.today) as journal:
        yield journal


def test_a_session_goes_on_over_a_disk_that_is_full_for_a_while(
    disk: Disk, journal: Journal, hand: HandClock
) -> None:
    conductor = conductor_in(journal, hand)
    conductor.start()
    practise(conductor, hand, 20)
    disk.fill()
    practise(conductor, hand, 20)
    glance = conductor.look()
    assert glance.remark is not None
    assert "disk is full" in glance.remark
    disk.make_room()
    practise(conductor, hand, 20)
    assert conductor.look().remark is None
    practise(conductor, hand, 2 * SESSION_SECONDS)
    entry = journal.entry(conductor.entry_id)
    assert (entry.outcome, entry.practised_seconds) == (Outcome.FINISHED, entry.planned_seconds)


def test_a_session_that_ends_while_the_disk_is_full_is_entered_with_the_next_that_is_written(
    disk: Disk, journal: Journal, hand: HandClock
) -> None:
    conductor = conductor_in(journal, hand)
    conductor.start()
    disk.fill()
    practise(conductor, hand, 2 * SESSION_SECONDS)
    disk.make_room()
    journal.rate_after(conductor.entry_id, 3)
    entry = journal.entry(conductor.entry_id)
    assert (entry.outcome, entry.practised_seconds) == (Outcome.FINISHED, entry.planned_seconds)
    assert entry.ended_at == entry.started_at + timedelta(seconds=math.ceil(entry.planned_seconds))
    assert entry.tension_after == 3


def test_a_session_that_ends_while_the_disk_is_full_is_entered_when_the_journal_is_closed(
    disk: Disk, folder: Path, hand: HandClock
) -> None:
    with opened(folder, lambda: hand.today) as journal:
        conductor = conductor_in(journal, hand)
        conductor.start()
        disk.fill()
        practise(conductor, hand, 2 * SESSION_SECONDS)
        disk.make_room()
    with opened(folder, lambda: hand.today) as journal:
        entry = journal.entry(conductor.entry_id)
    assert (entry.outcome, entry.practised_seconds) == (Outcome.FINISHED, entry.planned_seconds)


def test_a_session_that_has_no_room_does_not_begin(disk: Disk, journal: Journal) -> None:
    disk.fill()
    number = journal.count()
    with pytest.raises(JournalError, match=FULL):
        journal.begin(PLAN)
    assert journal.count() == number
    disk.make_room()
    assert journal.begin(PLAN) in {entry.id for entry in journal.entries()}


def test_a_note_that_has_no_room_leaves_the_old_one(disk: Disk, journal: Journal) -> None:
    entry = journal.entries(limit=1)[0]
    disk.fill()
    with pytest.raises(JournalError, match=FULL):
        journal.annotate(entry.id, "A long one. " * 5_000, ["new"])
    assert journal.entry(entry.id) == entry
    disk.make_room()
    journal.annotate(entry.id, "Written after all.", ["new"])
    assert journal.entry(entry.id).note == "Written after all."


@pytest.mark.parametrize("left", ROOM)
def test_an_import_that_has_no_room_changes_nothing(
    disk: Disk, journal: Journal, left: int
) -> None:
    before = journal.entries()
    disk.fill(left)
    with pytest.raises(JournalError, match=FULL):
        take_in(journal, contents_from_elsewhere())
    assert journal.entries() == before
    disk.make_room()
    assert len(take_in(journal, contents_from_elsewhere()).added) == ELSEWHERE


@pytest.mark.parametrize("left", ROOM)
def test_a_restore_that_has_no_room_changes_nothing(
    disk: Disk, journal: Journal, folder: Path, left: int
) -> None:
    copy = min(copies(folder))
    before = journal.entries()
    disk.fill(left)
    with pytest.raises(JournalError, match=FULL):
        restore(journal, copy)
    assert journal.entries() == before
    disk.make_room()
    assert restore(journal, copy).outlook.going > 0
    assert 0 < journal.count() < len(before)


@pytest.mark.parametrize("left", [0, 4096, 16_384])
def test_an_export_that_has_no_room_leaves_what_was_there(
    disk: Disk, journal: Journal, left: int
) -> None:
    path = disk.folder / "export.json"
    path.write_text("exported before")
    disk.fill(left)
    with pytest.raises(JournalError, match=FULL):
        save_json(journal, path)
    assert path.read_text() == "exported before"
    assert {file.name for file in disk.folder.iterdir()} == {"journal", "ballast", path.name}
    disk.make_room()
    save_json(journal, path)
    assert len(read_export(path).entries) == journal.count()


@pytest.mark.parametrize("left", ROOM)
def test_a_copy_by_hand_that_has_no_room_leaves_nothing_behind(
    disk: Disk, journal: Journal, folder: Path, left: int
) -> None:
    before = copies(folder)
    disk.fill(left)
    with pytest.raises(JournalError, match=FULL):
        back_up_now(journal)
    assert copies(folder) == before
    disk.make_room()
    assert back_up_now(journal) in copies(folder) - before


@pytest.mark.parametrize("left", ROOM)
def test_a_copy_of_the_day_that_has_no_room_is_made_when_there_is_some(
    disk: Disk, folder: Path, there: dict[str, Entry], left: int
) -> None:
    before = copies(folder)
    disk.fill(left)
    notice = ""
    try:
        with opened(folder) as journal:
            notice = journal.notice
            assert {entry.uuid: entry for entry in journal.entries()} == there
    except JournalError as error:
        # Without room for a page, SQLite cannot even tell other programs that it reads.
        notice = str(error)
    assert re.search(f"No safety copy|{FULL}", notice)
    assert copies(folder) == before
    disk.make_room()
    assert sessions(folder) == there
    assert len(copies(folder)) == len(before) + 1


@pytest.mark.parametrize("left", [0, 40_960, 65_536])
def test_tables_that_have_no_room_to_change_lose_nothing(
    disk: Disk, tmp_path: Path, repository: Path, left: int
) -> None:
    old = disk.folder / "old"
    old.mkdir()
    shutil.copy(repository / "tests" / "databases" / "0001.sqlite3", old / FILE_NAME)
    before = sessions(shutil.copytree(old, tmp_path / "with room"))
    disk.fill(left)
    with pytest.raises(JournalError, match=FULL):
        opened(old)
    disk.make_room()
    assert sessions(old) == before


def test_a_recovery_that_has_no_room_is_finished_when_there_is_some(
    disk: Disk, folder: Path
) -> None:
    damaged = b"This was a journal once. " * 400
    (folder / FILE_NAME).write_bytes(damaged)
    with pytest.raises(DamagedJournal) as caught:
        opened(folder)
    disk.fill()
    with pytest.raises(JournalError, match=FULL):
        recover(folder, caught.value.backup, START)
    disk.make_room()
    with pytest.raises(DamagedJournal) as caught:
        opened(folder)
    with suppress(JournalError):
        recover(folder, caught.value.backup, START)
    assert sessions(folder)
    assert damaged in {file.read_bytes() for file in folder.glob("*.sqlite3")}


@pytest.mark.skipif(IS_ROOT, reason="root has mounted the small disks above")
def test_whoever_may_not_mount_does_so_in_a_name_space_of_their_own(tmp_path: Path) -> None:
    become_root = ("unshare", "--user", "--map-root-user", "--mount")
    try:
        subprocess.run([*become_root, "true"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no name space can be had here ({error})")
    pytest_here = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--basetemp"]
    done = subprocess.run(
        [*become_root, *pytest_here, str(tmp_path / "inside"), __file__],
        check=False,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout
    assert "skipped" not in done.stdout.replace("1 skipped", "")
