"""Tests of the two pictures of the history."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF

from relaxapp.journal.statistics import Week
from relaxapp.ui.history.practice_year import PracticeYear
from relaxapp.ui.history.tension_weeks import TensionWeeks

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme

TODAY = date(2026, 11, 24)
"""A Tuesday."""


@pytest.fixture
def year(theme: Theme, qtbot: QtBot) -> PracticeYear:
    year = PracticeYear(theme)
    qtbot.addWidget(year)
    year.resize(624, 84)
    return year


def _is_painted(year: PracticeYear, week: int, weekday: int) -> bool:
    image = year.grab().toImage()
    ratio = image.devicePixelRatio()
    point = QPointF(week * 12 + 4, weekday * 12 + 4) * ratio
    ground = image.pixelColor(image.width() - 1, image.height() - 1)
    return image.pixelColor(point.toPoint()) != ground


def test_every_day_up_to_today_has_a_square_and_tomorrow_has_none(year: PracticeYear) -> None:
    year.show_days({}, TODAY)
    assert _is_painted(year, 0, 0)
    assert _is_painted(year, 51, 1)
    assert not _is_painted(year, 51, 2)


def test_more_minutes_are_a_stronger_colour_up_to_half_an_hour(year: PracticeYear) -> None:
    colors = []
    for minutes in (0.0, 5.0, 20.0, 30.0, 90.0):
        year.show_days({TODAY: minutes}, TODAY)
        colors.append(year._color(TODAY).lightness())
    assert colors[:4] == sorted(set(colors[:4]))
    assert colors[3] == colors[4]


def test_a_square_says_its_day_and_its_minutes(year: PracticeYear) -> None:
    year.show_days({TODAY: 12.0}, TODAY)
    assert year._words_at(QPointF(51 * 12 + 4, 12 + 4)).endswith(": 12 min")
    assert ":" not in year._words_at(QPointF(50 * 12 + 4, 12 + 4))
    assert year._words_at(QPointF(51 * 12 + 4, 5 * 12)) == ""


def test_days_before_the_year_are_not_counted(year: PracticeYear) -> None:
    year.show_days({TODAY: 12.0, TODAY - timedelta(days=800): 30.0}, TODAY)
    assert year.accessibleName() == "Practice in the last 12 months: 1 day, 12 min"


@pytest.fixture
def weeks(theme: Theme, qtbot: QtBot) -> TensionWeeks:
    weeks = TensionWeeks(theme)
    qtbot.addWidget(weeks)
    weeks.resize(300, 100)
    return weeks


def _week(number: int, before: float | None = None, after: float | None = None) -> Week:
    monday = TODAY - timedelta(days=1, weeks=number)
    return Week(monday, tension_before=before, tension_after=after)


def test_weeks_without_ratings_are_passed_over(weeks: TensionWeeks) -> None:
    weeks.show_weeks([_week(2, 8, 4), _week(1), _week(0, 6, 2)])
    points = weeks._points(lambda week: week.tension_before)
    assert [point.x() for point in points] == [27.0, weeks.width() - 3.0]
    assert points[0].y() < points[1].y()
    assert "6.0 before, 2.0 after" in weeks.accessibleName()


def test_the_scale_goes_from_nothing_to_ten(weeks: TensionWeeks) -> None:
    assert weeks._y(10) == 8
    assert weeks._y(0) == weeks.height() - 8


@pytest.mark.parametrize("rated", [0, 1, 2])
def test_any_number_of_rated_weeks_can_be_painted(weeks: TensionWeeks, rated: int) -> None:
    empty = weeks.grab().toImage()
    weeks.show_weeks([_week(number, 7, 3) for number in range(rated)])
    assert (weeks.grab().toImage() != empty) is (rated > 0)


def test_without_ratings_it_says_so(weeks: TensionWeeks) -> None:
    weeks.show_weeks([_week(0)])
    assert weeks.accessibleName() == "Tension by week; nothing rated yet"
