"""The table of the history, with the keys that delete and edit a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from relaxapp.ui.history.entry_delegate import EntryDelegate
from relaxapp.ui.history.entry_model import Column
from relaxapp.ui.whole_rows import show_whole_rows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from relaxapp.ui.history.entry_model import EntryModel
    from relaxapp.ui.theme import Theme

_ROW_PX = 40
"""At 100 %, as all sizes here."""
_TWO_LINES_PX = 56
_TWO_LINES_BELOW_PX = 560
"""Below this width the columns stand below the title, which needs the room."""
_TECHNIQUE_FROM_PX = 700
"""From this width on there is room for the technique."""
_WIDTHS = {
    Column.WHEN: 104,
    Column.TECHNIQUE: 138,
    Column.PRACTISED: 142,
    Column.TENSION: 66,
}
"""In pixels; the title has what is left."""


class EntryTable(QTableView):
    """Sessions, one of them chosen."""

    chosen = Signal()
    """Another session is chosen."""
    delete_asked = Signal()
    """The chosen session is to be deleted."""
    edit_asked = Signal()
    """The chosen session is to be edited."""

    def __init__(self, model: EntryModel, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self._theme = theme
        self._delegate = EntryDelegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(self.tr("Sessions"))
        show_whole_rows(self, theme.px(_ROW_PX))
        # The row in focus is marked by the delegate; a frame would be one more line.
        self.setStyleSheet("QTableView, QTableView:focus { border: none; }")
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, theme.px(width))
        self.selectionModel().currentRowChanged.connect(self.chosen)
        self.doubleClicked.connect(lambda _index: self.edit_asked.emit())

    @property
    def row(self) -> int:
        """The chosen row; -1 for none."""
        return self.currentIndex().row()

    def choose(self, row: int) -> None:
        """Chooses a row."""
        self.selectionModel().setCurrentIndex(
            self.model().index(row, Column.TITLE),
            QItemSelectionModel.SelectionFlag.ClearAndSelect
            | QItemSelectionModel.SelectionFlag.Rows,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Deletes and edits; what else there is goes through the list."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.modifiers():
            self.edit_asked.emit()
        elif event.matches(QKeySequence.StandardKey.Undo):
            # The list would search for it.
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts the columns below the title where there is little width."""
        super().resizeEvent(event)
        px = self._theme.px
        has_two_lines = self.width() < px(_TWO_LINES_BELOW_PX)
        self._delegate.has_two_lines = has_two_lines
        for column in (Column.WHEN, Column.PRACTISED):
            self.setColumnHidden(column, has_two_lines)
        self.setColumnHidden(
            Column.TECHNIQUE, has_two_lines or self.width() < px(_TECHNIQUE_FROM_PX)
        )
        self.horizontalHeader().setVisible(not has_two_lines)
        self.verticalHeader().setDefaultSectionSize(px(_TWO_LINES_PX if has_two_lines else _ROW_PX))
