"""What the journal adds up to is what a plain recount of its entries gives."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from statistics import fmean
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relaxapp.journal import rows
from relaxapp.journal.day import practice_day, week_start
from relaxapp.journal.entry import Entry, Mark, MarkKind, Outcome
from relaxapp.journal.statistics import (
    AreaCount,
    TechniqueChange,
    Tension,
    Week,
    by_area,
    by_technique,
    days_practised,
    minutes_by_day,
    tension,
    week,
    weeks,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.journal.entry import Plan
    from relaxapp.journal.journal import Journal

BERLIN = ZoneInfo("Europe/Berlin")
# A Tuesday.
NOW = datetime(2026, 11, 24, 21, 40, tzinfo=BERLIN)

ENTRIES = st.lists(
    st.builds(
        Entry,
        id=st.just(0),
        uuid=st.uuids().map(str),
        script_id=st.just("s"),
        title=st.just("S"),
        technique=st.sampled_from(["breathing", "body scan"]),
        planned_seconds=st.just(600),
        started_at=st.builds(
            lambda minutes, ahead: (NOW - timedelta(minutes=minutes)).astimezone(
                timezone(timedelta(minutes=ahead))
            ),
            st.integers(-3000, 60_000),
            st.sampled_from([-720, -300, 0, 60, 120, 345, 840]),
        ),
        ended_at=st.none(),
        practised_seconds=st.sampled_from([0.0, 20.0, 59.5, 60.0, 300.0, 1200.5]),
        outcome=st.sampled_from(Outcome),
        tension_before=st.none() | st.integers(0, 10),
        tension_after=st.none() | st.integers(0, 10),
    ),
    max_size=12,
)


def add(journal: Journal, entries: Sequence[Entry]) -> None:
    with journal.database.transaction():
        for entry in entries:
            rows.insert(journal.database, entry, None)


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


def counts(entry: Entry) -> bool:
    return entry.outcome is Outcome.FINISHED or entry.practised_seconds >= 60


def rounded(some: Week) -> Week:
    """The same without the last bits, which depend on the order of adding."""

    def short(number: float | None) -> float | None:
        return None if number is None else round(number, 9)

    return replace(
        some,
        minutes=round(some.minutes, 9),
        tension_before=short(some.tension_before),
        tension_after=short(some.tension_after),
    )


def recounted_week(starts_on: date, entries: Sequence[Entry], hour: int) -> Week:
    days = defaultdict(list)
    for entry in entries:
        days[practice_day(entry.started_at, hour)].append(entry)
    mine = [entry for n in range(7) for entry in days.get(starts_on + timedelta(days=n), ())]
    rated = [
        (entry.tension_before, entry.tension_after)
        for entry in mine
        if entry.tension_before is not None and entry.tension_after is not None
    ]
    return Week(
        starts_on=starts_on,
        days=sum(starts_on + timedelta(days=n) in days for n in range(7)),
        minutes=sum(entry.practised_seconds for entry in mine) / 60,
        sessions=len(mine),
        tension_before=fmean(before for before, _ in rated) if rated else None,
        tension_after=fmean(after for _, after in rated) if rated else None,
    )


@settings(
    deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(entries=ENTRIES, hour=st.integers(0, 23))
def test_sums_are_those_of_a_plain_recount(
    journal: Journal, entries: list[Entry], hour: int
) -> None:
    journal.database.write("DELETE FROM sessions")
    add(journal, entries)
    today = practice_day(NOW, hour)
    counted = [
        entry
        for entry in entries
        if counts(entry) and practice_day(entry.started_at, hour) <= today
    ]

    mondays = [week_start(today) - timedelta(weeks=n) for n in (3, 2, 1, 0)]
    expected = [rounded(recounted_week(monday, counted, hour)) for monday in mondays]
    assert [rounded(each) for each in weeks(journal, NOW, 4, hour)] == expected
    assert rounded(week(journal, NOW, hour)) == expected[-1]

    seconds: defaultdict[date, float] = defaultdict(float)
    for entry in counted:
        seconds[practice_day(entry.started_at, hour)] += entry.practised_seconds
    lately = {day: sum_ for day, sum_ in seconds.items() if day > today - timedelta(days=28)}
    found = minutes_by_day(journal, NOW, 28, hour)
    assert found == {day: pytest.approx(sum_ / 60) for day, sum_ in lately.items()}
    assert list(found) == sorted(found)
    assert days_practised(journal, NOW, 28, hour) == len(lately)

    changes = defaultdict(list)
    for entry in filter(counts, entries):
        if entry.tension_change is not None:
            changes[entry.technique].append(entry.tension_change)
    found_changes = {
        each.technique: (round(each.change, 9), each.sessions) for each in by_technique(journal, 2)
    }
    assert found_changes == {
        technique: (round(fmean(some), 9), len(some))
        for technique, some in changes.items()
        if len(some) >= 2
    }


def test_an_empty_journal_adds_up_to_nothing(journal: Journal) -> None:
    assert week(journal, NOW) == Week(date(2026, 11, 23))
    assert weeks(journal, NOW, 2) == (Week(date(2026, 11, 16)), Week(date(2026, 11, 23)))
    assert days_practised(journal, NOW) == 0
    assert minutes_by_day(journal, NOW) == {}
    assert tension(journal) is None
    assert by_technique(journal) == ()
    assert by_area(journal, NOW) == ()


def test_a_session_at_one_at_night_belongs_to_the_day_before(journal: Journal, plan: Plan) -> None:
    practise(journal, plan, datetime(2026, 11, 24, 3, 59, tzinfo=BERLIN))
    practise(journal, plan, datetime(2026, 11, 24, 4, 0, tzinfo=BERLIN))
    assert minutes_by_day(journal, NOW) == {date(2026, 11, 23): 10, date(2026, 11, 24): 10}
    assert minutes_by_day(journal, NOW, day_begins_hour=0) == {date(2026, 11, 24): 20}


def test_before_four_it_is_still_yesterday(journal: Journal, plan: Plan) -> None:
    practise(journal, plan, datetime(2026, 11, 23, 5, 0, tzinfo=BERLIN))
    # Monday evening goes on until Tuesday at four; Sunday night until Monday at four.
    assert week(journal, datetime(2026, 11, 24, 3, 0, tzinfo=BERLIN)).days == 1
    assert week(journal, datetime(2026, 11, 30, 3, 59, tzinfo=BERLIN)).days == 1
    assert week(journal, datetime(2026, 11, 30, 4, 0, tzinfo=BERLIN)).days == 0


def test_a_night_in_which_clocks_change_is_one_night(journal: Journal, plan: Plan) -> None:
    for moment in (
        datetime(2026, 10, 24, 23, 0, tzinfo=BERLIN),
        datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN),
        datetime(2026, 10, 25, 2, 30, fold=1, tzinfo=BERLIN),
        datetime(2026, 10, 25, 3, 59, tzinfo=BERLIN),
        datetime(2026, 10, 25, 4, 0, tzinfo=BERLIN),
    ):
        practise(journal, plan, moment)
    assert minutes_by_day(journal, NOW) == {date(2026, 10, 24): 40, date(2026, 10, 25): 10}


def test_a_leap_day_is_a_day(journal: Journal, plan: Plan) -> None:
    for day in (28, 29):
        practise(journal, plan, datetime(2028, 2, day, 12, tzinfo=BERLIN))
    now = datetime(2028, 3, 1, 12, tzinfo=BERLIN)
    practise(journal, plan, now)
    assert days_practised(journal, now, 3) == 3
    assert week(journal, now) == Week(date(2028, 2, 28), days=3, minutes=30, sessions=3)


def test_a_session_abroad_belongs_to_the_day_it_was_there(journal: Journal, plan: Plan) -> None:
    tokyo = ZoneInfo("Asia/Tokyo")
    practise(journal, plan, datetime(2026, 11, 23, 7, 0, tzinfo=tokyo))
    assert minutes_by_day(journal, NOW) == {date(2026, 11, 23): 10}


@pytest.mark.parametrize("ahead", [-12, 14])
def test_the_first_morning_of_a_period_is_in_it_wherever_it_was(
    journal: Journal, plan: Plan, ahead: int
) -> None:
    place = timezone(timedelta(hours=ahead))
    practise(journal, plan, datetime(2026, 11, 22, 3, 59, tzinfo=place))
    practise(journal, plan, datetime(2026, 11, 23, 4, 0, tzinfo=place))
    assert minutes_by_day(journal, NOW, 2) == {date(2026, 11, 23): 10}


def test_a_session_begun_by_mistake_changes_nothing(journal: Journal, plan: Plan) -> None:
    entry_id = journal.begin(plan)
    journal.finish(
        entry_id, Outcome.STOPPED, practised_seconds=59, paused_seconds=0, skipped_steps=0
    )
    now = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)
    assert week(journal, now).sessions == 0
    # Twenty seconds to the end are a whole session of rapid relaxation.
    journal.finish(
        entry_id, Outcome.FINISHED, practised_seconds=20, paused_seconds=0, skipped_steps=0
    )
    assert week(journal, now) == Week(date(2026, 11, 23), days=1, minutes=20 / 60, sessions=1)


def test_adding_deleting_and_restoring_change_the_sum_by_that_session(
    journal: Journal, plan: Plan
) -> None:
    practise(journal, plan, NOW, 10)
    entry_id = practise(journal, plan, NOW, 7)
    assert week(journal, NOW).minutes == 17
    entry = journal.entry(entry_id)
    journal.delete(entry_id)
    assert week(journal, NOW).minutes == 10
    journal.restore(entry)
    assert week(journal, NOW).minutes == 17


def test_tension_is_the_average_of_the_last_sessions_rated_twice(
    journal: Journal, plan: Plan
) -> None:
    practise(journal, plan, NOW - timedelta(days=9), before=10, after=0)
    practise(journal, plan, NOW - timedelta(days=3), before=7, after=3)
    practise(journal, plan, NOW - timedelta(days=2), before=6, after=4)
    practise(journal, plan, NOW - timedelta(days=1), before=1)
    assert tension(journal, 2) == Tension(6.5, 3.5, 2)


def test_the_most_helpful_technique_comes_first_and_single_sessions_say_nothing(
    journal: Journal, plan: Plan
) -> None:
    for technique, before, after in (
        ("breathing", 6, 5),
        ("breathing", 6, 4),
        ("body scan", 7, 3),
        ("body scan", 7, 2),
        ("visualisation", 10, 0),
    ):
        practise(journal, replace(plan, technique=technique), NOW, before=before, after=after)
    assert by_technique(journal, 2) == (
        TechniqueChange("body scan", -4.5, 2),
        TechniqueChange("breathing", -1.5, 2),
    )


def test_areas_are_counted_from_marks_before_lately(journal: Journal, plan: Plan) -> None:
    jaw, eye = Mark("jaw", MarkKind.TENSION, 3), Mark("left eye", MarkKind.TWITCHING, 1)
    recent = [practise(journal, plan, NOW - timedelta(days=n)) for n in (0, 27)]
    journal.rate_before(recent[0], 5, [jaw, eye])
    journal.rate_before(recent[1], 5, [replace(jaw, level=2)])
    journal.rate_after(recent[0], 5, [replace(eye, area="neck")])
    journal.rate_before(practise(journal, plan, NOW - timedelta(days=28)), 5, [eye])
    assert by_area(journal, NOW) == (
        AreaCount("jaw", MarkKind.TENSION, 2, 2.5),
        AreaCount("left eye", MarkKind.TWITCHING, 1, 1.0),
    )
