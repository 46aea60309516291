"""Values that no relaxapp has written: bytes gone bad where SQLite itself sees nothing wrong."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from relaxapp.journal.day import MILLISECONDS_PER_DAY, day_number
from relaxapp.journal.factors import Factor

if TYPE_CHECKING:
    from relaxapp.journal.database import Database

# Python's calendar ends with the years 1 and 9999; a day less leaves room for the offset of a place.
_FIRST_DAY = day_number(date.min) + 1
_LAST_DAY = day_number(date.max) - 1
_MINUTES = 24 * 60 - 1
"""No place on earth is further from UTC, and Python knows of none."""
_SECONDS = 1_000_000_000
"""More than anybody spends on a session."""


def _text(column: str) -> str:
    return f"typeof({column}) = 'text'"


def _whole(column: str, least: int, most: int) -> str:
    return f"typeof({column}) = 'integer' AND {column} BETWEEN {least} AND {most}"


def _instant(column: str) -> str:
    return _whole(column, _FIRST_DAY * MILLISECONDS_PER_DAY, _LAST_DAY * MILLISECONDS_PER_DAY)


_POSSIBLE = {
    "sessions": (
        *map(
            _text,
            (
                "uuid",
                "script_id",
                "title",
                "technique",
                "fingerprint",
                "voice",
                "tailoring",
                "note",
                "computer",
            ),
        ),
        *map(_instant, ("started_at", "progressed_at", "coalesce(ended_at, 0)", "changed_at")),
        _whole("offset_minutes", -_MINUTES, _MINUTES),
        _whole("skipped_steps", 0, _SECONDS),
        *(
            f"{column} BETWEEN 0 AND {_SECONDS}"
            for column in ("planned_seconds", "practised_seconds", "paused_seconds")
        ),
    ),
    "marks": (_text("area"),),
    "tags": (_text("tag"),),
    "deletions": (_text("uuid"), _instant("deleted_at")),
    "factors": (
        _whole("day", _FIRST_DAY, _LAST_DAY),
        f"factor IN {tuple(factor.value for factor in Factor)}",
        _instant("changed_at"),
    ),
}
_STATEMENTS = tuple(
    f"SELECT 'an impossible value in its {table}' FROM {table} "  # noqa: S608 -- own names
    f"WHERE NOT ({' AND '.join(conditions)}) LIMIT 1"
    for table, conditions in _POSSIBLE.items()
)


def impossible(database: Database) -> str:
    """What cannot be in a journal and is in this one, in a few words; empty if nothing is.

    Args:
        database: a journal with the tables of today, which SQLite finds sound.

    Raises:
        JournalError: it cannot be read.
    """
    for statement in _STATEMENTS:
        for (finding,) in database.rows(statement):
            return str(finding)
    return "loose ends in its tables" if database.rows("PRAGMA foreign_key_check") else ""
