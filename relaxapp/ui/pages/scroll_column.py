"""Widgets one below the other that scroll where there is no room for them."""

from __future__ import annotations

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QAbstractSlider, QFrame, QScrollArea, QVBoxLayout, QWidget

SCROLL_BAR_PX = 12
"""The width of the style sheet's scroll bars."""
_SCROLLING = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
_RING = """
ScrollColumn { border: 2px solid transparent; border-radius: 20px; }
ScrollColumn:focus { border-color: palette(highlight); }
"""


class ScrollColumn(QScrollArea):
    """A column whose content keeps its width when the scroll bar comes and goes.

    Args:
        margins: around the content; the right one is at least `SCROLL_BAR_PX`, for the bar lies in it.
        name: what is in it, for a column that is scrolled with the arrow keys because not everything
            in it takes the focus; empty for one that follows the focus alone.
        parent: as in Qt.
    """

    def __init__(self, margins: QMargins, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._margins = margins
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setSpacing(0)
        self.column.setContentsMargins(margins)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if name else Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        if name:
            self.setStyleSheet(_RING)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The viewport stays untouched: the style sheet makes it transparent, and to reach for it would
        # load Qt classes that the start does not need.
        self.setWidget(inside)
        # Only now: a scroll area lets what it takes in fill its ground.
        inside.setAutoFillBackground(False)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)

    def set_margins(self, margins: QMargins) -> None:
        """Leaves other room around the content."""
        self._margins = margins
        bar = self.verticalScrollBar()
        self._make_room(bar.minimum(), bar.maximum())

    def scrolls_by(self, key: int) -> bool:
        """Scrolls as a key asks that was pressed elsewhere on the page; whether it asks for that at all."""
        action = _SCROLLING.get(Qt.Key(key))
        if action is not None:
            self.verticalScrollBar().triggerAction(action)
        return action is not None

    def _make_room(self, least: int, most: int) -> None:
        bar = QMargins(0, 0, SCROLL_BAR_PX if most > least else 0, 0)
        self.column.setContentsMargins(self._margins - bar)
