"""The card that says where copies are kept and when the last was made, and makes one more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from relaxapp.ui.exchange.dialog import button
from relaxapp.ui.flow import Flow
from relaxapp.ui.label import paragraph

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.ui.theme import Theme


class BackupPlace(QFrame):
    """Where the copies are.

    Args:
        theme: the sizes.
        parent: as in Qt.
    """

    another_asked = Signal()
    """Another folder is wanted."""
    usual_asked = Signal()
    """The usual folder is wanted again."""
    open_asked = Signal()
    """The folder is to be shown."""
    copy_asked = Signal()
    """A copy is to be made now."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.last = paragraph("strong")
        self.path = QLineEdit()
        self.path.setReadOnly(True)
        self.path.setAccessibleName(self.tr("Where the copies are kept"))
        self.copy_button = button(self.tr("Make a copy now"))
        self.another_button = button(self.tr("Choose another folder"), "quiet")
        self.usual_button = button(self.tr("Use the usual folder"), "quiet")
        self.open_button = button(self.tr("Open folder"), "quiet")
        self.copy_button.clicked.connect(self.copy_asked)
        self.another_button.clicked.connect(self.another_asked)
        self.usual_button.clicked.connect(self.usual_asked)
        self.open_button.clicked.connect(self.open_asked)
        buttons = Flow()
        for each in (
            self.copy_button,
            self.another_button,
            self.usual_button,
            self.open_button,
        ):
            buttons.add(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.setSpacing(theme.px(8))
        column.addWidget(self.last)
        column.addWidget(self.path)
        column.addWidget(
            paragraph(
                "small",
                self.tr(
                    "A folder that is kept alike on several computers is a good place: each puts "
                    "its own copies there, beside those of the others."
                ),
            )
        )
        column.addWidget(buttons)

    def show_place(self, folder: Path, *, is_usual: bool) -> None:
        """Says where copies are kept.

        Args:
            folder: where.
            is_usual: whether it is the folder beside the journal.
        """
        self.path.setText(str(folder))
        self.path.setCursorPosition(0)
        self.usual_button.setVisible(not is_usual)

    def show_busy(self, *, is_busy: bool) -> None:
        """Lets a copy be made, and another folder be chosen, or not just now."""
        for each in (self.copy_button, self.another_button, self.usual_button):
            each.setEnabled(not is_busy)
