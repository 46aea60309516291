"""What days, weeks and months add up to is what a plain recount of the sessions gives."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relaxapp.journal import statistics
from relaxapp.journal.entry import Entry, Outcome
from relaxapp.journal.period import Period
from relaxapp.journal.statistics import DayCount, Month, Practice, Tension, Week
from tests.journal import recount
from tests.journal.recount import rounded

if TYPE_CHECKING:
    from relaxapp.journal.entry import Plan
    from relaxapp.journal.journal import Journal

BERLIN = ZoneInfo("Europe/Berlin")
# A Tuesday.
NOW = datetime(2026, 11, 24, 21, 40, tzinfo=BERLIN)
THIS_WEEK = Period.of_last_weeks(NOW, 1)


def practise(
    journal: Journal,
    plan: Plan,
    started_at: datetime,
    minutes: float = 10,
    *,
    before: int | None = None,
    after: int | None = None,
) -> int:
    return journal.add_by_hand(
        plan,
        started_at=started_at,
        practised_seconds=minutes * 60,
        tension_before=before,
        tension_after=after,
    )


def minutes_by_day(journal: Journal, period: Period) -> dict[date, float]:
    found = statistics.days(journal.database, period)
    return {day: count.minutes for day, count in found.items()}


def last_days(days: int, day_begins_hour: int = 4) -> Period:
    return Period.of_last_days(NOW, days, day_begins_hour)


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=recount.entries, period=recount.periods, last=st.integers(1, 5))
def test_sums_are_those_of_a_plain_recount(
    journal: Journal, entries: list[Entry], period: Period, last: int
) -> None:
    recount.fill(journal.database, entries)
    database = journal.database

    found = statistics.days(database, period)
    assert rounded(found) == rounded(recount.days_of(entries, period))
    assert list(found) == sorted(found)
    assert statistics.days_practised(database, period) == len(found)
    assert rounded(statistics.weeks(database, period)) == rounded(recount.weeks_of(entries, period))
    assert rounded(statistics.months(database, period)) == rounded(
        recount.months_of(entries, period)
    )
    latest = recount.latest(entries, last)
    assert rounded(statistics.tension(database, last)) == rounded(recount.tension_of(latest))
    hour = period.day_begins_hour
    assert statistics.first_day(database, hour) == min(
        (recount.day_of(entry, hour) for entry in entries), default=None
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=recount.entries, now=recount.instants, hour=recount.hours)
def test_the_present_week_goes_from_its_monday_to_today(
    journal: Journal, entries: list[Entry], now: datetime, hour: int
) -> None:
    recount.fill(journal.database, entries)
    wall = now if now.hour >= hour else now - timedelta(days=1)
    today = wall.date()
    monday = date.fromisocalendar(*today.isocalendar()[:2], 1)
    [expected] = recount.weeks_of(entries, Period(monday, today, hour))
    assert rounded(statistics.week(journal.database, now, hour)) == rounded(expected)


@given(
    days=st.integers(0, 7),
    minutes=st.floats(0, 300),
    aim_days=st.integers(0, 7),
    aim_minutes=st.integers(0, 300),
)
def test_a_week_reaches_an_aim_when_days_and_minutes_come_up_to_it(
    days: int, minutes: float, aim_days: int, aim_minutes: int
) -> None:
    week = Week(date(2026, 11, 23), days, minutes, sessions=days)
    falls_short = days < aim_days or minutes < aim_minutes
    assert week.reaches(aim_days, aim_minutes) is not falls_short


def test_an_empty_journal_adds_up_to_nothing(journal: Journal) -> None:
    database = journal.database
    assert statistics.week(database, NOW) == Week(date(2026, 11, 23))
    assert statistics.weeks(database, Period.of_last_weeks(NOW, 2)) == (
        Week(date(2026, 11, 16)),
        Week(date(2026, 11, 23)),
    )
    assert statistics.months(database, THIS_WEEK) == (Month(date(2026, 11, 1)),)
    assert statistics.days_practised(database, THIS_WEEK) == 0
    assert statistics.days(database, THIS_WEEK) == {}
    assert statistics.tension(database) is None
    assert statistics.first_day(database) is None


def test_a_session_at_one_at_night_belongs_to_the_day_before(journal: Journal, plan: Plan) -> None:
    practise(journal, plan, datetime(2026, 11, 24, 3, 59, tzinfo=BERLIN))
    practise(journal, plan, datetime(2026, 11, 24, 4, 0, tzinfo=BERLIN))
    assert minutes_by_day(journal, last_days(364)) == {
        date(2026, 11, 23): 10,
        date(2026, 11, 24): 10,
    }
    assert minutes_by_day(journal, last_days(364, 0)) == {date(2026, 11, 24): 20}


def test_before_four_it_is_still_yesterday(journal: Journal, plan: Plan) -> None:
    practise(journal, plan, datetime(2026, 11, 23, 5, 0, tzinfo=BERLIN))
    # Monday evening goes on until Tuesday at four; Sunday night until Monday at four.
    assert statistics.week(journal.database, datetime(2026, 11, 24, 3, 0, tzinfo=BERLIN)).days == 1
    assert statistics.week(journal.database, datetime(2026, 11, 30, 3, 59, tzinfo=BERLIN)).days == 1
    assert statistics.week(journal.database, datetime(2026, 11, 30, 4, 0, tzinfo=BERLIN)).days == 0


def test_a_night_in_which_clocks_change_is_one_night(journal: Journal, plan: Plan) -> None:
    for moment in (
        datetime(2026, 10, 24, 23, 0, tzinfo=BERLIN),
        datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN),
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN),
        datetime(2026, 10, 25, 3, 59, tzinfo=BERLIN),
        datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN),
    ):
        practise(journal, plan, moment)
    assert minutes_by_day(journal, last_days(364)) == {
        date(2026, 10, 24): 40,
        date(2026, 10, 25): 10,
    }


def test_a_leap_day_is_a_day(journal: Journal, plan: Plan) -> None:
    for day in (28, 29):
        practise(journal, plan, datetime(2028, 2, day, 12, tzinfo=BERLIN))
    now = datetime(2028, 3, 1, 12, tzinfo=BERLIN)
    practise(journal, plan, now)
    assert statistics.days_practised(journal.database, Period.of_last_days(now, 3)) == 3
    assert statistics.week(journal.database, now) == Week(
        date(2028, 2, 28), days=3, minutes=30, sessions=3
    )


def test_a_session_abroad_belongs_to_the_day_it_was_there(journal: Journal, plan: Plan) -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    practise(journal, plan, datetime(2026, 11, 23, 7, 0, tzinfo=tokyo))
    assert minutes_by_day(journal, last_days(364)) == {date(2026, 11, 23): 10}


@pytest.mark.parametrize("ahead", [-12, 14])
def test_the_first_morning_of_a_period_is_in_it_wherever_it_was(
    journal: Journal, plan: Plan, ahead: int
) -> None:
    place = timezone(timedelta(hours=ahead))
    practise(journal, plan, datetime(2026, 11, 22, 3, 59, tzinfo=place))
    practise(journal, plan, datetime(2026, 11, 23, 4, 0, tzinfo=place))
    assert minutes_by_day(journal, last_days(2)) == {date(2026, 11, 23): 10}


def test_a_session_begun_by_mistake_changes_nothing(journal: Journal, plan: Plan) -> None:
    entry_id = journal.begin(plan)
    journal.finish(
        entry_id, Outcome.STOPPED, practised_seconds=59, paused_seconds=0, skipped_steps=0
    )
    now = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)
    assert statistics.week(journal.database, now).sessions == 0
    # Twenty seconds to the end are a whole session of rapid relaxation.
    journal.finish(
        entry_id, Outcome.FINISHED, practised_seconds=20, paused_seconds=0, skipped_steps=0
    )
    assert statistics.week(journal.database, now) == Week(
        date(2026, 11, 23), days=1, minutes=20 / 60, sessions=1
    )


def test_adding_deleting_and_restoring_change_the_sum_by_that_session(
    journal: Journal, plan: Plan
) -> None:
    practise(journal, plan, NOW, 10)
    entry_id = practise(journal, plan, NOW, 7)
    assert statistics.week(journal.database, NOW).minutes == 17
    entry = journal.entry(entry_id)
    journal.delete(entry_id)
    assert statistics.week(journal.database, NOW).minutes == 10
    journal.restore(entry)
    assert statistics.week(journal.database, NOW).minutes == 17


def test_tension_is_the_average_of_the_last_sessions_rated_twice(
    journal: Journal, plan: Plan
) -> None:
    practise(journal, plan, NOW - timedelta(days=9), before=10, after=0)
    practise(journal, plan, NOW - timedelta(days=3), before=7, after=3)
    practise(journal, plan, NOW - timedelta(days=2), before=6, after=4)
    practise(journal, plan, NOW - timedelta(days=1), before=1)
    assert statistics.tension(journal.database, 2) == Tension(6.5, 3.5, 2)


def test_weeks_at_the_edges_of_a_period_count_only_its_days(journal: Journal, plan: Plan) -> None:
    for day in (23, 24, 25, 26):
        practise(journal, plan, datetime(2026, 11, day, 12, tzinfo=BERLIN))
    found = statistics.weeks(journal.database, Period(date(2026, 11, 24), date(2026, 11, 25)))
    assert found == (Week(date(2026, 11, 23), days=2, minutes=20, sessions=2),)


def test_a_day_is_counted_with_its_sessions_and_their_tension(journal: Journal, plan: Plan) -> None:
    practise(journal, plan, NOW, 10, before=7, after=2)
    practise(journal, plan, NOW, 5, before=4, after=3)
    practise(journal, plan, NOW, 1, before=9)
    assert statistics.days(journal.database, THIS_WEEK) == {
        date(2026, 11, 24): DayCount(16, 3, Tension(5.5, 2.5, 2))
    }


def test_a_session_before_1970_belongs_to_its_day_as_any_other(
    journal: Journal, plan: Plan
) -> None:
    practise(journal, plan, datetime(1969, 12, 28, 12, tzinfo=UTC))
    day = date(1969, 12, 28)
    assert minutes_by_day(journal, Period(day, day)) == {day: 10}
    assert statistics.first_day(journal.database) == day


def test_weeks_and_months_are_told_apart() -> None:
    first = date(2026, 6, 1)
    assert len({Practice(first), Week(first), Month(first), Month(first)}) == 3


def test_the_log_begins_with_the_earliest_day_though_it_came_later(
    journal: Journal, plan: Plan
) -> None:
    ahead, behind = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
    practise(journal, plan, datetime(2026, 11, 24, 15, tzinfo=ahead))
    practise(journal, plan, datetime(2026, 11, 23, 17, tzinfo=behind))
    assert statistics.first_day(journal.database) == date(2026, 11, 23)
