"""The bar, the wave and the square."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from relaxapp.ui.painted.bar import Bar
from relaxapp.ui.painted.pace import Pace, Stretch
from relaxapp.ui.painted.square import Square
from relaxapp.ui.painted.wave import AHEAD_SECONDS, Wave

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme

BOX = tuple(
    Stretch(10 + 4 * index, 14 + 4 * index, before, after)
    for index, (before, after) in enumerate(((0, 1), (1, 1), (1, 0), (0, 0)) * 3)
)


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme) -> Bar:
    widget = Bar(theme)
    qtbot.addWidget(widget)
    widget.resize(400, 400)
    return widget


@pytest.fixture
def wave(qtbot: QtBot, theme: Theme) -> Wave:
    widget = Wave(theme)
    qtbot.addWidget(widget)
    widget.resize(700, 400)
    widget.show_course(BOX)
    return widget


@pytest.fixture
def square(qtbot: QtBot, theme: Theme) -> Square:
    widget = Square(theme)
    qtbot.addWidget(widget)
    widget.resize(400, 400)
    return widget


def test_the_bar_is_filled_up_to_its_surface(bar: Bar) -> None:
    bar.show_pace(Pace(0.5))
    shot = bar.grab().toImage()
    x = round(bar.box().center().x())
    below = QColor(shot.pixel(x, bar.surface() + 4)).lightness()
    above = QColor(shot.pixel(x, bar.surface() - round(bar.box().height() * 0.2))).lightness()
    assert below > above + 60


def test_the_bar_rises_with_the_breath_and_stays_within_itself(bar: Bar) -> None:
    places = []
    for fullness in (0.0, 0.5, 1.0):
        bar.show_pace(Pace(fullness))
        places.append(bar.surface())
    assert places[0] > places[1] > places[2]
    assert bar.box().top() < places[2]
    assert places[0] < bar.box().bottom()


def test_the_edge_of_the_bar_is_soft(bar: Bar) -> None:
    bar.show_pace(Pace(0.5))
    shot = bar.grab().toImage()
    x = round(bar.box().center().x())
    column = [
        QColor(shot.pixel(x, y)).lightness() for y in range(bar.surface() - 30, bar.surface() + 1)
    ]
    assert max(abs(one - other) for one, other in pairwise(column)) < 25


def test_the_point_rides_on_the_line(wave: Wave) -> None:
    for seconds in (10.0, 12.0, 13.0, 16.0, 19.5):
        fullness = wave.fullness_at(seconds)
        wave.show_pace(Pace(fullness, 0.5, seconds=seconds))
        shot = wave.grab().toImage()
        point = wave.point().toPoint()
        assert QColor(shot.pixel(point)).lightness() > 120
        assert point.x() == round(wave.band().center().x())


@given(st.floats(8, 60), st.floats(0.001, 0.02))
def test_the_line_has_no_jump(seconds: float, step: float) -> None:
    def fullness_at(when: float) -> float:
        inside = [each for each in BOX if each.start <= when <= each.end]
        return inside[0].fullness(when) if inside else 0.0

    assert abs(fullness_at(seconds + step) - fullness_at(seconds)) <= step


def test_the_breath_to_come_is_seen_before_it_comes(wave: Wave) -> None:
    wave.show_pace(Pace(0.0, seconds=2.0))
    far = wave.grab().toImage()
    wave.show_pace(Pace(0.0, seconds=10.0 - AHEAD_SECONDS / 2))
    near = wave.grab().toImage()
    band = wave.band().toRect()
    right = range(band.center().x() + 120, band.right() - 60, 4)
    above = range(band.top(), band.center().y(), 4)
    assert all(far.pixel(x, y) == far.pixel(x, band.top()) for x in right for y in above)
    assert any(near.pixel(x, y) != far.pixel(x, y) for x in right for y in above)


def test_pieces_of_the_line_are_kept_but_not_all(wave: Wave) -> None:
    for second in range(80):
        wave.show_pace(Pace(wave.fullness_at(second), 0.5, seconds=second))
        wave.grab()
    assert 4 < len(wave._tiles) <= 16


def test_another_course_is_painted_anew(wave: Wave) -> None:
    wave.show_pace(Pace(0.5, 0.5, seconds=12))
    before = wave.grab().toImage()
    wave.show_course(tuple(Stretch(each.start + 1, each.end + 1, 0, 1) for each in BOX))
    assert wave.grab().toImage() != before


def test_a_still_wave_moves_neither_line_nor_point(wave: Wave) -> None:
    wave.set_still(True)
    wave.show_pace(Pace(0.2, 0.5, seconds=11))
    place = wave.point()
    wave.show_pace(Pace(0.9, 0.5, seconds=13))
    assert wave.point() == place


def test_the_light_goes_up_across_down_and_back(square: Square) -> None:
    def light(side: int, progress: float) -> tuple[float, float]:
        square.show_pace(Pace(0.5, progress, side=side))
        place = square.light()
        assert place is not None
        return (place.x(), place.y())

    box = square.box()
    assert light(0, 0.5) == pytest.approx((box.left(), box.center().y()), abs=2)
    assert light(1, 0.5) == pytest.approx((box.center().x(), box.top()), abs=2)
    assert light(2, 0.5) == pytest.approx((box.right(), box.center().y()), abs=2)
    assert light(3, 0.5) == pytest.approx((box.center().x(), box.bottom()), abs=2)
    assert light(3, 1.0) == pytest.approx(light(0, 0.0), abs=2)


def test_a_breath_without_four_parts_has_no_light(square: Square) -> None:
    square.show_pace(Pace(0.5, 0.5, "Breathe in"))
    assert square.light() is None
    square.grab()


def test_a_still_square_lights_the_side_of_the_present_part(square: Square) -> None:
    square.set_still(True)
    pictures = set()
    for side in range(4):
        square.show_pace(Pace(0.5, 0.2, side=side))
        first = square.grab().toImage()
        square.show_pace(Pace(0.5, 0.8, side=side))
        assert square.grab().toImage() == first
        pictures.add(bytes(first.constBits()))
    assert len(pictures) == 4


def test_words_become_smaller_before_they_are_cut(qapp: QApplication, square: Square) -> None:
    square.resize(120, 140)
    square.show_pace(Pace(0.0, label="Taking all the time in the world"))
    shot = square.grab().toImage()
    assert len({shot.pixel(60, y) for y in range(50, 90)}) > 4
    assert qapp is not None
