"""Entries as rows of the journal's tables, and back."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

from relaxapp.journal.day import offset_minutes, read, stored
from relaxapp.journal.entry import Entry, Mark, MarkKind, Moment, Outcome, Plan

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from relaxapp.journal.database import Database

PLAIN = (
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
    "computer",
)
"""What an entry and its row call the same and hold the same."""
_TIMES = ("started_at", "offset_minutes", "ended_at", "progressed_at", "changed_at")
_COLUMNS = ("id", *PLAIN, *_TIMES)
_SELECT = f"SELECT {', '.join(_COLUMNS)} FROM sessions"  # noqa: S608 -- own names
_INSERT = (
    f"INSERT INTO sessions ({', '.join(_COLUMNS)}) "  # noqa: S608 -- own names
    f"VALUES ({', '.join(f':{column}' for column in _COLUMNS)})"
)
_UPDATE = (
    "UPDATE sessions SET "  # noqa: S608 -- own names
    f"{', '.join(f'{column} = :{column}' for column in (*PLAIN, *_TIMES))} WHERE id = :id"
)


def entry_of_plan(plan: Plan, **rest: Any) -> Entry:
    """An entry, without a number as yet, of a session with that plan."""
    return Entry(**{"id": 0, "ended_at": None, **asdict(plan), **rest})


def select(
    database: Database, clauses: str, parameters: Sequence[Any] | Mapping[str, Any]
) -> tuple[Entry, ...]:
    """The entries of the rows that the clauses choose, in their order."""
    return _made(database, database.rows(f"{_SELECT} {clauses}", parameters))


def of_uuids(database: Database, uuids: Sequence[str]) -> tuple[Entry, ...]:
    """The entries that have these names; names of none are passed over."""
    return _made(database, database.rows_among(f"{_SELECT} WHERE uuid IN ({{among}})", uuids))


def count(database: Database, clauses: str, parameters: Sequence[Any] | Mapping[str, Any]) -> int:
    """How many rows the clauses choose."""
    [(number,)] = database.rows(
        f"SELECT count(*) FROM sessions {clauses}",  # noqa: S608 -- clauses of a filter
        parameters,
    )
    return int(number)


def insert(database: Database, entry: Entry, entry_id: int | None) -> int:
    """Writes an entry with that number, or the next free one; its number. Inside a transaction."""
    [(number,)] = database.rows(f"{_INSERT} RETURNING id", _values(entry, entry_id))
    _add_details(database, ((number, entry),))
    return int(number)


def insert_all(database: Database, entries: Sequence[Entry]) -> None:
    """Writes entries with the next free numbers, in their order. Inside a transaction."""
    # The greatest number there is, or ever was: a number is never given twice.
    [(last,)] = database.rows(
        "SELECT max(coalesce((SELECT max(id) FROM sessions), 0), "
        "coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'sessions'), 0))"
    )
    numbered = tuple(enumerate(entries, last + 1))
    database.write_many(_INSERT, (_values(entry, number) for number, entry in numbered))
    _add_details(database, numbered)


def update(database: Database, entry: Entry) -> None:
    """Writes an entry in place of the one that has its number. Inside a transaction."""
    update_all(database, (entry,))


def update_all(database: Database, entries: Sequence[Entry]) -> None:
    """Writes entries in place of those that have their numbers. Inside a transaction."""
    database.write_many(_UPDATE, (_values(entry, entry.id) for entry in entries))
    for table in ("marks", "tags"):
        database.write_many(
            f"DELETE FROM {table} WHERE session_id = ?",  # noqa: S608 -- own names
            ((entry.id,) for entry in entries),
        )
    _add_details(database, [(entry.id, entry) for entry in entries])


def replace_marks(database: Database, entry_id: int, moment: Moment, marks: Sequence[Mark]) -> None:
    """Writes an entry's marks of one moment in place of those it had. Inside a transaction."""
    database.write("DELETE FROM marks WHERE session_id = ? AND moment = ?", (entry_id, moment))
    _add_marks(database, _mark_rows(entry_id, moment, marks))


