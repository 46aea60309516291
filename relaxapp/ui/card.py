"""A card: a heading and what stands below it."""

from __future__ import annotations

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

_MARGINS = QMargins(20, 14, 20, 14)


class Card(QFrame):
    """A card around something.

    Args:
        heading: what it is about; empty for a card that says so itself.
        content: what is in it.
        margins: around both.
        parent: as in Qt.
    """

    def __init__(
        self,
        heading: str,
        content: QWidget,
        margins: QMargins = _MARGINS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.setContentsMargins(margins)
        if heading:
            label = QLabel(heading)
            label.setProperty("role", "dim")
            label.setWordWrap(True)
            column.addWidget(label)
        column.addWidget(content, 1)
