"""What the journal adds up to, always counted afresh from its rows.

A session counts when it was finished or a minute of it was practised, so that one begun by mistake
changes nothing. Its day is the day on the clock of the place where it began; days begin at an hour the
person sets, and weeks on Monday. `now` is aware, at the offset of the place.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from relaxapp.journal.day import (
    DAY_BEGINS_HOUR,
    DAY_NUMBER_SQL,
    day_number,
    numbered_day,
    practice_day,
    stored,
    week_start,
)
from relaxapp.journal.entry import MarkKind

if TYPE_CHECKING:
    from relaxapp.journal.journal import Journal

_COUNTS = "(outcome = 'finished' OR practised_seconds >= 60)"
_RATED = f"{_COUNTS} AND tension_before IS NOT NULL AND tension_after IS NOT NULL"
# Whatever the offset of a place, its day is no further than this from the same day in UTC.
_SLACK = timedelta(days=2)
_WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True)
class Week:
    """The practice of one week.

    Attributes:
        starts_on: its Monday.
        days: how many of its days had a session.
        minutes: how many minutes were practised.
        sessions: how many sessions there were.
        tension_before: the average before sessions that were rated before and after; None without.
        tension_after: the average after them.
    """

    starts_on: date
    days: int = 0
    minutes: float = 0.0
    sessions: int = 0
    tension_before: float | None = None
    tension_after: float | None = None


@dataclass(frozen=True, slots=True)
class Tension:
    """Average tension before and after some sessions, of those rated before and after.

    Attributes:
        before: 0 to 10.
        after: 0 to 10.
        sessions: how many sessions it is the average of, at least one.
    """

    before: float
    after: float
    sessions: int


@dataclass(frozen=True, slots=True)
class TechniqueChange:
    """How far tension changed on average with one technique; below 0 it went down."""

    technique: str
    change: float
    sessions: int


@dataclass(frozen=True, slots=True)
class AreaCount:
    """In how many sessions an area was marked beforehand, and how strongly on average, 1 to 3."""

    area: str
    kind: MarkKind
    sessions: int
    level: float


def week(journal: Journal, now: datetime, day_begins_hour: int = DAY_BEGINS_HOUR) -> Week:
    """The week that `now` is in, so far."""
    return weeks(journal, now, 1, day_begins_hour)[0]


def weeks(
    journal: Journal, now: datetime, last: int = 26, day_begins_hour: int = DAY_BEGINS_HOUR
) -> tuple[Week, ...]:
    """The last weeks with the present one, oldest first; weeks without practice are there too."""
    today = practice_day(now, day_begins_hour)
    first = week_start(today) - (last - 1) * _WEEK
    # Day 0, 1970-01-01, was a Thursday: three days after a Monday.
    found = {
        numbered_day(monday): Week(
            numbered_day(monday), days, seconds / 60, sessions, before, after
        )
        for monday, days, seconds, sessions, before, after in journal.database.rows(
            f"""
            SELECT (day + 3) / 7 * 7 - 3 AS monday, count(DISTINCT day), sum(practised_seconds), count(*),
                   avg(CASE WHEN {_RATED} THEN tension_before END),
                   avg(CASE WHEN {_RATED} THEN tension_after END)
            FROM (SELECT *, {DAY_NUMBER_SQL} AS day FROM sessions WHERE started_at >= :from)
            WHERE {_COUNTS} AND day BETWEEN :first AND :today
            GROUP BY monday
            """,  # noqa: S608 -- own words
            _between(first, today, day_begins_hour),
        )
    }
    mondays = (first + number * _WEEK for number in range(last))
    return tuple(found.get(monday, Week(monday)) for monday in mondays)


def minutes_by_day(
    journal: Journal, now: datetime, last: int = 364, day_begins_hour: int = DAY_BEGINS_HOUR
) -> dict[date, float]:
    """Minutes practised on each of the last days with today; days without practice are left out."""
    today = practice_day(now, day_begins_hour)
    first = today - timedelta(days=last - 1)
    return {
        numbered_day(number): seconds / 60
        for number, seconds in journal.database.rows(
            f"""
            SELECT day, sum(practised_seconds)
            FROM (SELECT *, {DAY_NUMBER_SQL} AS day FROM sessions WHERE started_at >= :from)
            WHERE {_COUNTS} AND day BETWEEN :first AND :today
            GROUP BY day ORDER BY day
            """,  # noqa: S608 -- own words
            _between(first, today, day_begins_hour),
        )
    }


def days_practised(
    journal: Journal, now: datetime, last: int = 28, day_begins_hour: int = DAY_BEGINS_HOUR
) -> int:
    """On how many of the last days, with today, there was a session."""
    return len(minutes_by_day(journal, now, last, day_begins_hour))


def tension(journal: Journal, last: int = 20) -> Tension | None:
    """The average over the last sessions rated before and after; None if there is none."""
    [(before, after, sessions)] = journal.database.rows(
        f"""
        SELECT avg(tension_before), avg(tension_after), count(*)
        FROM (SELECT * FROM sessions WHERE {_RATED} ORDER BY started_at DESC, id DESC LIMIT ?)
        """,  # noqa: S608 -- own words
        (last,),
    )
    return Tension(before, after, sessions) if sessions else None


def by_technique(journal: Journal, at_least: int = 3) -> tuple[TechniqueChange, ...]:
    """How tension changed with each technique, the most helpful first.

    Techniques with fewer than `at_least` sessions rated before and after are left out: so few say
    nothing.
    """
    return tuple(
        TechniqueChange(*row)
        for row in journal.database.rows(
            f"""
            SELECT technique, avg(tension_after - tension_before) AS change, count(*)
            FROM sessions WHERE {_RATED}
            GROUP BY technique HAVING count(*) >= ? ORDER BY change, technique
            """,  # noqa: S608 -- own words
            (at_least,),
        )
    )


def by_area(
    journal: Journal, now: datetime, last: int = 28, day_begins_hour: int = DAY_BEGINS_HOUR
) -> tuple[AreaCount, ...]:
    """Which areas were marked before the sessions of the last days, the most frequent first."""
    today = practice_day(now, day_begins_hour)
    return tuple(
        AreaCount(area, MarkKind(kind), sessions, level)
        for area, kind, sessions, level in journal.database.rows(
            f"""
            SELECT area, kind, count(DISTINCT session_id), avg(level)
            FROM (SELECT id, {DAY_NUMBER_SQL} AS day FROM sessions WHERE started_at >= :from)
            JOIN marks ON session_id = id AND moment = 'before'
            WHERE day BETWEEN :first AND :today
            GROUP BY area, kind ORDER BY 3 DESC, 4 DESC, area, kind
            """,  # noqa: S608 -- own words
            _between(today - timedelta(days=last - 1), today, day_begins_hour),
        )
    )


def _between(first: date, today: date, day_begins_hour: int) -> dict[str, int]:
    return {
        # Lets the index by start do most of the work; the days are then told apart exactly.
        "from": stored(datetime.combine(first, time(), UTC) - _SLACK),
        "first": day_number(first),
        "today": day_number(today),
        "day_begins_hour": day_begins_hour,
    }
