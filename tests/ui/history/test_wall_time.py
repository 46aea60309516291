"""Moments as a clock on the wall shows them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.ui.history.wall_time import at_place, read, rounded, shown

FAR_AWAY = datetime(2026, 11, 24, 20, 40, tzinfo=timezone(timedelta(hours=5, minutes=45)))


@given(st.datetimes(datetime(1980, 1, 1), datetime(2099, 1, 1)))  # noqa: DTZ001
def test_what_is_shown_is_read_to_the_minute(wall: datetime) -> None:
    assert read(shown(wall)) == wall.replace(second=0, microsecond=0)


def test_far_away_a_time_is_that_of_the_place() -> None:
    moment = at_place(datetime(2026, 7, 1, 12, 0), FAR_AWAY)  # noqa: DTZ001
    assert moment == datetime(2026, 7, 1, 12, 0, tzinfo=FAR_AWAY.tzinfo)


def test_here_the_rules_of_this_computer_say_how_far_the_clock_is_ahead() -> None:
    here = datetime(2026, 11, 24, 20, 40, tzinfo=UTC).astimezone()
    wall = datetime(2026, 7, 1, 12, 0)  # noqa: DTZ001
    assert at_place(wall, here) == wall.astimezone()


@pytest.mark.parametrize(("minute", "down"), [(0, 0), (4, 0), (5, 5), (59, 55)])
def test_one_remembers_a_time_in_steps_of_minutes(minute: int, down: int) -> None:
    moment = datetime(2026, 11, 24, 20, minute, 31, 7, tzinfo=UTC)
    assert rounded(moment) == datetime(2026, 11, 24, 20, down, tzinfo=UTC)
