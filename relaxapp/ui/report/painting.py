"""Pages painted: on the screen, on paper and into a PDF by the same few strokes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from relaxapp.ui.report.drawn import Box, Dot, Figure, Fill, Stroke, Words
from relaxapp.ui.report.figure_painting import paint_figure
from relaxapp.ui.report.typesetting import FINE, font_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from relaxapp.ui.report.drawn import Page, Point


def paint_page(painter: QPainter, page: Page, family: str) -> None:
    """Paints a page.

    Args:
        painter: at the upper left corner of the paper, a unit of it being a point, 72 to the inch.
        page: what stands on it.
        family: the typeface.
    """
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing, on=True
    )
    for placed in page:
        painter.save()
        painter.translate(placed.x, placed.y)
        for drawn in placed.drawn:
            _PAINTS[type(drawn)](painter, drawn, family)
        painter.restore()


def _paint_words(painter: QPainter, words: Words, family: str) -> None:
    painter.save()
    painter.scale(1 / FINE, 1 / FINE)
    painter.setFont(font_of(family, words.type))
    painter.setPen(QColor(words.type.color))
    painter.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if words.is_leftward else Qt.LayoutDirection.LeftToRight
    )
    painter.drawText(QPointF(words.x * FINE, words.baseline * FINE), words.text)
    painter.restore()


def _paint_stroke(painter: QPainter, stroke: Stroke, _family: str) -> None:
    pen = QPen(QColor(stroke.color), stroke.width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if stroke.dash:
        pen.setDashPattern([stroke.dash / stroke.width] * 2)
    painter.setPen(pen)
    painter.drawPolyline(_polygon(stroke.points))


def _paint_fill(painter: QPainter, fill: Fill, _family: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill.color))
    painter.drawPolygon(_polygon(fill.points))


def _paint_box(painter: QPainter, box: Box, _family: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(box.color))
    painter.drawRoundedRect(QRectF(box.x, box.y, box.width, box.height), box.radius, box.radius)


def _paint_dot(painter: QPainter, dot: Dot, _family: str) -> None:
    color = QColor(dot.color)
    painter.setPen(QPen(color, 1.1))
    painter.setBrush(color if dot.is_filled else QColor(Qt.GlobalColor.white))
    painter.drawEllipse(QPointF(dot.x, dot.y), dot.radius, dot.radius)


def _paint_figure(painter: QPainter, figure: Figure, _family: str) -> None:
    paint_figure(painter, figure)


def _polygon(points: Iterable[Point]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


_PAINTS: Mapping[type, Callable[..., None]] = {
    Words: _paint_words,
    Stroke: _paint_stroke,
    Fill: _paint_fill,
    Box: _paint_box,
    Dot: _paint_dot,
    Figure: _paint_figure,
}
