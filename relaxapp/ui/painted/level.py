"""A small volume control: a word, and bars that rise as it gets louder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QWidget

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_BARS = 5
_BAR_WIDTH = 4.0
_BAR_GAP = 2.0
_TALLEST = 16.0
_SHORTEST = 4.0
_MOST = 100
"""The value at its loudest, for a screen reader says the number: in percent."""
_STEP = 5
_LEFT = 7.0
_MUTE_KEYS = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_0})


class Level(QSlider):
    """A slider that is painted as a word and bars; mouse, wheel and arrow keys move it.

    A click on the word, Delete or 0 mutes it, and once more brings it back; so does moving it.

    Args:
        theme: what to paint with.
        name: the word before the bars, and the accessible name.
        parent: as in Qt.
    """

    moved = Signal(float)
    """The person set another level, 0 to 1."""
    muted = Signal(bool)
    """The person muted it, or brought it back."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self._name = name
        self._font = theme.font(theme.px(14))
        self.setRange(0, _MOST)
        self.setSingleStep(_STEP)
        self.setPageStep(5 * _STEP)
        self._is_muted = False
        self._is_dragged = False
        self._show_muted(muted=False)
        self.setAccessibleDescription(
            self.tr("In percent. Delete or 0 mutes it, and once more brings it back.")
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setFixedSize(self.sizeHint())
        self.valueChanged.connect(self._on_value)

    @property
    def level(self) -> float:
        """The level shown, 0 to 1, muted or not."""
        return self.value() / _MOST

    @property
    def is_muted(self) -> bool:
        """Whether it is muted by itself."""
        return self._is_muted

    def show_level(self, level: float) -> None:
        """Show a level, not muted, without saying that the person moved it."""
        self._show_muted(muted=False)
        blocked = self.blockSignals(True)
        self.setValue(_stepped(level))
        self.blockSignals(blocked)
        self.update()

    def toggle_mute(self) -> None:
        """Mute it, or bring it back."""
        self._show_muted(muted=not self._is_muted)
        self.muted.emit(self._is_muted)

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """The word, the bars and room for the focus ring."""
        return QSize(
            round(self._bars_at() + _BARS * (_BAR_WIDTH + _BAR_GAP) + 5),
            max(32, self._theme.px(32)),
        )

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint the word, the bars and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        painter.setPen(self._theme.text if self.hasFocus() else self._theme.dim)
        word = QRectF(_LEFT, 0, self._bars_at(), self.height())
        painter.drawText(word, Qt.AlignmentFlag.AlignVCenter, self._name)
        if self._is_muted:
            middle = self.height() / 2 + 1
            painter.drawLine(QPointF(_LEFT, middle), QPointF(self._bars_at() - 7, middle))
        painter.setPen(Qt.PenStyle.NoPen)
        foot = self.height() / 2 + _TALLEST / 2 - 2
        for bar in range(_BARS):
            height = _SHORTEST + (_TALLEST - _SHORTEST) * bar / (_BARS - 1)
            left = self._bars_at() + bar * (_BAR_WIDTH + _BAR_GAP)
            painter.setBrush(self._theme.line)
            painter.drawRect(QRectF(left, foot - height, _BAR_WIDTH, height))
            filled = min(max(self.level * _BARS - bar, 0.0), 1.0)
            if filled and not self._is_muted:
                painter.setBrush(self._theme.dim)
                painter.drawRect(QRectF(left, foot - height, _BAR_WIDTH * filled, height))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.calm, self._theme.focus_px))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 10, 10)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Take the level at the mouse; on the word, mute it or bring it back."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._is_dragged = event.position().x() >= self._bars_at() - _BAR_GAP
        if self._is_dragged:
            self._follow(event)
        else:
            self.toggle_mute()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """Follow the mouse while its button is down; left of the bars is silence."""
        if self._is_dragged and event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """The level stays where it is."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Mute it or bring it back by Delete or 0; every other key as in Qt."""
        if event.key() in _MUTE_KEYS:
            self.toggle_mute()
        else:
            super().keyPressEvent(event)

    def _on_value(self, value: int) -> None:
        self._show_muted(muted=False)
        self.moved.emit(value / _MOST)

    def _show_muted(self, *, muted: bool) -> None:
        self._is_muted = muted
        name = self.tr("{name}, muted").format(name=self._name) if muted else self._name
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def _follow(self, event: QMouseEvent) -> None:
        width = _BARS * (_BAR_WIDTH + _BAR_GAP) - _BAR_GAP
        share = (event.position().x() - self._bars_at()) / width
        self.setValue(_stepped(min(max(share, 0.0), 1.0)))
        event.accept()

    def _bars_at(self) -> float:
        return _LEFT + QFontMetricsF(self._font).horizontalAdvance(self._name) + 7


def _stepped(level: float) -> int:
    """The value of a level, 0 to 1, on the nearest step."""
    return round(level * _MOST / _STEP) * _STEP
