"""A soft light that answers each tap: it becomes brighter at once, and fades."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from relaxapp.ui.painted.soft_light import paint_soft_light
from relaxapp.ui.theme import faded

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent

    from relaxapp.ui.theme import Theme

_KEYS = frozenset({Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter})
_FADE_MS = 1600
_SMALLEST, _LARGEST = 0.66, 0.92
"""The light's radius at rest and right after a tap, as a share of the ring's."""
_FAINTEST, _BRIGHTEST = 0.16, 0.62
_FOCUS_GAP = 6.0


class TapLight(QAbstractButton):
    """Tapped by a click, by Space and by Enter, each at the moment it goes down.

    Args:
        theme: what to paint with.
        still: whether only its tone changes, and nothing grows.
        parent: as in Qt.
    """

    tapped = Signal()
    """It was tapped."""

    def __init__(self, theme: Theme, *, still: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._still = still
        self._glow = 0.0
        self._fade = QVariantAnimation(self)
        self._fade.setStartValue(1.0)
        self._fade.setEndValue(0.0)
        self._fade.setDuration(_FADE_MS)
        self._fade.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._fade.valueChanged.connect(self._show)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        # What a screen reader presses comes here as a click.
        self.clicked.connect(self.tapped)

    @property
    def glow(self) -> float:
        """How much of the last tap is still to be seen, 0 to 1."""
        return self._glow

    def answer(self) -> None:
        """Shine, because there was a tap, and fade."""
        self._fade.stop()
        # The animation itself says nothing of the value that it starts with.
        self._show(1.0)
        self._fade.start()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """A circle that is easy to rest one's eyes on."""
        return QSize(260, 260)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """Small, where there is little room."""
        return QSize(110, 110)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Space and Enter tap; a key that is held down taps once."""
        if event.key() not in _KEYS:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            self.tapped.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """A click taps."""
        self.tapped.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """It was tapped when the button went down."""
        event.accept()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 -- Qt's name
        """Nothing moves that is not seen."""
        super().hideEvent(event)
        self._fade.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint the light, the ring around it, and the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        center = QRectF(self.rect()).center()
        radius = min(self.width(), self.height()) / 2 - _FOCUS_GAP - self._theme.focus_px
        size = 1.0 if self._still else self._glow
        paint_soft_light(
            painter,
            self._theme,
            center,
            radius,
            share=_SMALLEST + (_LARGEST - _SMALLEST) * size,
            strength=_FAINTEST + (_BRIGHTEST - _FAINTEST) * self._glow,
        )
        if self.hasFocus():
            painter.setPen(QPen(faded(self._theme.calm, 0.55), self._theme.focus_px))
            painter.drawEllipse(center, radius, radius)

    def _show(self, glow: float) -> None:
        self._glow = glow
        self.update()
