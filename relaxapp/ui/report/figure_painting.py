"""The body figure in print: a pale body, darker where it was tense, ringed where it twitched."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QTransform

from relaxapp.script.body import Area
from relaxapp.ui.painted.figure import FACE_LINES, HEIGHT, SPOTS
from relaxapp.ui.painted.figure_paint import outline_path
from relaxapp.ui.report.ink import BODY, BODY_LINE, TWITCHING, WARM
from relaxapp.ui.theme import mixed

if TYPE_CHECKING:
    from relaxapp.ui.report.drawn import Figure

_PALEST = 0.25
"""How much of the colour an area has that was marked least."""


def paint_figure(painter: QPainter, figure: Figure) -> None:
    """Paints the figure in lines and surfaces, so that it is sharp at any size."""
    scale = figure.height / HEIGHT
    place = QTransform().translate(figure.x, figure.y).scale(scale, scale)
    outline = outline_path()
    painter.save()
    painter.setTransform(place, combine=True)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(BODY))
    painter.drawPath(outline)
    for area in Area:
        strength = figure.tension.get(area, 0.0)
        if strength > 0:
            painter.setBrush(QColor(shade(strength)))
            painter.drawPath(_spots(area).intersected(outline))
    _paint_lines(painter, outline)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(TWITCHING, 2.0))
    for area in Area:
        if area in figure.twitching:
            painter.drawPath(_spots(area))
    painter.restore()


def shade(strength: float) -> str:
    """The colour of an area that is marked that strongly, 0 to 1."""
    share = _PALEST + (1 - _PALEST) * min(1.0, strength)
    return mixed(QColor(BODY), QColor(WARM), share).name()


def _paint_lines(painter: QPainter, outline: QPainterPath) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(BODY_LINE, 0.9))
    painter.drawPath(outline)
    painter.setPen(_pen(BODY_LINE, 0.7))
    for side in (1, -1):
        for start, bend, end in FACE_LINES:
            path = QPainterPath(QPointF(side * start[0], start[1]))
            path.quadTo(QPointF(side * bend[0], bend[1]), QPointF(side * end[0], end[1]))
            painter.drawPath(path)


def _spots(area: Area) -> QPainterPath:
    path = QPainterPath()
    for spot in SPOTS[area]:
        ellipse = QPainterPath()
        ellipse.addEllipse(QPointF(0, 0), spot.radius_x, spot.radius_y)
        turned = QTransform().translate(spot.x, spot.y).rotate(spot.degrees)
        path = path.united(turned.map(ellipse))
    return path


def _pen(color: str, width: float) -> QPen:
    pen = QPen(QColor(color), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
