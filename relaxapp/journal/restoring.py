"""A journal made equal to one of its copies, through SQLite, while windows may have it open."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from relaxapp.journal import deletions, factors, rows
from relaxapp.journal.backup import keep_aside
from relaxapp.journal.copying import up_to_date
from relaxapp.journal.day import read
from relaxapp.journal.deletions import Deletion
from relaxapp.journal.entry import Outcome
from relaxapp.journal.merge import Contents

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from relaxapp.journal.database import Database
    from relaxapp.journal.entry import Entry
    from relaxapp.journal.factors import FactorMark
    from relaxapp.journal.journal import Journal

REASON = "restore"
"""Before what the copy is made that is kept aside."""
_A_MOMENT = timedelta(milliseconds=1)

# What two journals call differently, or know at different times, is no difference between them.
_NAMES_APART = frozenset({"id", "changed_at", "progressed_at"})
_DETAILS = {
    "marks": "uuid, moment, marks.position, area, kind, level",
    "tags": "uuid, tags.position, tag",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """What comes of going back to a copy, in numbers of sessions.

    Attributes:
        returning: those that are in the copy alone, and come back.
        changing: those that become again as they were then.
        going: those that are not in the copy, and are taken out.
        staying: those that are the same in both, or run just now.
        days: how many notes about days come back, change or go.
    """

    returning: int
    changing: int
    going: int
    staying: int
    days: int

    @property
    def changes_anything(self) -> bool:
        """Whether the journal will be another one."""
        return bool(self.returning or self.changing or self.going or self.days)

    @property
    def in_words(self) -> str:
        """The same as a sentence."""
        kinds = (
            (self.returning, "comes back", "come back"),
            (self.changing, "becomes again as it was", "become again as they were"),
            (self.going, "is not in the copy and goes", "are not in the copy and go"),
            (self.staying, "stays as it is", "stay as they are"),
        )
        parts = [
            f"{number:,} {one if number == 1 else more}" for number, one, more in kinds if number
        ]
        if self.days:
            parts.append(
                f"{self.days:,} {'note' if self.days == 1 else 'notes'} about days will change"
            )
        sentence = f"Sessions: {'; '.join(parts) or 'none'}."
        return sentence if self.changes_anything else f"{sentence} Nothing will change."


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What came of going back to a copy.

    Attributes:
        kept_aside: the copy of the journal as it was before; None if nothing was to be changed.
        outlook: what was done.
        sessions: how many sessions there are now.
    """

    kept_aside: Path | None
    outlook: Outlook
    sessions: int


@dataclass(frozen=True, slots=True)
class _Difference:
    returning: list[str]
    changing: list[str]
    going: list[str]
    days: list[FactorMark]
    staying: int

    @property
    def outlook(self) -> Outlook:
        return Outlook(
            returning=len(self.returning),
            changing=len(self.changing),
            going=len(self.going),
            staying=self.staying,
            days=len(self.days),
        )


def look(journal: Journal, path: Path) -> Outlook:
    """What would come of going back to a copy; nothing is written to the journal.

    Raises:
        JournalError: the copy cannot be read or used; the sentence says why.
    """
    with _beside(journal, path) as (database, copy), database.snapshot():
        return _difference(database, copy, journal.now()).outlook


def restore(journal: Journal, path: Path) -> Restored:
    """Makes the journal equal to a copy of it, whole or not at all; it is kept aside before.

    Sessions that run are left alone. What is not in the copy is remembered as taken out, so that
    it does not come back from another computer.

    Args:
        journal: the journal, which other windows and processes may have open too.
        path: the copy, also one of an earlier relaxapp; it is not changed.

    Raises:
        JournalError: the copy cannot be used, or the journal not written; nothing was changed.
    """
    journal.close_interrupted()
    with _beside(journal, path) as (database, copy), journal.replacing() as changes:
        now = journal.now()
        found = _difference(database, copy, now)
        kept_aside = None
        if found.outlook.changes_anything:
            kept_aside = keep_aside(database, database.path.parent, REASON, now)
            changes.append(_carry_out(database, copy, found, now))
        sessions = rows.count(database, "", ())
    return Restored(kept_aside=kept_aside, outlook=found.outlook, sessions=sessions)


@contextmanager
def _beside(journal: Journal, path: Path) -> Iterator[tuple[Database, Database]]:
    database = journal.database
    scratch = database.path.with_name(f"{database.path.name}.restoring.partial")
    with up_to_date(path, scratch) as copy, database.beside(copy):
        yield database, copy


