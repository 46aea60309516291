"""The chips that leave only some sessions to see, and beside them the search."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QSizePolicy, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

    from relaxapp.ui.theme import Theme

_GAP_PX = 10
_SEARCH_PX = (130, 180, 260)
"""The least, the usual and the most of the search's width, at 100 %."""
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class FilterBar(QWidget):
    """Chips, in as many rows as they need, of which one is chosen; the search at the right end.

    Tab reaches the chosen chip, the arrow keys, Home and End choose another one.

    Args:
        theme: what to paint with.
        behind: what Tab reaches before the chips, in the same window.
        parent: as in Qt.

    Attributes:
        search: where words are typed.
    """

    chosen = Signal(str)
    """A chip was chosen: its name."""
    left_below = Signal()
    """The person goes on from the search to what was found, with the key Down."""

    def __init__(self, theme: Theme, behind: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._behind = behind
        self._least, self._usual, self._most = (theme.px(width) for width in _SEARCH_PX)
        self._chips: tuple[QPushButton, ...] = ()
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(lambda chip: self.chosen.emit(chip.objectName()))
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setAccessibleName(self.tr("Search the sessions"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def chips(self) -> tuple[QPushButton, ...]:
        """The chips there are, in order."""
        return self._chips

    def show_chips(self, names: Sequence[tuple[str, str]], current: str) -> None:
        """Shows these chips.

        Args:
            names: of each chip what it goes by, and what it says.
            current: the one that is chosen.
        """
        if [(chip.objectName(), chip.text()) for chip in self._chips] != list(names):
            for chip in self._chips:
                self._group.removeButton(chip)
                chip.hide()
                chip.deleteLater()
            self._chips = tuple(self._chip(name, text) for name, text in names)
            # Tab would come to them last, for they are made last.
            for before, after in pairwise((self._behind, *self._chips)):
                QWidget.setTabOrder(before, after)
        for chip in self._chips:
            chip.setChecked(chip.objectName() == current)
        self._arrange()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room; the height is set by what is in it."""
        return QSize(self._least, self.search.sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No narrower than the search."""
        return self.sizeHint()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Arranges everything once the style sheet has given it its size."""
        super().showEvent(event)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Breaks the chips into other rows where the width changes."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Takes the keys that go from chip to chip, and from the search to what was found."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if watched is self.search and key == Qt.Key.Key_Down:
                self.left_below.emit()
                return True
            if isinstance(watched, QPushButton) and self._go_from(watched, key):
                return True
        return super().eventFilter(watched, event)

    def _go_from(self, chip: QPushButton, key: Qt.Key) -> bool:
        """Goes to another chip and chooses it; whether the key does so."""
        last = len(self._chips) - 1
        target = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(key)
        if key in _STEPS:
            target = min(max(0, self._chips.index(chip) + _STEPS[key]), last)
        if target is None:
            return False
        self._chips[target].setFocus(Qt.FocusReason.TabFocusReason)
        self._chips[target].click()
        return True

    def _chip(self, name: str, text: str) -> QPushButton:
        chip = QPushButton(text, self)
        chip.setObjectName(name)
        chip.setProperty("kind", "chip")
        chip.setCheckable(True)
        # To a screen reader it is one of several, and not a box to be checked by itself.
        chip.setAutoExclusive(True)
        chip.setAccessibleName(self.tr("Show: {what}").format(what=text))
        chip.installEventFilter(self)
        self._group.addButton(chip)
        chip.show()
        return chip

    def _arrange(self) -> None:
        """The search at the right of the first row, the chips from the left in what is left of it."""
        width = self.width()
        sizes = [chip.sizeHint() for chip in self._chips]
        row = max(each.height() for each in (self.search.sizeHint(), *sizes))
        left = width - sum(size.width() + _GAP_PX for size in sizes)
        wide = min(left, self._most) if left >= self._least else self._usual
        is_alone = width < 2 * self._usual
        if is_alone:
            wide = width
        self.search.setGeometry(width - wide, 0, wide, row)
        x, y = 0, row + _GAP_PX if is_alone else 0
        for chip, size in zip(self._chips, sizes, strict=True):
            room = width if y else width - wide - _GAP_PX
            if x and x + size.width() > room:
                x, y = 0, y + row + _GAP_PX
            chip.setGeometry(x, y, min(size.width(), width), row)
            x += size.width() + _GAP_PX
        self.setFixedHeight(y + row if x else row)
