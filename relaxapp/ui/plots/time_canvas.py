"""A plot along time: lines, a band between two of them, or upright bars."""

from __future__ import annotations

from typing import Any

import pyqtgraph
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF

from relaxapp.ui.formats import number
from relaxapp.ui.plots.canvas import Canvas, bars
from relaxapp.ui.plots.plot_data import Kind, Series, spread
from relaxapp.ui.theme import faded, mixed

_TYPE_PX = 12
_LINE_PX = 2.4
_BAR_SHARE = 0.62
_BARS_IN_FULL = 40
"""A bar has that share of its place; of a place that is wide because there are few, it has less."""
_NO_PEN = QColor(0, 0, 0, 0)


class TimeCanvas(Canvas):
    """Labels go from left to right, values from below."""

    def _draw(self) -> None:
        data, theme = self._data, self._theme
        self._font = theme.font(theme.px(_TYPE_PX))
        # A hair above the uppermost line, which would be cut off.
        top = data.end + (data.end - data.start) / 100
        self._box.setRange(
            xRange=(-0.5, len(data.labels) - 0.5), yRange=(data.start, top), padding=0
        )
        for side in ("left", "bottom"):
            self._dress(self._item.getAxis(side))
        left = self._item.getAxis("left")
        left.setTicks([[(value, number(value)) for value in data.scale]])
        metrics = QFontMetricsF(self._font)
        widest = max(metrics.horizontalAdvance(number(value)) for value in data.scale)
        left.setWidth(round(widest) + 12)
        self._item.getAxis("bottom").setHeight(round(metrics.height()) + 8)
        # Half of the uppermost number stands above its line.
        self._item.layout.setContentsMargins(0, metrics.height() / 2, 4, 0)
        for value in data.scale:
            self._add_line(value, mixed(theme.card, theme.line, 0.7))
        if data.aim is not None:
            self._add_line(data.aim, theme.faint, Qt.PenStyle.DashLine)
        if data.kind is Kind.BARS:
            self._draw_bars(data.series[0])
        else:
            self._draw_lines()

    def _fit(self) -> None:
        axis = self._item.getAxis("bottom")
        metrics = QFontMetricsF(self._font)
        ticks = self._data.ticks
        widths = [metrics.horizontalAdvance(tick.text) + 14 for tick in ticks]
        pitch = max(1.0, self.width() - self._item.getAxis("left").width()) / len(self._data.labels)
        axis.setTicks([[(tick.at, tick.text) for tick in spread(ticks, widths, pitch)]])

    def _place(self, index: int) -> QRectF:
        data = self._data
        return QRectF(index - 0.5, data.start, 1, data.end - data.start)

    def _index_of(self, x: float, _y: float) -> int:
        return round(x)

    def _dots_at(self, index: int) -> list[Any]:
        if self._data.kind is Kind.BARS:
            return []
        dots = []
        for series in self._data.series:
            if series.values[index] is not None:
                dot = self._dots(series, [index], size=10)
                dot.setPen(self._pen(self._theme.card, 2))
                dots.append(dot)
        return dots

    def _draw_bars(self, series: Series) -> None:
        shown = [(at, value) for at, value in enumerate(series.values) if value]
        half = min(_BAR_SHARE, len(series.values) / _BARS_IN_FULL) / 2
        self._item.addItem(
            bars(
                self._color(series.role),
                x0=[at - half for at, _ in shown],
                x1=[at + half for at, _ in shown],
                y0=[self._data.start] * len(shown),
                y1=[value for _, value in shown],
            )
        )

    def _draw_lines(self) -> None:
        is_joined = self._data.is_joined
        if self._data.kind is Kind.BAND and is_joined:
            before, after = self._data.series
            ground = pyqtgraph.mkBrush(faded(self._theme.calm, 0.16))
            for first, last in _runs(before, after):
                places = list(range(first, last + 1))
                edges = [
                    pyqtgraph.PlotCurveItem(places, list(each.values[first : last + 1]))
                    for each in (before, after)
                ]
                self._item.addItem(pyqtgraph.FillBetweenItem(*edges, brush=ground, pen=None))
        for series in self._data.series:
            pen = self._pen(self._color(series.role), _LINE_PX)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            for first, last in _runs(series):
                places = list(range(first, last + 1))
                if first == last or not is_joined:
                    self._item.addItem(self._dots(series, places, size=7))
                else:
                    values = list(series.values[first : last + 1])
                    self._item.addItem(
                        pyqtgraph.PlotCurveItem(places, values, pen=pen, antialias=True)
                    )

    def _dress(self, axis: Any) -> None:
        axis.setPen(_NO_PEN)
        axis.setTextPen(pyqtgraph.mkPen(self._theme.faint))
        axis.setTickFont(self._font)
        axis.setStyle(tickLength=0, tickAlpha=0, hideOverlappingLabels=False)

    def _add_line(
        self,
        value: float,
        color: QColor,
        style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        pen = self._pen(color, 1)
        pen.setStyle(style)
        self._item.addItem(pyqtgraph.InfiniteLine(value, angle=0, pen=pen))

    def _dots(self, series: Series, places: list[int], size: int) -> Any:
        return pyqtgraph.ScatterPlotItem(
            places,
            [series.values[at] for at in places],
            size=size,
            pen=pyqtgraph.mkPen(None),
            brush=pyqtgraph.mkBrush(self._color(series.role)),
            pxMode=True,
        )


def _runs(*series: Series) -> list[tuple[int, int]]:
    """From where to where all of them have a value, without a gap."""
    runs: list[tuple[int, int]] = []
    for at, values in enumerate(zip(*(each.values for each in series), strict=True)):
        if None in values:
            continue
        if runs and runs[-1][1] == at - 1:
            runs[-1] = (runs[-1][0], at)
        else:
            runs.append((at, at))
    return runs
