"""Tests of the table of what keys do."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMainWindow, QWidget

from relaxapp.ui.actions import ACTIONS, Place, action, connect, shown_keys

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_every_action_has_an_id_of_its_own() -> None:
    assert max(Counter(each.id for each in ACTIONS).values()) == 1


def test_no_key_means_two_things_in_one_place() -> None:
    for place in Place:
        here = [
            QKeySequence(keys).toString()
            for each in ACTIONS
            if each.place in {place, Place.ANYWHERE}
            for keys in each.keys
        ]
        assert len(here) == len(set(here))


def test_every_key_is_one_that_qt_knows(qtbot: QtBot) -> None:
    for each in ACTIONS:
        for keys in each.keys:
            assert QKeySequence(keys).toString() not in {"", "Unknown"}


def test_space_is_never_a_shortcut_so_that_it_presses_the_button_in_focus() -> None:
    assert all(each.in_page for each in ACTIONS if "Space" in each.keys)


def test_a_key_calls_what_it_is_connected_to(qtbot: QtBot) -> None:
    window = QMainWindow()
    page = QWidget()
    window.setCentralWidget(page)
    qtbot.addWidget(window)
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    called: list[str] = []
    connect(page, {"start": lambda: called.append("start")})
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert called == ["start"]
    found = page.findChild(QAction, "start")
    assert found is not None
    assert found.text() == "Start"


def test_what_a_page_listens_for_by_itself_is_no_shortcut(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    with pytest.raises(KeyError):
        connect(page, {"pause": lambda: None})
    with pytest.raises(KeyError):
        connect(page, {"fly": lambda: None})


def test_the_two_enter_keys_are_shown_as_one(qtbot: QtBot) -> None:
    assert shown_keys(action("start")) == ("Ctrl+Enter",)
    assert shown_keys(action("move")) == ("Left", "Right", "Up", "Down")
