"""`relaxapp history`: the sessions in the journal."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from relaxapp.journal.entry import Entry, Outcome
from relaxapp.journal.exchange import history_record, write_csv
from relaxapp.journal.opening import open_journal
from relaxapp.session.clock import Clock

if TYPE_CHECKING:
    import argparse

    from relaxapp.assets import Folders


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Print every session, newest first.

    Raises:
        JournalError: the journal cannot be read.
    """
    with open_journal(folders.journal, Clock().now) as journal:
        entries = journal.entries()
    if options.json:
        print(json.dumps(history_record(entries), ensure_ascii=False, indent=2))
    elif options.csv:
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(newline="")  # the csv module sets its own line ends
        write_csv(entries, sys.stdout)
    elif not entries:
        print("There are no sessions in the journal yet.")
    else:
        for entry in entries:
            print(_line(entry))
    return 0


def _line(entry: Entry) -> str:
    minutes = f"{entry.practised_seconds / 60:.1f} min"
    if entry.outcome is not Outcome.FINISHED:
        minutes = f"{minutes}, {entry.outcome}"
    tension = ""
    if entry.tension_change is not None:
        tension = f"   tension {entry.tension_before} → {entry.tension_after}"
    return f"{entry.started_at:%Y-%m-%d %H:%M}   {entry.title} ({minutes}){tension}"
