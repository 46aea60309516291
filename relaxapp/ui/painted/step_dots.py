"""Dots that say at which of a few pages one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_RADIUS_PX = 4
_PITCH_PX = 18


class StepDots(QWidget):
    """One dot a page, that of the present one larger and in the calm colour.

    Args:
        theme: the look.
        count: how many pages there are.
        parent: as in Qt.
    """

    def __init__(self, theme: Theme, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = count
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, step: int) -> None:
        """Marks a page.

        Args:
            step: which, from 0.
        """
        self._step = step
        self.setAccessibleName(
            self.tr("Page {step} of {count}").format(step=step + 1, count=self._count)
        )
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for all dots."""
        pitch = self._theme.px(_PITCH_PX)
        return QSize(pitch * self._count, pitch)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the dots."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        pitch, radius = self._theme.px(_PITCH_PX), self._theme.px(_RADIUS_PX)
        for dot in range(self._count):
            is_here = dot == self._step
            painter.setBrush(self._theme.calm if is_here else self._theme.faint)
            middle = QPointF((dot + 0.5) * pitch, self.height() / 2)
            size = radius * (1.3 if is_here else 1.0)
            painter.drawEllipse(middle, size, size)
