"""One thing about a day, with four words to choose from, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QWidget

from relaxapp.journal.factors import FACTOR_LEVELS, Factor
from relaxapp.ui.factor_words import factor_name, level_words
from relaxapp.ui.flow import Flow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from relaxapp.ui.theme import Theme

_LABEL_PX = 84
_TAKES_BACK = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class FactorRow(QWidget):
    """A name and four chips; the keys 0 to 3 choose, Delete takes back, and so does a chip chosen anew."""

    chosen = Signal(object)
    """Another level was chosen, 0 to 3; None when it was taken back."""

    def __init__(self, factor: Factor, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.factor = factor
        self._level: int | None = None
        name = factor_name(factor)
        label = QLabel(name)
        label.setProperty("role", "value")
        label.setMinimumWidth(theme.px(_LABEL_PX))
        self._group = QButtonGroup(self)
        chips = Flow()
        self.chips: tuple[QPushButton, ...] = ()
        for level in FACTOR_LEVELS:
            chip = QPushButton(level_words(factor, level))
            chip.setProperty("kind", "chip")
            chip.setProperty("small", "true")
            chip.setCheckable(True)
            chip.setAutoDefault(False)
            # To a screen reader it is one of several, and not a box to be checked by itself.
            chip.setAutoExclusive(True)
            chip.setAccessibleName(f"{name}: {chip.text()}")
            chip.setAccessibleDescription(
                self.tr("The keys 0 to 3 choose, Delete takes the answer back.")
            )
            chip.clicked.connect(lambda _checked=False, level=level: self._on_click(level))
            self._group.addButton(chip, level)
            self.chips += (chip,)
            chips.add(chip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(label)
        row.addWidget(chips, 1)

    @property
    def level(self) -> int | None:
        """What is chosen; None for nothing."""
        return self._level

    def show_level(self, level: int | None) -> None:
        """Shows a level without saying that it was chosen."""
        self._level = level
        self._group.setExclusive(False)
        for number, chip in enumerate(self.chips):
            chip.setChecked(number == level)
        self._group.setExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Takes the keys that the chips leave."""
        key = event.key()
        if key in _TAKES_BACK:
            self._choose(None)
        elif event.text().isdigit() and int(event.text()) in FACTOR_LEVELS:
            self._choose(int(event.text()))
            self.chips[int(event.text())].setFocus()
        else:
            super().keyPressEvent(event)

    def _on_click(self, level: int) -> None:
        """A chip was pressed, or gone to with an arrow key."""
        self._choose(None if level == self._level else level)

    def _choose(self, level: int | None) -> None:
        is_new = level != self._level
        self.show_level(level)
        if is_new:
            self.chosen.emit(level)
