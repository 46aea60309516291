"""The page after a session that leads to sleep."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from relaxapp.ui.pages.dim import DARK, FAINT, DimPage
from relaxapp.ui.theme import contrast, light
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> DimPage:
    widget = DimPage(light())
    qtbot.addWidget(widget)
    widget.resize(640, 480)
    widget.show()
    return widget


def wakings(page: DimPage) -> list[bool]:
    woken: list[bool] = []
    page.woken.connect(lambda: woken.append(True))
    return woken


def test_it_is_dark_in_every_theme_with_words_that_can_just_be_read(page: DimPage) -> None:
    picture = page.grab().toImage()
    assert picture.pixelColor(320, 100) == DARK
    assert contrast(DARK, FAINT) >= 4.5


def test_a_key_wakes_it(page: DimPage) -> None:
    woken = wakings(page)
    press(page, Qt.Key.Key_A)
    assert woken == [True]


def test_a_click_wakes_it(page: DimPage) -> None:
    woken = wakings(page)
    click(page)
    assert woken == [True]


def test_who_makes_the_computer_softer_is_not_asked_anything(page: DimPage) -> None:
    woken = wakings(page)
    for key in (Qt.Key.Key_VolumeDown, Qt.Key.Key_Shift):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(page, event)
    assert woken == []
