"""A quiet button among the controls of a session; where there is no room for its words, a sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class ControlButton(QPushButton):
    """A button that takes the focus by Tab alone, and leaves the arrow keys to the page.

    Args:
        words: what it does.
        key: the key that does the same; empty for none.
        signal: emitted when it is pressed.
        sign: what stands for the words where they have no room; empty where they always do.
    """

    def __init__(
        self, words: str, key: str = "", signal: SignalInstance | None = None, *, sign: str = ""
    ) -> None:
        super().__init__(words)
        self._words = words
        self._sign = sign
        # A click must not take the keyboard away: Space goes on meaning pause.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("kind", "quiet")
        self.setProperty("small", "true")
        self.setAccessibleName(words)
        if key:
            tip = self.tr("{name} ({key})")
            self.setToolTip(tip.replace("{name}", words).replace("{key}", key))
            # A screen reader has said the name already.
            self.setAccessibleDescription(key)
        if signal is not None:
            self.clicked.connect(signal)

    def show_as(self, *, sign: bool) -> None:
        """Show the sign if there is one and it is wanted, else the words."""
        self.setText(self._sign if sign and self._sign else self._words)

    def width_as(self, *, sign: bool) -> int:
        """How wide it is with its sign or its words."""
        self.ensurePolished()
        metrics = self.fontMetrics()
        shown = self._sign if sign and self._sign else self._words
        around = self.sizeHint().width() - metrics.horizontalAdvance(self.text())
        return around + metrics.horizontalAdvance(shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Arrow keys mean steps, not another button; Escape and the rest reach the page."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)
