"""Some days in a row of a journal: whatever is counted is counted over a period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Self

from relaxapp.journal.day import (
    DAY_BEGINS_HOUR,
    DAY_NUMBER_SQL,
    day_number,
    practice_day,
    stored,
    week_start,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_DAY = timedelta(days=1)
# Whatever the offset of a place, its day is no further than this from the same day in UTC.
_SLACK = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Period:
    """Days of practice, from the first to the last, both with it.

    Attributes:
        first: the first day.
        last: the last day, not before the first.
        day_begins_hour: the hour at which a day of practice begins, on the clock of its place.
    """

    first: date
    last: date
    day_begins_hour: int = DAY_BEGINS_HOUR

    @classmethod
    def of_last_days(cls, now: datetime, days: int, day_begins_hour: int = DAY_BEGINS_HOUR) -> Self:
        """So many days, the one that `now` is in being the last."""
        today = practice_day(now, day_begins_hour)
        return cls(today - (days - 1) * _DAY, today, day_begins_hour)

    @classmethod
    def of_last_weeks(
        cls, now: datetime, weeks: int, day_begins_hour: int = DAY_BEGINS_HOUR
    ) -> Self:
        """So many weeks from their Mondays on, up to the day that `now` is in."""
        today = practice_day(now, day_begins_hour)
        return cls(week_start(today) - timedelta(weeks=weeks - 1), today, day_begins_hour)

    @property
    def days(self) -> Iterator[date]:
        """Each of its days."""
        return (self.first + number * _DAY for number in range((self.last - self.first).days + 1))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def parameters(self) -> dict[str, int]:
        """What `IN_PERIOD_SQL` and `DAY_NUMBER_SQL` need to know."""
        return {
            "from": _stored_midnight(self.first, -_SLACK),
            "to": _stored_midnight(self.last, _DAY + _SLACK),
            "first": day_number(self.first),
            "last": day_number(self.last),
            "day_begins_hour": self.day_begins_hour,
        }


# The index by start does most of the work; the days are then told apart exactly.
IN_PERIOD_SQL = f"(started_at BETWEEN :from AND :to AND {DAY_NUMBER_SQL} BETWEEN :first AND :last)"
"""Whether a row is of the period whose `parameters` go with the statement."""


def _stored_midnight(day: date, shift: timedelta) -> int:
    """Midnight of a day in UTC, shifted; the ends of the calendar where it would lie beyond them."""
    midnight = datetime.combine(day, time(), UTC)
    try:
        return stored(midnight + shift)
    except OverflowError:
        return stored(midnight)
