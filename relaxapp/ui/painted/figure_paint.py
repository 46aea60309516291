"""How the body figure is painted with nothing marked, and the light that goes along it."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QRadialGradient,
    QTransform,
)

from relaxapp.ui.painted.figure import FACE_LINES, HEIGHT, OUTLINE_HALF
from relaxapp.ui.painted.layer import glow
from relaxapp.ui.theme import Theme, mixed

_GLOW_REACH = 9.0


@cache
def outline_path() -> QPainterPath:
    """The figure's outline in its own units, crown at the origin: a closed Catmull-Rom curve."""
    half = [QPointF(x, y) for x, y in OUTLINE_HALF]
    points = half + [QPointF(-point.x(), point.y()) for point in reversed(half[1:-1])]
    count = len(points)
    path = QPainterPath(points[0])
    for index in range(count):
        before, start, end, after = (points[(index + step) % count] for step in (-1, 0, 1, 2))
        path.cubicTo(start + (end - before) / 6, end - (after - start) / 6, end)
    path.closeSubpath()
    return path


class FigurePaint:
    """Paints the figure at one scale and place.

    Args:
        theme: what to paint with.
        to_widget: from the figure's units to the widget.
        frame: the round window through which it is seen; None for the whole figure.

    Attributes:
        outline: the figure's outline in the widget.
    """

    def __init__(self, theme: Theme, to_widget: QTransform, frame: QRectF | None) -> None:
        self._theme = theme
        self._scale = to_widget.m11()
        self._to_widget = to_widget
        self._frame = frame
        self.outline = to_widget.map(outline_path())

    def paint(self, painter: QPainter) -> None:
        """Paint it with nothing marked, on a picture of its widget's size."""
        device = painter.device()
        size = QSizeF(device.width(), device.height()) / device.devicePixelRatioF()
        theme = self._theme
        if self._frame is not None:
            window = QPainterPath()
            window.addEllipse(self._frame)
            painter.setPen(QPen(theme.line, 1.5))
            painter.setBrush(mixed(theme.card, theme.ground_bottom, 0.4))
            painter.drawPath(window)
            painter.setClipPath(window)
        halo = QColor(theme.body_top)
        halo.setAlphaF(0.34 if theme.is_dark else 0.28)
        painter.drawImage(
            QRectF(QPointF(0, 0), size),
            glow(self.outline, size, halo, _GLOW_REACH * min(self._scale, 4.0)),
        )
        top = self._to_widget.map(QPointF(0, 0))
        slope = QLinearGradient(top, self._to_widget.map(QPointF(0, HEIGHT)))
        slope.setColorAt(0.0, theme.body_top)
        slope.setColorAt(1.0, theme.body_bottom)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(slope)
        painter.drawPath(self.outline)
        self._paint_depth(painter)
        self._paint_face(painter)

    def _paint_depth(self, painter: QPainter) -> None:
        """A soft light within, so that the figure is round and not cut from paper."""
        painter.save()
        painter.setClipPath(self.outline, Qt.ClipOperation.IntersectClip)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QColor(self._theme.on_knob if self._theme.is_dark else self._theme.body_bottom)
        for width, alpha in ((5.0, 0.05), (3.4, 0.06), (2.0, 0.07), (1.0, 0.08)):
            edge.setAlphaF(alpha * (1.0 if self._theme.is_dark else 1.6))
            painter.setPen(QPen(edge, width * self._scale))
            painter.drawPath(self.outline)
        painter.restore()

    def _paint_face(self, painter: QPainter) -> None:
        """Closed eyes, brows, nose and mouth, hardly there."""
        ink = mixed(self._theme.body_bottom, self._theme.on_knob, 0.55)
        if not self._theme.is_dark:
            ink = mixed(self._theme.body_bottom, self._theme.text, 0.5)
        ink.setAlphaF(0.75)
        pen = QPen(ink, max(1.0, 0.42 * self._scale))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for side in (1, -1):
            for start, bend, end in FACE_LINES:
                path = QPainterPath(QPointF(side * start[0], start[1]))
                path.quadTo(QPointF(side * bend[0], bend[1]), QPointF(side * end[0], end[1]))
                painter.drawPath(self._to_widget.map(path))

    def paint_light(self, painter: QPainter, radius: float) -> None:
        """Paint a light of attention: white in the middle, and the colour of rest around it."""
        dark = self._theme.is_dark
        core, halo = ("#ffffff", "#c8f5e8") if dark else ("#ffffff", "#e9fff8")
        light = QRadialGradient(QPointF(radius, radius), radius)
        for at, name, alpha in (
            (0.0, core, 0.95),
            (0.16, core, 0.8),
            (0.4, halo, 0.42),
            (0.7, halo, 0.12),
            (1.0, halo, 0.0),
        ):
            shade = QColor(name)
            shade.setAlphaF(alpha)
            light.setColorAt(at, shade)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light)
        painter.drawEllipse(QPointF(radius, radius), radius, radius)
