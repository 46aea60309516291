"""The history at a glance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relaxapp.journal.factors import Factor
from relaxapp.journal.filter import EVERYTHING, Filter
from relaxapp.journal.period import Period
from relaxapp.ui.history import counting
from relaxapp.ui.history.overview import Overview
from tests.ui.house import practised

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.history_supplies import HistorySupplies

TODAY = date(2026, 11, 24)


@pytest.fixture
def overview(supplies: HistorySupplies, qtbot: QtBot) -> Overview:
    overview = Overview(supplies)
    qtbot.addWidget(overview)
    overview.resize(980, 900)
    overview.show()
    return overview


def only(day: date) -> Filter:
    return Filter(period=Period(day, day))


def test_the_figures_tell_of_the_week_of_tension_and_of_days(
    overview: Overview, journal: Journal
) -> None:
    for days_ago in range(6):
        practised(journal, "Long exhale", days_ago=days_ago, tension=(7, 3))
    overview.refresh()
    values = {figure.label: (figure.value, figure.below) for figure in overview.figures.shown}
    assert values == {
        "This week": ("16 min", "2 of 5 days"),
        "Tension, before \N{RIGHTWARDS ARROW} after": (
            "7.0 \N{RIGHTWARDS ARROW} 3.0",
            "average of the last 6",
        ),
        "Days practised": ("6 of 28", "in the last 4 weeks"),
        "What helps most": ("Breathing", "\N{MINUS SIGN}4.0 on average, 6 sessions"),
    }


def test_everything_says_in_words_what_it_shows(overview: Overview, journal: Journal) -> None:
    practised(journal, "Long exhale", tension=(7, 3))
    overview.refresh()
    assert overview.year.accessibleName() == "Practice in the last 12 months: 1 day, 8 min"
    assert "too few to say" in overview.tension.area.accessibleDescription()
    assert "8 min in 1 session" in overview.minutes.area.accessibleDescription()


@pytest.mark.parametrize("count", [0, 1, 3, 40])
def test_a_log_of_any_length_can_be_shown(
    overview: Overview, journal: Journal, count: int, qtbot: QtBot
) -> None:
    for number in range(count):
        practised(journal, "Long exhale", days_ago=number * 9, tension=(7, 3))
    overview.refresh()
    if count:
        qtbot.waitUntil(lambda: overview.tension.area.is_drawn)
        assert overview.last.model().rowCount() == min(count, 6)
    else:
        assert not overview.tension.area.isVisible()
        assert not overview.last.isVisible()
        assert not overview.all_button.isVisible()


class TestADay:
    """Chosen in the year, it is told below it."""

    def test_its_sessions_are_listed_in_the_order_they_were(
        self, overview: Overview, journal: Journal
    ) -> None:
        practised(journal, "Evening", days_ago=1)
        practised(journal, "Morning", days_ago=1.5)
        overview.refresh()
        assert not overview.day.isVisible()
        QTest.keyClick(overview.year, Qt.Key.Key_End)
        QTest.keyClick(overview.year, Qt.Key.Key_Up)
        assert overview.day.isVisible()
        model = overview.day.sessions.model()
        assert [model.index(row, 1).data() for row in range(model.rowCount())] == [
            "Morning",
            "Evening",
        ]
        assert overview.day._title.text() == "Monday 23 November 2026: 2 sessions, 16 min"

    def test_a_day_without_a_session_says_so(self, overview: Overview) -> None:
        overview.refresh()
        QTest.keyClick(overview.year, Qt.Key.Key_Home)
        assert overview.day._more.text() == "No session on this day."
        assert not overview.day.list_button.isVisible()

    def test_more_than_fit_are_in_the_list(self, overview: Overview, journal: Journal) -> None:
        for number in range(8):
            practised(journal, f"Session {number}", days_ago=number / 100)
        overview.refresh()
        QTest.keyClick(overview.year, Qt.Key.Key_End)
        assert overview.day.sessions.model().rowCount() == 5
        assert overview.day._more.text() == "And 3 more in the list."

    def test_it_leads_to_its_sessions_in_the_list(
        self, overview: Overview, journal: Journal, qtbot: QtBot
    ) -> None:
        practised(journal, "Long exhale", days_ago=1)
        overview.refresh()
        QTest.keyClick(overview.year, Qt.Key.Key_End)
        QTest.keyClick(overview.year, Qt.Key.Key_Up)
        with qtbot.waitSignal(overview.sessions_asked) as asked:
            overview.day.list_button.click()
        assert asked.args == [only(TODAY - timedelta(days=1))]

    def test_closed_it_gives_the_focus_back_to_the_year(self, overview: Overview) -> None:
        overview.refresh()
        overview.activateWindow()
        QTest.keyClick(overview.year, Qt.Key.Key_End)
        overview.day.close_button.setFocus()
        overview.day.close_button.click()
        assert not overview.day.isVisible()
        assert overview.year.day is None
        assert overview.focusWidget() is overview.year

    def test_it_stays_chosen_when_the_log_is_looked_at_anew(
        self, overview: Overview, journal: Journal
    ) -> None:
        overview.refresh()
        QTest.keyClick(overview.year, Qt.Key.Key_End)
        practised(journal, "Long exhale")
        overview.refresh()
        assert overview.year.day == TODAY
        assert overview.day.sessions.model().rowCount() == 1


class TestHowADayWas:
    """Off until it is wanted; then kept at once, for any day."""

    def test_nobody_is_asked_who_does_not_want_it(self, overview: Overview) -> None:
        overview.refresh()
        QTest.keyClick(overview.year, Qt.Key.Key_End)
        assert overview.day.factors is None

    def test_today_is_there_to_be_noted(self, overview: Overview, choices: Choices) -> None:
        choices.change(day_factors=True)
        overview.refresh()
        assert overview.day.isVisible()
        assert overview.day.day == TODAY

    def test_it_is_kept_for_the_chosen_day_and_taken_back(
        self, overview: Overview, choices: Choices, journal: Journal
    ) -> None:
        choices.change(day_factors=True)
        overview.refresh()
        QTest.keyClick(overview.year, Qt.Key.Key_Left)
        factors = overview.day.factors
        assert factors is not None
        chip = factors.rows[Factor.CAFFEINE].chips[0]
        QTest.keyClick(chip, Qt.Key.Key_3)
        day = TODAY - timedelta(days=7)
        assert journal.day_levels(Period(day, day)) == {day: {Factor.CAFFEINE: 3}}
        QTest.keyClick(overview.year, Qt.Key.Key_Right)
        assert factors.rows[Factor.CAFFEINE].level is None
        QTest.keyClick(overview.year, Qt.Key.Key_Left)
        assert factors.rows[Factor.CAFFEINE].level == 3
        QTest.keyClick(chip, Qt.Key.Key_Delete)
        assert journal.day_levels(Period(day, day)) == {}

    def test_who_wants_it_no_more_sees_no_more_of_it(
        self, overview: Overview, choices: Choices
    ) -> None:
        choices.change(day_factors=True)
        overview.refresh()
        choices.change(day_factors=False)
        overview.refresh()
        factors = overview.day.factors
        assert factors is not None
        assert not factors.isVisible()


class TestTheRest:
    """The last sessions, and tension by week or by month."""

    def test_all_sessions_are_one_button_away(
        self, overview: Overview, journal: Journal, qtbot: QtBot
    ) -> None:
        practised(journal, "Long exhale")
        overview.refresh()
        with qtbot.waitSignal(overview.sessions_asked) as asked:
            overview.all_button.click()
        assert asked.args == [EVERYTHING]

    def test_enter_on_one_of_the_last_sessions_leads_to_its_day(
        self, overview: Overview, journal: Journal, qtbot: QtBot
    ) -> None:
        practised(journal, "Long exhale", days_ago=2)
        overview.refresh()
        overview.last.selectRow(0)
        with qtbot.waitSignal(overview.sessions_asked) as asked:
            QTest.keyClick(overview.last, Qt.Key.Key_Return)
        assert asked.args == [only(TODAY - timedelta(days=2))]

    def test_tension_is_by_week_or_by_month(self, overview: Overview, journal: Journal) -> None:
        practised(journal, "Long exhale", tension=(7, 3))
        overview.refresh()
        assert overview.tension.data is not None
        assert overview.tension.data.about == "Week"
        overview.stretch_choice.chosen.emit("months")
        assert overview.tension.data.labels[-1] == "November 2026"
        assert overview.stretch_choice.accessibleName() == "Tension by: by month"

    def test_cards_stand_below_each_other_where_there_is_little_width(
        self, overview: Overview, qtbot: QtBot
    ) -> None:
        overview.refresh()
        assert overview._last_card.x() > overview._tension_card.x()
        overview.resize(620, 900)
        qtbot.waitUntil(lambda: overview._last_card.y() > overview._tension_card.y())


class TestALargeLog:
    """The page is there at once, and filled when everything is counted."""

    @pytest.fixture(autouse=True)
    def large(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """One session is a large log already."""
        monkeypatch.setattr(counting, "AT_ONCE", 0)

    def test_until_it_is_counted_the_figures_say_so(
        self, overview: Overview, journal: Journal, qtbot: QtBot
    ) -> None:
        practised(journal, "Long exhale", tension=(7, 3))
        overview.refresh()
        assert {each.below for each in overview.figures.shown} == {"being counted"}
        qtbot.waitUntil(lambda: not overview.is_counting)
        assert overview.figures.shown[0].value == "8 min"
        assert overview.last.model().rowCount() == 1

    def test_keys_in_the_year_do_no_harm_before_it_is_filled(self, overview: Overview) -> None:
        for key in (Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Return):
            QTest.keyClick(overview.year, key)
        assert overview.year.day is None

    def test_what_is_asked_last_is_shown(
        self, overview: Overview, journal: Journal, supplies: HistorySupplies, qtbot: QtBot
    ) -> None:
        practised(journal, "Long exhale")
        overview.refresh()
        practised(journal, "Long exhale", days_ago=1)
        overview.refresh()
        qtbot.waitUntil(lambda: not overview.is_counting)
        supplies.pool.waitForDone()
        qtbot.wait(1)
        assert overview.figures.shown[0].value == "16 min"


def test_a_log_that_cannot_be_read_is_told(
    supplies: HistorySupplies, journal: Journal, qtbot: QtBot
) -> None:
    overview = Overview(replace(supplies))
    qtbot.addWidget(overview)
    journal.database.connection.execute("DROP TABLE sessions")
    with qtbot.waitSignal(overview.said) as told:
        overview.refresh()
    assert "journal" in told.args[0].text
