"""The history at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.ui.history.overview import Overview
from tests.ui.house import practised

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.history.view import HistorySupplies


@pytest.fixture
def overview(supplies: HistorySupplies, qtbot: QtBot) -> Overview:
    overview = Overview(supplies)
    qtbot.addWidget(overview)
    overview.resize(980, 600)
    overview.show()
    return overview


def test_the_figures_tell_of_the_week_of_tension_and_of_days(
    overview: Overview, journal: Journal
) -> None:
    for days_ago in range(3):
        practised(journal, "Long exhale", days_ago=days_ago, tension=(7, 3))
    overview.refresh()
    values = {figure.label: (figure.value, figure.below) for figure in overview.figures.shown}
    assert values == {
        "This week": ("16 min", "2 sessions"),
        "Tension, before \N{RIGHTWARDS ARROW} after": (
            "7.0 \N{RIGHTWARDS ARROW} 3.0",
            "average of the last 3",
        ),
        "Days practised": ("3 of 28", "your aim is 5 a week"),
        "What helps most": ("Breathing", "\N{MINUS SIGN}4.0 on average, 3 sessions"),
    }


def test_the_pictures_say_in_words_what_they_show(overview: Overview, journal: Journal) -> None:
    practised(journal, "Long exhale", tension=(7, 3))
    overview.refresh()
    assert overview.year.accessibleName() == "Practice in the last 12 months: 1 day, 8 min"
    assert overview.weeks.accessibleName().endswith("7.0 before, 3.0 after")
