"""The areas that were marked, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from relaxapp.ui.history import body_words as words
from relaxapp.ui.whole_rows import show_whole_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from relaxapp.journal.body_survey import MarkedArea
    from relaxapp.ui.theme import Theme

_ROW_PX = 36
_LEAST_ROWS = 5


class AreaTable(QTableWidget):
    """One row for each area and what it did; Enter asks for the sessions of the chosen one."""

    chosen = Signal()
    """Another row is chosen."""
    asked = Signal()
    """The sessions of the chosen area are wanted."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._areas: tuple[MarkedArea, ...] = ()
        self.setAccessibleName(self.tr("Marked areas"))
        self.setProperty("small", "true")
        names = (self.tr("Where"), self.tr("Before"), self.tr("After"), self.tr("How strong"))
        for column, name in enumerate(names):
            heading = QTableWidgetItem(name)
            heading.setTextAlignment(_side(column))
            self.setHorizontalHeaderItem(column, heading)
        show_whole_rows(self, theme.px(_ROW_PX))
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setMinimumHeight(theme.px(_ROW_PX) * (_LEAST_ROWS + 1))
        self.currentCellChanged.connect(lambda *_where: self.chosen.emit())
        self.cellDoubleClicked.connect(lambda *_where: self.asked.emit())

    @property
    def area(self) -> MarkedArea | None:
        """The chosen one."""
        row = self.currentRow()
        return self._areas[row] if 0 <= row < len(self._areas) else None

    def show_areas(self, areas: Sequence[MarkedArea]) -> None:
        """Shows these; the one that was chosen stays so if it is among them."""
        chosen = self.area
        self.blockSignals(True)
        self._areas = tuple(areas)
        self.setRowCount(len(areas))
        for row, area in enumerate(areas):
            said = words.aloud(area)
            for column, text in enumerate(words.cells(area)):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_side(column))
                if column == 0:
                    # It is where the focus is: the whole row is said in one go.
                    item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
                self.setItem(row, column, item)
        keys = [(each.area, each.kind) for each in areas]
        key = chosen and (chosen.area, chosen.kind)
        if keys:
            flags = QItemSelectionModel.SelectionFlag
            self.setCurrentCell(
                keys.index(key) if key in keys else 0, 0, flags.ClearAndSelect | flags.Rows
            )
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter asks for sessions; what else there is goes through the table."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.asked.emit()
        else:
            super().keyPressEvent(event)


def _side(column: int) -> Qt.AlignmentFlag:
    """Words at the left, numbers at the right."""
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
