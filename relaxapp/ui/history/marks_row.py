"""Two small figures with what was marked before a session and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from relaxapp.ui.label import line
from relaxapp.ui.pages.marked_map import MarkedMap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.journal.entry import Mark
    from relaxapp.ui.theme import Theme

_FIGURE_PX = 168
"""The height of a figure, whatever the size of text."""


class MarksRow(QWidget):
    """A picture of what the words beside it say; hidden where nothing was marked.

    Args:
        theme: what to paint with.
        parent: as in Qt.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._maps = tuple(MarkedMap(theme) for _ in range(2))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(8)
        for figure, words in zip(self._maps, (self.tr("before"), self.tr("after")), strict=True):
            figure.setFixedHeight(_FIGURE_PX)
            figure.setAccessibleName(words)
            label = line("small", words)
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column = QVBoxLayout()
            column.setSpacing(2)
            column.addWidget(figure)
            column.addWidget(label)
            row.addLayout(column, 1)
        self.hide()

    def show_marks(self, before: Sequence[Mark], after: Sequence[Mark]) -> None:
        """Shows these marks."""
        self.setVisible(bool(before or after))
        for figure, marks in zip(self._maps, (before, after), strict=True):
            figure.show_marks(marks)
