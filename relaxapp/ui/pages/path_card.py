"""The card of a way through the sessions: what it is for, where one is in it, and its sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.path_row import PathRow

if TYPE_CHECKING:
    from relaxapp.ui.pages.link import Link
    from relaxapp.ui.pages.paths import Way
    from relaxapp.ui.theme import Theme

_PADDING_PX = 22
_ROWS_LEFT_PX = 10
"""Rows begin further left: the mark before their words lies under the words above."""


class PathCard(QFrame):
    """One way.

    Args:
        way: what it shows.
        theme: the look.
        parent: as in Qt.

    Attributes:
        rows: its sessions, in order.
    """

    chosen = Signal(object)
    """A session is to be looked at: its `Offer`."""

    def __init__(self, way: Way, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setAccessibleName(way.title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(_ROWS_LEFT_PX, 18, _ROWS_LEFT_PX, 14)
        self._column.setSpacing(theme.px(2))
        self._add_words("heading", way.title)
        self._column.addSpacing(theme.px(2))
        self._add_words("dim", way.purpose)
        if way.where:
            self._column.addSpacing(theme.px(6))
            self._add_words("", way.where)
        self._column.addSpacing(theme.px(6))
        self.rows = tuple(PathRow(step, way.title, theme) for step in way.steps)
        for row in self.rows:
            row.chosen.connect(self.chosen)
            self._column.addWidget(row)

    def add_link(self, link: Link) -> None:
        """Puts something to read below the sessions."""
        self._column.addWidget(link)

    def _add_words(self, role: str, text: str) -> None:
        label = paragraph(role, text)
        side = _PADDING_PX - _ROWS_LEFT_PX
        label.setContentsMargins(side, 0, side, 0)
        self._column.addWidget(label)
