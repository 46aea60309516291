"""Two journals brought together: what one knows is taken into the other, without doubles, whole or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from relaxapp.journal import deletions, factors, rows
from relaxapp.journal.day import day_number, stored
from relaxapp.journal.entry import Outcome

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.journal.database import Database
    from relaxapp.journal.deletions import Deletion
    from relaxapp.journal.entry import Entry
    from relaxapp.journal.factors import FactorMark

_ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Contents:
    """What a journal knows, or a part of it.

    Attributes:
        entries: its sessions; each goes by its `uuid`.
        deletions: what was taken out of it.
        factors: how days were.
    """

    entries: tuple[Entry, ...] = ()
    deletions: tuple[Deletion, ...] = ()
    factors: tuple[FactorMark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What comes of taking contents into a journal.

    Attributes:
        added: sessions the journal does not have.
        updated: sessions that were changed later than in the journal; with their numbers there.
        same: how many sessions are the same in both.
        older: how many sessions were changed later in the journal, which keeps its own.
        deleted_here: how many sessions were taken out of the journal since, and stay out.
        removed: names of sessions that were taken out elsewhere since, and now here.
        factors: notes about days that are new or later.
        deletions: what is to be remembered as taken out.
    """

    added: tuple[Entry, ...]
    updated: tuple[Entry, ...]
    same: int
    older: int
    deleted_here: int
    removed: tuple[str, ...]
    factors: tuple[FactorMark, ...]
    deletions: tuple[Deletion, ...]

    @property
    def changes_anything(self) -> bool:
        """Whether the journal will be another one."""
        return bool(self.added or self.updated or self.removed or self.factors or self.deletions)


def compare(database: Database, contents: Contents, *, removing: bool = False) -> Merge:
    """What would come of a merge; nothing is written.

    Args:
        database: the journal.
        contents: what is to be taken in; a session twice counts as its later version.
        removing: whether what was taken out elsewhere is taken out here; otherwise it stays.
    """
    latest: dict[str, Entry] = {}
    for entry in contents.entries:
        known = latest.get(entry.uuid)
        if known is None or entry.changed_at > known.changed_at:
            latest[entry.uuid] = entry
    gone = {each.uuid: each.deleted_at for each in deletions.all_of_them(database)}
    gone_there = {each.uuid: each for each in contents.deletions}
    here = _entries_by_uuid(database, (*latest, *(gone_there if removing else ())))
    added, updated = [], []
    same = older = deleted_here = 0
    for uuid, entry in latest.items():
        mine = here.get(uuid)
        if uuid in gone and gone[uuid] >= entry.changed_at:
            deleted_here += 1
        elif removing and uuid in gone_there and gone_there[uuid].deleted_at >= entry.changed_at:
            continue
        elif mine is None:
            added.append(_closed(entry))
        elif _is_same(mine, entry):
            same += 1
        elif entry.changed_at > mine.changed_at:
            updated.append(replace(_closed(entry), id=mine.id))
        else:
            older += 1
    removed = tuple(
        uuid
        for uuid, deletion in gone_there.items()
        if removing and uuid in here and deletion.deleted_at >= here[uuid].changed_at
    )
    written = {entry.uuid for entry in added}
    return Merge(
        added=tuple(added),
        updated=tuple(updated),
        same=same,
        older=older,
        deleted_here=deleted_here,
        removed=removed,
        factors=_later_factors(database, contents.factors),
        deletions=tuple(
            deletion
            for deletion in contents.deletions
            if (removing or deletion.uuid not in here)
            and deletion.uuid not in written
            and (deletion.uuid not in here or deletion.uuid in removed)
            and (deletion.uuid not in gone or gone[deletion.uuid] < deletion.deleted_at)
        ),
    )


def merge(
    database: Database,
    contents: Contents,
    *,
    removing: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> Merge:
    """Takes contents into a journal, all of it or, if anything is raised, nothing.

    Args:
        database: the journal.
        contents: what is to be taken in.
        removing: as in `compare`.
        progress: told how many of how many sessions are written; what it raises ends the merge.

    Returns:
        What came of it.

    Raises:
        JournalError: it could not be written; nothing was changed.
    """
    with database.transaction():
        found = compare(database, contents, removing=removing)
        total = len(found.added) + len(found.updated)
        for number, entry in enumerate((*found.added, *found.updated)):
            if number < len(found.added):
                rows.insert(database, entry, None)
                deletions.forget(database, entry.uuid)
            else:
                rows.update(database, entry)
            if progress is not None:
                progress(number + 1, total)
        for uuid in found.removed:
            database.write("DELETE FROM sessions WHERE uuid = ?", (uuid,))
        for deletion in found.deletions:
            deletions.write(database, deletion)
        for mark in found.factors:
            factors.write(database, mark)
    return found


def _entries_by_uuid(database: Database, uuids: tuple[str, ...]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for first in range(0, len(uuids), _ROWS_AT_ONCE):
        some = uuids[first : first + _ROWS_AT_ONCE]
        entries = rows.select(database, f"WHERE uuid IN ({', '.join('?' * len(some))})", some)
        found |= {entry.uuid: entry for entry in entries}
    return found


def _closed(entry: Entry) -> Entry:
    """A session that runs elsewhere is here one that was interrupted, until more is known of it."""
    if entry.outcome is not Outcome.RUNNING:
        return entry
    return replace(entry, outcome=Outcome.INTERRUPTED, ended_at=entry.ended_at or entry.started_at)


def _is_same(mine: Entry, other: Entry) -> bool:
    return replace(_closed(other), id=mine.id) == mine


def _later_factors(database: Database, marks: tuple[FactorMark, ...]) -> tuple[FactorMark, ...]:
    known = {
        (day, factor): changed_at
        for day, factor, changed_at in database.rows("SELECT day, factor, changed_at FROM factors")
    }
    later: dict[tuple[int, str], FactorMark] = {}
    for mark in marks:
        key = (day_number(mark.day), mark.factor.value)
        if stored(mark.changed_at) > known.get(key, -1):
            known[key] = stored(mark.changed_at)
            later[key] = mark
    return tuple(later.values())
