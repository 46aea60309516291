"""What was taken out of the journal: remembered by name alone, so that it does not come back by itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.journal.day import read, stored

if TYPE_CHECKING:
    from datetime import datetime

    from relaxapp.journal.database import Database


@dataclass(frozen=True, slots=True)
class Deletion:
    """A session that was taken out.

    Attributes:
        uuid: what it went by.
        deleted_at: when, aware.
    """

    uuid: str
    deleted_at: datetime


def all_of_them(database: Database) -> tuple[Deletion, ...]:
    """Every deletion that is remembered, by time."""
    with database.made_sense_of():
        return tuple(
            Deletion(uuid, read(deleted_at, 0))
            for uuid, deleted_at in database.rows(
                "SELECT uuid, deleted_at FROM deletions ORDER BY deleted_at, uuid"
            )
        )


def write(database: Database, deletion: Deletion) -> None:
    """Remembers a deletion; of two of the same session the later one."""
    database.write(
        "INSERT INTO deletions (uuid, deleted_at) VALUES (?, ?) "
        "ON CONFLICT (uuid) DO UPDATE SET deleted_at = max(deleted_at, excluded.deleted_at)",
        (deletion.uuid, stored(deletion.deleted_at)),
    )


def forget(database: Database, uuid: str) -> None:
    """Forgets a deletion: the session is back."""
    database.write("DELETE FROM deletions WHERE uuid = ?", (uuid,))
