"""What has to happen whole or not at all, and a way to be killed at any line of it."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import relaxapp.journal
from relaxapp.journal.backup import backups_folder, list_backups
from relaxapp.journal.by_hand import back_up_now
from relaxapp.journal.damage import recover
from relaxapp.journal.deletions import Deletion
from relaxapp.journal.entry import Mark, MarkKind, Outcome
from relaxapp.journal.exporting import save_json
from relaxapp.journal.factors import Factor, FactorMark
from relaxapp.journal.importing import take_in
from relaxapp.journal.merge import Contents
from relaxapp.journal.opening import open_journal
from relaxapp.journal.restoring import restore
from relaxapp.journal.rows import entry_of_plan
from tests.journal.faults.evening import PLAN, START

if TYPE_CHECKING:
    from types import FrameType

    from relaxapp.journal.journal import Journal
    from tests.journal.faults.evening import Report

_TRACED = (str(Path(relaxapp.journal.__file__).parent), shutil.__file__)
EXPORT = "export.json"
"""What the exported history is called in the journal's folder."""
ELSEWHERE = 30
"""How many sessions the other computer has."""


def contents_from_elsewhere() -> Contents:
    """What another computer has: sessions, a deletion, days described."""
    days = [START + timedelta(days=number) for number in range(ELSEWHERE)]
    return Contents(
        entries=tuple(
            entry_of_plan(
                PLAN,
                uuid=f"elsewhere-{number}",
                started_at=day,
                ended_at=day + timedelta(seconds=480),
                practised_seconds=480,
                outcome=Outcome.FINISHED,
                marks_after=(Mark("neck", MarkKind.TENSION, 1),),
                note=f"The {number}th there. ",
                tags=("there",),
                changed_at=day,
            )
            for number, day in enumerate(days)
        ),
        deletions=(Deletion("gone-there", START),),
        factors=tuple(FactorMark(day.date(), Factor.WATER, 2, day) for day in days),
    )


def make_todays_copy(folder: Path) -> None:
    """Opens the journal, for the first time that day."""
    _opened(folder).close()


def bring_up_to_date(folder: Path) -> None:
    """Opens a journal of an earlier version."""
    _opened(folder).close()


def import_history(folder: Path) -> None:
    """Takes in what was exported on another computer."""
    with _opened(folder) as journal:
        take_in(journal, contents_from_elsewhere())


def go_back(folder: Path) -> None:
    """Restores the oldest copy there is."""
    with _opened(folder) as journal:
        restore(journal, min(backups_folder(folder).glob("journal-*.sqlite3")))


def copy_by_hand(folder: Path) -> None:
    """Makes a copy that the person asked for."""
    with _opened(folder) as journal:
        back_up_now(journal)


def export(folder: Path) -> None:
    """Writes all of it over an export that was there."""
    with _opened(folder) as journal:
        save_json(journal, folder / EXPORT)


def rewrite(folder: Path) -> None:
    """Edits the newest session by hand: note, tags, marks."""
    with _opened(folder) as journal:
        newest = journal.entries(limit=1)[0]
        journal.annotate(newest.id, "Written anew.", ["one", "two", "three"])


def delete(folder: Path) -> None:
    """Takes the newest session out."""
    with _opened(folder) as journal:
        journal.delete(journal.entries(limit=1)[0].id)


def go_on_from_copy(folder: Path) -> None:
    """Sets a damaged journal aside and puts its newest copy in its place."""
    recover(folder, list_backups([backups_folder(folder)])[0].path, START)


def cut_off(report: Report, name: str, folder: Path, fatal_line: int | None) -> None:
    """Does what goes by that name, and is killed at that line of the journal's code.

    Reports how many lines it went through if it was let.
    """
    lines = 0

    def count(_frame: FrameType, event: str, _argument: Any) -> Any:
        nonlocal lines
        if event == "line":
            lines += 1
            if lines == fatal_line:
                os.kill(os.getpid(), signal.SIGKILL)
        return count

    def enter(frame: FrameType, _event: str, _argument: Any) -> Any:
        return count if frame.f_code.co_filename.startswith(_TRACED) else None

    sys.settrace(enter)
    globals()[name](folder)
    sys.settrace(None)
    report(lines)


def _opened(folder: Path) -> Journal:
    return open_journal(folder, lambda: START, patience_seconds=0.01, computer="here")
