"""The states of the history that pictures are taken of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.ui.shots.hands import Hands
    from relaxapp.ui.window import MainWindow


def view(name: str) -> Callable[[MainWindow, Hands], QWidget]:
    """One of the views of the history, by its name."""

    def take(window: MainWindow, _hands: Hands) -> QWidget:
        window.show_history()
        window.history.show_view(name)
        return window

    return take


def dialog(words: str) -> Callable[[MainWindow, Hands], QWidget]:
    """The dialog that the entry of "More" with these words opens."""

    def take(window: MainWindow, _hands: Hands) -> QWidget:
        window.show_history()
        for action in window.history.more.menu().actions():
            if action.text().startswith(words):
                action.trigger()
        opened = [each for each in window.findChildren(QDialog) if each.isVisible()]
        return opened[-1]

    return take
