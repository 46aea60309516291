"""Which day a session belongs to, at night, when clocks change and in leap years."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.journal.day import (
    day_number,
    numbered_day,
    offset_minutes,
    practice_day,
    read,
    stored,
    week_start,
)

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 24, 3, 59, tzinfo=BERLIN), date(2026, 11, 23)),
        (datetime(2026, 11, 24, 4, 0, tzinfo=BERLIN), date(2026, 11, 24)),
        # Clocks go forward at 02:00 and back at 03:00.
        (datetime(2026, 3, 29, 3, 30, tzinfo=BERLIN), date(2026, 3, 28)),
        (datetime(2026, 3, 29, 4, 30, tzinfo=BERLIN), date(2026, 3, 29)),
        (datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN), date(2026, 10, 24)),
        (datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN), date(2026, 10, 25)),
        (datetime(2028, 3, 1, 1, 0, tzinfo=BERLIN), date(2028, 2, 29)),
        (datetime(2026, 1, 1, 0, 30, tzinfo=BERLIN), date(2025, 12, 31)),
    ],
)
def test_a_day_begins_at_four_on_the_clock_of_the_place(moment: datetime, day: date) -> None:
    assert practice_day(moment, 4) == day
    kept = read(stored(moment), offset_minutes(moment))
    assert practice_day(kept, 4) == day


@given(
    moment=st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1)),  # noqa: DTZ001 -- made aware below
    minutes_ahead=st.integers(-12 * 60, 14 * 60),
)
def test_an_instant_is_kept_to_the_millisecond_with_its_offset(
    moment: datetime, minutes_ahead: int
) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=minutes_ahead)))
    kept = read(stored(aware), offset_minutes(aware))
    assert timedelta(0) <= aware - kept < timedelta(milliseconds=1)
    assert kept.utcoffset() == aware.utcoffset()


def test_an_instant_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        offset_minutes(datetime(2026, 1, 1))  # noqa: DTZ001 -- what is refused


@given(st.dates(date(1970, 1, 1)))
def test_days_are_numbered_without_gaps(day: date) -> None:
    assert numbered_day(day_number(day)) == day


def test_a_week_starts_on_monday() -> None:
    monday = date(2028, 2, 28)
    assert {week_start(monday + timedelta(days=n)) for n in range(7)} == {monday}
    assert datetime(2028, 2, 28, tzinfo=UTC).strftime("%A") == "Monday"
