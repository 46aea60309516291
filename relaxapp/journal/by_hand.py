"""A copy of the journal that a person asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.journal.backup import copied, stamp, vacant

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.journal.journal import Journal


def back_up_now(journal: Journal, folder: Path | None = None) -> Path:
    """Makes a copy because the person wants one; it is kept for good.

    Args:
        journal: the open journal.
        folder: where; if None, where the daily copies are.

    Raises:
        JournalError: the copy cannot be made.
    """
    at = journal.now()
    target = (folder or journal.backup_folder) / f"by-hand-{journal.computer}-{stamp(at)}.sqlite3"
    return copied(journal.database, vacant(target), at)
