"""A wide sky at night with a moon, over low hills."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter

from relaxapp.ui.painted.sky import drift, fill, finish, light, mist, ridge, stars

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_NIGHT = ((0, "#0b1226"), (0.45, "#152340"), (0.8, "#24405a"), (1, "#35596c"))
_FIRST_LIGHT = (
    (0, "#a9c1dc"),
    (0.35, "#c6d5e4"),
    (0.62, "#ead9d8"),
    (0.8, "#f9d9c0"),
    (1, "#f6e6d6"),
)
_SEAS = ((-0.22, -0.28, 0.55), (0.2, -0.1, 0.5), (-0.28, 0.18, 0.45), (0.25, 0.42, 0.34))
"""The darker patches of the moon: place and size in its radii."""
_CLOUD_SPEED = 2.5
"""Pixels a second."""


class NightSky:
    """Paints the night sky at one size; in the light theme the moon stands in an early morning."""

    def __init__(self, theme: Theme, size: QSizeF, ratio: float) -> None:
        self._dark = theme.is_dark
        self._size = size
        self._cloud = mist(
            QSizeF(max(1.0, size.width()), max(1.0, size.height() * 0.3)),
            ratio,
            "#a9c2d6" if self._dark else "#ffffff",
            0.07 if self._dark else 0.4,
        )

    def moving_share(self) -> tuple[float, float]:
        """Where the thin cloud drifts."""
        return (0.3, 0.605)

    def paint_still(self, painter: QPainter) -> None:
        """Paint sky, stars, moon and hills."""
        width, height = self._size.width(), self._size.height()
        fill(painter, QRectF(QPointF(0, 0), self._size), _NIGHT if self._dark else _FIRST_LIGHT)
        if self._dark:
            self._paint_milky_way(painter)
            stars(painter, QRectF(0, 0, width, height * 0.8), 320, "#ffffff")
        else:
            stars(painter, QRectF(0, 0, width, height * 0.45), 60, "#ffffff")
        moon = QPointF(width * 0.72, height * 0.27)
        light(painter, moon, height * 0.34, "#dfeaf2" if self._dark else "#ffffff", 0.34)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#eef3f2" if self._dark else "#ffffff"))
        radius = height * 0.042
        painter.drawEllipse(moon, radius, radius)
        for x, y, size in _SEAS:
            place = moon + QPointF(x, y) * radius
            light(painter, place, size * radius, "#8fa2b3", 0.2 if self._dark else 0.12)
        tones = (
            ("#1c3446", "#12242f", "#0b1820") if self._dark else ("#a9bccb", "#bccfd3", "#d6e3de")
        )
        for color, (at, rise, seed) in zip(
            tones, ((0.74, 0.05, 6), (0.8, 0.04, 9), (0.89, 0.035, 14)), strict=True
        ):
            painter.setBrush(QColor(color))
            painter.drawPath(ridge(self._size, at, rise, seed))
        finish(painter, self._size)

    def paint_moving(self, painter: QPainter, seconds: float) -> None:
        """Paint the thin cloud."""
        drift(painter, self._cloud, round(self._size.height() * 0.3), seconds * _CLOUD_SPEED)

    def _paint_milky_way(self, painter: QPainter) -> None:
        chance = Random(2)  # noqa: S311 -- a pattern, not a secret
        width, height = self._size.width(), self._size.height()
        for index in range(14):
            share = index / 13
            place = QPointF(
                width * (0.05 + 0.8 * share),
                height * (0.62 - 0.62 * share + 0.06 * chance.random()),
            )
            light(painter, place, height * (0.14 + 0.1 * chance.random()), "#8fb0d0", 0.09)
