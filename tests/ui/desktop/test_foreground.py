"""A second start brings the window to the front, with the desktop's permission."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from relaxapp.ui.desktop.foreground import come_forward

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

VARIABLE = "XDG_ACTIVATION_TOKEN"


def test_a_window_that_was_put_away_is_shown_and_active(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "old")
    window, other = QWidget(), QWidget()
    for each in (window, other):
        qtbot.addWidget(each)
        each.show()
    window.showMinimized()
    other.activateWindow()
    come_forward(window, "new")
    qtbot.waitUntil(window.isActiveWindow)
    assert not window.isMinimized()
    assert os.environ[VARIABLE] == "new"


def test_a_maximised_window_stays_maximised(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMaximized()
    window.showMinimized()
    come_forward(window)
    assert window.isMaximized()
