"""Where a plot's picture is seen and gone through, by the mouse or point by point with the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QVBoxLayout, QWidget

from relaxapp.ui.aloud import announce
from relaxapp.ui.plots.plot_data import Kind, PlotData

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from relaxapp.ui.plots.canvas import Canvas
    from relaxapp.ui.theme import Theme

_HEIGHT_PX = 196
_ROW_PX = 50
"""Both at 100 %."""
_MARGIN_PX = 6
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up})
_FORTH = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down})


class PlotArea(QWidget):
    """Holds the picture, which is drawn only after the page with it has been painted once.

    The library that draws it takes some tenths of a second to load; nothing that is looked for on the
    page has to wait for it.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._data: PlotData | None = None
        self._canvas: Canvas | None = None
        self._is_due = False
        self._index: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(_MARGIN_PX, _MARGIN_PX, _MARGIN_PX, _MARGIN_PX)

    @property
    def index(self) -> int | None:
        """The label that is looked at; None for none."""
        return self._index

    @property
    def is_drawn(self) -> bool:
        """Whether the picture is there."""
        return self._canvas is not None

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """High enough for a scale; rows have a height each."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: what is smaller cannot be read."""
        if self._data is not None and self._data.kind is Kind.ROWS:
            height = self._theme.px(_ROW_PX) * len(self._data.labels) + 2 * _MARGIN_PX
        else:
            height = self._theme.px(_HEIGHT_PX)
        return QSize(self._theme.px(200), height)

    def show_data(self, data: PlotData) -> None:
        """Shows other values; the label that was looked at is let go of."""
        self._data = data
        self._index = None
        self._drop()
        self.updateGeometry()
        self._describe()
        self.update()

    def look_at(self, index: int) -> None:
        """Marks a label and says what there is to it."""
        if self._data is None or not self._data.labels:
            return
        self._index = max(0, min(index, len(self._data.labels) - 1))
        if self._canvas is not None:
            self._canvas.mark(self._index)
        self._describe()
        announce(self, self._data.words(self._index))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Goes from point to point."""
        if self._data is None:
            super().keyPressEvent(event)
            return
        last = len(self._data.labels) - 1
        # One comes in at the newest, or at the first of several rows.
        first = -1 if self._data.kind is Kind.ROWS else last + 1
        here = first if self._index is None else self._index
        key = Qt.Key(event.key())
        if key in _BACK:
            self.look_at(here - 1 if self._index is not None else min(last, max(0, first - 1)))
        elif key in _FORTH:
            self.look_at(here + 1)
        elif key == Qt.Key.Key_Home:
            self.look_at(0)
        elif key == Qt.Key.Key_End:
            self.look_at(last)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Marks what the mouse is over, and tells its values at once."""
        if self._canvas is None or self._data is None:
            return
        at = self._canvas.index_at(event.position().toPoint() - self._canvas.pos())
        self._canvas.mark(at if at is not None else self._kept())
        if at is None:
            QToolTip.hideText()
        else:
            QToolTip.showText(event.globalPosition().toPoint(), self._data.words(at), self)

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Takes the mouse's mark away."""
        if self._canvas is not None:
            self._canvas.mark(self._kept())
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """What the mouse rests on has been told already."""
        if isinstance(event, QHelpEvent):
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Shows the ring and the mark."""
        self._refocus()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Takes both away."""
        self._refocus()
        super().focusOutEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the ring of the focus; sees to the picture when this has been painted once."""
        if self._canvas is None and self._data is not None and not self._is_due:
            self._is_due = True
            QTimer.singleShot(0, self, self._draw)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._theme.calm, self._theme.focus_px))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 10, 10)

    def _draw(self) -> None:
        self._is_due = False
        if self._canvas is not None or self._data is None:
            return
        from relaxapp.ui.plots.drawing import canvas_of  # noqa: PLC0415 - slow to load

        self._canvas = canvas_of(self._data, self._theme, self)
        self._canvas.mark(self._kept())
        self._room.addWidget(self._canvas)

    def _drop(self) -> None:
        if self._canvas is not None:
            self._canvas.hide()
            self._room.removeWidget(self._canvas)
            self._canvas.deleteLater()
            self._canvas = None

    def _kept(self) -> int | None:
        return self._index if self.hasFocus() else None

    def _refocus(self) -> None:
        if self._canvas is not None:
            self._canvas.mark(self._kept())
        self.update()

    def _describe(self) -> None:
        data = self._data
        if data is None:
            return
        self.setAccessibleName(data.title)
        here = "" if self._index is None else data.words(self._index)
        keys = QCoreApplication.translate("Plots", "Arrow keys go from point to point.")
        self.setAccessibleDescription(" ".join(part for part in (here, data.summary, keys) if part))
