"""A small volume control: a word, and bars that rise as it gets louder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_BARS = 5
_BAR_WIDTH = 4.0
_BAR_GAP = 2.0
_TALLEST = 16.0
_SHORTEST = 4.0
_STEPS = 20
_LEFT = 7.0


class Level(QSlider):
    """A slider that is painted as a word and bars; mouse, wheel and arrow keys move it.

    Args:
        theme: what to paint with.
        name: the word before the bars, and the accessible name.
        parent: as in Qt.
    """

    moved = Signal(float)
    """The person set another level, 0 to 1."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._name = name
        self._font = theme.font(theme.small_px + 1)
        self.setRange(0, _STEPS)
        self.setPageStep(_STEPS // 4)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())
        self.valueChanged.connect(lambda value: self.moved.emit(value / _STEPS))

    @property
    def level(self) -> float:
        """The level shown, 0 to 1."""
        return self.value() / _STEPS

    def show_level(self, level: float) -> None:
        """Show a level without saying that the person moved it."""
        blocked = self.blockSignals(True)
        self.setValue(round(level * _STEPS))
        self.blockSignals(blocked)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """The word, the bars and room for the focus ring."""
        return QSize(round(self._bars_at() + _BARS * (_BAR_WIDTH + _BAR_GAP) + 5), 32)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint the word, the bars and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        painter.setPen(self._theme.text if self.hasFocus() else self._theme.dim)
        word = QRectF(_LEFT, 0, self._bars_at(), self.height())
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter, self._name)
        painter.setPen(Qt.PenStyle.NoPen)
        foot = self.height() / 2 + _TALLEST / 2 - 2
        for bar in range(_BARS):
            height = _SHORTEST + (_TALLEST - _SHORTEST) * bar / (_BARS - 1)
            left = self._bars_at() + bar * (_BAR_WIDTH + _BAR_GAP)
            painter.setBrush(self._theme.line)
            painter.drawRect(QRectF(left, foot - height, _BAR_WIDTH, height))
            filled = min(max(self.level * _BARS - bar, 0.0), 1.0)
            if filled:
                painter.setBrush(self._theme.dim)
                painter.drawRect(QRectF(left, foot - height, _BAR_WIDTH * filled, height))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.calm, 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Take the level at the mouse; left of the bars is silence."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._follow(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Follow the mouse while its button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """The level stays where it is."""
        event.accept()

    def _follow(self, event: QMouseEvent) -> None:
        width = _BARS * (_BAR_WIDTH + _BAR_GAP) - _BAR_GAP
        share = (event.position().x() - self._bars_at()) / width
        self.setValue(round(min(max(share, 0.0), 1.0) * _STEPS))
        event.accept()

    def _bars_at(self) -> float:
        return _LEFT + QFontMetricsF(self._font).horizontalAdvance(self._name) + 7
