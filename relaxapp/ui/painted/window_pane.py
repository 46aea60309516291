"""Rain on a window, with trees and soft lights behind the glass."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QLinearGradient,
    QPainter,
    QPen,
    QPixmap,
    QRadialGradient,
)

from relaxapp.ui.painted.layer import layer
from relaxapp.ui.painted.sky import Stops, fill, finish, light, ridge

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_DROP = 18.0
_BLUR = 14
"""What is behind the glass is painted this many times smaller; enlarging it blurs it."""
_BARS = (0.305, 0.695)
"""Where the bars of the window are, as shares of the width."""
_BAR_PX = 15.0


@dataclass(frozen=True, slots=True)
class _Tones:
    outside: Stops
    trees: tuple[str, str]
    lights: tuple[str, ...]
    light_strength: float
    drop: tuple[str, str]
    trail: str
    frame: tuple[str, str]


_EVENING = _Tones(
    outside=(
        (0, "#141f35"),
        (0.4, "#22384e"),
        (0.62, "#3a5060"),
        (0.78, "#22363f"),
        (1, "#0e1c26"),
    ),
    trees=("#1a2f3a", "#10212b"),
    lights=("#f2b38a", "#ffd9a8", "#ffc58a", "#8fd3c1"),
    light_strength=0.42,
    drop=("#dfeef5", "#101c28"),
    trail="#c8dce8",
    frame=("#0c1620", "#2a3c4b"),
)
_GREY_DAY = _Tones(
    outside=(
        (0, "#c3d2dc"),
        (0.45, "#d7e0e0"),
        (0.66, "#e6e3d6"),
        (0.8, "#d5e2da"),
        (1, "#e6eee9"),
    ),
    trees=("#a9c3bb", "#b9d0c4"),
    lights=("#f7d9a8", "#ffe9c8", "#f5c9a4", "#cfe6dc"),
    light_strength=0.5,
    drop=("#ffffff", "#6f8a94"),
    trail="#ffffff",
    frame=("#f7f4ee", "#d3d8d6"),
)


def _clear(name: str) -> str:
    """The same colour, `#rrggbb`, with nothing of it to be seen."""
    return f"#00{name[1:]}"


class WindowPane:
    """Paints the window at one size."""

    def __init__(self, theme: Theme, size: QSizeF, ratio: float) -> None:
        self._tones = _EVENING if theme.is_dark else _GREY_DAY
        self._size = size
        self._ratio = ratio
        self._drop = self._paint_drop()
        chance = Random(11)  # noqa: S311 -- a pattern, not a secret
        self._resting = [
            (chance.random(), chance.random(), 0.15 + 0.55 * chance.random() ** 2)
            for _ in range(230)
        ]
        self._running = [
            (chance.random(), chance.random(), 5 + 9 * chance.random()) for _ in range(16)
        ]
        self._trail = self._paint_trail()

    def moving_share(self) -> tuple[float, float]:
        """Everywhere above the sill."""
        return (0.0, 1.0)

    def paint_still(self, painter: QPainter) -> None:
        """Paint what is outside, the drops that hang still, and the window's frame."""
        width, height = self._size.width(), self._size.height()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(QPointF(0, 0), self._size), self._outside())
        self._paint_lights(painter)
        for x, y, scale in self._resting:
            self._draw_drop(painter, x * width, y * height, scale)
        self._paint_frame(painter)
        finish(painter, self._size)

    def paint_moving(self, painter: QPainter, seconds: float) -> None:
        """Paint the drops that run down, slowly, each with the wet line it leaves."""
        width, height = self._size.width(), self._size.height()
        long = self._trail.deviceIndependentSize().height()
        reach = height + 2 * _DROP + long
        for x, y, speed in self._running:
            left, top = x * width, (y * reach + seconds * speed) % reach - _DROP
            if any(abs(left + _DROP / 2 - bar * width) < _BAR_PX + _DROP for bar in _BARS):
                continue
            trail = QPointF(round(left + 3), round(top - long + 6))
            painter.drawPixmap(trail, self._trail)
            self._draw_drop(painter, left, top, 0.85)

    def _outside(self) -> QImage:
        """The sky and two rows of trees, as blurred as through wet glass."""
        small = QSizeF(max(2.0, self._size.width() / _BLUR), max(2.0, self._size.height() / _BLUR))
        image = QImage(small.toSize(), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill(painter, QRectF(image.rect()), self._tones.outside)
        painter.setPen(Qt.PenStyle.NoPen)
        chance = Random(4)  # noqa: S311 -- a pattern, not a secret
        for color, at, rise in zip(self._tones.trees, (0.66, 0.76), (0.03, 0.03), strict=True):
            painter.setBrush(QColor(color))
            painter.drawPath(ridge(small, at, rise, 7))
            for index in range(15):
                radius = small.height() * (0.05 + 0.06 * chance.random())
                x = small.width() * (index + 0.9 * chance.random()) / 15
                painter.drawEllipse(QPointF(x, small.height() * (at + 0.01)), radius, radius * 1.2)
        foot = QRectF(0, small.height() * 0.74, small.width(), small.height() * 0.27)
        fill(
            painter,
            foot,
            ((0, _clear(self._tones.outside[-1][1])), (0.6, self._tones.outside[-1][1])),
        )
        painter.end()
        return image.scaled(
            image.size() * 4,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )

    def _paint_lights(self, painter: QPainter) -> None:
        """Lights far away, out of focus: pale discs, a little brighter at their rims."""
        width, height = self._size.width(), self._size.height()
        chance = Random(6)  # noqa: S311 -- a pattern, not a secret
        for index in range(17):
            place = QPointF(width * chance.random(), height * (0.5 + 0.2 * chance.random() ** 1.5))
            radius = height * (0.016 + 0.026 * chance.random())
            name = self._tones.lights[index % len(self._tones.lights)]
            strength = self._tones.light_strength * (0.45 + 0.55 * chance.random())
            light(painter, place, radius * 3.2, name, strength * 0.4)
            disc = QRadialGradient(place, radius)
            for at, share in ((0.0, 0.7), (0.78, 0.8), (0.9, 1.0), (1.0, 0.0)):
                shade = QColor(name)
                shade.setAlphaF(strength * share)
                disc.setColorAt(at, shade)
            painter.setBrush(disc)
            painter.drawEllipse(place, radius, radius)

    def _paint_frame(self, painter: QPainter) -> None:
        width, height = self._size.width(), self._size.height()
        dark, edge = (QColor(name) for name in self._tones.frame)
        for bar in _BARS:
            area = QRectF(round(width * bar - _BAR_PX / 2), 0, _BAR_PX, height)
            slope = QLinearGradient(area.topLeft(), area.topRight())
            for at, color in ((0.0, edge), (0.22, dark), (0.85, dark), (1.0, edge)):
                slope.setColorAt(at, color)
            painter.fillRect(area, slope)
            painter.setPen(QPen(edge, 1))
            painter.drawLine(area.topLeft(), area.bottomLeft())

    def _draw_drop(self, painter: QPainter, x: float, y: float, scale: float) -> None:
        side = _DROP * scale
        painter.drawPixmap(QRectF(x, y, side, side * 1.25), self._drop, QRectF(self._drop.rect()))

    def _paint_trail(self) -> QPixmap:
        """The wet line above a drop, fading upwards."""
        size = QSizeF(8, max(2.0, self._size.height() * 0.16))

        def paint(painter: QPainter) -> None:
            slope = QLinearGradient(QPointF(0, 0), QPointF(0, size.height()))
            for at, alpha in ((0.0, 0.0), (1.0, 0.2)):
                shade = QColor(self._tones.trail)
                shade.setAlphaF(alpha)
                slope.setColorAt(at, shade)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(slope)
            painter.drawRoundedRect(QRectF(QPointF(1, 0), size - QSizeF(2, 0)), 3, 3)

        return layer(size, self._ratio, paint)

    def _paint_drop(self) -> QPixmap:
        def paint(painter: QPainter) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            body = QRadialGradient(QPointF(22, 12), 30)
            bright, deep = self._tones.drop
            for at, name, alpha in ((0.0, bright, 0.6), (0.35, bright, 0.18), (1.0, deep, 0.36)):
                shade = QColor(name)
                shade.setAlphaF(alpha)
                body.setColorAt(at, shade)
            painter.setBrush(body)
            painter.drawEllipse(QRectF(2, 2, 32, 32))

        return layer(QSizeF(36, 36), self._ratio, paint)
