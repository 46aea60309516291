"""The card "Good to know": cautions and what is known about a session; and the two lines that are always there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from relaxapp.script.script import Script


def safety_lines() -> str:
    """The two lines that stand wherever a session can be started."""
    return QCoreApplication.translate(
        "Safety",
        "For relaxation and wellbeing; no treatment. Not while driving or in water.\n"
        "Nothing should hurt. If anything feels wrong, stop and breathe as you like.",
    )


def short_safety_lines() -> str:
    """The same where there is little room."""
    return QCoreApplication.translate(
        "Safety", "For relaxation and wellbeing; no treatment.\nStop if anything feels wrong."
    )


class GoodToKnow(QFrame):
    """What to read before the start."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        heading = QLabel(self.tr("Good to know"))
        heading.setProperty("role", "dim")
        self._cautions = _text("")
        self._evidence = _text("dim")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        for label in (heading, self._cautions, self._evidence):
            column.addWidget(label)

    def show_script(self, script: Script) -> None:
        """Shows what a script says about itself; hidden where it says nothing."""
        for label, text in (
            (self._cautions, " ".join(script.cautions)),
            (self._evidence, script.evidence),
        ):
            label.setText(text)
            label.setVisible(bool(text))
        self.setVisible(bool(script.cautions or script.evidence))


def _text(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
