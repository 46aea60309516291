"""The table behind a plot says all that the picture does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from relaxapp.ui.plots.plot_table import PlotModel, as_text, rows_of

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from relaxapp.ui.plots.plot_data import PlotData


def test_there_is_a_line_for_each_label_and_a_column_for_each_series(band: PlotData) -> None:
    assert rows_of(band) == (
        ("Week", "Before", "After", "Rated"),
        ("2 Nov", "7.0", "3.0", "3 sessions"),
        ("9 Nov", "6.0", "4.0", "1 session"),
        ("16 Nov", "\N{EN DASH}", "\N{EN DASH}", ""),
        ("23 Nov", "5.0", "2.5", "2 sessions"),
    )


def test_the_view_is_given_the_same(band: PlotData, qapp: QApplication) -> None:
    model = PlotModel(band)
    heads, *lines = rows_of(band)
    columns = range(model.columnCount())
    assert tuple(model.headerData(at, Qt.Orientation.Horizontal) for at in columns) == heads
    assert [
        tuple(model.index(row, column).data() for column in columns)
        for row in range(model.rowCount())
    ] == lines


def test_a_screen_reader_hears_which_column_it_is_in(band: PlotData, qapp: QApplication) -> None:
    model = PlotModel(band)

    def aloud(row: int) -> object:
        return model.index(row, 1).data(Qt.ItemDataRole.AccessibleTextRole)

    assert (aloud(0), aloud(2)) == ("Before: 7.0", "Before: nothing noted")


def test_as_text_it_has_tabs(band: PlotData) -> None:
    assert as_text(band).splitlines()[1] == "2 Nov\t7.0\t3.0\t3 sessions"
