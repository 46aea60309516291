"""Whatever the clock on the wall does, time practised stays what it was and days stay in order."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.journal.day import DAY_NUMBER_SQL, day_number, offset_minutes, practice_day, stored
from relaxapp.journal.entry import Outcome
from relaxapp.journal.factors import Factor
from relaxapp.journal.filter import Filter
from relaxapp.journal.period import Period
from relaxapp.session.session import State
from tests.journal.conftest import Clock
from tests.journal.faults.evening import PLAN, START
from tests.journal.faults.leading import SESSION_SECONDS, conductor_in, practise
from tests.journal.faults.looking import copies, opened
from tests.session.fakes import HandClock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from relaxapp.journal.entry import Entry
    from relaxapp.journal.journal import Journal

YEAR = timedelta(days=365)
BERLIN = ZoneInfo("Europe/Berlin")
KATHMANDU = timezone(timedelta(hours=5, minutes=45))
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")
MINUTES = st.integers(0, 24 * 60 - 1)


@pytest.fixture
def hand() -> HandClock:
    return HandClock(today=START)


@pytest.fixture
def journal(tmp_path: Path, hand: HandClock) -> Iterator[Journal]:
    with opened(tmp_path, lambda: hand.today) as journal:
        yield journal


def entered(journal: Journal, hand: HandClock, at: datetime) -> Entry:
    """A session of five minutes that begins at that time."""
    hand.today = at
    entry_id = journal.begin(PLAN)
    hand.pass_seconds(300)
    journal.finish(
        entry_id, Outcome.FINISHED, practised_seconds=300, paused_seconds=0, skipped_steps=0
    )
    return journal.entry(entry_id)


def on(journal: Journal, day: date, day_begins_hour: int = 4) -> set[int]:
    """The numbers of the sessions of one day of practice."""
    period = Period(day, day, day_begins_hour)
    return {entry.id for entry in journal.entries(Filter(period=period))}


@pytest.mark.parametrize("back", [timedelta(minutes=2), timedelta(hours=3), 10 * YEAR])
def test_a_clock_set_back_in_a_session_takes_no_practised_time(
    journal: Journal, hand: HandClock, back: timedelta
) -> None:
    conductor = conductor_in(journal, hand)
    conductor.start()
    practise(conductor, hand, 30)
    hand.today -= back
    practise(conductor, hand, 2 * SESSION_SECONDS)
    entry = journal.entry(conductor.entry_id)
    assert (entry.outcome, entry.practised_seconds) == (Outcome.FINISHED, entry.planned_seconds)
    assert entry.paused_seconds == 0
    assert entry.ended_at is not None
    assert entry.ended_at >= entry.started_at


def test_a_clock_set_forward_in_a_session_lets_it_wait_and_adds_no_practised_time(
    journal: Journal, hand: HandClock
) -> None:
    conductor = conductor_in(journal, hand)
    conductor.start()
    practise(conductor, hand, 30)
    hand.today += YEAR
    assert conductor.look().state is State.PAUSED
    conductor.resume()
    practise(conductor, hand, 2 * SESSION_SECONDS)
    entry = journal.entry(conductor.entry_id)
    assert (entry.outcome, entry.practised_seconds) == (Outcome.FINISHED, entry.planned_seconds)
    assert entry.paused_seconds < 1


def test_a_session_interrupted_after_the_clock_was_set_back_does_not_end_before_it_began(
    tmp_path: Path, hand: HandClock
) -> None:
    with opened(tmp_path, lambda: hand.today) as journal:
        entry_id = journal.begin(PLAN)
        hand.today -= YEAR
        journal.progress(entry_id, 30, 0, 0)
    with opened(tmp_path, lambda: hand.today) as journal:
        entry = journal.entry(entry_id)
    assert (entry.outcome, entry.practised_seconds) == (Outcome.INTERRUPTED, 30)
    assert entry.ended_at == entry.started_at


def test_a_session_is_changed_later_each_time_however_the_clock_was_set(
    journal: Journal, hand: HandClock
) -> None:
    entry_id = entered(journal, hand, START).id
    times = [journal.entry(entry_id).changed_at]
    for step in (-YEAR, timedelta(0), timedelta(hours=-1), YEAR, -2 * YEAR):
        hand.today += step
        journal.annotate(entry_id, f"Set by {step}", ())
        times.append(journal.entry(entry_id).changed_at)
    assert times == sorted(set(times))


def test_sessions_are_in_the_order_of_the_clock_and_of_one_time_in_that_of_their_numbers(
    journal: Journal, hand: HandClock
) -> None:
    late = entered(journal, hand, START)
    early = entered(journal, hand, START - timedelta(hours=2))
    again = entered(journal, hand, START)
    assert [entry.id for entry in journal.entries()] == [again.id, late.id, early.id]


def test_a_session_taken_out_under_a_wrong_clock_can_be_put_back_under_the_right_one(
    journal: Journal, hand: HandClock
) -> None:
    entry = entered(journal, hand, START)
    hand.today += YEAR
    journal.delete(entry.id)
    hand.today -= YEAR
    assert journal.entry(journal.restore(entry)) == entry
    assert not journal.database.rows("SELECT 1 FROM deletions")


def test_a_way_across_time_zones_leaves_each_session_on_the_day_of_its_place(
    journal: Journal, hand: HandClock
) -> None:
    night_at_home = entered(journal, hand, datetime(2026, 7, 1, 23, 30, tzinfo=BERLIN))
    morning_there = entered(journal, hand, datetime(2026, 7, 2, 4, 0, tzinfo=KATHMANDU))
    assert morning_there.started_at - night_at_home.started_at == timedelta(minutes=45)
    assert on(journal, date(2026, 7, 1)) == {night_at_home.id}
    assert on(journal, date(2026, 7, 2)) == {morning_there.id}
    assert morning_there.started_at.utcoffset() == timedelta(hours=5, minutes=45)


def test_a_session_over_a_change_of_zone_keeps_the_place_where_it_began(
    journal: Journal, hand: HandClock
) -> None:
    conductor = conductor_in(journal, hand)
    conductor.start()
    practise(conductor, hand, 30)
    hand.today = hand.today.astimezone(KATHMANDU)
    practise(conductor, hand, 2 * SESSION_SECONDS)
    entry = journal.entry(conductor.entry_id)
    assert entry.practised_seconds == entry.planned_seconds
    assert entry.ended_at is not None
    assert entry.started_at.utcoffset() == entry.ended_at.utcoffset() == timedelta(0)


@pytest.mark.parametrize(
    ("before", "after", "passed"),
    [
        # The hour from two to three is there twice, or not at all.
        (
            datetime(2026, 10, 25, 2, 50, tzinfo=BERLIN),
            datetime(2026, 10, 25, 2, 10, tzinfo=BERLIN, fold=1),
            timedelta(minutes=20),
        ),
        (
            datetime(2026, 3, 29, 1, 50, tzinfo=BERLIN),
            datetime(2026, 3, 29, 3, 10, tzinfo=BERLIN),
            timedelta(minutes=20),
        ),
        # Half an hour only, on the other half of the earth.
        (
            datetime(2026, 4, 5, 1, 50, tzinfo=LORD_HOWE),
            datetime(2026, 4, 5, 1, 40, tzinfo=LORD_HOWE, fold=1),
            timedelta(minutes=20),
        ),
    ],
)
def test_a_night_in_which_the_clocks_change_keeps_order_length_and_day(
    journal: Journal, hand: HandClock, before: datetime, after: datetime, passed: timedelta
) -> None:
    first = entered(journal, hand, before)
    second = entered(journal, hand, after)
    assert second.started_at - first.started_at == passed
    assert [entry.id for entry in journal.entries()] == [second.id, first.id]
    assert on(journal, before.date() - timedelta(days=1)) == {first.id, second.id}
    assert on(journal, before.date(), 0) == {first.id, second.id}


@pytest.mark.parametrize("hour", [0, 4, 23])
def test_a_day_begins_at_its_hour_to_the_second(
    journal: Journal, hand: HandClock, hour: int
) -> None:
    begins = datetime(2026, 5, 20, hour, tzinfo=BERLIN)
    last = entered(journal, hand, begins - timedelta(milliseconds=1))
    first = entered(journal, hand, begins)
    assert on(journal, date(2026, 5, 20), hour) == {first.id}
    assert on(journal, date(2026, 5, 19), hour) == {last.id}


@pytest.mark.parametrize(
    "day",
    [date(2024, 2, 29), date(2100, 2, 28), date(2100, 3, 1), date(1970, 1, 1), date(1970, 1, 2)],
)
def test_a_day_of_any_year_has_its_sessions_and_its_notes(
    journal: Journal, hand: HandClock, day: date
) -> None:
    entry = entered(journal, hand, datetime(day.year, day.month, day.day, 12, tzinfo=BERLIN))
    journal.mark_day(day, Factor.SLEEP, 3)
    assert on(journal, day) == {entry.id}
    assert on(journal, day + timedelta(days=1)) == on(journal, day - timedelta(days=1)) == set()
    assert journal.day_levels(Period(day, day)) == {day: {Factor.SLEEP: 3}}


def test_a_computer_that_has_forgotten_the_year_begins_on_a_day_before_1970(
    journal: Journal, hand: HandClock
) -> None:
    west = timezone(timedelta(hours=-8))
    entry = entered(journal, hand, datetime(1970, 1, 1, 0, 10, tzinfo=UTC).astimezone(west))
    assert entry.started_at.date() == date(1969, 12, 31)
    assert on(journal, date(1969, 12, 31)) == {entry.id}
    assert on(journal, date(1970, 1, 1)) == set()


@given(
    moment=st.datetimes(datetime(1969, 12, 30), datetime(2150, 1, 1)),  # noqa: DTZ001 -- clock of a place
    ahead=st.integers(-14 * 60, 14 * 60),
    hour=st.integers(0, 23),
)
def test_the_day_of_a_row_is_the_day_of_its_entry(moment: datetime, ahead: int, hour: int) -> None:
    at = moment.replace(tzinfo=timezone(timedelta(minutes=ahead)))
    with closing(sqlite3.connect(":memory:")) as database:
        row = "(SELECT :at AS started_at, :ahead AS offset_minutes)"
        [(number,)] = database.execute(
            f"SELECT {DAY_NUMBER_SQL} FROM {row}",  # noqa: S608 -- own words
            {"at": stored(at), "ahead": offset_minutes(at), "day_begins_hour": hour},
        ).fetchall()
    assert number == day_number(practice_day(at, hour))


def test_copies_made_under_a_clock_that_was_ahead_do_not_push_todays_copy_out(
    tmp_path: Path,
) -> None:
    ahead = Clock(START + 10 * YEAR)
    for _ in range(9):
        with opened(tmp_path, ahead) as journal:
            journal.begin(PLAN)
        ahead.advance(24 * 3600)
    right = Clock(START)
    with opened(tmp_path, right) as journal:
        journal.begin(PLAN)
    right.advance(24 * 3600)
    with opened(tmp_path, right):
        pass
    assert [copy for copy in copies(tmp_path) if right().date().isoformat() in copy.name]
