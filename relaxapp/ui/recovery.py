"""The question what to do about a journal that is damaged, asked as soon as the window is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMargins, QThreadPool
from PySide6.QtWidgets import QDialog, QMessageBox, QVBoxLayout

from relaxapp.journal.backup import list_backups
from relaxapp.journal.computer import this_computer
from relaxapp.ui.card import Card
from relaxapp.ui.exchange.backup_list import BackupList
from relaxapp.ui.exchange.dialog import breaking, button
from relaxapp.ui.exchange.inquiry import Inquiry
from relaxapp.ui.flow import Flow
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtGui import QShowEvent

    from relaxapp.journal.backup import Backup
    from relaxapp.journal.damage import DamagedJournal

_MARGIN_PX = 28
_BAR_ROOM_PX = 14
_WIDTH_EMS = 40
"""How wide it is, in sizes of its type."""
_LIST_LINES = 11
"""How high the list of copies is, in lines of its type."""
_AIR_PX = 48
"""What is left of the screen around it."""


@dataclass(frozen=True, slots=True)
class Recovery:
    """How the person wants to go on.

    Attributes:
        backup: the copy to go on from; None for an empty history.
    """

    backup: Path | None


class RecoveryDialog(QDialog):
    """Says what happened to the journal, shows its copies, and offers to go on from one of them.

    Args:
        error: what is wrong.
        folders: where there may be copies.
        now: the time of day.
    """

    def __init__(self, error: DamagedJournal, folders: Sequence[Path], now: datetime) -> None:
        super().__init__()
        self.recovery: Recovery | None = None
        self._error = error
        self._now = now
        self.setWindowTitle("relaxapp")
        self.setAccessibleName(self.tr("Your history needs a hand."))
        self.what_happened = breaking("", str(error))
        self._area = ScrollColumn(QMargins(4, 0, _BAR_ROOM_PX, 0), self.tr("What happened"))
        self.list = BackupList()
        self.list.setMinimumHeight(_LIST_LINES * self.fontMetrics().lineSpacing())
        self.list.chosen.connect(self._on_chosen)
        self._copies = Card(self.tr("Go on from this copy:"), self.list)
        self.go_on = button(self.tr("Go on from the copy"), "chosen")
        self.go_on.clicked.connect(lambda: self._decide(self._chosen))
        self.begin_empty = button(self.tr("Go on with an empty one"))
        self.begin_empty.clicked.connect(lambda: self._decide(None))
        self.leave = button(self.tr("Close relaxapp"), "quiet")
        self.leave.clicked.connect(self.reject)
        self._chosen: Path | None = error.backup
        self._pool = QThreadPool()
        self._listing = Inquiry(self._pool, self)
        self._listing.answered.connect(self._show_list)
        self._lay_out()
        self._copies.hide()
        self.go_on.setVisible(error.backup is not None)
        (self.go_on if error.backup else self.leave).setFocus()
        self._listing.ask(lambda _unwanted: list_backups(folders))

    @classmethod
    def asks(cls, error: DamagedJournal, folders: Sequence[Path], now: datetime) -> Recovery | None:
        """Asks how to go on; None if the journal is to be left alone."""
        dialog = cls(error, folders, now)
        dialog.exec()
        dialog.wait()
        return dialog.recovery

    def wait(self) -> None:
        """Waits until no copy is being looked at any more."""
        self._listing.forget()
        self._pool.waitForDone()

    def _lay_out(self) -> None:
        words = self._area.column
        words.setSpacing(12)
        words.addWidget(paragraph("heading", self.accessibleName()))
        words.addWidget(self.what_happened)
        words.addWidget(
            paragraph(
                "dim",
                self.tr(
                    "Whatever you choose, nothing is thrown away: what is there now is set aside "
                    "in the same folder, under another name."
                ),
            )
        )
        words.addWidget(self._copies)
        words.addStretch()
        self._buttons = Flow()
        for each in (self.go_on, self.begin_empty, self.leave):
            self._buttons.add(each)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN_PX - 4, 24, _MARGIN_PX - _BAR_ROOM_PX, 20)
        column.setSpacing(16)
        column.addWidget(self._area, 1)
        lower = QVBoxLayout()
        lower.setContentsMargins(4, 0, _BAR_ROOM_PX, 0)
        lower.addWidget(self._buttons)
        column.addLayout(lower)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Is as large as what it says, as far as the screen allows."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.screen().availableSize()
        self.ensurePolished()
        width = min(_WIDTH_EMS * self.fontInfo().pixelSize(), room.width() - _AIR_PX)
        lying = self._column.contentsMargins()
        words = self._area.column.heightForWidth(width - lying.left() - lying.right())
        buttons = self._buttons.sizeHint().height()
        height = words + buttons + lying.top() + lying.bottom() + 2 * self._column.spacing()
        self.resize(width, min(height, room.height() - _AIR_PX))

    def _show_list(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        backups: tuple[Backup, ...] = answer
        self._copies.setVisible(bool(backups))
        self.list.show_backups(backups, self._now, this_computer(), self._error.backup)
        self._fit()

    def _on_chosen(self, backup: Backup | None) -> None:
        if backup is None:
            return
        self._chosen = backup.path
        self.go_on.setEnabled(not backup.trouble)

    def _decide(self, backup: Path | None) -> None:
        self.recovery = Recovery(backup)
        self.accept()


def show_trouble(sentence: str) -> None:
    """Say why the window cannot be opened."""
    title = QCoreApplication.translate("Trouble", "relaxapp cannot be opened")
    QMessageBox.information(None, title, sentence)
