"""The picture of a plot, drawn by pyqtgraph; loaded when the first one is to be seen, for that takes a while."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyqtgraph
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relaxapp.ui.plots.plot_data import PlotData, Role
from relaxapp.ui.theme import Theme, faded

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPainter, QResizeEvent

# Without this it looks through everything there is in memory when the program ends.
pyqtgraph.setConfigOptions(exitCleanup=False)

_MARK_ALPHA = 0.09


class Canvas(QWidget):
    """The picture; it takes neither the mouse nor the focus, and never moves by itself.

    Args:
        data: what is drawn.
        theme: its colours and type.
        parent: as in Qt.
        scale: how many pixels of what it is painted on there are for each of its own; the screen's,
            unless told otherwise.
    """

    def __init__(
        self,
        data: PlotData,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        scale: float | None = None,
    ) -> None:
        super().__init__(parent)
        self._scale = self.devicePixelRatioF() if scale is None else scale
        self._data = data
        self._theme = theme
        self._marks: list[Any] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        axes = {side: _Axis(side) for side in ("left", "bottom")}
        self._view = pyqtgraph.PlotWidget(self, background=None, enableMenu=False, axisItems=axes)
        for part in (self._view, self._view.viewport()):
            part.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setAntialiasing(True)
        self._item = self._view.getPlotItem()
        self._box = self._item.getViewBox()
        self._item.hideButtons()
        self._box.setMouseEnabled(x=False, y=False)
        self._box.disableAutoRange()
        room = QVBoxLayout(self)
        room.setContentsMargins(0, 0, 0, 0)
        room.addWidget(self._view)
        self._draw()

    def mark(self, index: int | None) -> None:
        """Marks a label softly; None takes the mark away."""
        for each in self._marks:
            self._item.removeItem(each)
        self._marks.clear()
        if index is not None:
            place = self._place(index)
            ground = bars(
                faded(self._theme.text, _MARK_ALPHA),
                x0=[place.left()],
                x1=[place.right()],
                y0=[place.top()],
                y1=[place.bottom()],
            )
            self._marks = [ground, *self._dots_at(index)]
            for each in self._marks:
                self._item.addItem(each)

    def index_at(self, point: QPoint) -> int | None:
        """The label that is nearest to a point of the widget; None outside the picture."""
        at = self._box.mapSceneToView(self._view.mapToScene(self._view.mapFrom(self, point)))
        index = self._index_of(at.x(), at.y())
        return index if 0 <= index < len(self._data.labels) else None

    def render_on(self, painter: QPainter, area: QRectF) -> None:
        """Draws the picture into an area, without being shown itself."""
        self.resize(area.size().toSize())
        self.grab(QRect(0, 0, 1, 1))  # now it has the size it was given
        self._view.render(painter, area, self._view.viewport().rect())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Shows the words there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _draw(self) -> None:
        """Draws all that is always to be seen."""
        raise NotImplementedError

    def _fit(self) -> None:
        """Chooses the words there is room for."""
        raise NotImplementedError

    def _place(self, index: int) -> QRectF:
        """The place of a label, in what is counted in the picture."""
        raise NotImplementedError

    def _index_of(self, x: float, y: float) -> int:
        """The label nearest to a place in the picture; it need not exist."""
        raise NotImplementedError

    def _dots_at(self, _index: int) -> list[Any]:
        """What else a marked label has beside its ground."""
        return []

    def _pen(self, color: QColor, width: float) -> Any:
        # Its pens have the same width in whatever is painted on, however many pixels that has.
        return pyqtgraph.mkPen(color, width=width * self._scale)

    def _color(self, role: Role) -> QColor:
        return color_of(role, self._theme)


class _Axis(pyqtgraph.AxisItem):  # type: ignore[misc] # pyqtgraph has no types
    """Writes its words straight away.

    Usually it plays a recording of them, and Qt plays one larger on paper than on a screen.
    """

    def paint(self, painter: QPainter, _option: object, _widget: object) -> None:
        painter.setFont(self.style["tickFont"])
        specs = self.generateDrawSpecs(painter)
        if specs is not None:
            self.drawPicture(painter, *specs)


def color_of(role: Role, theme: Theme) -> QColor:
    """The colour of a role in a theme."""
    return {Role.WARM: theme.warm, Role.CALM: theme.calm, Role.PLAIN: theme.dim}[role]


def bars(color: QColor, **edges: Any) -> Any:
    """Filled oblongs, by their edges `x0`, `x1`, `y0` and `y1`, each a list."""
    return pyqtgraph.BarGraphItem(
        pen=pyqtgraph.mkPen(None), brush=pyqtgraph.mkBrush(color), **edges
    )
