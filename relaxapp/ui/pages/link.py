"""Words that can be pressed and break into lines, where a button would need them all on one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from relaxapp.ui.theme import mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QLabel

    from relaxapp.ui.theme import Theme

_RADIUS_PX = 12
_TOP_PX = 7
_SIDE_PX = 12
_LEAST_PX = 160


class Link(QAbstractButton):
    """Labels one below the other that are pressed as one.

    Args:
        name: what a screen reader calls it.
        labels: what it says.
        theme: the look.
        left_px: the room before the words, at 100 %.
        parent: as in Qt.
    """

    def __init__(
        self,
        name: str,
        labels: Sequence[QLabel],
        theme: Theme,
        left_px: int = _SIDE_PX,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        column = QVBoxLayout(self)
        top, side = theme.px(_TOP_PX), theme.px(_SIDE_PX)
        column.setContentsMargins(theme.px(left_px), top, side, top)
        column.setSpacing(0)
        for label in labels:
            column.addWidget(label)
        # A fixed height would bound it to that of another width.
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room, as high as the words need."""
        least = self._theme.px(_LEAST_PX)
        return QSize(least, self.heightForWidth(max(self.width(), least)))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Words break into lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as the words need at a width."""
        layout = self.layout()
        return layout.totalHeightForWidth(width) if layout is not None else 0

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the ground under the mouse, what is before the words, and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = self._theme
        if self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mixed(theme.card, theme.text, 0.06))
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS_PX, _RADIUS_PX)
        self.paint_mark(painter)
        if self.hasFocus():
            half = theme.focus_px / 2
            painter.setPen(QPen(theme.calm, theme.focus_px))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            area = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(area, _RADIUS_PX, _RADIUS_PX)

    def paint_mark(self, painter: QPainter) -> None:
        """Paints what is before the words; nothing here."""
