"""Minutes and tension over time, as the values of plots."""

from __future__ import annotations

from datetime import date, timedelta

from relaxapp.journal.statistics import Month, Tension, Week
from relaxapp.ui.history.practice_plots import minutes_by_week, since_first, tension_over_time

MONDAY = date(2026, 11, 23)


def week(ago: int, minutes: float = 0.0, tension: Tension | None = None) -> Week:
    monday = MONDAY - timedelta(weeks=ago)
    return Week(monday, int(minutes > 0), minutes, int(minutes > 0), tension)


def test_each_week_has_its_minutes_and_its_sessions() -> None:
    data = minutes_by_week([week(1), week(0, 20)], 0)
    assert data.labels == ("Week of 16 Nov 2026", "Week of 23 Nov 2026")
    assert data.series[0].values == (0.0, 20.0)
    assert data.remarks == ("0 sessions", "1 session")
    assert data.summary == "20 min in 1 session, in 1 of the last 2 weeks."


def test_an_aim_is_a_line_that_is_explained() -> None:
    data = minutes_by_week([week(0, 20)], 90)
    assert data.aim == 90
    assert data.end >= 90
    assert data.summary.endswith("The dashed line is your aim, 1 h 30 min a week.")
    assert minutes_by_week([week(0, 20)], 0).aim is None


def test_without_a_session_there_is_no_picture() -> None:
    assert minutes_by_week([week(1), week(0)], 60).is_empty


def test_a_short_log_begins_with_its_first_week_and_has_some_air() -> None:
    weeks = [week(ago, 10.0 if ago < 12 else 0.0) for ago in range(25, -1, -1)]
    assert len(since_first(weeks)) == 12
    weeks = [week(ago, 10.0 if ago < 2 else 0.0) for ago in range(25, -1, -1)]
    assert len(since_first(weeks)) == 8
    assert len(since_first([week(ago) for ago in range(25, -1, -1)])) == 8


def test_tension_has_gaps_where_nothing_was_rated() -> None:
    data = tension_over_time([week(2, 9, Tension(7, 3, 4)), week(1), week(0, 9, Tension(6, 4, 2))])
    assert [each.values for each in data.series] == [(7, None, 6), (3, None, 4)]
    assert data.remarks == ("4 sessions", "", "2 sessions")


def test_what_is_said_weighs_each_session_alike() -> None:
    data = tension_over_time([week(1, 9, Tension(8, 4, 3)), week(0, 9, Tension(4, 2, 9))])
    assert data.summary == "On average 5.0 \N{RIGHTWARDS ARROW} 2.5, in 12 sessions."


def test_three_sessions_are_too_few_to_say_and_are_not_joined_by_a_line() -> None:
    few = tension_over_time([week(1, 9, Tension(8, 4, 1)), week(0, 9, Tension(4, 2, 2))])
    assert few.summary == "3 sessions rated: too few to say where it is going."
    assert not few.is_joined
    assert tension_over_time([week(0, 9, Tension(4, 2, 5))]).is_joined


def test_months_go_by_their_names() -> None:
    data = tension_over_time(
        [Month(date(2026, 10, 1)), Month(date(2026, 11, 1), 1, 9, 1, Tension(6, 2, 6))]
    )
    assert (data.about, data.labels) == ("Month", ("October 2026", "November 2026"))
    assert [tick.text for tick in data.ticks] == ["Oct", "Nov"]


def test_a_month_is_named_below_the_first_week_that_begins_in_it() -> None:
    data = minutes_by_week([week(ago, 5) for ago in range(9, -1, -1)], 0)
    assert [(tick.at, tick.text) for tick in data.ticks] == [(2, "Oct"), (6, "Nov")]


def test_nothing_at_all_can_be_shown() -> None:
    assert tension_over_time([]).is_empty
