"""A line that fills."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor

from relaxapp.ui.painted.layer import layer
from relaxapp.ui.painted.track import Track, level, points_along, ring, square


@pytest.mark.usefixtures("qapp")
def test_a_ring_begins_anew_with_a_new_phase() -> None:
    blank = layer(QSizeF(100, 100), 1.0, lambda _painter: None)
    track = Track(blank, points_along(ring(QPointF(50, 50), 40)), QColor("#ffffff"))
    assert track.picture(0.9).toImage().pixelColor(50, 90).alpha() > 200
    assert track.picture(0.01).toImage().pixelColor(50, 90).alpha() == 0
    assert track.picture(None).toImage() == blank.toImage()


@pytest.mark.usefixtures("qapp")
def test_nothing_is_drawn_on_the_backdrop_itself() -> None:
    blank = layer(QSizeF(100, 20), 1.0, lambda _painter: None)
    track = Track(blank, points_along(level(QPointF(50, 10), 80)), QColor("#ffffff"))
    track.picture(0.0)
    assert track.picture(0.02).toImage().pixelColor(10, 10).alpha() > 200
    assert blank.toImage().pixelColor(10, 10).alpha() == 0


def test_a_quarter_of_the_way_around_a_square_is_a_side() -> None:
    points = points_along(square(QRectF(0, 0, 100, 100), 15))
    corners = [points[round(index * (len(points) - 1) / 4)] for index in range(4)]
    places = [(point.x() > 50, point.y() > 50) for point in corners]
    assert places == [(False, True), (False, False), (True, False), (True, True)]


def test_a_ring_goes_clockwise_from_its_top() -> None:
    points = points_along(ring(QPointF(0, 0), 10))
    assert points[0].y() == pytest.approx(-10)
    assert points[len(points) // 4].x() == pytest.approx(10, abs=0.1)
