"""A page to read: a few passages in short lines, each with its source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from relaxapp.ui import actions
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from relaxapp.ui.pages.passage import Reading
    from relaxapp.ui.theme import Theme

_WIDEST_PX = 700
"""A line of about 75 letters is read easily."""


class ReadingPage(QWidget):
    """One text; the arrow keys scroll it, Escape goes back.

    Args:
        name: what the text goes by in the program.
        reading: the text.
        theme: the look.
        parent: as in Qt.

    Attributes:
        name: what the text goes by in the program.
    """

    left = Signal()
    """The person wants to go back."""

    def __init__(
        self, name: str, reading: Reading, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = name
        self.setAccessibleName(reading.title)
        self._theme = theme
        back = QPushButton(self.tr("\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}  Ways"))
        back.setProperty("kind", "quiet")
        back.setAccessibleName(self.tr("Back to the ways through the sessions"))
        back.clicked.connect(self.left)
        self.area = ScrollColumn(QMargins(), reading.title)
        column = self.area.column
        column.addWidget(paragraph("title", reading.title))
        column.addSpacing(6)
        column.addWidget(paragraph("subtitle", reading.about))
        for passage in reading.passages:
            column.addSpacing(theme.px(24))
            column.addWidget(paragraph("heading", passage.heading))
            column.addSpacing(theme.px(4))
            column.addWidget(paragraph("", passage.text))
            if passage.source:
                column.addSpacing(theme.px(4))
                column.addWidget(paragraph("small", passage.source))
        column.addStretch()
        whole = self._whole = QVBoxLayout(self)
        whole.setSpacing(4)
        whole.addWidget(back, alignment=Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self.area, 1)
        actions.connect(self, {"leave-ways": self.left.emit})

    def take_focus(self) -> None:
        """Lets the keys scroll at once, with no ring around what is only read."""
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Scrolls with the keys of a page, wherever the focus is on it."""
        if not self.area.scrolls_by(event.key()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keeps lines short in the middle of a wide window."""
        super().resizeEvent(event)
        theme = self._theme
        side = max(theme.margin_px, (self.width() - theme.px(_WIDEST_PX)) // 2)
        inside = 14
        self._whole.setContentsMargins(side - inside, 22, side - inside, 12)
        self.area.set_margins(QMargins(inside, 8, inside, 28))
