"""A plot of things beside each other: a row for each, with its name, its number and a bar."""

from __future__ import annotations

from typing import Any

import pyqtgraph
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF

from relaxapp.ui.plots.canvas import Canvas
from relaxapp.ui.theme import mixed

_TYPE_PX = 14
_LINE_PX = 8
_LINE_AT = 0.72
_WORDS_AT = 0.16
"""Where in its row a bar, and the words above it, lie, from the top."""


class RowCanvas(Canvas):
    """Labels go from above to below, values from where the scale begins to where it ends."""

    def _draw(self) -> None:
        data, theme = self._data, self._theme
        self._name_font = theme.font(theme.px(_TYPE_PX), QFont.Weight.DemiBold)
        self._number_font = theme.font(theme.px(_TYPE_PX))
        self._texts: list[tuple[Any, Any]] = []
        for side in ("left", "bottom"):
            self._item.hideAxis(side)
        self._box.invertY(True)
        if data.start > data.end:
            self._box.invertX(True)
        low, high = sorted((data.start, data.end))
        self._box.setRange(xRange=(low, high), yRange=(0, len(data.labels)), padding=0)
        track = mixed(theme.card, theme.line, 0.5)
        series = data.series[0]
        for at, value in enumerate(series.values):
            self._add_row_line(at, (low, high), track)
            if low < 0 < high:
                self._add_tick(at, theme.faint)
            if value:
                # What went up is told from what went down by its side and its colour.
                rises = low < 0 < value
                self._add_row_line(
                    at, (0, value), theme.warm if rises else self._color(series.role)
                )
            self._texts.append((self._text(at, data.start), self._text(at, data.end)))

    def _fit(self) -> None:
        """The numbers are always whole; a name gets what is left."""
        data = self._data
        strong, plain = QFontMetricsF(self._name_font), QFontMetricsF(self._number_font)
        for at, (name, told) in enumerate(self._texts):
            parts = [data.series[0].measured(at), *data.remarks[at : at + 1]]
            words = ", ".join(part for part in parts if part)
            room = self.width() - plain.horizontalAdvance(words) - 28
            told.setText(words)
            name.setText(strong.elidedText(data.labels[at], Qt.TextElideMode.ElideRight, room))

    def _place(self, index: int) -> QRectF:
        low, high = sorted((self._data.start, self._data.end))
        return QRectF(low, index, high - low, 1)

    def _index_of(self, _x: float, y: float) -> int:
        return int(y // 1)

    def _add_row_line(self, at: int, ends: tuple[float, float], color: QColor) -> None:
        pen = self._pen(color, self._theme.px(_LINE_PX))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        places = [at + _LINE_AT] * 2
        self._item.addItem(pyqtgraph.PlotCurveItem(list(ends), places, pen=pen, antialias=True))

    def _add_tick(self, at: int, color: QColor) -> None:
        pen = self._pen(color, 1)
        middle, half = at + _LINE_AT, 0.14
        self._item.addItem(pyqtgraph.PlotCurveItem([0, 0], [middle - half, middle + half], pen=pen))

    def _text(self, at: int, place: float) -> Any:
        """Words above a row's line: its name at the beginning, its number at the end."""
        theme, is_name = self._theme, place == self._data.start
        text = pyqtgraph.TextItem(
            color=theme.text if is_name else theme.dim, anchor=(0 if is_name else 1, 0)
        )
        text.setFont(self._name_font if is_name else self._number_font)
        text.textItem.document().setDocumentMargin(0)
        text.setPos(place, at + _WORDS_AT)
        self._item.addItem(text)
        return text
