"""What the scenes share: skies, stars, lights, ridges and drifting mist."""

from __future__ import annotations

from collections.abc import Sequence
from math import pi, sin
from random import Random

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPixmap,
    QRadialGradient,
)

from relaxapp.ui.painted.ground import grain
from relaxapp.ui.painted.layer import layer

Stops = Sequence[tuple[float, str]]
"""Colours by their place, 0 to 1, as `#rrggbb` or `#aarrggbb`."""


def fill(painter: QPainter, area: QRectF, stops: Stops) -> None:
    """Fill an area with a gradient from its top to its bottom."""
    slope = QLinearGradient(area.topLeft(), area.bottomLeft())
    for at, name in stops:
        slope.setColorAt(at, QColor(name))
    painter.fillRect(area, slope)


def light(painter: QPainter, center: QPointF, radius: float, color: str, strength: float) -> None:
    """A soft round light."""
    glow = QRadialGradient(center, radius)
    for at, share in ((0.0, 1.0), (0.25, 0.62), (0.5, 0.3), (0.75, 0.09), (1.0, 0.0)):
        shade = QColor(color)
        shade.setAlphaF(strength * share)
        glow.setColorAt(at, shade)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(glow)
    painter.drawEllipse(center, radius, radius)


def stars(painter: QPainter, area: QRectF, count: int, color: str) -> None:
    """Stars, fewer and fainter towards the bottom of the area; always the same ones."""
    chance = Random(3)  # noqa: S311 -- a pattern, not a secret
    painter.setPen(Qt.PenStyle.NoPen)
    for _ in range(count):
        depth = chance.random() ** 1.6
        shade = QColor(color)
        shade.setAlphaF((0.25 + 0.55 * chance.random()) * (1 - depth))
        painter.setBrush(shade)
        place = QPointF(
            area.left() + area.width() * chance.random(), area.top() + area.height() * depth
        )
        radius = 0.6 + 0.8 * chance.random() ** 3
        painter.drawEllipse(place, radius, radius)


def ridge(size: QSizeF, at: float, height: float, seed: int) -> QPainterPath:
    """The outline of hills, closed along the bottom.

    Args:
        size: of the picture.
        at: their middle, as a share of the height.
        height: how far they rise and fall, as a share of the height.
        seed: which hills.
    """
    chance = Random(seed)  # noqa: S311 -- a pattern, not a secret
    waves = [
        (turns, chance.random() * 2 * pi, weight)
        for turns, weight in ((0.7, 0.6), (1.6, 0.28), (3.4, 0.12))
    ]
    path = QPainterPath(QPointF(0, size.height()))
    steps = 120
    for step in range(steps + 1):
        share = step / steps
        rise = sum(weight * sin(2 * pi * turns * share + phase) for turns, phase, weight in waves)
        path.lineTo(size.width() * share, size.height() * (at - height * rise))
    path.lineTo(size.width(), size.height())
    path.closeSubpath()
    return path


def mist(size: QSizeF, ratio: float, color: str, strength: float) -> QPixmap:
    """A band of mist that joins on to itself at its sides; `ratio` as of `layer`."""

    def paint(painter: QPainter) -> None:
        chance = Random(8)  # noqa: S311 -- a pattern, not a secret
        for _ in range(9):
            x, y = chance.random() * size.width(), size.height() * (0.3 + 0.4 * chance.random())
            width = size.width() * (0.12 + 0.16 * chance.random())
            for shift in (-size.width(), 0.0, size.width()):
                painter.save()
                painter.translate(x + shift, y)
                painter.scale(width, size.height() * 0.3)
                light(painter, QPointF(0, 0), 1.0, color, strength)
                painter.restore()

    return layer(size, ratio, paint)


def drift(painter: QPainter, picture: QPixmap, top: float, offset: float) -> None:
    """Draw a picture that joins on to itself, moved sideways by an offset in pixels."""
    width = picture.deviceIndependentSize().width()
    left = offset % width - width
    painter.drawPixmap(QPointF(round(left), top), picture)
    painter.drawPixmap(QPointF(round(left) + width, top), picture)


def finish(painter: QPainter, size: QSizeF) -> None:
    """A faint grain over everything, against bands in the gradients."""
    painter.drawTiledPixmap(QRectF(QPointF(0, 0), size), grain())
