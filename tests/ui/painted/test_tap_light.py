"""The light that is tapped: what taps it, and how it answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QPalette

from relaxapp.ui.painted.tap_light import TapLight
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


def _made(qtbot: QtBot, theme: Theme, *, still: bool = False) -> TapLight:
    light = TapLight(theme, still=still)
    qtbot.addWidget(light)
    light.setPalette(QPalette(Qt.GlobalColor.black))
    light.setAutoFillBackground(True)
    light.resize(200, 200)
    light.show()
    return light


def _brightness(picture: QImage, at: QPoint) -> int:
    return picture.pixelColor(at).green()


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_key_taps_once(qtbot: QtBot, theme: Theme, key: Qt.Key) -> None:
    light = _made(qtbot, theme)
    taps: list[bool] = []
    light.tapped.connect(lambda: taps.append(True))
    press(light, key)
    assert len(taps) == 1


def test_a_key_that_is_held_down_taps_once(qtbot: QtBot, theme: Theme) -> None:
    light = _made(qtbot, theme)
    taps: list[bool] = []
    light.tapped.connect(lambda: taps.append(True))
    for is_repeated in (False, True, True):
        light.keyPressEvent(
            QKeyEvent(
                QEvent.Type.KeyPress,
                Qt.Key.Key_Space,
                Qt.KeyboardModifier.NoModifier,
                " ",
                is_repeated,
            )
        )
    assert len(taps) == 1


def test_a_click_and_a_screen_readers_press_tap_once_each(qtbot: QtBot, theme: Theme) -> None:
    light = _made(qtbot, theme)
    taps: list[bool] = []
    light.tapped.connect(lambda: taps.append(True))
    click(light)
    assert len(taps) == 1
    light.click()
    assert len(taps) == 2


@pytest.mark.parametrize("still", [False, True])
def test_it_shines_at_once_when_it_answers(qtbot: QtBot, theme: Theme, *, still: bool) -> None:
    light = _made(qtbot, theme, still=still)
    before = light.grab().toImage()
    light.answer()
    after = light.grab().toImage()
    assert light.glow == 1
    middle = QPoint(100, 100)
    assert _brightness(after, middle) > _brightness(before, middle) + 40


def test_where_nothing_is_to_grow_it_is_as_large_at_rest_as_when_it_answers(
    qtbot: QtBot, theme: Theme
) -> None:
    growing, still = (
        _brightness(_made(qtbot, theme, still=each).grab().toImage(), QPoint(170, 100))
        for each in (False, True)
    )
    assert growing == 0
    assert still > 0


def test_it_fades_again(qtbot: QtBot, theme: Theme) -> None:
    light = _made(qtbot, theme)
    light.answer()
    light._fade.setCurrentTime(light._fade.duration())
    assert light.glow == 0


def test_nothing_fades_that_is_not_seen(qtbot: QtBot, theme: Theme) -> None:
    light = _made(qtbot, theme)
    light.answer()
    light.hide()
    assert light._fade.state() is light._fade.State.Stopped
