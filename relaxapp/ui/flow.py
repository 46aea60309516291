"""Widgets side by side, in as many rows as they need."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP_PX = 10


class Flow(QWidget):
    """Puts widgets side by side from the left, and goes on in another row where there is no width.

    Each has the size it wishes for; one whose policy is to expand has what its row leaves over.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, widget: QWidget) -> None:
        """Puts a widget after those that are there."""
        widget.setParent(self)
        self._widgets.append(widget)
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """All in one row."""
        sizes = [_wish(each) for each in self._shown]
        wide = sum(size.width() for size in sizes) + GAP_PX * max(0, len(sizes) - 1)
        return QSize(wide, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Each in a row of its own."""
        sizes = [each.minimumSizeHint() for each in self._shown]
        return QSize(max((size.width() for size in sizes), default=0), 0)

    def event(self, event: QEvent) -> bool:
        """Arranges everything anew where the room, or what is in it, is of another size."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutRequest}:
            self._arrange()
        return super().event(event)

    @property
    def _shown(self) -> list[QWidget]:
        return [each for each in self._widgets if not each.isHidden()]

    def _arrange(self) -> None:
        width, y = self.width(), 0
        for row in self._rows(width):
            sizes = [_wish(each) for each in row]
            high = max(size.height() for size in sizes)
            over = width - sum(size.width() for size in sizes) - GAP_PX * (len(row) - 1)
            x = 0
            for each, size in zip(row, sizes, strict=True):
                wide = min(size.width(), width)
                if each.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Expanding:
                    wide = min(wide + max(0, over), each.maximumWidth())
                each.setGeometry(QRect(x, y + (high - size.height()) // 2, wide, size.height()))
                x += wide + GAP_PX
            y += high + GAP_PX
        self.setFixedHeight(max(0, y - GAP_PX))

    def _rows(self, width: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = []
        x = 0
        for each in self._shown:
            wide = _wish(each).width()
            if not rows or x + wide > width:
                rows.append([])
                x = 0
            rows[-1].append(each)
            x += wide + GAP_PX
        return rows


def _wish(widget: QWidget) -> QSize:
    return widget.sizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
