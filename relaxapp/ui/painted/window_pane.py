"""Rain on a window, with soft lights behind the glass."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QRadialGradient

from relaxapp.ui.painted.layer import layer
from relaxapp.ui.painted.sky import fill, finish, light

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_EVENING = ((0, "#141f33"), (0.5, "#22384c"), (0.75, "#2a4450"), (1, "#0f1e29"))
_GREY_DAY = ((0, "#d5dfe3"), (0.5, "#dfe6e6"), (1, "#e8eeec"))
_DROP = 18.0


class WindowPane:
    """Paints the window at one size."""

    def __init__(self, theme: Theme, size: QSizeF) -> None:
        self._dark = theme.is_dark
        self._size = size
        self._drop = self._paint_drop()
        chance = Random(11)  # noqa: S311 -- a pattern, not a secret
        self._resting = [
            (chance.random(), chance.random(), 0.15 + 0.5 * chance.random() ** 2)
            for _ in range(190)
        ]
        self._running = [
            (chance.random(), chance.random(), 5 + 9 * chance.random()) for _ in range(16)
        ]

    def moving_share(self) -> tuple[float, float]:
        """Everywhere."""
        return (0.0, 1.0)

    def paint_still(self, painter: QPainter) -> None:
        """Paint the lights outside, and the drops that hang still."""
        width, height = self._size.width(), self._size.height()
        fill(painter, QRectF(QPointF(0, 0), self._size), _EVENING if self._dark else _GREY_DAY)
        chance = Random(6)  # noqa: S311 -- a pattern, not a secret
        colors = ("#f2b38a", "#ffd9a8", "#8fd3c1", "#7fa8c8")
        for index in range(22):
            place = QPointF(width * chance.random(), height * (0.36 + 0.3 * chance.random()))
            radius = height * (0.03 + 0.06 * chance.random())
            light(painter, place, radius * 2.4, colors[index % 4], 0.2)
            shade = QColor(colors[index % 4])
            shade.setAlphaF(0.1 + 0.08 * chance.random())
            painter.setBrush(shade)
            painter.drawEllipse(place, radius, radius)
        for x, y, scale in self._resting:
            self._draw_drop(painter, x * width, y * height, scale)
        finish(painter, self._size)

    def paint_moving(self, painter: QPainter, seconds: float) -> None:
        """Paint the drops that run down, slowly."""
        width, height = self._size.width(), self._size.height()
        reach = height + 2 * _DROP
        for x, y, speed in self._running:
            self._draw_drop(painter, x * width, (y * reach + seconds * speed) % reach - _DROP, 0.85)

    def _draw_drop(self, painter: QPainter, x: float, y: float, scale: float) -> None:
        side = _DROP * scale
        painter.drawPixmap(QRectF(x, y, side, side * 1.25), self._drop, QRectF(self._drop.rect()))

    def _paint_drop(self) -> QPixmap:
        def paint(painter: QPainter) -> None:
            painter.setPen(Qt.PenStyle.NoPen)
            body = QRadialGradient(QPointF(22, 12), 30)
            bright, deep = ("#dfeef5", "#101c28") if self._dark else ("#ffffff", "#8da5ad")
            for at, name, alpha in ((0.0, bright, 0.5), (0.35, bright, 0.16), (1.0, deep, 0.3)):
                shade = QColor(name)
                shade.setAlphaF(alpha)
                body.setColorAt(at, shade)
            painter.setBrush(body)
            painter.drawEllipse(QRectF(2, 2, 32, 32))

        return layer(QSizeF(36, 36), 1.0, paint)
