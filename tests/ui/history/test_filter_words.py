"""A filter in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from relaxapp.journal.entry import Outcome
from relaxapp.journal.filter import EVERYTHING, Filter
from relaxapp.journal.period import Period
from relaxapp.ui.history.filter_words import filter_words, found_words
from tests.ui.house import EVENING

TODAY = EVENING.date()


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (EVERYTHING, ""),
        (Filter("  jaw "), "“jaw”"),
        (Filter(technique=""), "no technique"),
        (Filter(script_id="scan"), "Body scan"),
        (Filter(script_id="gone"), "gone"),
        (Filter(outcome=Outcome.FINISHED), "to the end"),
        (Filter(by_hand=True), "entered by hand"),
        (Filter(by_hand=False), "not entered by hand"),
        (Filter(area="left eye"), "left eye marked"),
        (Filter(period=Period.of_last_days(EVENING, 28)), "in the last 4 weeks"),
        (Filter(period=Period(TODAY, TODAY)), "on Tue 24 Nov"),
        (Filter(period=Period(date(2025, 3, 1), TODAY)), "from 1 Mar 2025 to 24 Nov"),
        (Filter("a", technique="breathing", by_hand=True), "“a”, breathing, entered by hand"),
    ],
)
def test_everything_that_is_asked_for_is_said(wanted: Filter, said: str) -> None:
    assert filter_words(wanted, EVENING, {"scan": "Body scan"}.get) == said  # type: ignore[arg-type]


def test_how_many_there_are_is_said_with_why_no_more() -> None:
    assert found_words(1, 1, "") == "1 session"
    assert found_words(120, 120, "") == "120 sessions"
    assert found_words(3, 120, "breathing") == "3 of 120 sessions: breathing"


def test_days_that_end_before_today_are_no_span() -> None:
    yesterday = EVENING - timedelta(days=1)
    said = filter_words(Filter(period=Period.of_last_days(yesterday, 7)), EVENING, str)
    assert said == "from 17 Nov to 23 Nov"
