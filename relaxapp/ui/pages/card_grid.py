"""Cards side by side in as many columns as there is room for, with the arrow keys going from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

LEAST_CARD_PX = 280
"""A card is at least this wide."""
CARD_HEIGHT_PX = 202
_GAP_PX = 22


class CardGrid(QWidget):
    """A grid of cards of one size. Hidden cards leave no gap."""

    moved = Signal(object)
    """An arrow key moved the focus to a card, a `QWidget`; it may be out of sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[QWidget] = []
        self._columns = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> tuple[QWidget, ...]:
        """The cards there are to see, in order."""
        return tuple(card for card in self._cards if not card.isHidden())

    @property
    def columns(self) -> int:
        """How many cards lie side by side."""
        return self._columns

    def set_cards(self, cards: Sequence[QWidget]) -> None:
        """Replaces all cards; the grid takes them as its children."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = list(cards)
        before: QWidget | None = None
        for card in self._cards:
            card.setParent(self)
            card.installEventFilter(self)
            card.show()
            if before is not None:
                QWidget.setTabOrder(before, card)
            before = card
        self.arrange()

    def arrange(self) -> None:
        """Puts every card that is not hidden where it belongs."""
        room = self.width() + _GAP_PX
        self._columns = max(1, room // (LEAST_CARD_PX + _GAP_PX))
        shown = self.shown
        for index, card in enumerate(shown):
            row, column = divmod(index, self._columns)
            left = room * column // self._columns
            right = room * (column + 1) // self._columns - _GAP_PX
            card.setGeometry(left, row * (CARD_HEIGHT_PX + _GAP_PX), right - left, CARD_HEIGHT_PX)
        rows = -(-len(shown) // self._columns)
        self.setFixedHeight(max(0, rows * (CARD_HEIGHT_PX + _GAP_PX) - _GAP_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Arranges the cards anew where their number of columns or their width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Takes the arrow keys from a card and moves the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            by = {
                Qt.Key.Key_Left: -1,
                Qt.Key.Key_Right: 1,
                Qt.Key.Key_Up: -self._columns,
                Qt.Key.Key_Down: self._columns,
            }.get(Qt.Key(event.key()))
            if by is not None and isinstance(watched, QWidget):
                self._move(watched, by)
                return True
        return super().eventFilter(watched, event)

    def _move(self, card: QWidget, by: int) -> None:
        """Moves the focus `by` cards from one; at the ends it stays."""
        shown = self.shown
        target = shown.index(card) + by
        if 0 <= target < len(shown):
            shown[target].setFocus(Qt.FocusReason.TabFocusReason)
            self.moved.emit(shown[target])
