"""When a session was: instants as the journal stores them, and the day of practice they belong to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECONDS_PER_DAY = 86_400_000
DAY_BEGINS_HOUR = 4
"""When a day begins unless the person says otherwise: whoever practises at one at night is not up early."""
_MILLISECOND = timedelta(milliseconds=1)


def stored(moment: datetime) -> int:
    """An aware instant as whole milliseconds since 1970 in UTC, cut off below."""
    return (moment - EPOCH) // _MILLISECOND


def offset_minutes(moment: datetime) -> int:
    """How far the clock of an aware instant's place is ahead of UTC, in whole minutes."""
    offset = moment.utcoffset()
    if offset is None:
        raise ValueError("the journal needs aware datetimes")
    return offset // timedelta(minutes=1)


def read(milliseconds: int, minutes_ahead: int) -> datetime:
    """The instant that was stored, on the clock of the place it was stored at."""
    place = timezone(timedelta(minutes=minutes_ahead))
    return (EPOCH + milliseconds * _MILLISECOND).astimezone(place)


def practice_day(moment: datetime, day_begins_hour: int) -> date:
    """The day an instant belongs to when days begin at `day_begins_hour` on the clock of its place."""
    return (moment.replace(tzinfo=None) - timedelta(hours=day_begins_hour)).date()


def day_number(day: date) -> int:
    """A day as days since 1970-01-01, as `DAY_NUMBER_SQL` counts them."""
    return (day - EPOCH.date()).days


def numbered_day(number: int) -> date:
    """The day with that number."""
    return EPOCH.date() + timedelta(days=number)


# SQLite cuts off towards zero: a million days on, every instant there can be is above it.
DAY_NUMBER_SQL = (
    "((started_at + offset_minutes * 60000 - :day_begins_hour * 3600000 + 86400000000000) "
    "/ 86400000 - 1000000)"
)
"""`practice_day` of a row, counted from 1970-01-01."""


def week_start(day: date) -> date:
    """The Monday of a day's week (ISO 8601)."""
    return day - timedelta(days=day.weekday())
