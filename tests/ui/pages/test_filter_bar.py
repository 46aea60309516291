"""Tests of the chips and the search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from relaxapp.ui.pages.filter_bar import FilterBar
from relaxapp.ui.theme import apply_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme

CHIPS = [(name.casefold(), name) for name in ("All", "Muscles", "Breathing", "Body scan", "Mine")]


@pytest.fixture
def bar(theme: Theme, qapp: QApplication, qtbot: QtBot) -> Iterator[FilterBar]:
    apply_theme(qapp, theme)
    room = QWidget()
    qtbot.addWidget(room)
    bar = FilterBar(theme, QPushButton("Before", room), room)
    bar.resize(900, 40)
    bar.show_chips(CHIPS, "all")
    room.show()
    yield bar
    room.close()


def _chosen(bar: FilterBar) -> list[str]:
    return [chip.text() for chip in bar.chips if chip.isChecked()]


def test_where_there_is_room_everything_lies_in_one_row(bar: FilterBar) -> None:
    assert {chip.y() for chip in bar.chips} == {0}
    assert bar.search.y() == 0
    assert bar.search.geometry().right() == bar.width() - 1
    assert bar.chips[-1].geometry().right() < bar.search.x()


@pytest.mark.parametrize("width", [520, 420, 300, 150])
def test_where_there_is_none_the_chips_go_on_below_and_nothing_is_cut(
    bar: FilterBar, width: int
) -> None:
    one_row = bar.height()
    bar.resize(width, bar.height())
    assert bar.height() > one_row
    for chip in bar.chips:
        assert bar.rect().contains(chip.geometry())
        assert not chip.geometry().intersects(bar.search.geometry())


def test_left_and_right_choose_the_next_chip_and_stay_at_the_ends(
    bar: FilterBar, qtbot: QtBot
) -> None:
    bar.chips[0].setFocus()
    for key, chosen in (
        (Qt.Key.Key_Right, "Muscles"),
        (Qt.Key.Key_End, "Mine"),
        (Qt.Key.Key_Right, "Mine"),
        (Qt.Key.Key_Left, "Body scan"),
        (Qt.Key.Key_Home, "All"),
        (Qt.Key.Key_Left, "All"),
    ):
        QTest.keyClick(bar.focusWidget(), key)
        assert _chosen(bar) == [chosen]
        assert bar.focusWidget() is bar.chips[[text for _, text in CHIPS].index(chosen)]


def test_the_keys_go_on_into_the_next_row(bar: FilterBar) -> None:
    bar.resize(420, bar.height())
    last_of_the_row = max(i for i, chip in enumerate(bar.chips) if chip.y() == 0)
    bar.chips[last_of_the_row].setFocus()
    QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Right)
    assert bar.focusWidget() is bar.chips[last_of_the_row + 1]


def test_a_chip_is_told_by_its_name(bar: FilterBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.chosen) as chosen:
        QTest.mouseClick(bar.chips[2], Qt.MouseButton.LeftButton)
    assert chosen.args == ["breathing"]


def test_tab_goes_from_the_chosen_chip_to_the_search(bar: FilterBar) -> None:
    bar.show_chips(CHIPS[:3], "breathing")
    bar.chips[2].setFocus()
    QTest.keyClick(bar.focusWidget(), Qt.Key.Key_Tab)
    assert bar.focusWidget() is bar.search


def test_the_same_chips_shown_again_keep_the_focus(bar: FilterBar) -> None:
    chip = bar.chips[1]
    chip.setFocus()
    bar.show_chips(CHIPS, "muscles")
    assert bar.chips[1] is chip is bar.focusWidget()
    assert _chosen(bar) == ["Muscles"]


def test_down_leads_from_the_search_to_what_was_found(bar: FilterBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.left_below):
        QTest.keyClick(bar.search, Qt.Key.Key_Down)
