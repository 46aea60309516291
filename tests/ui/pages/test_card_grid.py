"""Tests of the grid of cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from relaxapp.ui.pages.card_grid import CARD_HEIGHT_PX, CardGrid

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def grid(qtbot: QtBot) -> CardGrid:
    grid = CardGrid()
    qtbot.addWidget(grid)
    grid.resize(980, 10)
    grid.set_cards([QPushButton(str(number)) for number in range(7)])
    grid.show()
    return grid


def _focused(grid: CardGrid) -> str:
    focused = grid.focusWidget()
    assert isinstance(focused, QPushButton)
    return focused.text()


def test_there_are_as_many_columns_as_there_is_room_for(grid: CardGrid) -> None:
    assert grid.columns == 3
    grid.resize(640, grid.height())
    assert grid.columns == 2
    grid.resize(200, grid.height())
    assert grid.columns == 1


def test_the_grid_is_as_high_as_its_rows(grid: CardGrid) -> None:
    three_rows = grid.height()
    grid.shown[6].hide()
    grid.arrange()
    assert three_rows - grid.height() == grid.shown[3].y() - grid.shown[0].y()
    assert grid.shown[0].height() == CARD_HEIGHT_PX


def test_cards_fill_the_width_without_overlap(grid: CardGrid) -> None:
    row = grid.shown[:3]
    assert row[0].x() == 0
    assert row[2].geometry().right() == grid.width() - 1
    assert row[0].geometry().right() < row[1].x() <= row[1].geometry().right() < row[2].x()


def test_arrow_keys_walk_over_the_cards_that_are_shown(grid: CardGrid) -> None:
    grid.shown[1].hide()
    grid.arrange()
    grid.shown[0].setFocus()
    QTest.keyClick(grid.shown[0], Qt.Key.Key_Right)
    assert _focused(grid) == "2"
    QTest.keyClick(grid.shown[1], Qt.Key.Key_Down)
    assert _focused(grid) == "5"
    QTest.keyClick(grid.shown[4], Qt.Key.Key_Up)
    assert _focused(grid) == "2"
    QTest.keyClick(grid.shown[1], Qt.Key.Key_Left)
    assert _focused(grid) == "0"


def test_beyond_the_ends_the_focus_stays(grid: CardGrid) -> None:
    grid.shown[0].setFocus()
    QTest.keyClick(grid.shown[0], Qt.Key.Key_Up)
    assert _focused(grid) == "0"


def test_no_cards_take_no_room(grid: CardGrid) -> None:
    grid.set_cards([])
    assert grid.height() == 0
