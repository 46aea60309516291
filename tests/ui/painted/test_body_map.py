"""The body map: every area is there, is shown in its state, and can be reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QRegion
from PySide6.QtWidgets import QApplication

from relaxapp.script.body import Area
from relaxapp.ui.painted.body_map import AreaState, BodyMap
from relaxapp.ui.painted.figure import HALF_WIDTH, HEIGHT, SPOTS
from relaxapp.ui.painted.figure_paint import outline_path
from relaxapp.ui.painted.scan import Light, lights
from tests.ui.painted.pixels import Asked, largest_difference, lightness
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme

NAMES = {area: area.value for area in Area}


@pytest.fixture
def plain_map(qtbot: QtBot, theme: Theme) -> BodyMap:
    widget = BodyMap(theme)
    qtbot.addWidget(widget)
    widget.resize(300, 500)
    return widget


@pytest.fixture
def open_map(qtbot: QtBot, theme: Theme) -> BodyMap:
    """A map that can be pointed at, wide enough for the face beside it."""
    widget = BodyMap(theme, names=NAMES)
    qtbot.addWidget(widget)
    widget.resize(500, 560)
    widget.show()
    qtbot.waitExposed(widget)
    return widget


def test_the_figure_has_a_place_for_every_area() -> None:
    assert list(SPOTS) == list(Area)
    assert all(SPOTS.values())


@pytest.mark.parametrize("area", Area)
def test_every_area_lies_on_the_figure(area: Area) -> None:
    outline = outline_path()
    assert any(outline.contains(QPointF(spot.x, spot.y)) for spot in SPOTS[area])


def test_the_figure_is_the_same_on_both_sides_and_fits_its_frame() -> None:
    bounds = outline_path().boundingRect()
    assert bounds.left() == pytest.approx(-bounds.right(), abs=0.01)
    assert bounds.right() < HALF_WIDTH
    assert bounds.bottom() < HEIGHT


def test_the_right_side_is_on_your_left() -> None:
    assert all(spot.x < 0 for spot in SPOTS[Area.RIGHT_HAND])
    assert all(spot.x > 0 for spot in SPOTS[Area.LEFT_HAND])


@pytest.mark.parametrize(
    "state", [AreaState(warm=1), AreaState(calm=1), AreaState(left_out=True), AreaState(imagined=1)]
)
@pytest.mark.parametrize("area", Area)
def test_every_area_shows_its_state(plain_map: BodyMap, area: Area, state: AreaState) -> None:
    before = plain_map.grab().toImage()
    plain_map.show_states({area: state})
    assert plain_map.grab().toImage() != before


def test_a_warm_area_is_warmer_than_a_calm_one(plain_map: BodyMap) -> None:
    place = plain_map.center(Area.CHEST).toPoint()
    plain_map.show_states({Area.CHEST: AreaState(warm=1)})
    warm = QColor(plain_map.grab().toImage().pixel(place))
    plain_map.show_states({Area.CHEST: AreaState(calm=1)})
    calm = QColor(plain_map.grab().toImage().pixel(place))
    assert warm.red() > warm.blue() + 40
    assert calm.green() > calm.red() + 20


def test_half_warm_is_between_plain_and_warm(plain_map: BodyMap) -> None:
    place = plain_map.center(Area.ABDOMEN).toPoint()
    reds = []
    for warm in (0.0, 0.5, 1.0):
        plain_map.show_states({Area.ABDOMEN: AreaState(warm=warm)})
        reds.append(QColor(plain_map.grab().toImage().pixel(place)).red())
    assert reds[0] < reds[1] < reds[2]


@pytest.mark.parametrize("area", Area)
def test_a_click_on_an_area_presses_it(open_map: BodyMap, area: Area) -> None:
    pressed: list[Area] = []
    open_map.pressed.connect(pressed.append)
    click(open_map, open_map.center(area).toPoint())
    assert pressed == [area]


def test_a_click_beside_the_figure_presses_nothing(open_map: BodyMap) -> None:
    pressed: list[Area] = []
    open_map.pressed.connect(pressed.append)
    click(open_map, QPointF(3, 550).toPoint())
    assert pressed == []


def test_a_map_without_names_is_only_looked_at(plain_map: BodyMap) -> None:
    pressed: list[Area] = []
    plain_map.pressed.connect(pressed.append)
    click(plain_map, plain_map.center(Area.CHEST).toPoint())
    assert pressed == []


def test_the_arrow_keys_walk_through_all_areas(open_map: BodyMap) -> None:
    pressed: list[Area] = []
    open_map.pressed.connect(pressed.append)
    open_map.activateWindow()
    open_map.step(Area.LEFT_FOOT, 1)
    for _ in Area:
        press(open_map.focusWidget(), Qt.Key.Key_Space)
        press(open_map.focusWidget(), Qt.Key.Key_Down)
    assert pressed == list(Area)
    press(open_map.focusWidget(), Qt.Key.Key_Up)
    press(open_map.focusWidget(), Qt.Key.Key_Space)
    assert pressed[-1] is Area.LEFT_FOOT


def test_only_one_area_is_a_stop_of_the_tab_key(open_map: BodyMap) -> None:
    stops = [
        area
        for area, spot in open_map._spots.items()
        if spot.focusPolicy() is Qt.FocusPolicy.TabFocus
    ]
    assert stops == [Area.FOREHEAD]


def test_a_screen_reader_is_told_name_role_and_level(open_map: BodyMap) -> None:
    open_map.describe(Area.LEFT_EYE, "twitching 2 of 3")
    spot = open_map._spots[Area.LEFT_EYE]
    interface = QAccessible.queryAccessibleInterface(spot)
    assert interface.text(QAccessible.Text.Name) == "left eye, twitching 2 of 3"
    assert interface.role() == QAccessible.Role.Button
    open_map.describe(Area.LEFT_EYE, "")
    assert spot.accessibleName() == "left eye"


def test_an_imagined_area_is_outlined_and_not_filled(plain_map: BodyMap) -> None:
    place = plain_map.center(Area.ABDOMEN).toPoint()
    plain = QColor(plain_map.grab().toImage().pixel(place))
    plain_map.show_states({Area.ABDOMEN: AreaState(warm=1)})
    warm = QColor(plain_map.grab().toImage().pixel(place))
    plain_map.show_states({Area.ABDOMEN: AreaState(imagined=1)})
    imagined = QColor(plain_map.grab().toImage().pixel(place))
    assert abs(imagined.red() - plain.red()) < abs(warm.red() - plain.red()) / 3


@pytest.mark.parametrize("area", [Area.LEFT_EYE, Area.CHEEKS, Area.ABDOMEN])
def test_dots_leave_what_is_between_them_as_it_was(plain_map: BodyMap, area: Area) -> None:
    plain_map.show_states({area: AreaState(warm=0.5)})
    warm = lightness(plain_map.grab().toImage())
    plain_map.show_states({area: AreaState(warm=0.5, dotted=1.0)})
    dotted = lightness(plain_map.grab().toImage())
    changed = abs(dotted - warm) > 20
    place = plain_map._laid_out()[0].bounds(area).toAlignedRect().adjusted(-2, -2, 2, 2)
    inside = changed[place.top() : place.bottom() + 1, place.left() : place.right() + 1]
    assert 0.03 < inside.mean() < 0.6
    assert changed.sum() == inside.sum()


def test_a_light_is_bright_where_it_is_and_nowhere_else(plain_map: BodyMap) -> None:
    before = lightness(plain_map.grab().toImage())
    plain_map.show_lights((Light(0.0, 80.0, 1.0),))
    brighter = lightness(plain_map.grab().toImage()) - before
    place = plain_map.center(Area.ABDOMEN).toPoint()
    assert brighter[place.y(), place.x()] > 60
    assert brighter[20, 20] == 0
    assert (brighter > 0).mean() < 0.1


@pytest.mark.parametrize("area", Area)
def test_only_what_changed_is_repainted(plain_map: BodyMap, qtbot: QtBot, area: Area) -> None:
    """Painting the part that was asked for gives the same picture as painting all."""
    before = plain_map.grab().toImage()
    asked = Asked(plain_map)
    plain_map.show()
    qtbot.waitExposed(plain_map)
    QApplication.processEvents()
    asked.region = QRegion()
    plain_map.show_states({area: AreaState(warm=0.6, calm=0.3, imagined=0.5)})
    plain_map.show_lights(lights(frozenset({area}), 0.5))
    QApplication.processEvents()
    place = asked.region.boundingRect()
    assert place.width() * place.height() < plain_map.width() * plain_map.height() / 2
    canvas = before.copy()
    painter = QPainter(canvas)
    painter.drawPixmap(place, plain_map.grab(place))
    painter.end()
    assert largest_difference(canvas, plain_map.grab().toImage()) == 0
