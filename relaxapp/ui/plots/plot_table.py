"""A plot as a table: every value there is, for the keyboard, for screen readers and for copying."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from relaxapp.ui.whole_rows import show_whole_rows

if TYPE_CHECKING:
    from relaxapp.ui.plots.plot_data import PlotData, Series
    from relaxapp.ui.theme import Theme

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_ROW_PX = 34
_NOWHERE = QModelIndex()


def rows_of(data: PlotData) -> tuple[tuple[str, ...], ...]:
    """The table of a plot, its heads first."""
    heads = (data.about, *(_head(each) for each in data.series))
    lines = [
        (label, *(each.number(at) for each in data.series)) for at, label in enumerate(data.labels)
    ]
    if data.remarks:
        heads = (*heads, data.remark_name)
        lines = [(*line, data.remarks[at]) for at, line in enumerate(lines)]
    return (heads, *lines)


def as_text(data: PlotData) -> str:
    """The table with tabs between its columns, as sheets of numbers take it."""
    return "\n".join("\t".join(line) for line in rows_of(data))


class PlotModel(QAbstractTableModel):
    """The table for Qt's views."""

    def __init__(self, data: PlotData, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heads, *self._lines = rows_of(data)

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """One for each label."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """The labels, each series, and the remarks if there are any."""
        return 0 if parent.isValid() else len(self._heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        text = self._lines[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            nothing = QCoreApplication.translate("Plots", "nothing noted")
            told = nothing if text == "\N{EN DASH}" else text
            return f"{self._heads[index.column()]}: {told}"
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        return None

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """A column's name."""
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None


class PlotTable(QTableView):
    """Shows the table; one row is chosen at a time."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "plot")
        show_whole_rows(self, theme.px(_ROW_PX))

    def show_data(self, data: PlotData) -> None:
        """Shows a plot's values, the last row in sight where they go through time."""
        old = self.model()
        self.setModel(PlotModel(data, self))
        if old is not None:
            old.deleteLater()
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(data.title)


def _head(series: Series) -> str:
    name = series.name[:1].upper() + series.name[1:]
    return f"{name} ({series.unit})" if series.unit else name


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
