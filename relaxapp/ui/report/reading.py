"""What will be on paper, to look at as pages or to read as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from relaxapp.ui.label import line
from relaxapp.ui.report import words
from relaxapp.ui.report.preview import PagePreview

if TYPE_CHECKING:
    from relaxapp.ui.report.layout import Layout
    from relaxapp.ui.theme import Theme


class PreviewPane(QWidget):
    """Shows a layout as pages, or all that they say as text: larger type, and line by line by ear.

    Args:
        theme: the look.
        parent: as in Qt.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout: Layout | None = None
        self.pages = PagePreview(theme)
        self.pages.turned.connect(self._show_place)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setAccessibleName(self.tr("The report as text"))
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setTabChangesFocus(True)
        self.page_label = line("small", self.tr("One moment, please."))
        self.as_text = QPushButton(self.tr("Read as text"))
        self.as_text.setProperty("kind", "chip")
        self.as_text.setCheckable(True)
        self.as_text.setAutoDefault(False)
        self.as_text.setAccessibleName(self.tr("Read the report as text"))
        self.as_text.toggled.connect(self._show_kind)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.pages)
        self._stack.addWidget(self.text)
        head = QHBoxLayout()
        head.addWidget(self.page_label, 1)
        head.addWidget(self.as_text)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def show_layout(self, layout: Layout) -> None:
        """Shows other pages, at the place where the ones before were looked at."""
        self._layout = layout
        self.pages.show_layout(layout)
        self._show_kind()

    def _show_kind(self) -> None:
        is_text = self.as_text.isChecked()
        if is_text and self._layout is not None:
            layout = self._layout
            bar = self.text.verticalScrollBar()
            place = bar.value()
            self.text.setPlainText(
                "\n\n".join(layout.text(page) for page in range(len(layout.pages)))
            )
            bar.setValue(place)
        self._stack.setCurrentWidget(self.text if is_text else self.pages)
        self._show_place()

    def _show_place(self) -> None:
        if self._layout is not None:
            count = len(self._layout.pages)
            self.page_label.setText(
                words.pages(count)
                if self.as_text.isChecked()
                else words.page(self.pages.page + 1, count)
            )
