"""A calm card in the middle of a page that says a sentence and waits for an answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from relaxapp.ui.enter_key import presses_button

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

_WIDTH_EMS = 30
"""How wide it is, in sizes of its type."""
_AIR_PX = 24


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to answer.

    Attributes:
        text: what stands on the button.
        act: called when it is pressed, after the card is gone.
    """

    text: str
    act: Callable[[], None]


class Question(QFrame):
    """Asks one question at a time, inside its page; the first answer has the focus."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "question")
        self._answers: tuple[Answer, ...] = ()
        self._sentence = QLabel()
        self._sentence.setProperty("role", "heading")
        self._sentence.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence.setWordWrap(True)
        self._more = QLabel()
        self._more.setProperty("role", "dim")
        self._more.setTextFormat(Qt.TextFormat.PlainText)
        self._more.setWordWrap(True)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 22)
        column.setSpacing(10)
        column.addWidget(self._sentence)
        column.addWidget(self._more)
        column.addSpacing(10)
        column.addLayout(self._buttons)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is asked; empty while nothing is."""
        return "" if self.isHidden() else self._sentence.text()

    def ask(self, sentence: str, more: str, *answers: Answer) -> None:
        """Ask in place of what was asked before."""
        self._sentence.setText(sentence)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        self.setAccessibleName(sentence)
        self._answers = answers
        while (item := self._buttons.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for index, answer in enumerate(answers):
            button = QPushButton(answer.text)
            button.clicked.connect(lambda _checked=False, answer=answer: self._take(answer))
            if index == 0:
                button.setProperty("kind", "chosen")
                first = button
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.show()
        self.raise_()
        self.place()
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_first(self) -> None:
        """Answer with the first answer, as Escape does."""
        self._take(self._answers[0])

    def place(self) -> None:
        """Stand in the middle of the page."""
        page = self.parentWidget() or self
        wish = _WIDTH_EMS * self.fontInfo().pixelSize()
        self.setFixedWidth(
            max(self.minimumSizeHint().width(), min(wish, page.width() - 2 * _AIR_PX))
        )
        self.resize(self.width(), self.heightForWidth(self.width()))
        self.move((page.width() - self.width()) // 2, (page.height() - self.height()) // 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 -- Qt's name
        """Enter gives the answer that has the focus, as Space does; Escape gives the first."""
        if presses_button(self, event):
            return
        if event.key() == Qt.Key.Key_Escape:
            self.take_first()
        else:
            super().keyPressEvent(event)

    def _take(self, answer: Answer) -> None:
        # What hides gives the focus to whatever comes next, and a screen reader would say it.
        page = self.parentWidget()
        if page is not None:
            page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        answer.act()
