"""The line along the bottom of a session: what is played, and where its steps begin."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from relaxapp.ui.theme import Theme, mixed

_THICKNESS = 4.0
_KNOB = 7.0


class ProgressLine(QWidget):
    """Shows a share of a whole and marks on the way; to be read, not to be moved."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self._marks: tuple[float, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def share(self) -> float:
        """How much is shown as played, 0 to 1."""
        return self._share

    def show_share(self, share: float) -> None:
        """Show how much is played, 0 to 1; repaints only when it moves by a third of a pixel."""
        share = min(max(share, 0.0), 1.0)
        if abs(share - self._share) * max(1, self.width()) * 3 >= 1 or share in {0.0, 1.0}:
            self._share = share
            self.update()

    def set_marks(self, marks: tuple[float, ...]) -> None:
        """Where steps begin, each 0 to 1."""
        if marks != self._marks:
            self._marks = marks
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Room for the knob."""
        return QSize(200, round(2 * _KNOB) + 2)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint line, marks and knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = self.height() / 2
        left, right = _KNOB, self.width() - _KNOB
        at = left + (right - left) * self._share
        track = QRectF(left, middle - _THICKNESS / 2, right - left, _THICKNESS)
        painter.setBrush(self._theme.line)
        painter.drawRoundedRect(track, _THICKNESS / 2, _THICKNESS / 2)
        painter.setBrush(self._theme.calm)
        track.setRight(at)
        painter.drawRoundedRect(track, _THICKNESS / 2, _THICKNESS / 2)
        for mark in self._marks:
            x = left + (right - left) * mark
            ground = self._theme.calm if x <= at else self._theme.line
            painter.setBrush(mixed(ground, self._theme.ground_bottom, 0.75))
            painter.drawRect(QRectF(x - 1, middle - _THICKNESS / 2, 2, _THICKNESS))
        painter.setBrush(self._theme.knob)
        painter.drawEllipse(QPointF(at, middle), _KNOB, _KNOB)
