"""Entries as rows of the journal's tables, and back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from relaxapp.journal.day import offset_minutes, read, stored
from relaxapp.journal.entry import Entry, Mark, MarkKind, Moment, Outcome, Plan

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from relaxapp.journal.database import Database

_PLAIN = (
    "uuid",
    *(field.name for field in fields(Plan)),
    "practised_seconds",
    "paused_seconds",
    "skipped_steps",
    "outcome",
    "tension_before",
    "tension_after",
    "note",
    "by_hand",
)
"""What an entry and its row call the same and hold the same."""
_COLUMNS = ("id", *_PLAIN, "started_at", "offset_minutes", "ended_at", "progressed_at")
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM sessions"  # noqa: S608 -- own names
_INSERT = (
    f"INSERT INTO sessions ({', '.join(_COLUMNS)}) "  # noqa: S608 -- own names
    f"VALUES ({', '.join(f':{column}' for column in _COLUMNS)}) RETURNING id"
)
_SEARCHED = (
    "title || char(10) || note || char(10) || coalesce("
    "(SELECT group_concat(tag, char(10)) FROM tags WHERE session_id = sessions.id), '')"
)
# SQLite takes 999 values in one statement everywhere; fewer would only mean more statements.
_ROWS_AT_ONCE = 500


def entry_of_plan(plan: Plan, **rest: Any) -> Entry:
    """An entry, without a number as yet, of a session with that plan."""
    return Entry(**{"id": 0, "ended_at": None, **asdict(plan), **rest})


def condition(
    search: str, technique: str | None, script_id: str | None
) -> tuple[str, tuple[str, ...]]:
    """A WHERE clause, possibly empty, and its parameters; see `Journal.entries`."""
    clauses: list[str] = []
    parameters: list[str] = []
    if technique is not None:
        clauses.append("technique = ?")
        parameters.append(technique)
    if script_id is not None:
        clauses.append("script_id = ?")
        parameters.append(script_id)
    for word in search.split():
        clauses.append(f"instr(casefold({_SEARCHED}), ?)")
        parameters.append(word.casefold())
    return (f"WHERE {' AND '.join(clauses)}" if clauses else ""), tuple(parameters)


def select(database: Database, clauses: str, parameters: Sequence[Any]) -> tuple[Entry, ...]:
    """The entries of the rows that the clauses choose, in their order."""
    found = database.rows(f"{_SELECT} {clauses}", parameters)
    return tuple(
        entry
        for first in range(0, len(found), _ROWS_AT_ONCE)
        for entry in _entries(database, found[first : first + _ROWS_AT_ONCE])
    )


def count(database: Database, clauses: str, parameters: Sequence[Any]) -> int:
    """How many rows the clauses choose."""
    [(number,)] = database.rows(
        f"SELECT count(*) FROM sessions {clauses}",  # noqa: S608 -- clauses of `condition`
        parameters,
    )
    return int(number)


def insert(database: Database, entry: Entry, entry_id: int | None) -> int:
    """Writes an entry with that number, or the next free one; its number. Inside a transaction."""
    ended_at = entry.ended_at and stored(entry.ended_at)
    values = {name: getattr(entry, name) for name in _PLAIN} | {
        "id": entry_id,
        "started_at": stored(entry.started_at),
        "offset_minutes": offset_minutes(entry.started_at),
        "ended_at": ended_at,
        "progressed_at": ended_at or stored(entry.started_at),
    }
    [(number,)] = database.rows(_INSERT, values)
    replace_marks(database, number, Moment.BEFORE, entry.marks_before)
    replace_marks(database, number, Moment.AFTER, entry.marks_after)
    replace_tags(database, number, entry.tags)
    return int(number)


def replace_marks(database: Database, entry_id: int, moment: Moment, marks: Sequence[Mark]) -> None:
    """Writes an entry's marks of one moment in place of those it had. Inside a transaction."""
    database.write("DELETE FROM marks WHERE session_id = ? AND moment = ?", (entry_id, moment))
    for position, mark in enumerate(marks):
        database.write(
            "INSERT INTO marks (session_id, moment, position, area, kind, level) "
            "VALUES (?, ?, ?, ?, ?, ?)",
            (entry_id, moment, position, mark.area, mark.kind, mark.level),
        )


def replace_tags(database: Database, entry_id: int, tags: Sequence[str]) -> None:
    """Writes an entry's tags in place of those it had, each once. Inside a transaction."""
    database.write("DELETE FROM tags WHERE session_id = ?", (entry_id,))
    for position, tag in enumerate(_once(tags)):
        database.write(
            "INSERT INTO tags (session_id, position, tag) VALUES (?, ?, ?)",
            (entry_id, position, tag),
        )


def _once(tags: Sequence[str]) -> tuple[str, ...]:
    found: dict[str, str] = {}
    for tag in (" ".join(tag.split()) for tag in tags):
        if tag:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def _entries(database: Database, found: Sequence[tuple[Any, ...]]) -> Iterator[Entry]:
    ids = [row[0] for row in found]
    among = f"session_id IN ({', '.join('?' * len(ids))}) ORDER BY session_id, position"
    marks: defaultdict[tuple[int, str], list[Mark]] = defaultdict(list)
    for entry_id, moment, area, kind, level in database.rows(
        f"SELECT session_id, moment, area, kind, level FROM marks WHERE {among}",  # noqa: S608
        ids,
    ):
        marks[entry_id, moment].append(Mark(area, MarkKind(kind), level))
    tags: defaultdict[int, list[str]] = defaultdict(list)
    for entry_id, tag in database.rows(
        f"SELECT session_id, tag FROM tags WHERE {among}",  # noqa: S608 -- only question marks
        ids,
    ):
        tags[entry_id].append(tag)
    for row in found:
        values = dict(zip(_COLUMNS, row, strict=True))
        number, ahead, ended_at = values["id"], values["offset_minutes"], values["ended_at"]
        yield Entry(
            **{name: values[name] for name in _PLAIN}
            | {
                "id": number,
                "outcome": Outcome(values["outcome"]),
                "by_hand": bool(values["by_hand"]),
                "started_at": read(values["started_at"], ahead),
                "ended_at": None if ended_at is None else read(ended_at, ahead),
                "marks_before": tuple(marks[number, Moment.BEFORE]),
                "marks_after": tuple(marks[number, Moment.AFTER]),
                "tags": tuple(tags[number]),
            }
        )