def _difference(database: Database, copy: Database, now: datetime) -> _Difference:
    here = dict(database.rows("SELECT uuid, outcome FROM main.sessions"))
    there = dict(database.rows("SELECT uuid, outcome FROM other.sessions"))
    # One that ran when the copy was made has ended since, if it is known here.
    free = {uuid for uuid, outcome in there.items() if outcome != Outcome.RUNNING}
    changing = [
        uuid
        for uuid in sorted(_differing(database))
        if uuid in free and here.get(uuid, Outcome.RUNNING) != Outcome.RUNNING
    ]
    going = [
        uuid for uuid, outcome in here.items() if uuid not in there and outcome != Outcome.RUNNING
    ]
    return _Difference(
        returning=[uuid for uuid in there if uuid not in here],
        changing=changing,
        going=going,
        days=_days(factors.all_of_them(database), factors.all_of_them(copy), now),
        staying=len(here) - len(changing) - len(going),
    )


def _differing(database: Database) -> set[str]:
    columns = [name for _, name, *_ in database.rows("PRAGMA main.table_info(sessions)")]
    sessions = ", ".join(name for name in columns if name not in _NAMES_APART)
    queries = [f"SELECT {sessions} FROM {{}}.sessions"]  # noqa: S608 -- own names
    queries += [
        f"SELECT {names} FROM {{0}}.{table} JOIN {{0}}.sessions ON id = session_id"  # noqa: S608
        for table, names in _DETAILS.items()
    ]
    return {
        uuid
        for query in queries
        for one, other in (("main", "other"), ("other", "main"))
        for (uuid,) in database.rows(
            f"SELECT DISTINCT uuid FROM ({query.format(one)} EXCEPT {query.format(other)})"  # noqa: S608
        )
    }


def _days(
    here: tuple[FactorMark, ...], there: tuple[FactorMark, ...], now: datetime
) -> list[FactorMark]:
    """The notes that make the days here those of the copy, each later than the one there is."""
    mine = {(mark.day, mark.factor): mark for mark in here}
    wanted = {(mark.day, mark.factor): mark for mark in there}
    found = []
    for key in {**mine, **wanted}:
        old, new = mine.get(key), wanted.get(key)
        level = new.level if new else None
        if (old.level if old else None) != level:
            at = max(now, old.changed_at + _A_MOMENT) if old else now
            found.append(factors.FactorMark(*key, level, at))
    return found


def _carry_out(database: Database, copy: Database, found: _Difference, now: datetime) -> Contents:
    gone = {each.uuid: each.deleted_at for each in deletions.all_of_them(database)}
    returned = [
        replace(_ended(entry), changed_at=max(now, gone.get(entry.uuid, now) + _A_MOMENT))
        for entry in rows.of_uuids(copy, found.returning)
    ]
    returned.sort(key=lambda entry: (entry.started_at, entry.uuid))
    rows.insert_all(database, returned)
    for entry in returned:
        deletions.forget(database, entry.uuid)

    mine = {
        uuid: (number, read(changed_at, 0))
        for uuid, number, changed_at in database.rows(
            "SELECT uuid, id, changed_at FROM main.sessions"
        )
    }
    changed = []
    for entry in rows.of_uuids(copy, found.changing):
        number, changed_at = mine[entry.uuid]
        changed.append(replace(entry, id=number, changed_at=max(now, changed_at + _A_MOMENT)))
    rows.update_all(database, changed)

    removed = [Deletion(uuid, max(now, mine[uuid][1])) for uuid in found.going]
    database.write_many(
        "DELETE FROM main.sessions WHERE uuid = ?", ((uuid,) for uuid in found.going)
    )
    remembered = [
        deletion
        for deletion in deletions.all_of_them(copy)
        if deletion.uuid not in mine and deletion.uuid not in gone
    ]
    for deletion in (*removed, *remembered):
        deletions.write(database, deletion)
    for mark in found.days:
        factors.write(database, mark)
    return Contents((*returned, *changed), (*removed, *remembered), tuple(found.days))


def _ended(entry: Entry) -> Entry:
    """A session that ran when the copy was made ended then, as far as anybody knows."""
    if entry.outcome is not Outcome.RUNNING:
        return entry
    lasted = timedelta(seconds=entry.practised_seconds + entry.paused_seconds)
    return replace(entry, outcome=Outcome.INTERRUPTED, ended_at=entry.started_at + lasted)
