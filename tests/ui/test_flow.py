"""Widgets side by side, in as many rows as they need, and chips among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QSizePolicy, QWidget

from relaxapp.ui.chips import Chips
from relaxapp.ui.flow import GAP_PX, Flow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class _Block(QWidget):
    def __init__(self, width: int, height: int = 30) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        return self._size


@pytest.fixture
def flow(qtbot: QtBot) -> Flow:
    flow = Flow()
    qtbot.addWidget(flow)
    for width in (100, 60, 80):
        flow.add(_Block(width))
    flow.resize(400, 100)
    flow.show()
    return flow


def _places(flow: Flow) -> list[tuple[int, int, int]]:
    return [(each.x(), each.y(), each.width()) for each in flow._widgets]


def test_all_stand_in_one_row_where_there_is_room(flow: Flow) -> None:
    assert _places(flow) == [(0, 0, 100), (110, 0, 60), (180, 0, 80)]
    assert flow.height() == 30


def test_what_does_not_fit_goes_on_below(flow: Flow) -> None:
    flow.resize(200, 100)
    assert _places(flow) == [(0, 0, 100), (110, 0, 60), (0, 30 + GAP_PX, 80)]
    assert flow.height() == 60 + GAP_PX


def test_nothing_reaches_out_however_narrow_it_is(flow: Flow) -> None:
    flow.resize(70, 100)
    assert all(x + width <= 70 for x, _y, width in _places(flow))


def test_what_is_hidden_takes_no_room(flow: Flow, qtbot: QtBot) -> None:
    flow._widgets[0].hide()
    qtbot.waitUntil(lambda: flow._widgets[1].x() == 0)
    flow._widgets[0].show()
    qtbot.waitUntil(lambda: flow._widgets[1].x() == 110)


def test_what_may_expand_has_what_is_left_up_to_its_most(flow: Flow) -> None:
    wide = flow._widgets[0]
    wide.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    wide.setMaximumWidth(150)
    flow.resize(300, 100)
    assert wide.width() == 140
    flow.resize(400, 100)
    assert wide.width() == 150


def test_an_arrow_key_chooses_the_next_chip_and_says_so(qtbot: QtBot) -> None:
    chips = Chips("When", (("a", "First"), ("b", "Second")))
    qtbot.addWidget(chips)
    chips.resize(400, 50)
    chips.show()
    chips.activateWindow()
    qtbot.waitUntil(chips.isActiveWindow)
    chosen: list[str] = []
    chips.chosen.connect(chosen.append)
    assert chips.value == "a"
    chips.focus()
    QTest.keyClick(chips.focusWidget(), Qt.Key.Key_Right)
    assert (chips.value, chosen) == ("b", ["b"])
    chips.choose("a")
    assert (chips.value, chosen) == ("a", ["b"])
