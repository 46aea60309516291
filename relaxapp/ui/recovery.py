"""The question what to do about a journal that is damaged, asked as soon as the window is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox

if TYPE_CHECKING:
    from relaxapp.journal.damage import DamagedJournal


class RecoveryDialog(QMessageBox):
    """Says what happened to the journal, and offers to go on from its newest good copy."""

    def __init__(self, error: DamagedJournal) -> None:
        super().__init__()
        self.setWindowTitle("relaxapp")
        self.setIcon(QMessageBox.Icon.Information)
        self.setText(self.tr("Your journal needs a hand."))
        self.setInformativeText(str(error))
        go_on = (
            self.tr("Go on from the copy") if error.backup else self.tr("Go on with an empty one")
        )
        self.addButton(go_on, QMessageBox.ButtonRole.AcceptRole)
        self.addButton(self.tr("Close relaxapp"), QMessageBox.ButtonRole.RejectRole)

    @classmethod
    def asks(cls, error: DamagedJournal) -> bool:
        """Ask; whether to go on."""
        dialog = cls(error)
        dialog.exec()
        return dialog.buttonRole(dialog.clickedButton()) is QMessageBox.ButtonRole.AcceptRole


def show_trouble(sentence: str) -> None:
    """Say why the window cannot be opened."""
    title = QCoreApplication.translate("Trouble", "relaxapp cannot be opened")
    QMessageBox.information(None, title, sentence)
