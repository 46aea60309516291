"""For how long, and in how many places, twitching was marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.journal.day import DAY_NUMBER_SQL, numbered_day
from relaxapp.journal.period import IN_PERIOD_SQL

if TYPE_CHECKING:
    from datetime import date

    from relaxapp.journal.database import Database
    from relaxapp.journal.period import Period

LASTING_DAYS = 14
"""Twitching that is there for longer than this is to be looked at once (NHS, Twitching eyes and muscles)."""


@dataclass(frozen=True, slots=True)
class Twitching:
    """The twitching that was marked in a period.

    Attributes:
        first: the first day it was marked on.
        last: the last one.
        areas: how many areas of the body it was marked at.
        sessions: before or after how many sessions, at least one.
    """

    first: date
    last: date
    areas: int
    sessions: int

    @property
    def is_lasting(self) -> bool:
        """Whether more than two weeks lie between its first day and its last."""
        return (self.last - self.first).days > LASTING_DAYS


def twitching(database: Database, period: Period) -> Twitching | None:
    """The twitching that was marked before or after the sessions of a period; None without any."""
    [(first, last, areas, sessions)] = database.rows(
        f"""
        SELECT min({DAY_NUMBER_SQL}), max({DAY_NUMBER_SQL}),
               count(DISTINCT area), count(DISTINCT session_id)
        FROM sessions CROSS JOIN marks ON session_id = id AND kind = 'twitching'
        WHERE {IN_PERIOD_SQL}
        """,  # noqa: S608 -- own words
        period.parameters,
    )
    if not sessions:
        return None
    return Twitching(numbered_day(first), numbered_day(last), areas, sessions)
