"""Tests of the painted switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relaxapp.ui.switch import Switch

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


def test_its_state_is_in_its_word_and_in_its_name(theme: Theme, qtbot: QtBot) -> None:
    switch = Switch("Voice", "on", "off", theme)
    qtbot.addWidget(switch)
    assert (switch.text(), switch.accessibleName()) == ("off", "Voice: off")
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.isChecked()
    assert (switch.text(), switch.accessibleName()) == ("on", "Voice: on")


def test_it_looks_different_when_it_is_on(theme: Theme, qtbot: QtBot) -> None:
    switch = Switch("Voice", "same", "same", theme)
    qtbot.addWidget(switch)
    switch.resize(switch.sizeHint())
    off = switch.grab().toImage()
    switch.setChecked(True)
    assert switch.grab().toImage() != off
