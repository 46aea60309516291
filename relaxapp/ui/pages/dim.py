"""The page after a session that leads to sleep: dark and quiet until somebody presses a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from relaxapp.ui.theme import Theme

DARK = QColor("#04070b")
FAINT = QColor("#6f7f8a")
"""The one line, faint and yet 4.5 to 1 against the dark (WCAG 2.2)."""

_SILENT_KEYS = frozenset(
    {
        Qt.Key.Key_Shift,
        Qt.Key.Key_Control,
        Qt.Key.Key_Alt,
        Qt.Key.Key_AltGr,
        Qt.Key.Key_Meta,
        Qt.Key.Key_VolumeDown,
        Qt.Key.Key_VolumeUp,
        Qt.Key.Key_VolumeMute,
    }
)
"""Who makes the computer softer in the dark does not want to be asked anything."""


class DimPage(QWidget):
    """Stays as it is, with nothing that moves and no timer; the theme does not make it lighter."""

    woken = Signal()
    """Somebody pressed a key or clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = self.tr("Sleep well. Any key goes on.")
        self.setAccessibleName(self._words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Any key that means something goes on."""
        if event.key() in _SILENT_KEYS or event.isAutoRepeat():
            super().keyPressEvent(event)
        else:
            self.woken.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 -- Qt's name
        """A click goes on as well."""
        event.accept()
        self.woken.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint the dark, and one faint line low down."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), DARK)
        painter.setPen(FAINT)
        painter.setFont(self._theme.font(self._theme.px(15)))
        low = self.rect().adjusted(0, 0, 0, -self._theme.px(40))
        painter.drawText(
            low, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, self._words
        )
