"""A button that says what is chosen, and opens the list of what there is to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QPushButton, QWidget

from relaxapp.ui.choice_menu import ChoiceMenu

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction

WIDEST_LETTERS = 24
"""Words longer than so many usual letters are cut short on the button; in the list they are whole."""


class OneChoice(QPushButton):
    """Lets the person choose one of several things.

    Args:
        name: what is chosen, for screen readers.
        parent: as in Qt.
    """

    chosen = Signal(str)
    """Something was chosen: its value."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "quiet")
        self._name = name
        self._menu = ChoiceMenu(self)
        self._menu.setAccessibleName(name)
        # Once it is there: Qt begins with nothing, and arrow keys with the first.
        self._menu.aboutToShow.connect(lambda: QTimer.singleShot(0, self, self._begin_with_chosen))
        self.setMenu(self._menu)
        self._choices: tuple[tuple[str, str], ...] = ()
        self._actions: dict[str, QAction] = {}

    def show_choices(self, choices: Sequence[tuple[str, str]], chosen: str, words: str) -> None:
        """Shows what there is to choose from, and what of it is chosen.

        Args:
            choices: each with its value and its words.
            chosen: the value that is chosen.
            words: what to say on the button.
        """
        if tuple(choices) != self._choices:
            self._fill(tuple(choices))
        for value, action in self._actions.items():
            action.setChecked(value == chosen)
        metrics = self.fontMetrics()
        widest = WIDEST_LETTERS * metrics.averageCharWidth()
        self.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, widest))
        self.setAccessibleName(f"{self._name}: {words}")

    def _begin_with_chosen(self) -> None:
        for action in self._actions.values():
            if action.isChecked():
                self._menu.setActiveAction(action)

    def _fill(self, choices: tuple[tuple[str, str], ...]) -> None:
        self._menu.clear()
        self._choices = choices
        self._actions = {}
        group = QActionGroup(self._menu)
        for value, words in choices:
            action = self._menu.addAction(words)
            action.setCheckable(True)
            action.triggered.connect(lambda _checked, value=value: self.chosen.emit(value))
            group.addAction(action)
            self._actions[value] = action
