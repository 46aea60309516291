"""A switch between two words, such as on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_TRACK = QSize(40, 22)
"""As large as it is at 100 %."""
_GAP_PX = 10
_RING_PX = 5
_KNOB_SHARE = 0.72
"""The knob's part of the track's height."""


class Switch(QAbstractButton):
    """A painted switch with its state in a word beside it, so that colour is not all that tells.

    Args:
        name: what is switched, for screen readers.
        on: the word while it is on.
        off: the word while it is off.
        theme: the colours.
    """

    def __init__(
        self, name: str, on: str, off: str, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name = name
        self._words = (off, on)
        self._theme = theme
        self._font = theme.font(theme.px(15), QFont.Weight.DemiBold)
        self._track = QSize(theme.px(_TRACK.width()), theme.px(_TRACK.height()))
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._say)
        self._say()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the longer word and the switch."""
        metrics = QFontMetrics(self._font)
        widest = max(metrics.horizontalAdvance(word) for word in self._words)
        width = widest + _GAP_PX + self._track.width() + 2 * _RING_PX
        return QSize(width, max(self._track.height() + 2 * _RING_PX, metrics.height()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the word, the track and the knob."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        track = QRectF(
            self.width() - self._track.width() - _RING_PX,
            (self.height() - self._track.height()) / 2,
            self._track.width(),
            self._track.height(),
        )
        painter.setFont(self._font)
        painter.setPen(theme.text)
        painter.drawText(
            QRectF(0, 0, track.left() - _GAP_PX, self.height()),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            self.text(),
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.calm if self.isChecked() else theme.line)
        half = track.height() / 2
        painter.drawRoundedRect(track, half, half)
        side = track.height() * _KNOB_SHARE
        knob = QRectF(0, 0, side, side)
        x = track.right() - half if self.isChecked() else track.left() + half
        knob.moveCenter(QPointF(x, track.center().y()))
        painter.setBrush(theme.on_accent if self.isChecked() else theme.text)
        painter.drawEllipse(knob)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.calm, theme.focus_px))
            ring = track.adjusted(-3, -3, 3, 3)
            painter.drawRoundedRect(ring, ring.height() / 2, ring.height() / 2)

    def _say(self) -> None:
        self.setText(self._words[self.isChecked()])
        self.setAccessibleName(f"{self._name}: {self.text()}")
        self.update()
