"""What the shades of the year mean: from no session to half an hour and more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from relaxapp.ui.formats import number
from relaxapp.ui.history.practice_year import FULL_MINUTES, shade

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_SHADES = (None, 1.0, FULL_MINUTES / 2, FULL_MINUTES)
_SIDE_PX = 11
_GAP_PX = 4


class ShadeKey(QWidget):
    """A few squares between two words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        most = self.tr("{minutes} min").format(minutes=number(FULL_MINUTES))
        for part in (_label(self.tr("none")), _Squares(theme), _label(most)):
            row.addWidget(part)


class _Squares(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        side = self._theme.px(_SIDE_PX)
        return QSize(len(_SHADES) * (side + _GAP_PX) - _GAP_PX, side)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        side = self._theme.px(_SIDE_PX)
        top = (self.height() - side) / 2
        for at, minutes in enumerate(_SHADES):
            painter.setBrush(shade(minutes, self._theme))
            square = QRectF(at * (side + _GAP_PX), top, side, side)
            painter.drawRoundedRect(square, side * 0.28, side * 0.28)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "small")
    return label
