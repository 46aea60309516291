"""Tests of the grid of cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relaxapp.ui.pages.card_grid import CardGrid, Tile, card_height
from relaxapp.ui.theme import theme_for

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


class PlainTile(Tile):
    """A tile with nothing on it but its number."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.setText(str(number))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing."""


@pytest.fixture
def tiles() -> list[Tile]:
    return [PlainTile(number) for number in range(7)]


@pytest.fixture
def grid(theme: Theme, tiles: list[Tile], qtbot: QtBot) -> CardGrid:
    grid = CardGrid(theme)
    qtbot.addWidget(grid)
    grid.resize(980, 10)
    grid.set_cards(tiles)
    grid.show()
    return grid


def _press(grid: CardGrid, key: Qt.Key) -> str:
    """What has the focus once a key was pressed."""
    QTest.keyClick(grid.focusWidget(), key)
    focused = grid.focusWidget()
    assert isinstance(focused, Tile)
    return focused.text()


def test_there_are_as_many_columns_as_there_is_room_for(grid: CardGrid) -> None:
    for width, columns in ((980, 3), (640, 2), (200, 1)):
        grid.resize(width, grid.height())
        assert grid.columns == columns


def test_there_are_never_more_than_four_columns(grid: CardGrid) -> None:
    grid.resize(3000, grid.height())
    assert grid.columns == 4


def test_with_larger_text_cards_are_larger_and_fewer_lie_side_by_side(
    theme: Theme, tiles: list[Tile], qtbot: QtBot
) -> None:
    large = theme_for("night", text_percent=200)
    grid = CardGrid(large)
    qtbot.addWidget(grid)
    grid.resize(980, 10)
    grid.set_cards(tiles)
    assert grid.columns == 1
    assert tiles[0].height() == card_height(large) > card_height(theme)


def test_the_grid_is_as_high_as_its_rows(grid: CardGrid, tiles: list[Tile], theme: Theme) -> None:
    three_rows = grid.height()
    grid.show_cards(tiles[:6])
    assert three_rows - grid.height() == tiles[3].y() - tiles[0].y()
    assert tiles[0].height() == card_height(theme)


def test_cards_fill_the_width_without_overlap(grid: CardGrid) -> None:
    row = grid.shown[:3]
    assert row[0].x() == 0
    assert row[2].geometry().right() == grid.width() - 1
    assert row[0].geometry().right() < row[1].x() <= row[1].geometry().right() < row[2].x()


def test_cards_are_shown_in_the_order_that_is_asked_for(grid: CardGrid, tiles: list[Tile]) -> None:
    grid.show_cards([tiles[4], tiles[1]])
    assert [tile.text() for tile in grid.shown] == ["4", "1"]
    assert tiles[4].x() < tiles[1].x()
    assert tiles[0].isHidden()


def test_arrow_keys_walk_over_the_cards_that_are_shown(grid: CardGrid, tiles: list[Tile]) -> None:
    grid.show_cards([tiles[0], *tiles[2:]])
    tiles[0].setFocus()
    assert _press(grid, Qt.Key.Key_Right) == "2"
    assert _press(grid, Qt.Key.Key_Down) == "5"
    assert _press(grid, Qt.Key.Key_Up) == "2"
    assert _press(grid, Qt.Key.Key_Left) == "0"


def test_home_and_end_go_to_the_first_and_the_last(grid: CardGrid, tiles: list[Tile]) -> None:
    tiles[3].setFocus()
    assert _press(grid, Qt.Key.Key_End) == "6"
    assert _press(grid, Qt.Key.Key_Home) == "0"


def test_beyond_the_ends_the_focus_stays(grid: CardGrid, tiles: list[Tile]) -> None:
    tiles[0].setFocus()
    assert _press(grid, Qt.Key.Key_Up) == "0"
    tiles[6].setFocus()
    assert _press(grid, Qt.Key.Key_Down) == "6"


def test_a_key_tells_which_card_it_went_to(grid: CardGrid, tiles: list[Tile], qtbot: QtBot) -> None:
    tiles[0].setFocus()
    with qtbot.waitSignal(grid.moved) as moved:
        _press(grid, Qt.Key.Key_Right)
    assert moved.args == [tiles[1]]


def _reached_by_tab(tiles: list[Tile]) -> list[str]:
    return [tile.text() for tile in tiles if tile.focusPolicy() & Qt.FocusPolicy.TabFocus]


def test_tab_reaches_one_card_the_one_that_had_the_focus_last(
    grid: CardGrid, tiles: list[Tile]
) -> None:
    assert _reached_by_tab(tiles) == ["0"]
    tiles[3].setFocus()
    assert _reached_by_tab(tiles) == ["3"]


def test_a_hidden_card_leaves_its_place_for_tab_to_the_first_that_is_shown(
    grid: CardGrid, tiles: list[Tile]
) -> None:
    tiles[3].setFocus()
    grid.show_cards(tiles[5:])
    assert _reached_by_tab(tiles) == ["5"]


def test_cards_that_are_gone_are_forgotten_and_the_others_are_kept(
    grid: CardGrid, tiles: list[Tile]
) -> None:
    tiles[0].setFocus()
    grid.set_cards(tiles[1:3])
    assert [tile.text() for tile in grid.shown] == ["1", "2"]
    assert _reached_by_tab(tiles[1:3]) == ["1"]


def test_no_cards_take_no_room(grid: CardGrid) -> None:
    grid.set_cards([])
    assert grid.height() == 0
