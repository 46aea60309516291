"""`relaxapp history`: the sessions in the journal, listed; and everything else that is done with it."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

from relaxapp.commands.own_journal import own_journal
from relaxapp.journal.entry import Entry, Outcome
from relaxapp.journal.exporting import write_csv, write_json

if TYPE_CHECKING:
    import argparse

    from relaxapp.assets import Folders

ACTIONS = {
    "export": "history_files",
    "import": "history_files",
    "report": "history_report",
    "backup": "history_backups",
    "restore": "history_backups",
}
"""What may be done but listing, and the module of `relaxapp.commands` that does it."""


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Print every session, newest first, or do what is asked for.

    Raises:
        JournalError: the journal cannot be read.
    """
    if options.action in ACTIONS:
        command = import_module(f"relaxapp.commands.{ACTIONS[options.action]}")
        status: int = command.run(options, folders)
        return status
    with own_journal(folders) as journal:
        if options.json:
            write_json(journal, sys.stdout)
            return 0
        entries = journal.entries()
    if options.csv:
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
    # A title may come from a file of somebody else, and must not tell the terminal what to do.
    title = "".join(letter if letter.isprintable() else " " for letter in entry.title)
    return f"{entry.started_at:%Y-%m-%d %H:%M}   {title} ({minutes}){tension}"
