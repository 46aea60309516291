"""The picture that fades away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QWidget

from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.painted.veil import Veil

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


@pytest.fixture
def ground(qtbot: QtBot, theme: Theme) -> Ground:
    widget = Ground(theme)
    qtbot.addWidget(widget)
    widget.resize(200, 100)
    return widget


@pytest.fixture
def veil(ground: Ground) -> Veil:
    below, above = QWidget(ground), QWidget(ground)
    above.setObjectName("above")
    veil = Veil(ground)
    ground.show()
    picture = QPixmap(200, 100)
    picture.fill(QColor("#ffffff"))
    veil.cover(picture, below)
    return veil


def test_it_covers_at_first_and_is_gone_at_last(veil: Veil, ground: Ground) -> None:
    lightness = []
    for milliseconds in (0, 250, 500, 750, 999):
        veil._fade.setCurrentTime(milliseconds)
        lightness.append(ground.grab().toImage().pixelColor(100, 50).lightness())
    assert lightness[0] == 255
    assert lightness == sorted(lightness, reverse=True)
    assert len(set(lightness)) == 5
    veil._fade.setCurrentTime(1000)
    assert veil.isHidden()


def test_it_can_be_lifted_at_once(veil: Veil) -> None:
    veil.lift()
    assert veil.isHidden()
    assert veil._picture.isNull()


def test_it_lies_right_above_what_it_covers(veil: Veil, ground: Ground) -> None:
    order = [each for each in ground.children() if isinstance(each, QWidget)]
    assert [type(each) for each in order] == [QWidget, Veil, QWidget]
    assert order[2].objectName() == "above"
    assert veil.geometry() == ground.rect()
