"""The pacer as a square that a light goes around, a side for each of the four parts of a breath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QRadialGradient

from relaxapp.ui.painted.layer import glow
from relaxapp.ui.painted.pacer import BODY, LIT, Pacer
from relaxapp.ui.painted.track import WIDTH, points_along, square
from relaxapp.ui.theme import faded, mixed

if TYPE_CHECKING:
    from relaxapp.ui.painted.pace import Pace

SIDES = 4
_TAIL = 24
"""Lights in the tail."""
_TAIL_SHARE = 0.2
"""How long the tail is, as a share of the way around."""


class Square(Pacer):
    """Leads a light around: up while breathing in, across while holding, down, and back.

    Every part of the breath is one side, however long it takes. Of a breath that has no four parts
    the square shows the fullness alone; whoever chooses the form shows such a breath as a wave.
    Where nothing may move, the side of the present part is lit, and the square changes its tone.
    """

    _has_progress = False

    def forget(self) -> None:
        """Let go of every picture kept, or have none to begin with."""
        super().forget()
        self._filling: QPixmap | None = None
        self._light: QPixmap | None = None
        self._tail: QPixmap | None = None
        self._way: tuple[QPointF, ...] = ()

    def box(self) -> QRectF:
        """The square, in the widget."""
        side = max(40.0, self._side() * 0.8)
        center, half = self._center(), side / 2
        return QRectF(center.x() - half, center.y() - half, side, side)

    def light(self) -> QPointF | None:
        """Where the light is; None where there is none."""
        share = _share_of(self._pace)
        return None if share is None else self._place(share)

    def _is_small(self, before: Pace, now: Pace) -> bool:
        return (_share_of(before) is None) == (_share_of(now) is None) and before.side == now.side

    def _track_path(self) -> QPainterPath:
        return square(self.box(), self.box().width() * 0.15)

    def _place(self, share: float) -> QPointF:
        if not self._way:
            self._way = points_along(self._track_path())
        last = len(self._way) - 1
        return self._way[round(share * last) % last]

    def _paint_behind(self, painter: QPainter) -> None:
        """A faint light around the square, and its line."""
        size = QSizeF(self.size())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        halo = faded(BODY, 0.13 if self._theme.is_dark else 0.22)
        reach = self.box().width() * 0.09
        painter.drawImage(QRectF(QPointF(0, 0), size), glow(self._track_path(), size, halo, reach))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = mixed(self._theme.line, self._breath_color(), 0.3)
        painter.setPen(QPen(line, WIDTH))
        painter.drawPath(self._track_path())

    def _paint_breath(self, painter: QPainter) -> None:
        if self._filling is None or self._light is None or self._tail is None:
            self._filling = self._paint_filling()
            self._light, self._tail = self._paint_light(), self._paint_tail()
        painter.setOpacity(0.12 + 0.88 * self._pace.fullness)
        self._copy(painter, self._filling, self._center())
        painter.setOpacity(1.0)
        if self._still:
            self._paint_side(painter)
            return
        share = _share_of(self._pace)
        if share is None:
            return
        for step in reversed(range(1, _TAIL)):
            painter.setOpacity(0.4 * (1 - step / _TAIL) ** 1.5)
            self._copy(painter, self._tail, self._place((share - _TAIL_SHARE * step / _TAIL) % 1))
        painter.setOpacity(1.0)
        self._copy(painter, self._light, self._place(share))

    def _paint_side(self, painter: QPainter) -> None:
        """The side of the present part, lit as a whole."""
        if self._pace.side is None:
            return
        self._place(0)
        each = (len(self._way) - 1) // SIDES
        first = self._pace.side * each
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.calm, 2 * WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPolyline(list(self._way[first : first + each + 1]))

    def _moved(self, _before: Pace, _now: Pace) -> QRect:
        air = self._light_radius() + 2
        return self.box().adjusted(-air, -air, air, air).toAlignedRect()

    def _words_place(self) -> QRectF:
        box = self.box()
        return box.adjusted(
            box.width() * 0.14, box.height() * 0.3, -box.width() * 0.14, -box.height() * 0.3
        )

    def _light_radius(self) -> float:
        return max(9.0, self._side() * 0.05)

    def _paint_filling(self) -> QPixmap:
        box = self.box()
        inset = box.width() * 0.045
        size = box.size()

        def paint(painter: QPainter) -> None:
            inner = QRectF(QPointF(0, 0), size).adjusted(inset, inset, -inset, -inset)
            light = QRadialGradient(inner.center(), inner.width() * 0.72)
            # Brighter, and the words in it would stand out less.
            strong = (
                0.62 if not self._theme.is_dark else 0.32 if self._theme.high_contrast else 0.38
            )
            for at, share in ((0.0, 1.0), (0.5, 0.72), (1.0, 0.24)):
                light.setColorAt(at, faded(BODY, strong * share))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(light)
            radius = box.width() * 0.12
            painter.drawRoundedRect(inner, radius, radius)

        return self._layer(size, paint)

    def _breath_color(self) -> QColor:
        return LIT if self._theme.is_dark else self._theme.calm

    def _paint_light(self) -> QPixmap:
        core = self._breath_color()
        return self._paint_spot(
            (0.0, core, 1.0), (0.26, core, 0.95), (0.36, BODY, 0.6), (0.62, BODY, 0.2)
        )

    def _paint_tail(self) -> QPixmap:
        core = BODY if self._theme.is_dark else self._theme.calm
        return self._paint_spot((0.0, core, 0.9), (0.2, core, 0.5), (0.5, core, 0.08))

    def _paint_spot(self, *stops: tuple[float, QColor, float]) -> QPixmap:
        """A round light that fades to nothing: places, colours and opacities from its middle."""
        radius = self._light_radius()

        def paint(painter: QPainter) -> None:
            center = QPointF(radius, radius)
            light = QRadialGradient(center, radius)
            for at, color, alpha in stops:
                light.setColorAt(at, faded(color, alpha))
            light.setColorAt(1.0, faded(stops[-1][1], 0.0))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(light)
            painter.drawEllipse(center, radius, radius)

        return self._layer(QSizeF(2 * radius, 2 * radius), paint)


def _share_of(pace: Pace) -> float | None:
    """How far around the light is, 0 to 1."""
    if pace.side is None or pace.progress is None:
        return None
    return (pace.side + pace.progress) / SIDES
