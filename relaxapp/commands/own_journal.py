"""The journal of the person, opened as they have chosen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.journal.opening import open_journal
from relaxapp.session.clock import Clock
from relaxapp.settings import SettingsFile

if TYPE_CHECKING:
    from relaxapp.assets import Folders
    from relaxapp.journal.journal import Journal


def chosen_backup_folder(folders: Folders) -> Path | None:
    """Where the person wants the daily copies of the journal; None for its own folder."""
    chosen = SettingsFile(folders.settings_file).load().backup_folder
    return Path(chosen).expanduser() if chosen else None


def own_journal(folders: Folders, clock: Clock | None = None) -> Journal:
    """The journal in the person's folders, open.

    Raises:
        JournalError: it cannot be opened.
    """
    return open_journal(
        folders.journal,
        (clock or Clock()).now,
        backup_folder=chosen_backup_folder(folders),
    )
