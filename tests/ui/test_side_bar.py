"""Tests of the bar at the left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from relaxapp.ui.side_bar import SideBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> SideBar:
    bar = SideBar(theme)
    qtbot.addWidget(bar)
    bar.add("sessions", "Sessions")
    bar.add("history", "History")
    bar.add("help", "Help", stays=False)
    bar.show()
    return bar


def _button(bar: SideBar, text: str) -> QPushButton:
    return next(button for button in bar.findChildren(QPushButton) if button.text() == text)


def test_one_place_at_a_time_is_marked(bar: SideBar) -> None:
    bar.show_place("sessions")
    bar.show_place("history")
    assert _button(bar, "History").isChecked()
    assert not _button(bar, "Sessions").isChecked()


def test_a_place_is_asked_for_by_its_name(bar: SideBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.asked_for) as asked:
        QTest.mouseClick(_button(bar, "History"), Qt.MouseButton.LeftButton)
    assert asked.args == ["history"]


def test_what_only_opens_is_never_marked_as_the_place(bar: SideBar) -> None:
    bar.show_place("sessions")
    QTest.mouseClick(_button(bar, "Help"), Qt.MouseButton.LeftButton)
    assert not _button(bar, "Help").isChecked()
    assert _button(bar, "Sessions").isChecked()


def test_the_week_is_told_and_nothing_is_shown_for_nothing(bar: SideBar) -> None:
    bar.show_week("4 of 5 days, 62 min")
    assert bar._week.isVisible()
    assert bar._week.accessibleName() == "This week: 4 of 5 days, 62 min"
    bar.show_week("")
    assert not bar._week.isVisible()


def test_the_quick_help_is_asked_for(bar: SideBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.quick_help_asked):
        QTest.mouseClick(bar.quick_help, Qt.MouseButton.LeftButton)


def test_the_quick_help_says_what_it_begins_and_by_which_key(bar: SideBar) -> None:
    assert "a short session" in bar.quick_help.accessibleDescription()
    bar.show_quick_help("Five things")
    assert bar.quick_help.accessibleDescription() == (
        "Begins “Five things” at once, with no questions."
    )
    assert bar.quick_help.toolTip().endswith("(F2)")


def test_the_quick_help_stands_above_the_week_and_below_the_places(bar: SideBar) -> None:
    bar.show_week("4 of 5 days, 62 min")
    bar.resize(220, 800)
    bar.grab()
    places = max(button.geometry().bottom() for button in bar._buttons.values())
    assert places < bar.quick_help.y() < bar._week.y()


def test_tab_reaches_the_quick_help_after_the_places(bar: SideBar) -> None:
    bar._buttons["help"].setFocus()
    QTest.keyClick(bar._buttons["help"], Qt.Key.Key_Tab)
    assert bar.focusWidget() is bar.quick_help
