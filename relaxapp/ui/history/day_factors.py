"""How one day was: six things, each a quick word or nothing, kept at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from relaxapp.journal.factors import Factor, FactorMark
from relaxapp.ui.history.factor_row import FactorRow

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from relaxapp.ui.theme import Theme

_TWO_COLUMNS_PX = 860
"""From this width on, at 100 %, the rows stand in two columns."""


class DayFactors(QWidget):
    """Six rows; nobody has to answer any of them."""

    marked = Signal(object)
    """Something was said about the day, or taken back: a `FactorMark`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day: date | None = None
        self._heading = QLabel()
        self._heading.setProperty("role", "small")
        self._heading.setWordWrap(True)
        self.rows = {factor: FactorRow(factor, theme) for factor in Factor}
        for row in self.rows.values():
            row.chosen.connect(lambda level, row=row: self._on_choice(row, level))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(28)
        self._grid.setVerticalSpacing(6)
        self._columns = 0
        self._arrange(1)

    def show_day(self, day: date, levels: Mapping[Factor, int]) -> None:
        """Shows what is known of a day."""
        self._day = day
        when = QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM")
        text = self.tr("How {day} was, if you like to note it. Each is kept at once.")
        self._heading.setText(text.format(day=when))
        for factor, row in self.rows.items():
            row.show_level(levels.get(factor))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stands in two columns where there is room."""
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= self._theme.px(_TWO_COLUMNS_PX) else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        self._grid.addWidget(self._heading, 0, 0, 1, columns)
        for index, row in enumerate(self.rows.values()):
            line, column = divmod(index, columns)
            self._grid.addWidget(row, line + 1, column)
        for column in range(2):
            self._grid.setColumnStretch(column, int(column < columns))

    def _on_choice(self, row: FactorRow, level: int | None) -> None:
        if self._day is not None:
            self.marked.emit(FactorMark(self._day, row.factor, level))
