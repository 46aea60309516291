"""Two journals brought together: what one knows is taken into the other, without doubles, whole or not at all."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from relaxapp.journal import deletions, factors, rows
from relaxapp.journal.day import day_number, stored
from relaxapp.journal.entry import Outcome
from relaxapp.journal.records import entry_record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

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
    for entry in map(_closed, contents.entries):
        known = latest.get(entry.uuid)
        if known is None or _is_later(entry, known):
            latest[entry.uuid] = entry
    gone_there: dict[str, Deletion] = {}
    for deletion in contents.deletions:
        known_deletion = gone_there.get(deletion.uuid, deletion)
        gone_there[deletion.uuid] = max(deletion, known_deletion, key=_deleted_at)
    gone = {each.uuid: each for each in deletions.all_of_them(database)}
    here = {entry.uuid: entry for entry in rows.of_uuids(database, tuple({**latest, **gone_there}))}
    added: list[Entry] = []
    updated: list[Entry] = []
    same = older = deleted_here = 0
    for uuid, entry in latest.items():
        mine = here.get(uuid)
        if _is_gone(entry, gone):
            deleted_here += 1
        elif removing and _is_gone(entry, gone_there):
            continue
        elif mine is None:
            added.append(entry)
        elif _is_same(mine, entry):
            same += 1
        elif _is_later(entry, mine):
            updated.append(replace(entry, id=mine.id))
        else:
            older += 1
    kept = {entry.uuid for entry in (*added, *updated)}
    removed = tuple(
        uuid
        for uuid in gone_there
        if removing and uuid in here and uuid not in kept and _is_gone(here[uuid], gone_there)
    )
    kept.update(here.keys() - set(removed))
    return Merge(
        added=tuple(sorted(added, key=_started_at)),
        updated=tuple(updated),
        same=same,
        older=older,
        deleted_here=deleted_here,
        removed=removed,
        factors=_later_factors(database, contents.factors),
        deletions=tuple(
            deletion
            for uuid, deletion in gone_there.items()
            if uuid not in kept
            and (uuid not in gone or _deleted_at(gone[uuid]) < _deleted_at(deletion))
        ),
    )


def merge(
    database: Database,
    contents: Contents,
    *,
    removing: bool = False,
    before: Callable[[], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Merge:
    """Takes contents into a journal, all of it or, if anything is raised, nothing.

    Args:
        database: the journal.
        contents: what is to be taken in.
        removing: as in `compare`.
        before: called when something is about to be written, while nobody else can write; what it
            raises ends the merge.
        progress: told how many of how many sessions are written; what it raises ends the merge.

    Returns:
        What came of it.

    Raises:
        JournalError: it could not be written; nothing was changed.
    """
    with database.transaction():
        return merge_within(database, contents, removing=removing, before=before, progress=progress)


def merge_within(
    database: Database,
    contents: Contents,
    *,
    removing: bool = False,
    before: Callable[[], None] | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Merge:
    """The same inside a transaction, which makes it whole or undoes it."""
    found = compare(database, contents, removing=removing)
    if before is not None and found.changes_anything:
        before()
    done, total = 0, len(found.added) + len(found.updated)
    for write, entries in ((_add, found.added), (rows.update_all, found.updated)):
        for first in range(0, len(entries), _ROWS_AT_ONCE):
            some = entries[first : first + _ROWS_AT_ONCE]
            write(database, some)
            done += len(some)
            if progress is not None:
                progress(done, total)
    for uuid in found.removed:
        database.write("DELETE FROM sessions WHERE uuid = ?", (uuid,))
    for deletion in found.deletions:
        deletions.write(database, deletion)
    for mark in found.factors:
        factors.write(database, mark)
    return found


def _add(database: Database, entries: tuple[Entry, ...]) -> None:
    rows.insert_all(database, entries)
    for entry in entries:
        deletions.forget(database, entry.uuid)


def _closed(entry: Entry) -> Entry:
    """A session that runs elsewhere is here one that was interrupted, until more is known of it."""
    if entry.outcome is not Outcome.RUNNING:
        return entry
    return replace(entry, outcome=Outcome.INTERRUPTED, ended_at=entry.ended_at or entry.started_at)


def _is_same(mine: Entry, other: Entry) -> bool:
    return (
        replace(other, id=mine.id) == mine
        # Equal instants may be at different places.
        and other.started_at.utcoffset() == mine.started_at.utcoffset()
        and stored(other.changed_at) <= stored(mine.changed_at)
    )


def _is_later(one: Entry, other: Entry) -> bool:
    """Whether one version of a session counts more than the other, on every computer alike."""
    changes = stored(one.changed_at) - stored(other.changed_at)
    if other.outcome is Outcome.RUNNING and changes <= 0:
        # It runs here, and nobody can know more of it, unless it has ended since.
        return False
    # While a session runs, the practised time alone grows.
    more = one.practised_seconds - other.practised_seconds
    return changes > 0 or (
        not changes and (more > 0 or (not more and _canonical(one) > _canonical(other)))
    )


def _canonical(entry: Entry) -> str:
    return json.dumps(entry_record(entry))


def _started_at(entry: Entry) -> tuple[datetime, str]:
    return entry.started_at, entry.uuid


def _deleted_at(deletion: Deletion) -> int:
    return stored(deletion.deleted_at)


def _is_gone(entry: Entry, gone: Mapping[str, Deletion]) -> bool:
    """Whether a session was taken out after it was last changed."""
    return entry.uuid in gone and _deleted_at(gone[entry.uuid]) >= stored(entry.changed_at)


def _later_factors(database: Database, marks: tuple[FactorMark, ...]) -> tuple[FactorMark, ...]:
    known = {
        (day, factor): _weight(changed_at, level)
        for day, factor, changed_at, level in database.rows(
            "SELECT day, factor, changed_at, level FROM factors"
        )
    }
    later: dict[tuple[int, str], FactorMark] = {}
    for mark in marks:
        key = (day_number(mark.day), mark.factor.value)
        weight = _weight(stored(mark.changed_at), mark.level)
        if key not in known or weight > known[key]:
            known[key] = weight
            later[key] = mark
    return tuple(later.values())


def _weight(changed_at: int, level: int | None) -> tuple[int, int]:
    """How much a note counts: the later one more, and of two at once the higher."""
    return changed_at, -1 if level is None else level
