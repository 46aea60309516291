"""`relaxapp history backup` and `restore`: copies of the journal, and back to one of them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from relaxapp.commands.own_journal import chosen_backup_folder, own_journal
from relaxapp.errors import JournalError, UsageError
from relaxapp.journal.backup import BY_HAND, DAILY, backups_folder, list_backups, newest_good
from relaxapp.journal.by_hand import back_up_now
from relaxapp.journal.restoring import look, restore

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from relaxapp.assets import Folders
    from relaxapp.journal.backup import Backup
    from relaxapp.journal.journal import Journal


def run(options: argparse.Namespace, folders: Folders) -> int:
    """Make a copy of the journal; or list the copies, or make the journal equal to one of them.

    Raises:
        JournalError: the journal or the copy cannot be read or written.
        UsageError: it is not said that the journal may be changed.
    """
    chosen = chosen_backup_folder(folders)
    if options.action == "restore" and options.list:
        # Also of use where the journal itself cannot be opened.
        _list(list_backups(_folders(folders, chosen)))
        return 0
    with own_journal(folders) as journal:
        if journal.notice:
            print(f"relaxapp: {journal.notice}", file=sys.stderr)
        if options.action == "backup":
            print(f"Copied to {back_up_now(journal, options.folder)}")
        else:
            path = options.file or _newest_good(journal, folders, chosen)
            _restore(journal, path, asks=not options.yes)
    return 0


def _folders(folders: Folders, chosen: Path | None) -> tuple[Path, ...]:
    ours = backups_folder(folders.journal)
    return (ours,) if chosen is None else (ours, chosen)


def _newest_good(journal: Journal, folders: Folders, chosen: Path | None) -> Path:
    elsewhere = () if chosen is None else (chosen,)
    found = newest_good(backups_folder(folders.journal), elsewhere, journal.computer)
    if found is None:
        raise JournalError(
            "There is no whole copy of the journal yet. Say which file to go back to."
        )
    return found.path


def _restore(journal: Journal, path: Path, *, asks: bool) -> None:
    outlook = look(journal, path)
    print(f"Going back to {path}")
    print(outlook.in_words)
    if not outlook.changes_anything:
        return
    if asks and not _agrees():
        print("Nothing was changed.")
        return
    done = restore(journal, path)
    print(
        f"Done. The journal has {done.sessions:,} sessions now; as it was before: {done.kept_aside}"
    )


def _agrees() -> bool:
    if not sys.stdin.isatty():
        raise UsageError("Nothing was changed. Say --yes to go back to it, or --list to only look.")
    try:
        return input("Go back to it? [y/N] ").strip().lower() in {"y", "yes"}
    except EOFError:
        return False


def _list(backups: tuple[Backup, ...]) -> None:
    if not backups:
        print("There are no copies of the journal yet.")
    for backup in backups:
        print(
            f"{backup.made_at.astimezone():%Y-%m-%d %H:%M}   {_contents(backup)}   {_why(backup)}"
        )
        print(f"    {backup.path}")


def _contents(backup: Backup) -> str:
    if backup.trouble:
        return backup.trouble
    if backup.first_day is None:
        return "no sessions"
    return f"{backup.sessions:,} sessions, {backup.first_day} to {backup.last_day}"


def _why(backup: Backup) -> str:
    reason = {DAILY: "daily", BY_HAND: "made by you"}.get(
        backup.reason, f"made before: {backup.reason}"
    )
    return f"{reason}, on {backup.computer}" if backup.computer else reason
