"""The soft light that fills: what is seen of it, and what stands still where nothing is to move."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.ui.painted.filling_light import FillingLight

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


def picture(light: FillingLight, share: float) -> QImage:
    light.show_share(share)
    return light.grab().toImage()


@pytest.mark.parametrize("still", [False, True])
def test_it_is_seen_to_fill(qtbot: QtBot, theme: Theme, *, still: bool) -> None:
    light = FillingLight(theme, still=still)
    qtbot.addWidget(light)
    light.resize(200, 200)
    pictures = [picture(light, share) for share in (0.0, 0.5, 1.0)]
    assert pictures[0] != pictures[1] != pictures[2]


def test_its_ring_closes_clockwise_from_the_top(qtbot: QtBot, theme: Theme) -> None:
    light = FillingLight(theme)
    qtbot.addWidget(light)
    light.resize(200, 200)
    half = picture(light, 0.5)
    right, left = half.pixelColor(194, 100), half.pixelColor(5, 100)
    assert right.green() > left.green() + 40


def test_where_nothing_is_to_move_the_ring_is_equally_bright_all_round(
    qtbot: QtBot, theme: Theme
) -> None:
    light = FillingLight(theme, still=True)
    qtbot.addWidget(light)
    light.resize(200, 200)
    half = picture(light, 0.5)
    assert half.pixelColor(194, 100) == half.pixelColor(5, 100)


def test_it_stays_between_nothing_and_all(qtbot: QtBot, theme: Theme) -> None:
    light = FillingLight(theme)
    qtbot.addWidget(light)
    light.show_share(1.5)
    assert light.share == 1.0
