"""A ring that fills clockwise, drawn on to a backdrop a little at a time."""

from __future__ import annotations

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

WIDTH = 3.0
_TURN = 360 * 16
"""Qt counts angles in sixteenths of a degree, from three o'clock and against the clock."""
_SMALL_STEP = 0.04
"""A step of up to this share of the ring touches the ring's tip alone."""


class Ring:
    """A backdrop with as much of a ring on it as a phase has progressed.

    Drawing the whole arc anew for every frame costs more than all the rest of the pacer; so each
    frame restores and redraws only the ring's tip.

    Args:
        backdrop: what the ring is drawn on.
        center: the ring's middle, in the backdrop's device-independent pixels.
        radius: the ring's radius.
        color: the ring's colour.
    """

    def __init__(self, backdrop: QPixmap, center: QPointF, radius: float, color: QColor) -> None:
        self._clean = backdrop
        self._picture = backdrop
        self._center = center
        self._radius = radius
        self._pen = QPen(color, WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        self._progress: float | None = None

    def picture(self, progress: float | None) -> QPixmap:
        """The backdrop with the ring filled up to a progress of 0 to 1; None for no ring."""
        if progress != self._progress:
            if is_small_step(self._progress, progress):
                assert self._progress is not None
                assert progress is not None
                self._grow(self._progress, progress)
            else:
                self._picture = self._clean.copy()
                if progress:
                    self._draw(0.0, progress, None)
            self._progress = progress
        return self._picture

    def tip(self, before: float, now: float) -> QRect:
        """What a small step from one progress to another changes."""
        corners = QRectF(self._place(before), self._place(now)).normalized()
        air = 2 * WIDTH
        return corners.adjusted(-air, -air, air, air).toAlignedRect()

    def _grow(self, before: float, now: float) -> None:
        tip = self.tip(before, now)
        self._draw(max(0.0, before - _SMALL_STEP), now, tip)

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
        side = 2 * self._radius
        box = QRectF(self._center.x() - self._radius, self._center.y() - self._radius, side, side)
        start, span = round(_TURN * begin), round(_TURN * end) - round(_TURN * begin)
        painter.drawArc(box, _TURN // 4 - start, -span)
        painter.end()

    def _place(self, share: float) -> QPointF:
        angle = 2 * pi * share
        return self._center + QPointF(self._radius * sin(angle), -self._radius * cos(angle))


def is_small_step(before: float | None, now: float | None) -> bool:
    """Whether going from one progress to another touches the ring's tip alone."""
    return before is not None and now is not None and 0 <= now - before <= _SMALL_STEP
