"""One of the first pages: a title, a line about it, and what is below them, which scrolls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relaxapp.ui.sections.row import Row
    from relaxapp.ui.theme import Theme

_BAR_ROOM_PX = 14
_RING_ROOM_PX = 16


class FirstPage(QWidget):
    """A card of rows below a title.

    Args:
        title: what the page is about.
        about: a sentence or two that say more.
        rows: what there is to read or to choose.
        theme: the sizes.
        name: what the rows are, if they are only read, and scrolled with the arrow keys; empty where
            each of them takes the focus.
    """

    def __init__(
        self, title: str, about: str, rows: Iterable[Row], theme: Theme, name: str = ""
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        card = QFrame()
        card.setProperty("kind", "card")
        inside = QVBoxLayout(card)
        inside.setContentsMargins(24, 20, 24, 22)
        inside.setSpacing(theme.px(16))
        texts = [about]
        for row in rows:
            inside.addWidget(row)
            texts += [row.wording.label, row.wording.help]
        # What is read by itself has a ring around it while it has the focus.
        room = _RING_ROOM_PX if name else 0
        self.area = ScrollColumn(QMargins(room, room, room + _BAR_ROOM_PX, room), name)
        if name:
            # Nothing in it takes the focus, so a screen reader reads it all when it comes here.
            self.area.setAccessibleDescription("\n".join(texts))
        # All of it scrolls: with large text a title of its own would leave no room for the rest.
        self.area.column.addWidget(paragraph("title", title))
        self.area.column.addSpacing(6)
        self.area.column.addWidget(paragraph("subtitle", about))
        self.area.column.addSpacing(theme.px(18))
        self.area.column.addWidget(card)
        self.area.column.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
