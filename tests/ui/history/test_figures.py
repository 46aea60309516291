"""The four figures, and how honest they are."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from relaxapp.journal.comparison import Change, Changes
from relaxapp.journal.period import Period
from relaxapp.journal.statistics import Tension, Week
from relaxapp.journal.survey import Survey
from relaxapp.settings import Settings
from relaxapp.ui.history.figures import Figure, FigureRow, figures, no_figures, week_in_words
from tests.ui.house import practised

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.theme import Theme
    from tests.ui.house import FakeClock

MONDAY = date(2026, 11, 23)


def survey_of(
    week: Week | None = None, tension: Tension | None = None, changes: tuple[Change, ...] = ()
) -> Survey:
    return Survey(
        year=Period(MONDAY, MONDAY),
        days={},
        weeks=(week or Week(MONDAY),),
        months=(),
        days_practised=17,
        tension=tension,
        changes=Changes(changes, ()),
        first_day=None,
    )


def figure(label: str, survey: Survey, **settings: int) -> Figure:
    found = figures(survey, Settings(**settings))  # type: ignore[arg-type]
    return next(each for each in found if each.label == label)


class TestThisWeek:
    """Beside the aim the person set, whatever it is."""

    WEEK = Week(MONDAY, 4, 62, 5)

    def test_days_and_minutes_stand_beside_their_aims(self) -> None:
        shown = figure("This week", survey_of(self.WEEK), week_aim_days=5, week_aim_minutes=90)
        assert (shown.value, shown.below) == ("62 of 90 min", "4 of 5 days")

    def test_the_bar_is_as_full_as_the_aim_that_is_further_away(self) -> None:
        shown = figure("This week", survey_of(self.WEEK), week_aim_days=4, week_aim_minutes=124)
        assert shown.share == 0.5

    def test_more_than_the_aim_is_a_full_bar(self) -> None:
        assert figure("This week", survey_of(self.WEEK), week_aim_days=2).share == 1

    def test_without_an_aim_there_is_no_bar(self) -> None:
        shown = figure("This week", survey_of(self.WEEK), week_aim_days=0)
        assert (shown.value, shown.below, shown.share) == ("1 h 2 min", "4 days", None)

    def test_an_empty_week_has_no_minutes_and_no_reproach(self) -> None:
        shown = figure("This week", survey_of(), week_aim_days=5)
        assert (shown.value, shown.below, shown.share) == ("0 min", "0 of 5 days", 0)


class TestWhatHelpsMost:
    """It is named only where enough sessions say so clearly."""

    def shown(self, *changes: Change) -> tuple[str, str]:
        best = figure("What helps most", survey_of(changes=changes))
        return best.value, best.below

    def test_the_first_of_those_that_are_enough_is_named(self) -> None:
        assert self.shown(Change("body scan", "", 14, -3.9, 10, 0)) == (
            "Body scan",
            "\N{MINUS SIGN}3.9 on average, 14 sessions",
        )

    def test_three_sessions_are_too_few_to_say(self) -> None:
        assert self.shown(Change("body scan", "", 3, -6, 3, 0)) == (
            "\N{EN DASH}",
            "3 sessions: too few to say",
        )

    def test_less_than_a_point_is_no_difference(self) -> None:
        assert self.shown(Change("body scan", "", 9, -0.8, 2, 0))[1] == "no clear difference so far"

    def test_without_ratings_it_says_when_there_will_be_something(self) -> None:
        assert self.shown() == ("\N{EN DASH}", "when you rate both")


def test_tension_of_one_session_is_told_as_that() -> None:
    shown = figure(
        "Tension, before \N{RIGHTWARDS ARROW} after", survey_of(tension=Tension(7, 3, 1))
    )
    assert (shown.value, shown.below) == ("7.0 \N{RIGHTWARDS ARROW} 3.0", "in one session")


def test_figures_have_the_same_names_while_they_are_counted() -> None:
    counted = figures(survey_of(), Settings())
    assert [each.label for each in no_figures()] == [each.label for each in counted]
    assert {each.value for each in no_figures()} == {"\N{EN DASH}"}


def test_the_week_in_words(journal: Journal, clock: FakeClock) -> None:
    practised(journal, "Long exhale")
    assert week_in_words(journal, clock.now(), Settings(week_aim_days=4)) == "1 of 4 days, 8 min"


def test_cards_stand_in_two_rows_where_there_is_little_width(theme: Theme, qtbot: QtBot) -> None:
    row = FigureRow(theme)
    qtbot.addWidget(row)
    row.show_figures(no_figures())
    row.resize(1000, 120)
    row.show()
    wide = {card.y() for card in row._cards}
    row.resize(620, 240)
    qtbot.waitUntil(lambda: len({card.y() for card in row._cards}) == 2)
    assert len(wide) == 1
