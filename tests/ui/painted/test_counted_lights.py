"""The soft dots that count what a step names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF

from relaxapp.ui.painted.counted_lights import CountedLights
from relaxapp.ui.theme import light, night
from tests.ui.painted.pixels import rgb

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


@pytest.fixture
def lights(qtbot: QtBot, theme: Theme) -> CountedLights:
    widget = CountedLights(theme)
    qtbot.addWidget(widget)
    widget.resize(600, 300)
    return widget


@pytest.mark.parametrize("make", [night, light])
def test_a_light_that_is_lit_can_be_told_from_one_that_is_not(
    qtbot: QtBot, make: Callable[[], Theme]
) -> None:
    widget = CountedLights(make())
    qtbot.addWidget(widget)
    widget.resize(600, 300)
    widget.show_lights((1.0, 0.0))
    picture = rgb(widget.grab().toImage()).astype(int)
    lit, dark = (widget._place(index).center().toPoint() for index in (0, 1))
    assert abs(picture[lit.y(), lit.x()] - picture[dark.y(), dark.x()]).max() > 30


@pytest.mark.parametrize("count", [1, 5, 8, 9, 24])
@pytest.mark.parametrize("size", [(600, 300), (300, 90)])
def test_every_light_lies_within_and_beside_the_others(
    lights: CountedLights, count: int, size: tuple[int, int]
) -> None:
    lights.resize(*size)
    lights.show_lights((0.5,) * count)
    radius = lights._radius()
    centers = [lights._place(index).center() for index in range(count)]
    area = QRectF(lights.rect()).adjusted(radius - 1, radius - 1, 1 - radius, 1 - radius)
    assert all(area.contains(center) for center in centers)
    for index, one in enumerate(centers):
        for other in centers[index + 1 :]:
            assert (one - other).manhattanLength() > 2 * radius


def test_a_step_that_no_eye_sees_changes_nothing(lights: CountedLights) -> None:
    lights.show_lights((0.5, 0.0))
    lights.show_lights((0.501, 0.0))
    assert lights.lights == (0.5, 0.0)


def test_a_screen_reader_hears_how_many_there_are(lights: CountedLights) -> None:
    lights.show_lights((1.0, 0.2, 0.0))
    assert lights.accessibleName() == "1 of 3 lights"
