"""A period is some days in a row, and knows which sessions are of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relaxapp.journal.day import practice_day
from relaxapp.journal.filter import Filter
from relaxapp.journal.period import Period

if TYPE_CHECKING:
    from relaxapp.journal.entry import Plan
    from relaxapp.journal.journal import Journal

NOW = datetime(2026, 11, 24, 21, 40, tzinfo=UTC)
"""A Tuesday."""


def test_the_last_days_end_with_today() -> None:
    period = Period.of_last_days(NOW, 28)
    assert (period.first, period.last) == (date(2026, 10, 28), date(2026, 11, 24))
    assert len(list(period.days)) == 28


def test_before_the_day_begins_it_is_still_yesterday() -> None:
    night = datetime(2026, 11, 24, 3, 59, tzinfo=UTC)
    assert Period.of_last_days(night, 1).last == date(2026, 11, 23)
    assert Period.of_last_days(night, 1, day_begins_hour=3).last == date(2026, 11, 24)


def test_the_last_weeks_begin_on_a_monday() -> None:
    period = Period.of_last_weeks(NOW, 2)
    assert (period.first, period.last) == (date(2026, 11, 16), date(2026, 11, 24))


def test_it_knows_its_days() -> None:
    period = Period(date(2028, 2, 28), date(2028, 3, 1))
    assert list(period.days) == [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]
    assert date(2028, 2, 29) in period
    assert date(2028, 3, 2) not in period


def test_the_whole_calendar_is_a_period_too() -> None:
    assert Period(date.min, date.max).parameters["first"] < 0


places = st.integers(-12 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    began=st.datetimes(datetime(1970, 1, 3), datetime(2100, 1, 1), timezones=places),  # noqa: DTZ001
    hour=st.integers(0, 23),
    shift=st.integers(-2, 2),
)
def test_the_database_and_the_calendar_agree_on_the_day_of_a_session(
    journal: Journal, plan: Plan, began: datetime, hour: int, shift: int
) -> None:
    day = practice_day(began, hour) + timedelta(days=shift)
    entry_id = journal.add_by_hand(plan, started_at=began, practised_seconds=60)
    found = journal.count(Filter(period=Period(day, day, hour)))
    journal.delete(entry_id)
    assert found == (1 if shift == 0 else 0)
