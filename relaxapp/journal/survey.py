"""Everything the first look at the history shows, counted at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.journal import statistics
from relaxapp.journal.comparison import Changes, changes
from relaxapp.journal.day import DAY_BEGINS_HOUR
from relaxapp.journal.period import Period

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from relaxapp.journal.database import Database
    from relaxapp.journal.statistics import DayCount, Month, Tension, Week

YEAR_WEEKS = 53
"""A year is shown in whole weeks: no fewer hold all of it, whatever day it is."""
PLOTTED_WEEKS = 26
"""How many weeks are shown as numbers: half a year."""
LATE_DAYS = 28
"""Over how many days practice is looked at: four whole weeks."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a journal adds up to at one moment.

    Attributes:
        year: the days of the last twelve months, from a Monday to today.
        days: those of them that had a session, in order.
        weeks: the last `PLOTTED_WEEKS` weeks, oldest first; the last is the present one, so far.
        months: the months of the year, oldest first; of the first, only the days that are in it.
        days_practised: on how many of the last `LATE_DAYS` days there was a session.
        tension: before and after the last `statistics.LATELY` rated sessions; None without one.
        changes: how far tension ever changed with each technique and script.
        first_day: when the log begins; None if it is empty.
    """

    year: Period
    days: Mapping[date, DayCount]
    weeks: tuple[Week, ...]
    months: tuple[Month, ...]
    days_practised: int
    tension: Tension | None
    changes: Changes
    first_day: date | None

    @property
    def week(self) -> Week:
        """The present week, so far."""
        return self.weeks[-1]


def survey(database: Database, now: datetime, day_begins_hour: int = DAY_BEGINS_HOUR) -> Survey:
    """Counts a journal as it is at one moment, whatever is written meanwhile.

    Outside a transaction. Safe in another thread with a database of its own.

    Args:
        database: the journal's file.
        now: the time, aware, at the offset of the place.
        day_begins_hour: the hour at which a day begins.

    Raises:
        JournalError: it cannot be read.
    """
    year = Period.of_last_weeks(now, YEAR_WEEKS, day_begins_hour)
    half = Period.of_last_weeks(now, PLOTTED_WEEKS, day_begins_hour)
    lately = Period.of_last_days(now, LATE_DAYS, day_begins_hour)
    with database.snapshot():
        days = statistics.days(database, year)
        return Survey(
            year=year,
            days=days,
            weeks=statistics.weeks_of(days, half),
            months=statistics.months_of(days, year),
            days_practised=sum(day in lately for day in days),
            tension=statistics.tension(database),
            changes=changes(database),
            first_day=statistics.first_day(database, day_begins_hour),
        )
