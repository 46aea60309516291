"""What of the log is to be seen, chosen and told."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest

from relaxapp.journal.entry import Outcome
from relaxapp.journal.filter import EVERYTHING, Filter
from relaxapp.journal.period import Period
from relaxapp.ui.history.entry_filter import EntryFilter
from tests.ui.house import EVENING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.history_supplies import HistorySupplies
    from tests.ui.house import FakeClock

TODAY = EVENING.date()
HOUR = 4


@pytest.fixture
def entry_filter(supplies: HistorySupplies, qtbot: QtBot) -> EntryFilter:
    entry_filter = EntryFilter(supplies)
    qtbot.addWidget(entry_filter)
    entry_filter.resize(980, 90)
    entry_filter.show()
    entry_filter.show_techniques(("body scan", "breathing"))
    return entry_filter


def test_nothing_is_wanted_at_first(entry_filter: EntryFilter) -> None:
    assert entry_filter.wanted == EVERYTHING
    entry_filter.show_found(12, 12)
    assert entry_filter.found == "12 sessions"
    assert entry_filter.show_all.isHidden()


def test_a_technique_is_wanted_and_not_any_more(entry_filter: EntryFilter, qtbot: QtBot) -> None:
    with qtbot.waitSignal(entry_filter.changed):
        entry_filter.technique.chosen.emit("breathing")
    assert entry_filter.wanted == Filter(technique="breathing")
    assert entry_filter.technique.text() == "Breathing"
    entry_filter.technique.chosen.emit("-")
    assert entry_filter.wanted == EVERYTHING


@pytest.mark.parametrize(
    ("ending", "wanted", "said"),
    [
        ("finished", Filter(outcome=Outcome.FINISHED, by_hand=False), "To the end"),
        ("stopped", Filter(outcome=Outcome.STOPPED), "Stopped early"),
        ("interrupted", Filter(outcome=Outcome.INTERRUPTED), "Interrupted"),
        ("hand", Filter(by_hand=True), "Entered by hand"),
        ("-", EVERYTHING, "Any ending"),
    ],
)
def test_an_ending_is_wanted(
    entry_filter: EntryFilter, ending: str, wanted: Filter, said: str
) -> None:
    entry_filter.ending.chosen.emit(ending)
    assert entry_filter.wanted == wanted
    assert entry_filter.ending.text() == said


def test_the_last_days_move_on_with_time(entry_filter: EntryFilter, clock: FakeClock) -> None:
    entry_filter.time.chosen.emit("7")
    assert entry_filter.wanted.period == Period(TODAY - timedelta(days=6), TODAY, HOUR)
    clock.advance(24 * 3600)
    assert entry_filter.wanted.period == Period(
        TODAY - timedelta(days=5), TODAY + timedelta(days=1), HOUR
    )


def test_own_days_begin_with_those_of_before_and_are_typed(entry_filter: EntryFilter) -> None:
    entry_filter.time.chosen.emit("28")
    assert not entry_filter.first.isVisible()
    entry_filter.time.chosen.emit("own")
    assert entry_filter.first.isVisible()
    assert entry_filter.first.date() == QDate(2026, 10, 28)
    QTest.keyClick(entry_filter.first, Qt.Key.Key_Up)
    assert entry_filter.wanted.period == Period(date(2026, 10, 29), TODAY, HOUR)


def test_of_own_days_the_one_that_is_changed_takes_the_other_along(
    entry_filter: EntryFilter,
) -> None:
    entry_filter.time.chosen.emit("own")
    entry_filter.last.setDate(QDate(2026, 9, 1))
    assert entry_filter.wanted.period == Period(date(2026, 9, 1), date(2026, 9, 1), HOUR)
    entry_filter.first.setDate(QDate(2026, 9, 9))
    assert entry_filter.wanted.period == Period(date(2026, 9, 9), date(2026, 9, 9), HOUR)


def test_days_to_come_cannot_be_chosen(entry_filter: EntryFilter) -> None:
    entry_filter.time.chosen.emit("own")
    entry_filter.last.setDate(QDate(2027, 1, 1))
    assert entry_filter.last.date() == QDate(2026, 11, 24)


def test_what_another_view_wants_is_shown_whole(entry_filter: EntryFilter, qtbot: QtBot) -> None:
    day = Period(date(2026, 11, 10), date(2026, 11, 10), HOUR)
    wanted = Filter(
        "jaw",
        technique="grounding",
        script_id="scan",
        outcome=Outcome.STOPPED,
        period=day,
        area="left eye",
    )
    with qtbot.waitSignal(entry_filter.changed):
        entry_filter.show_filter(wanted)
    assert entry_filter.wanted == wanted
    assert not entry_filter.pending.isActive()
    assert entry_filter.search.text() == "jaw"
    assert entry_filter.technique.text() == "Grounding"
    assert entry_filter.first.date() == entry_filter.last.date() == QDate(2026, 11, 10)
    entry_filter.show_found(1, 300)
    assert entry_filter.found == (
        "1 of 300 sessions: “jaw”, grounding, Body scan, stopped early, left eye marked, "
        "on Tue 10 Nov"
    )


def test_show_all_takes_everything_back_and_leaves_the_focus_in_the_search(
    entry_filter: EntryFilter,
) -> None:
    entry_filter.show_filter(Filter("jaw", technique="breathing"))
    entry_filter.show_found(0, 3)
    QTest.mouseClick(entry_filter.show_all, Qt.MouseButton.LeftButton)
    assert entry_filter.wanted == EVERYTHING
    assert entry_filter.search.hasFocus()


def test_a_search_waits_for_a_rest_in_typing(entry_filter: EntryFilter, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(entry_filter.changed):
        QTest.keyClicks(entry_filter.search, "jaw")
    assert entry_filter.pending.isActive()
    with qtbot.waitSignal(entry_filter.changed):
        pass
    assert entry_filter.wanted == Filter("jaw")
