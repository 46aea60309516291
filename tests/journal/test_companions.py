"""A log that is left beside a journal it does not belong to is never mixed into it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.damage import FILE_NAME
from relaxapp.journal.opening import open_journal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from relaxapp.journal.entry import Plan
    from tests.journal.conftest import Clock

LOG = f"{FILE_NAME}-wal"
# Writes notes that stay in the log, says so, and waits to be killed.
WRITING = """
import sys
from datetime import datetime, UTC
from pathlib import Path
from relaxapp.journal.entry import Plan
from relaxapp.journal.opening import open_journal

journal = open_journal(Path(sys.argv[1]), lambda: datetime(2026, 11, 24, 22, tzinfo=UTC), computer="anna")
journal.database.settle = lambda: None
plan = Plan(script_id="s", title="S", technique="breathing", planned_seconds=600)
for number in range(int(sys.argv[2])):
    journal.annotate(journal.begin(plan), f"anna's {number}", [])
print("written", flush=True)
sys.stdin.read()
"""


def die_writing(folder: Path, sessions: int) -> None:
    """A process of anna's that goes down with its changes in the log."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITING, str(folder), str(sessions)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "written\n"
        process.kill()
    assert (folder / LOG).stat().st_size > 0


def by_another_file(folder: Path, file: Path) -> None:
    shutil.copy(file, folder / ".syncing")
    (folder / ".syncing").replace(folder / FILE_NAME)


def in_place(folder: Path, file: Path) -> None:
    identity = (folder / FILE_NAME).stat().st_ino
    (folder / FILE_NAME).write_bytes(file.read_bytes())
    assert (folder / FILE_NAME).stat().st_ino == identity


@pytest.mark.parametrize("numbers", [(0, 1, 1), (3, 30, 1), (3, 1, 30), (15, 20, 20)], ids=str)
@pytest.mark.parametrize("exchange", [by_another_file, in_place])
def test_a_computer_that_went_down_and_a_syncer_that_came_after_lose_nothing(
    tmp_path: Path,
    clock: Clock,
    plan: Plan,
    exchange: Callable[[Path, Path], None],
    numbers: tuple[int, int, int],
) -> None:
    shared, theirs, mine = numbers
    here, there = tmp_path / "here", tmp_path / "there"
    with open_journal(here, clock, computer="anna") as journal:
        for number in range(shared):
            journal.annotate(journal.begin(plan), f"shared {number}", [])
    shutil.copytree(here, there)
    clock.advance(60)
    with open_journal(there, clock, computer="ben") as journal:
        for number in range(theirs):
            journal.annotate(journal.begin(plan), f"ben's {number}", ["ben"])
    die_writing(here, mine)
    exchange(here, there / FILE_NAME)
    clock.advance(24 * 3600)
    with open_journal(here, clock, computer="anna") as journal:
        assert {entry.note for entry in journal.entries()} == {
            *(f"shared {number}" for number in range(shared)),
            *(f"ben's {number}" for number in range(theirs)),
            *(f"anna's {number}" for number in range(mine)),
        }
        assert journal.database.rows("PRAGMA integrity_check") == [("ok",)]
    # What was in the way is kept.
    assert [file.name for file in here.glob("journal-damaged-*-wal")] != []


def test_a_log_that_belongs_to_the_file_is_made_use_of(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    with open_journal(tmp_path, clock, computer="anna") as journal:
        journal.begin(plan)
    die_writing(tmp_path, 30)
    # Without a daybook, the log alone has them.
    shutil.rmtree(tmp_path / "daybooks")
    with open_journal(tmp_path, clock, computer="anna") as journal:
        assert journal.count() == 31
    assert list(tmp_path.glob("journal-damaged-*")) == []


def test_a_folder_that_was_copied_with_its_log_has_everything(
    tmp_path: Path, clock: Clock, plan: Plan
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    with open_journal(here, clock, computer="anna") as journal:
        journal.begin(plan)
    die_writing(here, 30)
    shutil.copytree(here, there)
    with open_journal(there, clock, computer="anna") as journal:
        assert journal.count() == 31


def test_a_journal_at_rest_is_one_file(tmp_path: Path, clock: Clock, plan: Plan) -> None:
    """So that a syncer which takes the file alone, and while it is open, takes all there is."""
    with open_journal(tmp_path, clock, computer="anna") as journal:
        for number in range(5):
            journal.annotate(journal.begin(plan), f"{number}", [])
            journal.progress(number + 1, number, 0, 0)
            assert (tmp_path / LOG).stat().st_size == 0
            copied = tmp_path / f"copied {number}"
            copied.mkdir()
            shutil.copy(tmp_path / FILE_NAME, copied / FILE_NAME)
            with open_journal(copied, clock, computer="ben") as other:
                assert other.entries() == journal.entries()
