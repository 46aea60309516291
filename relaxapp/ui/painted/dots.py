"""Three dots that say how strong something is, and can be set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_DOTS = 3
_RADIUS = 5.5
_PITCH = 18.0
_LEFT = 14.0


class Dots(QSlider):
    """A slider from 1 to 3 painted as dots; mouse, wheel and arrow keys move it."""

    moved = Signal(int)
    """The person set another number of dots."""

    def __init__(self, theme: Theme, color: QColor, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._color = color
        self.setRange(1, _DOTS)
        self.setPageStep(1)
        self.setAccessibleDescription(self.tr("How strong, 1 to 3 of 3."))
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.valueChanged.connect(self.moved.emit)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Room for the dots and the focus ring."""
        return QSize(round(2 * _LEFT + (_DOTS - 1) * _PITCH), 30)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint the dots and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._color, 2))
        for dot in range(_DOTS):
            painter.setBrush(self._color if dot < self.value() else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(
                QPointF(_LEFT + dot * _PITCH, self.height() / 2), _RADIUS - 0.5, _RADIUS - 0.5
            )
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.text, self._theme.focus_px))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 3, -1, -3), 10, 10)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """As many dots as up to the mouse."""
        dot = round((event.position().x() - _LEFT) / _PITCH) + 1
        self.setValue(min(max(dot, 1), _DOTS))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Dots are clicked, not dragged."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """As `mouseMoveEvent`."""
        event.accept()
