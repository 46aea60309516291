"""What days, weeks and months add up to, always counted afresh from the journal's rows.

A session counts when it was finished or a minute of it was practised, so that one begun by mistake
changes nothing. Its day is the day on the clock of the place where it began; days begin at an hour the
person sets, and weeks on Monday.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from relaxapp.journal.day import (
    DAY_BEGINS_HOUR,
    DAY_NUMBER_SQL,
    MILLISECONDS_PER_DAY,
    numbered_day,
    week_start,
)
from relaxapp.journal.period import IN_PERIOD_SQL, Period

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date, datetime

    from relaxapp.journal.database import Database

COUNTS_SQL = "(outcome = 'finished' OR practised_seconds >= 60)"
"""Whether a row is a session that counts."""
RATED_SQL = f"{COUNTS_SQL} AND tension_before IS NOT NULL AND tension_after IS NOT NULL"
"""Whether a row is one that counts and was rated before and after."""
LATELY = 20
"""How many rated sessions say how tense a person is of late."""


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
class DayCount:
    """The practice of one day.

    Attributes:
        minutes: how many minutes were practised.
        sessions: how many sessions there were, at least one.
        tension: what those rated before and after come to; None without one.
    """

    minutes: float
    sessions: int
    tension: Tension | None = None


@dataclass(frozen=True, slots=True)
class Practice:
    """The practice of some days in a row.

    Attributes:
        starts_on: the first of them.
        days: how many of them had a session.
        minutes: how many minutes were practised.
        sessions: how many sessions there were.
        tension: what those rated before and after come to; None without one.
    """

    starts_on: date
    days: int = 0
    minutes: float = 0.0
    sessions: int = 0
    tension: Tension | None = None

    def reaches(self, aim_days: int, aim_minutes: float = 0) -> bool:
        """Whether it comes up to an aim; one of 0 is none and is always reached."""
        return self.days >= aim_days and self.minutes >= aim_minutes


class Week(Practice):
    """The practice of one week; it starts on a Monday."""

    __slots__ = ()


class Month(Practice):
    """The practice of one month; it starts on the first."""

    __slots__ = ()


_Practice = TypeVar("_Practice", bound=Practice)


def days(database: Database, period: Period) -> dict[date, DayCount]:
    """The days of a period that had a session, in order."""
    return {
        numbered_day(number): DayCount(
            seconds / 60,
            sessions,
            Tension(before / rated, after / rated, rated) if rated else None,
        )
        for number, seconds, sessions, rated, before, after in database.rows(
            f"""
            SELECT {DAY_NUMBER_SQL} AS day, sum(practised_seconds), count(*),
                   count(tension_before + tension_after),
                   sum(CASE WHEN tension_after IS NOT NULL THEN tension_before END),
                   sum(CASE WHEN tension_before IS NOT NULL THEN tension_after END)
            FROM sessions WHERE {IN_PERIOD_SQL} AND {COUNTS_SQL}
            GROUP BY day ORDER BY day
            """,  # noqa: S608 -- own words
            period.parameters,
        )
    }


def weeks(database: Database, period: Period) -> tuple[Week, ...]:
    """The weeks that a period touches, oldest first, those without practice too.

    Of the first and the last one, only the days that are in the period count.
    """
    return weeks_of(days(database, period), period)


def weeks_of(counts: Mapping[date, DayCount], period: Period) -> tuple[Week, ...]:
    """The same, of days that are counted already."""
    return _gathered(Week, counts, period, week_start)


def week(database: Database, now: datetime, day_begins_hour: int = DAY_BEGINS_HOUR) -> Week:
    """The week that `now`, aware, at the offset of the place, is in, so far."""
    return weeks(database, Period.of_last_weeks(now, 1, day_begins_hour))[0]


def months(database: Database, period: Period) -> tuple[Month, ...]:
    """The months that a period touches, as `weeks` gives its weeks."""
    return months_of(days(database, period), period)


def months_of(counts: Mapping[date, DayCount], period: Period) -> tuple[Month, ...]:
    """The same, of days that are counted already."""
    return _gathered(Month, counts, period, lambda day: day.replace(day=1))


def days_practised(database: Database, period: Period) -> int:
    """On how many days of a period there was a session."""
    return len(days(database, period))


def tension(database: Database, last: int = LATELY) -> Tension | None:
    """The average over the last sessions rated before and after; None if there is none."""
    [(before, after, sessions)] = database.rows(
        f"""
        SELECT avg(tension_before), avg(tension_after), count(*)
        FROM (SELECT tension_before, tension_after FROM sessions
              WHERE {RATED_SQL} ORDER BY started_at DESC, id DESC LIMIT ?)
        """,  # noqa: S608 -- own words
        (last,),
    )
    return Tension(before, after, sessions) if sessions else None


def first_day(database: Database, day_begins_hour: int = DAY_BEGINS_HOUR) -> date | None:
    """The day of the first session there is, whether it counts or not; None without one."""
    # Abroad a later instant can be an earlier day, but not one more than two days later.
    [(number,)] = database.rows(
        f"""
        SELECT min({DAY_NUMBER_SQL}) FROM sessions
        WHERE started_at <= (SELECT min(started_at) FROM sessions) + :slack
        """,  # noqa: S608 -- own words
        {"day_begins_hour": day_begins_hour, "slack": 2 * MILLISECONDS_PER_DAY},
    )
    return None if number is None else numbered_day(number)


def _gathered(
    kind: type[_Practice],
    counts: Mapping[date, DayCount],
    period: Period,
    start: Callable[[date], date],
) -> tuple[_Practice, ...]:
    found: defaultdict[date, list[DayCount]] = defaultdict(list)
    for day, count in counts.items():
        if day in period:
            found[start(day)].append(count)
    return tuple(
        kind(
            each,
            len(found[each]),
            sum(count.minutes for count in found[each]),
            sum(count.sessions for count in found[each]),
            _together(count.tension for count in found[each]),
        )
        for each in dict.fromkeys(start(day) for day in period.days)
    )


def _together(tensions: Iterable[Tension | None]) -> Tension | None:
    known = [each for each in tensions if each is not None]
    sessions = sum(each.sessions for each in known)
    if not sessions:
        return None
    return Tension(
        sum(each.before * each.sessions for each in known) / sessions,
        sum(each.after * each.sessions for each in known) / sessions,
        sessions,
    )
