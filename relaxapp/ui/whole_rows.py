"""Tables of which whole rows are chosen and nothing is edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractItemView, QHeaderView

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTableView


def show_whole_rows(table: QTableView, row_px: int) -> None:
    """Lets one row be chosen at a time; Tab leaves the table, and all rows are of one height.

    Args:
        table: the table.
        row_px: the height of a row: a hundred thousand of them need not be measured.
    """
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    rows, columns = table.verticalHeader(), table.horizontalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    rows.setDefaultSectionSize(row_px)
    columns.setHighlightSections(False)
    columns.setSectionsClickable(False)
