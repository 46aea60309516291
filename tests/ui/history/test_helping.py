"""What helps: compared over a chosen time, and honest about how much that says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from relaxapp.journal.factors import Factor
from relaxapp.ui.history import counting
from relaxapp.ui.history.helping import HelpingView
from tests.ui.house import practised

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.history_supplies import HistorySupplies
    from relaxapp.ui.plots.plot import Plot

TODAY = date(2026, 11, 24)


@pytest.fixture
def helping(supplies: HistorySupplies, qtbot: QtBot) -> HelpingView:
    helping = HelpingView(supplies)
    qtbot.addWidget(helping)
    helping.resize(980, 900)
    helping.show()
    return helping


def labels(plot: Plot) -> tuple[str, ...]:
    assert plot.data is not None
    return plot.data.labels


def test_what_there_is_enough_of_is_drawn_and_what_there_is_not_is_named(
    helping: HelpingView, journal: Journal
) -> None:
    for days_ago in range(5):
        practised(journal, "Long exhale", days_ago=days_ago, tension=(7, 3))
    practised(journal, "Body scan", days_ago=1, tension=(9, 1), technique="body scan")
    helping.refresh()
    assert labels(helping.techniques) == ("Breathing",)
    assert labels(helping.scripts) == ("Long exhale",)
    assert "Body scan (1 session)" in helping.few_techniques.text()
    assert helping.few_techniques.isVisible()


def test_another_time_is_counted_when_it_is_chosen(helping: HelpingView, journal: Journal) -> None:
    for number in range(5):
        practised(journal, "Long exhale", days_ago=40 + number, tension=(7, 3))
    helping.refresh()
    assert labels(helping.techniques) == ("Breathing",)
    helping.span._chips["28"].click()
    assert labels(helping.techniques) == ()
    assert helping.techniques.data is not None
    assert helping.techniques.data.nothing.startswith("Nothing is rated")
    helping.span._chips["ever"].click()
    assert labels(helping.techniques) == ("Breathing",)


def test_it_says_what_such_numbers_are_worth(helping: HelpingView) -> None:
    helping.refresh()
    words = " ".join(each.text() for each in helping.findChildren(QLabel) if each.isVisible())
    assert "your own notes" in words
    assert "not what caused it" in words
    assert "no more than chance" in words


class TestDays:
    """How days compare, for whoever wants to note that."""

    def test_it_is_offered_quietly_and_turned_on_by_a_button(
        self, helping: HelpingView, choices: Choices
    ) -> None:
        helping.refresh()
        assert helping.offer_button.isVisible()
        assert not helping._days_card.isVisible()
        helping.offer_button.click()
        assert choices.settings.day_factors
        assert not helping.offer_button.isVisible()
        assert helping._days_card.isVisible()
        assert helping.few_days.text().startswith("No day with a rated session")

    def test_days_with_little_and_much_of_something_stand_beside_each_other(
        self, helping: HelpingView, choices: Choices, journal: Journal
    ) -> None:
        choices.change(day_factors=True)
        for days_ago in range(16):
            practised(journal, "Long exhale", days_ago=days_ago, tension=(4 + days_ago % 2, 3))
            day = TODAY - timedelta(days=days_ago)
            journal.mark_day(day, Factor.STRESS, 3 if days_ago % 2 else 0)
        helping.refresh()
        data = helping.days.data
        assert data is not None
        assert [data.words(at).split(", days")[0] for at in range(len(data.labels))] == [
            "Stress: none or a little: tension 4.0",
            "Stress: some or much: tension 5.0",
        ]
        assert "Sleep (0 + 0)" in helping.few_days.text()


def test_a_large_log_is_counted_elsewhere(
    helping: HelpingView, journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counting, "AT_ONCE", 0)
    for days_ago in range(5):
        practised(journal, "Long exhale", days_ago=days_ago, tension=(7, 3))
    helping.refresh()
    assert helping.is_counting
    qtbot.waitUntil(lambda: not helping.is_counting)
    assert labels(helping.techniques) == ("Breathing",)