def replace_tags(database: Database, entry_id: int, tags: Sequence[str]) -> None:
    """Writes an entry's tags in place of those it had, each once. Inside a transaction."""
    database.write("DELETE FROM tags WHERE session_id = ?", (entry_id,))
    _add_tags(database, _tag_rows(entry_id, tags))


def tidy_tags(tags: Sequence[str]) -> tuple[str, ...]:
    """Tags as they are kept: single blanks between words, none empty, each once in whichever case."""
    found: dict[str, str] = {}
    for tag in (" ".join(tag.split()) for tag in tags):
        if tag:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def _values(entry: Entry, entry_id: int | None) -> dict[str, Any]:
    ended_at = entry.ended_at and stored(entry.ended_at)
    return {name: getattr(entry, name) for name in PLAIN} | {
        "id": entry_id,
        "started_at": stored(entry.started_at),
        "offset_minutes": offset_minutes(entry.started_at),
        "ended_at": ended_at,
        "progressed_at": ended_at or stored(entry.started_at),
        "changed_at": stored(entry.changed_at),
    }


def _add_details(database: Database, numbered: Sequence[tuple[int, Entry]]) -> None:
    _add_marks(
        database,
        (
            row
            for number, entry in numbered
            for row in (
                *_mark_rows(number, Moment.BEFORE, entry.marks_before),
                *_mark_rows(number, Moment.AFTER, entry.marks_after),
            )
        ),
    )
    _add_tags(
        database, (row for number, entry in numbered for row in _tag_rows(number, entry.tags))
    )


def _add_marks(database: Database, rows: Iterable[tuple[Any, ...]]) -> None:
    database.write_many(
        "INSERT INTO marks (session_id, moment, position, area, kind, level) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        rows,
    )


def _mark_rows(entry_id: int, moment: Moment, marks: Sequence[Mark]) -> Iterator[tuple[Any, ...]]:
    for position, mark in enumerate(marks):
        yield entry_id, moment, position, mark.area, mark.kind, mark.level


def _add_tags(database: Database, rows: Iterable[tuple[Any, ...]]) -> None:
    database.write_many("INSERT INTO tags (session_id, position, tag) VALUES (?, ?, ?)", rows)


def _tag_rows(entry_id: int, tags: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for position, tag in enumerate(tidy_tags(tags)):
        yield entry_id, position, tag


def _made(database: Database, found: Sequence[tuple[Any, ...]]) -> tuple[Entry, ...]:
    with database.made_sense_of():
        return tuple(_entries(database, found))


def _entries(database: Database, found: Sequence[tuple[Any, ...]]) -> Iterator[Entry]:
    ids = [row[0] for row in found]
    marks: defaultdict[tuple[int, str], list[Mark]] = defaultdict(list)
    for entry_id, moment, area, kind, level in database.rows_among(
        "SELECT session_id, moment, area, kind, level FROM marks "
        "WHERE session_id IN ({among}) ORDER BY session_id, position",
        ids,
    ):
        marks[entry_id, moment].append(Mark(area, MarkKind(kind), level))
    tags: defaultdict[int, list[str]] = defaultdict(list)
    for entry_id, tag in database.rows_among(
        "SELECT session_id, tag FROM tags WHERE session_id IN ({among}) "
        "ORDER BY session_id, position",
        ids,
    ):
        tags[entry_id].append(tag)
    for row in found:
        values = dict(zip(_COLUMNS, row, strict=True))
        number, ahead, ended_at = values["id"], values["offset_minutes"], values["ended_at"]
        yield Entry(
            **{name: values[name] for name in PLAIN}
            | {
                "id": number,
                "outcome": Outcome(values["outcome"]),
                "by_hand": bool(values["by_hand"]),
                "started_at": read(values["started_at"], ahead),
                "ended_at": None if ended_at is None else read(ended_at, ahead),
                "changed_at": read(values["changed_at"], 0),
                "marks_before": tuple(marks[number, Moment.BEFORE]),
                "marks_after": tuple(marks[number, Moment.AFTER]),
                "tags": tuple(tags[number]),
            }
        )
