"""The year of squares: what is painted, what is said, and how the keys go through it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from relaxapp.journal.statistics import DayCount, Tension
from relaxapp.ui.history.practice_year import WEEKS, PracticeYear
from relaxapp.ui.theme import theme_for

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme

TODAY = date(2026, 11, 24)
"""A Tuesday."""
FIRST = date(2025, 11, 24)
"""The Monday of the first week."""


@pytest.fixture
def year(theme: Theme, qtbot: QtBot) -> PracticeYear:
    year = PracticeYear(theme)
    qtbot.addWidget(year)
    year.resize(700, 200)
    year.show()
    year.show_days({TODAY: DayCount(12, 1, Tension(7, 3, 1)), FIRST: DayCount(30, 2)}, TODAY)
    return year


def center_of(year: PracticeYear, week: int, weekday: int) -> QPoint:
    return year._cell(week * 7 + weekday).center().toPoint()


def is_painted(year: PracticeYear, week: int, weekday: int) -> bool:
    image = year.grab().toImage()
    point = center_of(year, week, weekday) * image.devicePixelRatio()
    return image.pixelColor(point) != image.pixelColor(image.width() - 1, image.height() - 1)


class TestWhatIsPainted:
    """A square for each day, quiet where nothing was."""

    def test_every_day_up_to_today_has_a_square_and_tomorrow_has_none(
        self, year: PracticeYear
    ) -> None:
        assert is_painted(year, 0, 0)
        assert is_painted(year, WEEKS - 1, 1)
        assert not is_painted(year, WEEKS - 1, 2)

    def test_more_minutes_are_a_stronger_colour_up_to_half_an_hour(
        self, year: PracticeYear
    ) -> None:
        colors = []
        for minutes in (None, 5.0, 20.0, 30.0, 90.0):
            year.show_days({TODAY: DayCount(minutes, 1)} if minutes else {}, TODAY)
            colors.append(year._color(TODAY).lightness())
        assert colors[:4] == sorted(set(colors[:4]))
        assert colors[3] == colors[4]

    def test_the_chosen_day_has_an_outline(self, year: PracticeYear) -> None:
        before = year.grab().toImage()
        year.choose(FIRST)
        assert year.grab().toImage() != before
        year.choose(None)
        assert year.grab().toImage() == before

    @pytest.mark.parametrize("percent", [80, 200])
    @pytest.mark.parametrize("width", [500, 980, 1400])
    def test_it_is_as_high_as_its_squares(self, qtbot: QtBot, percent: int, width: int) -> None:
        year = PracticeYear(theme_for("night", text_percent=percent))
        qtbot.addWidget(year)
        year.resize(width, 100)
        year.show()
        year.show_days({}, TODAY)
        assert year._cell(6).bottom() <= year.height() <= year._cell(6).bottom() + 16
        assert year._cell(WEEKS * 7 - 1).right() <= year.width()


class TestWhatIsSaid:
    """Each day, and the year as a whole, in words."""

    def test_a_day_says_its_sessions_its_minutes_and_its_tension(self, year: PracticeYear) -> None:
        assert year.words(TODAY).endswith(": 1 session, 12 min, tension 7.0 before, 3.0 after")
        assert year.words(FIRST).endswith(": 2 sessions, 30 min")
        assert year.words(FIRST + timedelta(days=1)).endswith(": no session")

    def test_days_before_the_year_are_not_counted(self, year: PracticeYear) -> None:
        year.show_days(
            {TODAY: DayCount(12, 1), TODAY - timedelta(days=800): DayCount(30, 1)}, TODAY
        )
        assert year.accessibleName() == "Practice in the last 12 months: 1 day, 12 min"

    def test_the_chosen_day_stands_in_the_description(self, year: PracticeYear) -> None:
        assert year.accessibleDescription().startswith("Arrow keys")
        year.choose(TODAY)
        assert year.accessibleDescription().startswith(year.words(TODAY))

    def test_the_mouse_finds_the_day_it_is_over(self, year: PracticeYear) -> None:
        assert year._day_at(center_of(year, WEEKS - 1, 1).toPointF()) == TODAY
        assert year._day_at(center_of(year, WEEKS - 1, 3).toPointF()) is None
        assert year._day_at(center_of(year, 0, 0).toPointF()) == FIRST


class TestKeys:
    """Day by day, week by week, month by month, within the year."""

    @pytest.mark.parametrize(
        ("key", "day"),
        [
            (Qt.Key.Key_Up, date(2026, 8, 30)),
            (Qt.Key.Key_Down, date(2026, 9, 1)),
            (Qt.Key.Key_Left, date(2026, 8, 24)),
            (Qt.Key.Key_Right, date(2026, 9, 7)),
            (Qt.Key.Key_PageUp, date(2026, 7, 31)),
            (Qt.Key.Key_PageDown, date(2026, 9, 30)),
            (Qt.Key.Key_Home, FIRST),
            (Qt.Key.Key_End, TODAY),
        ],
    )
    def test_a_key_goes_to_another_day(
        self, year: PracticeYear, key: Qt.Key, day: date, qtbot: QtBot
    ) -> None:
        year.choose(date(2026, 8, 31))
        with qtbot.waitSignal(year.chosen) as gone_to:
            QTest.keyClick(year, key)
        assert (year.day, gone_to.args) == (day, [day])

    def test_one_comes_in_at_today(self, year: PracticeYear) -> None:
        QTest.keyClick(year, Qt.Key.Key_Left)
        assert year.day == TODAY

    @pytest.mark.parametrize(
        ("day", "keys"),
        [
            (FIRST, (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_PageUp)),
            (TODAY, (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_PageDown)),
        ],
    )
    def test_there_is_nothing_beyond_the_ends(
        self, year: PracticeYear, day: date, keys: tuple[Qt.Key, ...]
    ) -> None:
        year.choose(day)
        for key in keys:
            QTest.keyClick(year, key)
            assert year.day == day

    def test_a_click_chooses_a_day_and_a_click_beside_them_none(self, year: PracticeYear) -> None:
        QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=center_of(year, 0, 0))
        assert year.day == FIRST
        QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=center_of(year, WEEKS - 1, 4))
        assert year.day == FIRST

    def test_a_chosen_day_that_is_over_a_year_ago_is_let_go_of(self, year: PracticeYear) -> None:
        year.choose(FIRST)
        year.show_days({}, TODAY + timedelta(days=7))
        assert year.day is None
