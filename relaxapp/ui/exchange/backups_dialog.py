"""The dialog of the copies: where they are kept, what is in each, and the way back to one."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QBoxLayout, QWidget

from relaxapp.journal.backup import Backup, backups_folder, list_backups
from relaxapp.journal.by_hand import back_up_now
from relaxapp.journal.restoring import Outlook, Restored, look, restore
from relaxapp.ui.card import Card
from relaxapp.ui.exchange.backup_card import BackupCard
from relaxapp.ui.exchange.backup_list import BackupList
from relaxapp.ui.exchange.backup_place import BackupPlace
from relaxapp.ui.exchange.backup_words import made
from relaxapp.ui.exchange.dialog import HistoryDialog
from relaxapp.ui.exchange.errand import with_twin
from relaxapp.ui.exchange.files import ask_for_folder, open_folder
from relaxapp.ui.exchange.inquiry import Inquiry
from relaxapp.ui.label import paragraph

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from relaxapp.ui.exchange.errand import Task, Told
    from relaxapp.ui.exchange.files import AskFor
    from relaxapp.ui.history_supplies import HistorySupplies

_SIZE = QSize(940, 752)
_BESIDE_FROM_PX = 760
"""From this width on the chosen copy stands beside the list; it grows with the text."""
_LIST_PX = 300
"""How high the list is at the least, at 100 %."""


@dataclass(frozen=True, slots=True)
class _Copied:
    """A copy was made: its file."""

    path: Path


@dataclass(frozen=True, slots=True)
class _WentBack:
    """The history is again as it was: in which copy, and what came of it."""

    to: Backup
    done: Restored


class BackupsDialog(HistoryDialog):
    """Shows the copies, makes one more, and goes back to one when the person is sure.

    Args:
        supplies: the journal, and where slow work is done.
        parent: what it opens over.
        ask: asks for the folder the copies are to be kept in.
    """

    def __init__(
        self,
        supplies: HistorySupplies,
        parent: QWidget | None = None,
        *,
        ask: AskFor = ask_for_folder,
    ) -> None:
        super().__init__(supplies, _tr("Copies of your history"), _SIZE, parent)
        theme = supplies.theme
        self._ask = ask
        self._choices = supplies.choices
        self._now = supplies.now
        self._beside_from_px = theme.px(_BESIDE_FROM_PX)
        self._keep_chosen: Path | None = None
        self.place = BackupPlace(theme)
        self.place.copy_asked.connect(self.copy_now)
        self.place.another_asked.connect(self._choose_folder)
        self.place.usual_asked.connect(lambda: self.keep_in(None))
        self.place.open_asked.connect(self._open_folder)
        self.list = BackupList()
        self.list.chosen.connect(self._on_chosen)
        self._list_card = Card(_tr("Copies, the newest first"), self.list)
        self._list_card.setMinimumHeight(theme.px(_LIST_PX))
        self.card = BackupCard(theme)
        self.card.back_wanted.connect(self.go_back)
        self.card.asked.connect(lambda: self.show_whole(self.card))
        self._none = paragraph("dim")
        self._lower = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lower.setSpacing(theme.px(16))
        self._lower.addWidget(self._list_card, 1)
        self._lower.addWidget(self.card, 1)
        self.column.addWidget(
            paragraph(
                "dim",
                self.tr(
                    "Once a day relaxapp copies your history by itself, and keeps the last seven "
                    "of these copies. Others are kept until you remove them yourself."
                ),
            )
        )
        self.column.addWidget(self.place)
        self.column.addWidget(self._none)
        self.column.addLayout(self._lower)
        self._listing = Inquiry(supplies.pool, self)
        self._listing.answered.connect(self._show_list)
        self._listing.failed.connect(lambda error: self.tell(str(error)))
        self._comparing = Inquiry(supplies.pool, self)
        self._comparing.answered.connect(self._show_outlook)
        self._comparing.failed.connect(lambda error: self.card.show_trouble(str(error)))
        self.workers += [self._listing, self._comparing]
        self.errand.ended.connect(self._on_end)
        self.errand.failed.connect(lambda error: self.tell(str(error)))
        self.errand.called_off.connect(lambda: self.tell(self.tr("Nothing was changed.")))
        self.errand.over.connect(self._on_over)
        self._list_card.hide()
        self.card.hide()
        self._show_place()
        self.refresh()
        self.place.copy_button.setFocus()

    @property
    def folder(self) -> Path:
        """Where copies are kept."""
        chosen = self._choices.settings.backup_folder
        return Path(chosen) if chosen else self._usual_folder

    def refresh(self, chosen: Path | None = None) -> None:
        """Looks at the copies anew.

        Args:
            chosen: the file of the copy that is to be chosen then; None for the first good one.
        """
        self._keep_chosen = chosen
        folders = tuple(dict.fromkeys((self.folder, self._usual_folder)))
        if not self.list.count():
            self._none.setText(self.tr("The copies are being looked at."))
            self._none.show()
        self._listing.ask(lambda _unwanted: list_backups(folders))

    def keep_in(self, folder: Path | None) -> None:
        """Keeps copies in another folder from now on; None for the usual one."""
        if folder is not None and not (folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)):
            self.tell(
                self.tr(
                    "Nothing can be written to {folder}. Choose a folder that is there and that "
                    "you may write to."
                ).format(folder=folder)
            )
            return
        is_usual = folder is None or folder == self._usual_folder
        self._choices.change(backup_folder="" if is_usual else str(folder))
        self.journal.backup_folder = self.folder
        self._show_place()
        self.tell(
            self.tr(
                "From now on copies are kept in {folder}. Those that were made before stay where "
                "they are."
            ).format(folder=self.folder)
        )
        self.refresh()

    def copy_now(self) -> None:
        """Begins to make a copy."""
        folder = self.folder

        def work(_told: Told) -> _Copied:
            return _Copied(with_twin(self.journal, lambda twin: back_up_now(twin, folder)))

        self._run(work, self.tr("Making a copy"))

    def go_back(self) -> None:
        """Begins to make the history again what it was in the chosen copy."""
        backup = self.list.backup
        assert backup is not None

        def work(_told: Told) -> _WentBack:
            done = with_twin(self.journal, lambda twin: restore(twin, backup.path))
            return _WentBack(backup, done)

        self._run(work, self.tr("Going back to the copy"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts the chosen copy below the list where there is no room beside it."""
        super().resizeEvent(event)
        is_wide = self.width() >= self._beside_from_px
        directions = QBoxLayout.Direction
        self._lower.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    @property
    def _usual_folder(self) -> Path:
        return backups_folder(self.journal.database.path.parent)

    def _run(self, work: Task, words: str) -> None:
        self.outcome.clear()
        self.place.show_busy(is_busy=True)
        self.card.show_busy(is_busy=True)
        # Neither takes long, and neither is left half done.
        self.errand.run(work, words, can_stop=False)
        self.close_button.setFocus()

    def _show_place(self) -> None:
        self.place.show_place(self.folder, is_usual=self.folder == self._usual_folder)

    def _show_list(self, answer: object) -> None:
        assert isinstance(answer, tuple)
        backups: tuple[Backup, ...] = answer
        now, computer = self._now(), self.journal.computer
        good = [each for each in backups if not each.trouble]
        self.place.last.setText(
            self.tr("The last copy: {when}").format(when=made(good[0], now))
            if good
            else self.tr("There is no copy yet.")
        )
        self._none.setText(
            self.tr("Here will be listed what there is to go back to, with what is in each copy.")
        )
        self._none.setVisible(not backups)
        self._list_card.setVisible(bool(backups))
        self.list.show_backups(backups, now, computer, self._keep_chosen)

    def _on_chosen(self, backup: Backup | None) -> None:
        self._comparing.forget()
        self.card.setVisible(backup is not None)
        if backup is None:
            return
        self.card.show_backup(backup, self._now(), self.journal.computer)
        if not backup.trouble:
            path = backup.path
            self._comparing.ask(
                lambda _unwanted: with_twin(self.journal, lambda twin: look(twin, path))
            )

    def _show_outlook(self, answer: object) -> None:
        assert isinstance(answer, Outlook)
        self.card.show_outlook(answer)

    def _on_end(self, result: object) -> None:
        if isinstance(result, _Copied):
            text = self.tr("A copy is made: {name} in {folder}.")
            self.tell(text.format(name=result.path.name, folder=result.path.parent))
            self.refresh(result.path)
            self.place.copy_button.setFocus()
            return
        assert isinstance(result, _WentBack)
        self._tell_of(result)
        self.refresh(result.to.path)
        if result.done.outlook.changes_anything:
            self.changed.emit()

    def _tell_of(self, result: _WentBack) -> None:
        when = made(result.to, self._now())
        text = self.tr("Your history is again as it was: {when}.").format(when=when)
        aside = result.done.kept_aside
        if aside is not None:
            kept = self.tr("How it was before is kept as {name} in {folder}.")
            text = f"{text} {kept.format(name=aside.name, folder=aside.parent)}"
        self.tell(text)

    def _on_over(self) -> None:
        self.place.show_busy(is_busy=False)
        self.card.show_busy(is_busy=False)

    def _choose_folder(self) -> None:
        folder = self._ask(self)
        if folder is not None:
            self.keep_in(folder)

    def _open_folder(self) -> None:
        folder = self.folder
        if not folder.is_dir():
            self.tell(self.tr("There is no folder {folder} yet.").format(folder=folder))
        elif not open_folder(folder):
            self.tell(
                self.tr("The folder cannot be opened from here. It is {folder}.").format(
                    folder=folder
                )
            )


def _tr(text: str) -> str:
    return QCoreApplication.translate("BackupsDialog", text)
