"""Which canvas draws which kind of plot; loads what draws it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.ui.plots.plot_data import Kind
from relaxapp.ui.plots.row_canvas import RowCanvas
from relaxapp.ui.plots.time_canvas import TimeCanvas

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from relaxapp.ui.plots.canvas import Canvas
    from relaxapp.ui.plots.plot_data import PlotData
    from relaxapp.ui.theme import Theme


def canvas_of(
    data: PlotData, theme: Theme, parent: QWidget | None = None, *, scale: float | None = None
) -> Canvas:
    """The picture of a plot; the arguments are those of `Canvas`."""
    kind = RowCanvas if data.kind is Kind.ROWS else TimeCanvas
    return kind(data, theme, parent, scale=scale)
