"""The table of the history, with the keys that delete a session and bring it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from relaxapp.ui.history.entry_delegate import EntryDelegate
from relaxapp.ui.history.entry_model import Column

if TYPE_CHECKING:
    from relaxapp.ui.history.entry_model import EntryModel
    from relaxapp.ui.theme import Theme

_ROW_PX = 40
"""At 100 %, as the widths."""
_WIDTHS = {
    Column.WHEN: 104,
    Column.TECHNIQUE: 138,
    Column.PRACTISED: 126,
    Column.TENSION: 66,
}
"""In pixels; the title has what is left."""


class EntryTable(QTableView):
    """Sessions, one of them chosen."""

    chosen = Signal()
    """Another session is chosen."""
    delete_asked = Signal()
    """The chosen session is to be deleted."""
    undo_asked = Signal()
    """The session deleted last is to come back."""

    def __init__(self, model: EntryModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(EntryDelegate(theme, self))
        self.setAccessibleName(self.tr("Sessions"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        # The row in focus is marked by the delegate; a frame would be one more line.
        self.setStyleSheet("QTableView, QTableView:focus { border: none; }")
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        # Rows of one height: a hundred thousand of them need not be measured.
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(_ROW_PX))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        self.selectionModel().currentRowChanged.connect(self.chosen)

    @property
    def row(self) -> int:
        """The chosen row; -1 for none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Chooses a row."""
        self.selectionModel().setCurrentIndex(
            self.model().index(row, 0),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Deletes and undoes; what else there is goes through the list."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_asked.emit()
        else:
            super().keyPressEvent(event)
