"""Walks over everything that can have the focus: each must have a name, and Tab must reach it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui.house import practised

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.window import MainWindow


def _to_check_in(window: MainWindow) -> None:
    window.open_named("breath")
    window.sheet.start_button.click()


_PLACES: dict[str, Callable[[MainWindow], None]] = {
    "sessions": lambda window: window.show_sessions(),
    "sheet": lambda window: window.open_named("shoulders"),
    "problems": lambda window: window.open_named("broken"),
    "history": lambda window: window.show_history(),
    "settings": lambda window: window.show_settings(),
    "check-in": _to_check_in,
}


def _takes_tab(widget: QWidget) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isVisible()
        and widget.isEnabled()
        and widget.focusProxy() is None
    )


def _name(widget: QWidget) -> str:
    if widget.accessibleName():
        return widget.accessibleName()
    return widget.text() if isinstance(widget, QAbstractButton) else ""


@pytest.fixture(params=_PLACES)
def placed(
    request: pytest.FixtureRequest, journal: Journal, open_window: Callable[..., MainWindow]
) -> MainWindow:
    """The window at one of its places."""
    practised(journal, "Long exhale", tension=(7, 3))
    window = open_window()
    _PLACES[request.param](window)
    return window


def test_everything_that_takes_the_focus_has_a_name(placed: MainWindow) -> None:
    nameless = [
        widget
        for widget in placed.findChildren(QWidget)
        if _takes_tab(widget) and not _name(widget).strip()
    ]
    assert nameless == []


def test_no_two_buttons_of_a_page_have_the_same_name(placed: MainWindow) -> None:
    names = [
        _name(widget)
        for widget in placed.findChildren(QAbstractButton)
        if _takes_tab(widget) and not widget.autoExclusive()
    ]
    assert len(names) == len(set(names))


def test_tab_reaches_everything_and_comes_round(placed: MainWindow, qtbot: QtBot) -> None:
    wanted = {
        widget
        for widget in placed.findChildren(QWidget)
        if _takes_tab(widget)
        # Of buttons that exclude each other the arrow keys reach the rest.
        and not (isinstance(widget, QAbstractButton) and widget.group() is not None)
    }
    reached: set[QWidget] = set()
    for _ in range(80):
        focused = placed.focusWidget()
        reached.add(focused)
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert wanted - reached == set()


def test_texts_from_scripts_and_people_are_shown_as_they_are(placed: MainWindow) -> None:
    rich = [
        label.text()
        for label in placed.findChildren(QLabel)
        if label.textFormat() is Qt.TextFormat.RichText
    ]
    assert rich == []
