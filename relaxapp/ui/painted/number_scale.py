"""Eleven round numbers in a row, 0 to 10, of which one can be chosen."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from relaxapp.ui.theme import Theme, mixed

MOST = 10
_DIAMETER = 50
"""At 100 %."""
_NUMBER = 18
"""The type of the numbers at 100 %."""


class NumberScale(QWidget):
    """Numbers from 0 to 10, each a round button; the higher, the warmer when chosen."""

    chosen = Signal(int)
    """The person chose a number."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number in range(MOST + 1):
            button = _Number(theme, number)
            button.setAccessibleName(self.tr("{number} of 10").replace("{number}", str(number)))
            self._group.addButton(button, number)
            row.addWidget(button, 1)
        self._group.idToggled.connect(self._toggled)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def number(self) -> int | None:
        """The number chosen; None while there is none."""
        chosen = self._group.checkedId()
        return None if chosen < 0 else chosen

    def choose(self, number: int | None) -> None:
        """Choose a number, or take the choice back."""
        if number is not None:
            self._group.button(number).setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def focus(self) -> None:
        """Put the focus on the number chosen, or the first one."""
        self._group.button(self.number or 0).setFocus(Qt.FocusReason.OtherFocusReason)

    def _toggled(self, number: int, checked: bool) -> None:  # noqa: FBT001 -- a slot of Qt's
        if checked:
            self.chosen.emit(number)


class _Number(QAbstractButton):
    """One round number."""

    def __init__(self, theme: Theme, number: int) -> None:
        super().__init__()
        self._theme = theme
        self._number = number
        self.setCheckable(True)
        # To a screen reader it is one of several, and not a box to be checked by itself.
        self.setAutoExclusive(True)
        self.setText(str(number))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(36)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """A disc, room for its focus ring, and some air at its sides."""
        diameter = self._theme.px(_DIAMETER)
        return QSize(diameter + 12, diameter + 8)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter is for the page: it goes on; so does Space where this number is chosen already."""
        again = self.isChecked() and event.key() == Qt.Key.Key_Space
        if again or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint the disc, the number and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width() - 6, self.height() - 8, self._theme.px(_DIAMETER))
        disc = QRectF(0, 0, side, side)
        disc.moveCenter(QRectF(self.rect()).center())
        theme = self._theme
        color = mixed(theme.raised, theme.body_bottom if theme.is_dark else theme.line, 0.6)
        if self.isChecked():
            color = mixed(theme.calm, theme.warm, self._number / MOST)
        elif self.underMouse():
            color = mixed(color, theme.text, 0.14)
        painter.setPen(Qt.PenStyle.NoPen)
        if theme.outline_px and not self.isChecked():
            color = theme.raised
            painter.setPen(QPen(theme.line, theme.outline_px))
        painter.setBrush(color)
        painter.drawEllipse(disc)
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium
        painter.setFont(theme.font(min(theme.px(_NUMBER), round(side * 0.5)), weight))
        painter.setPen(theme.on_accent if self.isChecked() else theme.text)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.text, theme.focus_px))
            painter.drawEllipse(disc.adjusted(-2.5, -2.5, 2.5, 2.5))
