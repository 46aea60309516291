"""The calm page for who feels worse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from relaxapp.ui.pages.room import RoomPage
from tests.ui.pressing import press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> RoomPage:
    widget = RoomPage(theme)
    qtbot.addWidget(widget)
    widget.resize(960, 640)
    widget.show()
    return widget


def test_one_sentence_is_there_at_once_and_nothing_has_to_be_done(page: RoomPage) -> None:
    left: list[bool] = []
    page.done.connect(lambda: left.append(True))
    press(page, Qt.Key.Key_Space)
    assert page.accessibleName() == "Let\u2019s come back to the room."
    assert not page.can_be_left
    assert left == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_where_there_is_no_session_it_says_what_helps_and_stays_until_one_goes_on(
    page: RoomPage, key: Qt.Key
) -> None:
    left: list[bool] = []
    page.done.connect(lambda: left.append(True))
    page.help()
    assert page.can_be_left
    press(page, key)
    assert left == [True]


def test_it_fits_a_small_window(page: RoomPage) -> None:
    page.help()
    page.resize(900, 600)
    assert (page.width(), page.height()) == (900, 600)
