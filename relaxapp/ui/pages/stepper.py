"""A row with a value that goes down and up by its two buttons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from relaxapp.ui.label import line, paragraph

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

_BUTTON_PX = 40
_DELAY_MS = 500
_REPEAT_MS = 250
"""A button that is held down goes on slowly enough to stop in time."""


@dataclass(frozen=True, slots=True)
class StepWords:
    """What a stepper says.

    Attributes:
        name: what the value is of.
        less: what the button does that takes it down, for screen readers.
        more: what the button does that takes it up, likewise.
    """

    name: str
    less: str
    more: str


class Stepper(QWidget):
    """Says which way a value is wanted to go; it shows what it is told.

    Args:
        words: what it says.
        theme: the sizes.
        widest: the widest words that its value can be, so that nothing moves when it changes.
        parent: as in Qt.
    """

    stepped = Signal(int)
    """The person wants less, -1, or more, 1."""

    def __init__(
        self, words: StepWords, theme: Theme, widest: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.less = _button("\N{MINUS SIGN}", words.less, theme)
        self.more = _button("+", words.more, theme)
        self.less.clicked.connect(lambda: self.stepped.emit(-1))
        self.more.clicked.connect(lambda: self.stepped.emit(1))
        self._value = line("strong")
        self._value.setAlignment(Qt.AlignmentFlag.AlignCenter)
        font = theme.font(theme.body_px)
        font.setBold(True)
        self._value.setFont(font)
        name = paragraph("dim", words.name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(name, 1)
        for widget in (self.less, self._value, self.more):
            row.addWidget(widget)
        self._value.setMinimumWidth(self._value.fontMetrics().horizontalAdvance(widest))

    @property
    def value(self) -> str:
        """The value as it is shown."""
        return self._value.text()

    def show_value(self, text: str, in_full: str = "") -> None:
        """Shows a value.

        Args:
            text: the value, short.
            in_full: the same with its unit, for screen readers; empty where `text` has it.
        """
        self._value.setText(text)
        for button in (self.less, self.more):
            button.setAccessibleDescription(in_full or text)


def _button(sign: str, name: str, theme: Theme) -> QPushButton:
    button = QPushButton(sign)
    button.setProperty("kind", "step")
    button.setAccessibleName(name)
    button.setAutoRepeat(True)
    button.setAutoRepeatDelay(_DELAY_MS)
    button.setAutoRepeatInterval(_REPEAT_MS)
    button.setFixedWidth(theme.px(_BUTTON_PX))
    return button
