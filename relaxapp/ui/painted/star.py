"""A star that can be filled: what is dear to a person."""

from __future__ import annotations

from math import cos, pi, sin
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_SIDE_PX = 36
_RADIUS_PX = 9.0
_INNER = 0.5
"""How far the notches are from the middle, against the points; more makes it rounder."""


class Star(QAbstractButton):
    """A star, filled while it is checked; name it with `setAccessibleName`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setCheckable(True)
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Large enough to be hit with ease."""
        side = self._theme.px(_SIDE_PX)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the star."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self.width() / _SIDE_PX
        middle = QPointF(self.width() / 2, self.height() / 2)
        corners = []
        for corner in range(10):
            radius = _RADIUS_PX * unit * (_INNER if corner % 2 else 1.0)
            angle = corner * pi / 5 - pi / 2
            corners.append(middle + QPointF(cos(angle), sin(angle)) * radius)
        color = self._theme.calm if self.isChecked() or self.underMouse() else self._theme.dim
        pen = QPen(color, 1.8 * unit)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        if self.isChecked():
            painter.setBrush(color)
        painter.drawPolygon(QPolygonF(corners))
