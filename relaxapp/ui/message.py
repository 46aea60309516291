"""A calm line across the top of the pages that says what happened, and what can be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Message:
    """Something to say to the person.

    Attributes:
        text: one or two sentences.
        offer: what the button does, such as "Undo"; empty for no button.
        accept: called when the button is pressed.
    """

    text: str
    offer: str = ""
    accept: Callable[[], None] | None = None


class MessageBar(QFrame):
    """Shows one message until it is closed, acted upon, or replaced. Nothing in it moves or times out."""

    shown = Signal(bool)
    """Whether there is something to read now."""
    left = Signal()
    """It went while the focus was in it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(self.tr("Message"))
        self._message: Message | None = None
        self._text = QLabel()
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._offer = QPushButton()
        self._offer.setProperty("kind", "quiet")
        self._offer.clicked.connect(self._accept)
        close = QPushButton(self.tr("Close"))
        close.setProperty("kind", "quiet")
        close.setAccessibleName(self.tr("Close the message"))
        close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 8, 8, 8)
        row.addWidget(self._text, 1)
        row.addWidget(self._offer)
        row.addWidget(close)
        self.hide()

    @property
    def message(self) -> Message | None:
        """What is being said; None while nothing is."""
        return self._message

    def say(self, message: Message) -> None:
        """Shows a message in place of the one before, and tells a screen reader about it."""
        self._message = message
        self._text.setText(message.text)
        self._text.setAccessibleName(message.text)
        self._offer.setText(message.offer)
        self._offer.setAccessibleName(message.offer)
        self._offer.setVisible(bool(message.offer))
        self.show()
        self.shown.emit(True)
        from relaxapp.ui.aloud import announce  # noqa: PLC0415 - start-up

        announce(self, message.text)

    def clear(self) -> None:
        """Shows nothing more."""
        self._message = None
        had_focus = self.isAncestorOf(self.focusWidget())
        self.hide()
        self.shown.emit(False)
        if had_focus:
            self.left.emit()

    def _accept(self) -> None:
        message = self._message
        self.clear()
        if message is not None and message.accept is not None:
            message.accept()
