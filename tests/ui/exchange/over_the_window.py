"""What a dialog of the history opens over in a test, and what it said and changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from relaxapp.ui.exchange.dialog import HistoryDialog

_Dialog = TypeVar("_Dialog", bound="HistoryDialog")


class OverTheWindow:
    """Opens dialogs over a window, and notes what comes of them."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.window = QWidget()
        self.window.resize(1280, 800)
        qtbot.addWidget(self.window)
        self.window.show()
        self.said: list[str] = []
        self.changes = 0

    def open(self, make: Callable[[QWidget], _Dialog]) -> _Dialog:
        """Makes a dialog over the window, and opens it."""
        dialog = make(self.window)
        dialog.said.connect(lambda message: self.said.append(message.text))
        dialog.changed.connect(self._count)
        dialog.open()
        return dialog

    def wait(self, dialog: HistoryDialog) -> None:
        """Waits until the dialog has nothing more to do."""
        self._qtbot.waitUntil(lambda: not any(worker.is_busy for worker in dialog.workers))

    def wait_until_gone(self, dialog: HistoryDialog) -> None:
        """Waits until the dialog is gone for good."""
        self._qtbot.waitUntil(lambda: not isValid(dialog))

    def _count(self) -> None:
        self.changes += 1
