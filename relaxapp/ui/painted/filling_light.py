"""A soft light with a ring around it that fills while a short time passes."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from relaxapp.ui.painted.soft_light import RING, paint_soft_light
from relaxapp.ui.theme import faded

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_TURN = 360 * 16
"""Qt counts angles in sixteenths of a degree, from three o'clock and against the clock."""
_SMALLEST, _LARGEST = 0.45, 0.92
"""The light's radius at the beginning and at the end, as a share of the ring's."""
_FAINTEST, _BRIGHTEST = 0.18, 0.5


class FillingLight(QWidget):
    """Shows how much of a time has passed, without a number.

    Args:
        theme: what to paint with.
        still: whether it is only to become brighter, and nothing to grow or turn.
        parent: as in Qt.
    """

    def __init__(self, theme: Theme, *, still: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._still = still
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def share(self) -> float:
        """How much has passed, 0 to 1."""
        return self._share

    def show_share(self, share: float) -> None:
        """Show how much has passed, 0 to 1."""
        share = min(max(share, 0.0), 1.0)
        if share != self._share:
            self._share = share
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """A circle that is easy to rest one's eyes on."""
        return QSize(240, 240)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Small, where there is little room."""
        return QSize(90, 90)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint the light and the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = QRectF(self.rect()).center()
        radius = min(self.width(), self.height()) / 2 - 2 * RING
        size = 1.0 if self._still else sqrt(self._share)
        paint_soft_light(
            painter,
            self._theme,
            center,
            radius,
            share=_SMALLEST + (_LARGEST - _SMALLEST) * size,
            strength=_FAINTEST + (_BRIGHTEST - _FAINTEST) * self._share,
        )
        self._paint_ring(painter, center, radius)

    def _paint_ring(self, painter: QPainter, center: QPointF, radius: float) -> None:
        if self._still:
            painter.setPen(QPen(faded(self._theme.calm, self._share), RING))
            painter.drawEllipse(center, radius, radius)
            return
        painter.setPen(QPen(self._theme.calm, RING, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        box = QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
        painter.drawArc(box, _TURN // 4, -round(_TURN * self._share))
