"""What daybooks say: of each session, deletion and note on a day the latest line, checked when it is needed."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar

from relaxapp.journal.day import day_number, read, stored
from relaxapp.journal.merge import Contents
from relaxapp.journal.record import RecordError
from relaxapp.journal.records import (
    deletion_record,
    entry_record,
    factor_record,
    read_deletion,
    read_entry,
    read_factor,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from relaxapp.journal.database import Database

LARGEST_BYTES = 64_000_000
"""How much of one daybook is read, from its end: some 90,000 lines, of which one day has a few."""

_Found = TypeVar("_Found")
_Dated = tuple[int, Any]
"""When it was so, in milliseconds, and the record that says so."""


@dataclass(slots=True)
class Pages:
    """What some daybooks say.

    Attributes:
        sessions: by name, what is known of a session.
        deletions: by name, when a session was taken out.
        factors: by day and factor, what was noted.
        since: from when on everything is there, in milliseconds; None where they do not tell.
        copy: where the last daily copy of the journal was made; None where they do not tell.
        lines: how many lines were read.
    """

    sessions: dict[str, _Dated] = field(default_factory=dict)
    deletions: dict[str, _Dated] = field(default_factory=dict)
    factors: dict[tuple[str, str], _Dated] = field(default_factory=dict)
    since: int | None = None
    copy: str | None = None
    lines: int = 0

    def read(self, path: Path) -> None:
        """Takes in a daybook; lines that are cut off, damaged or of an unknown kind are passed over.

        Raises:
            OSError: it cannot be read.
        """
        with path.open("rb") as file:
            if os.fstat(file.fileno()).st_size > LARGEST_BYTES:
                file.seek(-LARGEST_BYTES, os.SEEK_END)
            for line in file:
                self.lines += 1
                # RecursionError: lists within lists without end.
                with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
                    self._take(json.loads(line))

    def contents(self, database: Database) -> Contents:
        """What a journal does not know, or knows in an older version only."""
        known, gone = _known(database, self.sessions | self.deletions)
        days = (
            {
                (day, factor): changed_at
                for day, factor, changed_at in database.rows(
                    "SELECT day, factor, changed_at FROM factors"
                )
            }
            if self.factors
            else {}
        )
        return Contents(
            _checked(
                read_entry,
                (
                    record
                    for uuid, (at, record) in self.sessions.items()
                    if at > max(known.get(uuid, -1), gone.get(uuid, -1))
                ),
            ),
            _checked(
                read_deletion,
                (
                    record
                    for uuid, (at, record) in self.deletions.items()
                    if at > gone.get(uuid, -1) and at >= known.get(uuid, -1)
                ),
            ),
            tuple(
                mark
                for mark in _checked(read_factor, (record for _, record in self.factors.values()))
                if stored(mark.changed_at) > days.get((day_number(mark.day), mark.factor), -1)
            ),
        )

    def lines_to_keep(self, database: Database, before: int) -> list[str]:
        """The lines of a daybook without what a journal has, if it is older than that instant.

        Of what was taken out of the journal, nothing is kept but the deletion.

        Args:
            database: the journal, which has taken all in.
            before: milliseconds.
        """
        known, gone = _known(database, self.sessions | self.deletions)
        sessions = [
            record
            for uuid, (at, record) in self.sessions.items()
            if at > gone.get(uuid, -1) and (at >= before or known.get(uuid, -1) < at)
        ]
        deletions = [
            {"uuid": uuid, "deleted_at": record["deleted_at"]}
            for uuid, (at, record) in self.deletions.items()
            if at >= before or gone.get(uuid, -1) < at
        ]
        factors = [record for at, record in self.factors.values() if at >= before]
        since = [] if self.since is None else [since_line(max(self.since, before))]
        return [
            *since,
            *([] if self.copy is None else [copy_line(self.copy)]),
            *(_line("session", record) for record in sessions),
            *(_line("deleted", record) for record in deletions),
            *(_line("day", record) for record in factors),
        ]

    def number_since(self, before: int) -> int:
        """How many of them are no older than that instant, in milliseconds."""
        kinds = (self.sessions, self.deletions, self.factors)
        return sum(at >= before for found in kinds for at, _ in found.values())

    def tell_of_deleted(self, database: Database) -> bool:
        """Whether anything is in them of a session that was taken out of a journal."""
        gone = _instants(database, "deletions", "deleted_at", self.sessions)
        return any(gone.get(uuid, -1) >= at for uuid, (at, _) in self.sessions.items())

    def _take(self, line: Any) -> None:
        [(kind, record)] = line.items()
        if kind == "session":
            _put(self.sessions, str(record["uuid"]), record["changed_at"], record)
        elif kind == "deleted":
            _put(self.deletions, str(record["uuid"]), record["deleted_at"], record)
        elif kind == "day":
            key = (str(record["day"]), str(record["factor"]))
            _put(self.factors, key, record["changed_at"], record)
        elif kind == "since":
            self.since = max(_milliseconds(record), self.since or 0)
        elif kind == "copy":
            self.copy = str(record)


def lines_of(contents: Contents) -> list[str]:
    """Contents as lines of a daybook."""
    return [
        *(_line("session", entry_record(entry)) for entry in contents.entries),
        *(_line("deleted", deletion_record(deletion)) for deletion in contents.deletions),
        *(_line("day", factor_record(mark)) for mark in contents.factors),
    ]


def since_line(milliseconds: int) -> str:
    """The line that says from when on a daybook has everything."""
    return _line("since", read(milliseconds, 0).isoformat())


def copy_line(path: str) -> str:
    """The line that says where a daily copy of the journal was made."""
    return _line("copy", path)


def _known(database: Database, uuids: Iterable[str]) -> tuple[dict[str, int], dict[str, int]]:
    """When a journal last changed some sessions, and when it took some out, both in milliseconds."""
    wanted = tuple(uuids)
    return (
        _instants(database, "sessions", "changed_at", wanted),
        _instants(database, "deletions", "deleted_at", wanted),
    )


def _instants(database: Database, table: str, column: str, uuids: Iterable[str]) -> dict[str, int]:
    return dict(
        database.rows_among(
            f"SELECT uuid, {column} FROM {table} WHERE uuid IN ({{among}})",  # noqa: S608 -- own names
            tuple(uuids),
        )
    )


def _line(kind: str, record: Any) -> str:
    return json.dumps({kind: record}, separators=(",", ":"))


def _put(found: dict[Any, _Dated], key: Any, moment: str, record: Any) -> None:
    at = _milliseconds(moment)
    if key not in found or at >= found[key][0]:
        found[key] = at, record


def _milliseconds(moment: str) -> int:
    return stored(datetime.fromisoformat(moment))


def _checked(read_one: Callable[[object], _Found], records: Iterable[object]) -> tuple[_Found, ...]:
    found = []
    for record in records:
        with suppress(RecordError):
            found.append(read_one(record))
    return tuple(found)
