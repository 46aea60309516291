"""Chips of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from relaxapp.ui.flow import Flow

if TYPE_CHECKING:
    from collections.abc import Sequence


class Chips(Flow):
    """Tab reaches the chosen chip, the arrow keys choose another one.

    Args:
        name: what is chosen, for screen readers.
        choices: of each chip what it goes by, and what it says; the first is chosen.
        kind: how the style sheet calls their look.
        parent: as in Qt.
    """

    chosen = Signal(str)
    """Another chip was chosen: what it goes by."""

    def __init__(
        self,
        name: str,
        choices: Sequence[tuple[str, str]],
        parent: QWidget | None = None,
        *,
        kind: str = "chip",
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._chips: dict[str, QPushButton] = {}
        for value, words in choices:
            chip = self._chips[value] = QPushButton(words)
            chip.setProperty("kind", kind)
            chip.setCheckable(True)
            # To a screen reader it is one of several, and not a box to be checked by itself.
            chip.setAutoExclusive(True)
            chip.setAccessibleName(f"{name}: {words}")
            chip.clicked.connect(lambda _checked=False, value=value: self.chosen.emit(value))
            self._group.addButton(chip)
            self.add(chip)
        self.choose(choices[0][0])

    @property
    def value(self) -> str:
        """What the chosen chip goes by."""
        return next(value for value, chip in self._chips.items() if chip.isChecked())

    def choose(self, value: str) -> None:
        """Chooses a chip, without saying so."""
        self._chips[value].setChecked(True)

    def focus(self) -> None:
        """Puts the focus on the chosen chip."""
        self._chips[self.value].setFocus()
