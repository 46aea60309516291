"""A shore with the sun low over the water: dusk by night, morning by day."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import pi, sin
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap

from relaxapp.ui.painted.layer import layer
from relaxapp.ui.painted.sky import Stops, drift, fill, finish, light, stars

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_HORIZON = 0.5875
_SUN = 0.62
_WAVES = (0.695, 0.757, 0.84)
"""Where the crests of the waves are, as shares of the height."""
_WAVE_HEIGHT = 110.0
_SLOW = 0.35
"""Radians a second at which the light on the water comes and goes: once in 18 s."""


@dataclass(frozen=True, slots=True)
class _Tones:
    sky: Stops
    water: Stops
    sun: str
    shine: str
    hills: tuple[str, str]
    crest: str
    trough: str
    stars: int


_DUSK = _Tones(
    sky=(
        (0, "#172038"),
        (0.3, "#2a3a5e"),
        (0.5, "#4b5078"),
        (0.68, "#7a6484"),
        (0.83, "#aa7a84"),
        (0.94, "#d99a80"),
        (1, "#e8ab80"),
    ),
    water=(
        (0, "#b98590"),
        (0.05, "#8d7694"),
        (0.14, "#5a6188"),
        (0.36, "#344766"),
        (0.7, "#172b3e"),
        (1, "#0c1925"),
    ),
    sun="#ffe3bd",
    shine="#ffd5a3",
    hills=("#4c4867", "#3a4562"),
    crest="#d8e4f4",
    trough="#0d2032",
    stars=110,
)
_MORNING = _Tones(
    sky=((0, "#dfe9ee"), (0.45, "#eaeae6"), (0.8, "#f6e2cc"), (1, "#f9d4b0")),
    water=((0, "#f0d6c0"), (0.08, "#d5dcd8"), (0.3, "#c3d9da"), (0.7, "#d8e6e4"), (1, "#e7efed")),
    sun="#fff8e8",
    shine="#fffaf0",
    hills=("#b9bfca", "#a5b5c0"),
    crest="#ffffff",
    trough="#a9c6ca",
    stars=0,
)


@dataclass(frozen=True, slots=True)
class _Glint:
    """A line of light on the water: its middle, half its length, when it comes and goes, and its pen."""

    x: float
    y: float
    half: float
    phase: float
    pen: QPen


class Shore:
    """Paints the shore at one size."""

    def __init__(self, theme: Theme, size: QSizeF, ratio: float) -> None:
        self._tones = _DUSK if theme.is_dark else _MORNING
        self._size = size
        self._ratio = ratio
        self._horizon = size.height() * _HORIZON
        self._sun = QPointF(size.width() * _SUN, self._horizon)
        self._waves = [self._wave(index) for index in range(len(_WAVES))]
        chance = Random(5)  # noqa: S311 -- a pattern, not a secret
        self._glints = [
            self._glint(depth / 30, chance.random() - 0.5, chance.random() * 2 * pi)
            for depth in range(1, 31)
        ]

    def moving_share(self) -> tuple[float, float]:
        """The water."""
        return (_HORIZON, 1.0)

    def paint_still(self, painter: QPainter) -> None:
        """Paint sky, sun, hills and water."""
        tones, width = self._tones, self._size.width()
        height = self._size.height()
        fill(painter, QRectF(0, 0, width, self._horizon), tones.sky)
        stars(painter, QRectF(0, 0, width, self._horizon * 0.62), tones.stars, "#ffffff")
        painter.setClipRect(QRectF(0, 0, width, self._horizon))
        light(painter, self._sun, height * 0.46, tones.shine, 0.62)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tones.sun))
        painter.drawEllipse(self._sun, height * 0.0575, height * 0.0575)
        self._paint_hills(painter)
        painter.setClipping(False)
        fill(painter, QRectF(0, self._horizon, width, height - self._horizon), tones.water)
        painter.setClipRect(QRectF(0, self._horizon, width, height))
        light(painter, self._sun, height * 0.3, tones.shine, 0.3)
        painter.setClipping(False)
        finish(painter, self._size)

    def paint_moving(self, painter: QPainter, seconds: float) -> None:
        """Paint the light on the water and the waves."""
        self._paint_glints(painter, seconds)
        for index, (at, wave) in enumerate(zip(_WAVES, self._waves, strict=True)):
            way = 1 if index % 2 else -1
            heave = 3.0 * sin(seconds * 0.4 + index * 1.7)
            drift(
                painter,
                wave,
                round(self._size.height() * at + heave - _WAVE_HEIGHT * 0.2),
                way * seconds * (7 + 3 * index),
            )

    def _paint_hills(self, painter: QPainter) -> None:
        width, base = self._size.width(), self._horizon
        unit = self._size.height() / 800
        for color, shape in (
            (
                self._tones.hills[0],
                (
                    (0, 25),
                    (0.06, 29),
                    (0.15, 20),
                    (0.25, 27),
                    (0.34, 15),
                    (0.42, 9),
                    (0.5, 5),
                    (0.54, 0),
                ),
            ),
            (self._tones.hills[1], ((0, 8), (0.12, 12), (0.22, 8), (0.3, 10), (0.4, 4), (0.46, 0))),
        ):
            points = [QPointF(width * x, base - rise * unit) for x, rise in shape]
            path = QPainterPath(QPointF(0, base))
            path.lineTo(points[0])
            for before, after in pairwise(points):
                half = QPointF((after.x() - before.x()) / 2, 0)
                path.cubicTo(before + half, after - half, after)
            path.lineTo(width * shape[-1][0], base)
            painter.setBrush(QColor(color))
            painter.drawPath(path)

    def _paint_glints(self, painter: QPainter, seconds: float) -> None:
        """Short lines of light under the sun."""
        for glint in self._glints:
            half = glint.half * (0.8 + 0.2 * sin(seconds * _SLOW + glint.phase))
            x = glint.x + 5 * sin(seconds * _SLOW * 0.6 + glint.phase)
            painter.setPen(glint.pen)
            painter.drawLine(QPointF(x - half, glint.y), QPointF(x + half, glint.y))

    def _glint(self, depth: float, lean: float, phase: float) -> _Glint:
        """One of these lines, wider and fainter towards the viewer; all shares are 0 to 1."""
        unit = self._size.height() / 800
        color = QColor(self._tones.shine)
        color.setAlphaF(0.6 * (1 - depth) ** 1.1)
        return _Glint(
            x=self._sun.x() + lean * (16 + 120 * depth) * unit,
            y=self._horizon + (5 + 210 * depth**1.5) * unit,
            half=(12 + 42 * depth) * unit,
            phase=phase,
            pen=QPen(color, 2.2 * unit, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap),
        )

    def _wave(self, index: int) -> QPixmap:
        """One wave, as wide as the picture, that joins on to itself."""
        width = max(1.0, self._size.width())
        height = 5.0 + 1.6 * index

        def paint(painter: QPainter) -> None:
            crest = QPainterPath()
            steps = 96
            for step in range(steps + 1):
                turn = 2 * pi * step / steps
                y = _WAVE_HEIGHT * 0.2 + height * (
                    0.7 * sin(2 * turn + index) + 0.3 * sin(5 * turn + 2.1 * index)
                )
                point = QPointF(width * step / steps, y)
                if step:
                    crest.lineTo(point)
                else:
                    crest.moveTo(point)
            body = QPainterPath(crest)
            body.lineTo(width, _WAVE_HEIGHT)
            body.lineTo(0, _WAVE_HEIGHT)
            body.closeSubpath()
            shade = QLinearGradient(0, _WAVE_HEIGHT * 0.1, 0, _WAVE_HEIGHT)
            for at, alpha in ((0.0, 0.3), (0.4, 0.14), (1.0, 0.0)):
                trough = QColor(self._tones.trough)
                trough.setAlphaF(alpha)
                shade.setColorAt(at, trough)
            painter.fillPath(body, shade)
            line = QColor(self._tones.crest)
            line.setAlphaF(0.26 - 0.05 * index if self._tones.stars else 0.8)
            painter.setPen(QPen(line, 1.6))
            painter.drawPath(crest)

        return layer(QSizeF(width, _WAVE_HEIGHT), self._ratio, paint)
