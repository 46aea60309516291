"""The minute after a session: it passes by its clock, can be left at once, and goes on once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from relaxapp.ui.pages.closing import ClosingPage
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme
    from tests.ui.house import FakeClock


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, clock: FakeClock) -> ClosingPage:
    widget = ClosingPage(theme, clock.clock.monotonic, 60)
    qtbot.addWidget(widget)
    widget.resize(1280, 800)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    widget.begin()
    return widget


def goings_on(page: ClosingPage) -> list[bool]:
    told: list[bool] = []
    page.done.connect(lambda: told.append(True))
    return told


def test_it_fills_with_its_clock_and_not_with_its_ticks(
    page: ClosingPage, clock: FakeClock
) -> None:
    for _ in range(50):
        page._look()
    assert page.light.share == 0
    clock.advance(15)
    page._look()
    assert page.light.share == pytest.approx(0.25)


def test_it_goes_on_by_itself_at_the_end_and_once(page: ClosingPage, clock: FakeClock) -> None:
    told = goings_on(page)
    clock.advance(59.9)
    page._look()
    assert told == []
    clock.advance(0.2)
    page._look()
    page._look()
    page.finish()
    assert told == [True]
    assert not page._timer.isActive()


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape]
)
def test_a_key_goes_on_at_any_time(page: ClosingPage, key: Qt.Key) -> None:
    told = goings_on(page)
    press(page, key)
    assert told == [True]


def test_a_click_goes_on(page: ClosingPage) -> None:
    told = goings_on(page)
    button = page.findChild(QPushButton)
    assert button is not None
    click(button)
    assert told == [True]


def test_other_keys_do_nothing(page: ClosingPage) -> None:
    told = goings_on(page)
    press(page, Qt.Key.Key_Left)
    assert told == []


def test_it_goes_on_while_nobody_sees_it(page: ClosingPage, clock: FakeClock, qtbot: QtBot) -> None:
    page.hide()
    clock.advance(61)
    with qtbot.waitSignal(page.done):
        pass


def test_where_nothing_is_to_move_it_changes_seldom(
    qtbot: QtBot, theme: Theme, clock: FakeClock
) -> None:
    still = ClosingPage(theme, clock.clock.monotonic, 60, reduced_motion=True)
    qtbot.addWidget(still)
    assert still._timer.interval() == 1000


def test_it_fits_a_small_window(page: ClosingPage, qtbot: QtBot) -> None:
    page.resize(480, 420)
    assert (page.width(), page.height()) == (480, 420)
