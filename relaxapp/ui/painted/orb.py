"""The pacer as an orb that fills and empties within a ring of the present phase."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QRadialGradient

from relaxapp.ui.painted.pacer import BODY, LIT, ON_BODY, SHADE, Pacer, around
from relaxapp.ui.painted.track import WIDTH, ring
from relaxapp.ui.theme import faded

if TYPE_CHECKING:
    from PySide6.QtGui import QPainterPath

    from relaxapp.ui.painted.pace import Pace

_FRAMES = 120
"""Sizes of the orb that are told apart: steps of about half a pixel, which no eye sees."""
_EMPTY = 0.46
"""The orb's radius when empty, as a share of the ring's."""
_FULL = 0.76
"""The orb's radius when full."""
_STILL = 0.62
"""The orb's radius where nothing may move."""
_MARGIN = 6.0


class Orb(Pacer):
    """Grows with the breath; every size of it is painted once and then only copied."""

    _words_color = ON_BODY

    def radius(self) -> float:
        """The orb's radius now, in pixels."""
        return self._radius_of(self._pace)

    def forget(self) -> None:
        """Let go of every picture kept, or have none to begin with."""
        super().forget()
        self._orbs: dict[int, QPixmap] = {}

    def _track_path(self) -> QPainterPath:
        return ring(self._center(), self._ring_radius())

    def _paint_behind(self, painter: QPainter) -> None:
        """The soft light behind the orb, and the ring's track."""
        center = self._center()
        reach = self._ring_radius() - 2 * WIDTH
        light = QRadialGradient(center, reach)
        strength = 0.34 if self._theme.is_dark else 0.5
        for at, share in ((0.0, 1.0), (0.55, 1.0), (0.68, 0.6), (0.84, 0.18), (1.0, 0.0)):
            light.setColorAt(at, faded(BODY, strength * share))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light)
        painter.drawEllipse(center, reach, reach)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.line, WIDTH))
        painter.drawEllipse(center, self._ring_radius(), self._ring_radius())

    def _paint_breath(self, painter: QPainter) -> None:
        key = 0 if self._still else round(self._pace.fullness * _FRAMES)
        orb = self._orbs.get(key)
        if orb is None:
            orb = self._orbs[key] = self.picture(self.radius())
        if self._still:
            painter.setOpacity(self._tone())
        self._copy(painter, orb, self._center())
        painter.setOpacity(1.0)

    def _moved(self, before: Pace, now: Pace) -> QRect:
        radius = max(self._radius_of(before), self._radius_of(now)) + 2
        return around(self._center(), radius).toAlignedRect()

    def _words_place(self) -> QRectF:
        """What of the smallest orb holds two lines."""
        radius = self._ring_radius() * (_STILL if self._still else _EMPTY)
        place = around(self._center(), radius)
        return place.adjusted(radius * 0.14, radius * 0.5, -radius * 0.14, -radius * 0.5)

    def _radius_of(self, pace: Pace) -> float:
        share = _STILL if self._still else _EMPTY + (_FULL - _EMPTY) * pace.fullness
        return self._ring_radius() * share

    def _ring_radius(self) -> float:
        return max(10.0, self._side() / 2 - _MARGIN)

    def picture(self, radius: float) -> QPixmap:
        """The orb alone, at a radius in pixels."""
        side = 2.0 * ceil(radius + 1)
        center = QPointF(side / 2, side / 2)

        def paint(painter: QPainter) -> None:
            light = QRadialGradient(center - QPointF(radius * 0.3, radius * 0.4), radius * 1.5)
            light.setColorAt(0.0, LIT)
            light.setColorAt(0.45, BODY)
            light.setColorAt(1.0, SHADE)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(light)
            painter.drawEllipse(center, radius, radius)

        return self._layer(QSizeF(side, side), paint)
