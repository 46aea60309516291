"""`relaxapp history export` and `import`: the journal to a file and back."""

from __future__ import annotations

import sys
from datetime import date
from typing import TYPE_CHECKING

from relaxapp.commands.own_journal import own_journal
from relaxapp.commands.progress import show_progress
from relaxapp.errors import UsageError
from relaxapp.journal.exporting import save_csv, save_json
from relaxapp.journal.filter import EVERYTHING, Filter
from relaxapp.journal.importing import look, read_export, summary_in_words, take_in
from relaxapp.journal.period import Period
from relaxapp.settings import SettingsFile

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from relaxapp.assets import Folders

_SAVERS = {"json": save_json, "csv": save_csv}


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Write the journal, or the sessions of some days, to a file; or take one in.

    Raises:
        JournalError: the journal or the file cannot be read or written.
        UsageError: it is not said which format, or that sessions may be taken in.
    """
    if options.action == "export":
        _export(options, folders)
    else:
        _import(options, folders)
    return 0


def _export(options: argparse.Namespace, folders: Folders) -> None:
    save = _SAVERS[options.format or _format(options.file)]
    wanted = _wanted(options, folders)
    with own_journal(folders) as journal:
        save(journal, options.file, wanted, _show_writing)
        number = journal.count(wanted)
    print(f"{number:,} {'session' if number == 1 else 'sessions'} saved as {options.file}")


def _import(options: argparse.Namespace, folders: Folders) -> None:
    contents = read_export(options.file)
    with own_journal(folders) as journal:
        found = look(journal, contents)
        print(summary_in_words(found))
        if options.dry_run or not found.changes_anything:
            return
        if not options.yes and not _agrees():
            print("Nothing was changed.")
            return
        had_any = journal.count() > 0
        take_in(journal, contents, _show_taking_in)
    print("Done.")
    if had_any:
        print("A copy of the journal as it was before is among its backups.")


def _format(path: Path) -> str:
    ending = path.suffix.lower().removeprefix(".")
    if ending not in _SAVERS:
        raise UsageError(
            f"What format shall {path} have? Let its name end in .json or .csv, or say --format."
        )
    return ending


def _wanted(options: argparse.Namespace, folders: Folders) -> Filter:
    if options.first is None and options.last is None:
        return EVERYTHING
    first, last = options.first or date.min, options.last or date.max
    if last < first:
        raise UsageError(f"The days from {first} to {last} are none. Say the earlier one first.")
    hour = SettingsFile(folders.settings_file).load().day_begins_hour
    return Filter(period=Period(first, last, hour))


def _agrees() -> bool:
    if not sys.stdin.isatty():
        raise UsageError(
            "Nothing was changed. Say --yes to take this in, or --dry-run to only look."
        )
    try:
        return input("Take this in? [y/N] ").strip().lower() in {"y", "yes"}
    except EOFError:
        return False


def _show_writing(done: int, total: int) -> None:
    show_progress(f"Saving: {100 * done // max(1, total)} %", done, total)


def _show_taking_in(done: int, total: int) -> None:
    show_progress(f"Taking in: {100 * done // max(1, total)} %", done, total)
