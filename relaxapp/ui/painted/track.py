"""A line that fills, drawn on to a backdrop a little at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 3.0
SMALL_STEP = 0.04
"""A step of up to this share of the line touches the tip of what is filled alone."""
_AIR = 2 * WIDTH + 1
_POINTS = 400
"""Pieces a line is drawn in; the eye takes them for a curve."""


class Track:
    """A backdrop with as much of a line on it as a phase has progressed.

    Drawing the whole line anew for every frame costs more than all the rest of a pacer; so each
    frame restores and redraws only its tip.

    Args:
        backdrop: what the line is drawn on.
        points: the line, as `points_along` gives it, in the backdrop's device-independent pixels.
        color: the line's colour where it is filled.
    """

    def __init__(self, backdrop: QPixmap, points: Sequence[QPointF], color: QColor) -> None:
        self._clean = backdrop
        self._picture = backdrop
        self._points = points
        # Numbers are many times faster than points to reckon with.
        self._places = [(point.x(), point.y()) for point in points]
        self._pen = QPen(color, WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self._pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._progress: float | None = None
        self._step = (-1.0, -1.0)
        self._tip = QRect()

    def picture(self, progress: float | None) -> QPixmap:
        """The backdrop with the line filled up to a progress of 0 to 1; None for no line."""
        if progress != self._progress:
            if is_small_step(self._progress, progress):
                assert self._progress is not None
                assert progress is not None
                self._grow(self._progress, progress)
            elif progress:
                self._picture = self._clean.copy()
                self._draw(0.0, progress, None)
            else:
                self._picture = self._clean
            self._progress = progress
        return self._picture

    def tip(self, before: float, now: float) -> QRect:
        """What a small step from one progress to another changes; the last one is remembered."""
        if (before, now) == self._step:
            return self._tip
        (x, y), (other_x, other_y) = self._place(before), self._place(now)
        left, top = int(min(x, other_x) - _AIR), int(min(y, other_y) - _AIR)
        self._step = (before, now)
        self._tip = QRect(
            left, top, int(max(x, other_x) + _AIR) + 1 - left, int(max(y, other_y) + _AIR) + 1 - top
        )
        return self._tip

    def _grow(self, before: float, now: float) -> None:
        if self._picture is self._clean:
            self._picture = self._clean.copy()
        self._draw(max(0.0, before - SMALL_STEP), now, self.tip(before, now))

    def _draw(self, begin: float, end: float, only: QRect | None) -> None:
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if only is not None:
            # Restored first: smooth edges drawn twice would grow coarse.
            painter.setClipRect(only)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
            painter.drawPixmap(0, 0, self._clean)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(self._pen)
        last = len(self._points) - 1
        first, beyond = int(begin * last) + 1, int(end * last) + 1
        painter.drawPolyline(
            [
                QPointF(*self._place(begin)),
                *self._points[first:beyond],
                QPointF(*self._place(end)),
            ]
        )
        painter.end()

    def _place(self, share: float) -> tuple[float, float]:
        """The point at a share of the line."""
        exact = share * (len(self._places) - 1)
        index = min(int(exact), len(self._places) - 2)
        (x, y), (next_x, next_y) = self._places[index], self._places[index + 1]
        rest = exact - index
        return (x + (next_x - x) * rest, y + (next_y - y) * rest)


def is_small_step(before: float | None, now: float | None) -> bool:
    """Whether going from one progress to another touches the tip of a line alone."""
    return before is not None and now is not None and 0 <= now - before <= SMALL_STEP


def points_along(path: QPainterPath) -> tuple[QPointF, ...]:
    """Points along a line, about equally far from each other."""
    return tuple(path.pointAtPercent(index / _POINTS) for index in range(_POINTS + 1))


def ring(center: QPointF, radius: float) -> QPainterPath:
    """A circle from its top, clockwise."""
    box = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
    path = QPainterPath()
    path.arcMoveTo(box, 90)
    path.arcTo(box, 90, -360)
    return path


def level(center: QPointF, length: float) -> QPainterPath:
    """A straight line from left to right around its middle."""
    half = QPointF(length / 2, 0)
    path = QPainterPath(center - half)
    path.lineTo(center + half)
    return path


def square(box: QRectF, radius: float) -> QPainterPath:
    """A rounded square, clockwise from the middle of its lower left corner: each quarter is a side."""
    side = 2 * radius
    lower_left = QRectF(box.left(), box.bottom() - side, side, side)
    path = QPainterPath()
    path.arcMoveTo(lower_left, 225)
    path.arcTo(lower_left, 225, -45)
    path.arcTo(QRectF(box.left(), box.top(), side, side), 180, -90)
    path.arcTo(QRectF(box.right() - side, box.top(), side, side), 90, -90)
    path.arcTo(QRectF(box.right() - side, box.bottom() - side, side, side), 0, -90)
    path.arcTo(lower_left, 270, -45)
    path.closeSubpath()
    return path
