"""A window can be let stand as it stood, even if its screen is gone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from relaxapp.ui.desktop.standing import Standing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_place_on_a_screen_that_is_gone_becomes_one_on_a_screen_that_is_there(
    qtbot: QtBot,
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(60, 50, 400, 300)
    window.show()
    window.move(9000, 7000)
    before = Standing.of(window)
    assert before.normal.topLeft().x() > 8000
    window.move(60, 50)
    before.restore(window)
    assert window.screen().geometry().contains(window.geometry())
    assert window.size() == before.normal.size()


def test_a_place_that_is_there_is_met_exactly(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(60, 50, 400, 300)
    window.show()
    before = Standing.of(window)
    replace(before, normal=QRect(11, 12, 313, 214)).restore(window)
    assert window.geometry() == QRect(11, 12, 313, 214)
