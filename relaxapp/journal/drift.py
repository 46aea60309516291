"""Sessions that are not as a copy of the journal has them, although nobody wrote to them since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.journal.day import read
from relaxapp.journal.rows import PLAIN

if TYPE_CHECKING:
    from relaxapp.journal.database import Database

_COMPARED = (*PLAIN, "started_at", "offset_minutes", "ended_at")
"""What nothing but writing changes; areas and tags are few bytes, and left out."""
# Numbers are the same in a journal and its copies, and quicker to find than names.
_DRIFTED_SQL = f"""
SELECT theirs.title, theirs.started_at, theirs.offset_minutes
FROM main.sessions AS mine JOIN other.sessions AS theirs USING (id)
WHERE mine.uuid = theirs.uuid AND mine.changed_at = theirs.changed_at
  AND mine.outcome <> 'running' AND theirs.outcome <> 'running'
  AND ({", ".join(f"mine.{name}" for name in _COMPARED)})
      IS NOT ({", ".join(f"theirs.{name}" for name in _COMPARED)})
ORDER BY theirs.started_at
"""  # noqa: S608 -- own names


def drift(database: Database, copy: Database) -> str:
    """A sentence about sessions that differ, though they were written at the same time; or nothing.

    A text or a number can lose a bit on a failing disk without SQLite noticing; so can the copy.

    Args:
        database: the journal.
        copy: one of its copies, with the same tables.

    Raises:
        JournalError: one of them cannot be read.
    """
    with database.beside(copy):
        found = database.rows(_DRIFTED_SQL)
    if not found:
        return ""
    title, started_at, offset = found[0]
    number = (
        "One session is not as it was"
        if len(found) == 1
        else f"{len(found):,} sessions are not as they were"
    )
    return (
        f"{number} in the safety copy {copy.path.name}, although nobody wrote to the journal there"
        f" (“{title}” of {read(started_at, offset):%Y-%m-%d}). The disk may be failing. The copy is "
        "kept: look into it under Backups, and make another one on another disk."
    )
