"""A round button with a painted sign: play or pause."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QWidget

from relaxapp.ui.theme import Theme, mixed

_FOCUS_ROOM = 4.0


class Sign(Enum):
    """What stands on the button."""

    PLAY = auto()
    PAUSE = auto()


class RoundButton(QAbstractButton):
    """A round button; name it with `setAccessibleName`.

    Args:
        theme: what to paint with.
        diameter: of the disc, in pixels; around it is room for the focus ring.
        parent: as in Qt.
    """

    def __init__(self, theme: Theme, diameter: int = 56, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._diameter = diameter
        self._sign = Sign.PLAY
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def sign(self) -> Sign:
        """What stands on it."""
        return self._sign

    def set_sign(self, sign: Sign) -> None:
        """Put another sign on it."""
        if sign is not self._sign:
            self._sign = sign
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """The disc and its focus ring."""
        side = self._diameter + 2 * round(_FOCUS_ROOM)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint the disc, the sign and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        disc = QRectF(self.rect()).adjusted(_FOCUS_ROOM, _FOCUS_ROOM, -_FOCUS_ROOM, -_FOCUS_ROOM)
        color = self._theme.knob
        if self.isDown():
            color = mixed(color, self._theme.calm, 0.45)
        elif self.underMouse():
            color = mixed(color, self._theme.calm, 0.2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(disc)
        self._paint_sign(painter, disc)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.calm, self._theme.focus_px))
            painter.drawEllipse(disc.adjusted(-2.5, -2.5, 2.5, 2.5))

    def _paint_sign(self, painter: QPainter, disc: QRectF) -> None:
        unit = disc.width() / 56
        center = disc.center()
        painter.setBrush(self._theme.on_knob)
        if self._sign is Sign.PAUSE:
            for left in (-9.5, 3.5):
                bar = QRectF(center.x() + left * unit, center.y() - 10 * unit, 6 * unit, 20 * unit)
                painter.drawRoundedRect(bar, 2 * unit, 2 * unit)
            return
        triangle = QPolygonF(
            [
                center + QPointF(x * unit, y * unit)
                for x, y in ((-6.5, -10.5), (11.5, 0), (-6.5, 10.5))
            ]
        )
        pen = QPen(self._theme.on_knob, 2 * unit)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolygon(triangle)
        painter.setPen(Qt.PenStyle.NoPen)
