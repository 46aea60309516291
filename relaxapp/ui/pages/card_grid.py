"""Cards side by side in as many columns as there is room for, with the arrow keys going from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from relaxapp.ui.theme import Theme

ART_PX = 92
"""The height of the picture on a card."""
MOST_COLUMNS = 4
_TEXT_PX = 114
_LEAST_PX = 280
_GAP_PX = 20
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)


def card_height(theme: Theme) -> int:
    """How high a card is: its picture, and four lines of text."""
    return ART_PX + theme.px(_TEXT_PX)


class Tile(QAbstractButton):
    """What lies in a grid: a button that leaves the arrow keys to it."""

    focused = Signal()
    """It has got the focus."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Passes the arrow keys on; Qt's buttons would move the focus in the order they were made."""
        if event.key() in _ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Tells the grid."""
        super().focusInEvent(event)
        self.focused.emit()


class CardGrid(QWidget):
    """A grid of cards of one size, of which Tab reaches one and the arrow keys the others."""

    moved = Signal(object)
    """A key moved the focus to a card, a `Tile`; it may be out of sight."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least = theme.px(_LEAST_PX)
        self._height = card_height(theme)
        self._cards: tuple[Tile, ...] = ()
        self._shown: tuple[Tile, ...] = ()
        self._current: Tile | None = None
        self._columns = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def shown(self) -> tuple[Tile, ...]:
        """The cards there are to see, in order."""
        return self._shown

    @property
    def columns(self) -> int:
        """How many cards lie side by side."""
        return self._columns

    def set_cards(self, cards: Sequence[Tile]) -> None:
        """Replaces all cards; those that were not there before become children of the grid."""
        before = set(self._cards)
        for card in before.difference(cards):
            card.hide()
            card.deleteLater()
        for card in cards:
            if card not in before:
                card.setParent(self)
                card.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
                card.focused.connect(lambda card=card: self._let_tab_reach(card))
        self._cards = tuple(cards)
        self.show_cards(cards)

    def show_cards(self, cards: Sequence[Tile]) -> None:
        """Shows these of its cards, in this order, and hides the others."""
        self._shown = tuple(cards)
        chosen = set(cards)
        for card in self._cards:
            card.setVisible(card in chosen)
        self._arrange()
        if self._shown and self._current not in chosen:
            self._let_tab_reach(self._shown[0])

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Arranges the cards anew where their number of columns or their width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Moves the focus with the arrow keys, Home and End; at the ends it stays."""
        focused = self.focusWidget()
        if isinstance(focused, Tile) and focused in self._shown:
            last = len(self._shown) - 1
            at = self._shown.index(focused)
            target = {
                Qt.Key.Key_Left: at - 1,
                Qt.Key.Key_Right: at + 1,
                Qt.Key.Key_Up: at - self._columns,
                Qt.Key.Key_Down: at + self._columns,
                Qt.Key.Key_Home: 0,
                Qt.Key.Key_End: last,
            }.get(Qt.Key(event.key()))
            if target is not None:
                if 0 <= target <= last:
                    self.go_to(self._shown[target])
                return
        super().keyPressEvent(event)

    def go_to(self, card: Tile) -> None:
        """Gives the focus to a card, and brings it into sight."""
        card.setFocus(Qt.FocusReason.TabFocusReason)
        self.moved.emit(card)

    def _arrange(self) -> None:
        room = self.width() + _GAP_PX
        self._columns = min(max(1, room // (self._least + _GAP_PX)), MOST_COLUMNS)
        for index, card in enumerate(self._shown):
            row, column = divmod(index, self._columns)
            left = room * column // self._columns
            right = room * (column + 1) // self._columns - _GAP_PX
            top = row * (self._height + _GAP_PX)
            card.setGeometry(QRect(left, top, right - left, self._height))
        rows = -(-len(self._shown) // self._columns)
        self.setFixedHeight(max(0, rows * (self._height + _GAP_PX) - _GAP_PX))

    def _let_tab_reach(self, card: Tile) -> None:
        if self._current in self._cards and self._current is not None:
            self._current.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._current = card
        card.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
