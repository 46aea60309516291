"""The dialog that takes a saved history in: what it would bring is said first, then it is asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from relaxapp.journal.backup import backups_folder
from relaxapp.journal.importing import look, read_export, take_in
from relaxapp.ui.card import Card
from relaxapp.ui.exchange.dialog import HistoryDialog, breaking, button
from relaxapp.ui.exchange.errand import with_twin
from relaxapp.ui.exchange.files import ask_for_export
from relaxapp.ui.exchange.merge_words import MergeRows, what_was_done
from relaxapp.ui.label import paragraph

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent

    from relaxapp.journal.journal import Journal
    from relaxapp.journal.merge import Contents, Merge
    from relaxapp.ui.exchange.errand import Task, Told
    from relaxapp.ui.exchange.files import AskFor
    from relaxapp.ui.history_supplies import HistorySupplies

_SIZE = QSize(660, 560)


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file that was looked at.

    Attributes:
        path: the file.
        contents: what is in it.
        merge: what would come of taking it in.
    """

    path: Path
    contents: Contents
    merge: Merge


@dataclass(frozen=True, slots=True)
class _Taken:
    """A file that was taken in.

    Attributes:
        merge: what came of it.
        kept_in: the folder with the copy of how it was before; None if there was nothing to be copied.
    """

    merge: Merge
    kept_in: Path | None


class ImportDialog(HistoryDialog):
    """Reads a file, says what is new in it, and takes it in when the person wants it.

    Args:
        supplies: the journal, and where slow work is done.
        parent: what it opens over.
        ask: asks for the file.
    """

    def __init__(
        self,
        supplies: HistorySupplies,
        parent: QWidget | None = None,
        *,
        ask: AskFor = ask_for_export,
    ) -> None:
        super().__init__(supplies, _tr("Bring in sessions"), _SIZE, parent)
        self.setAcceptDrops(True)
        self._ask = ask
        self._seen: _Seen | None = None
        self.choose_button = button(self.tr("Choose a file"), "chosen")
        self.choose_button.clicked.connect(self._choose)
        self.add_button = button(self.tr("Add them"), "chosen")
        self.add_button.clicked.connect(self.add)
        self._begin = self._make_begin(supplies.theme.px(16))
        self._file = breaking("strong")
        self.rows = MergeRows(supplies.theme)
        found = QWidget()
        inside = QVBoxLayout(found)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(supplies.theme.px(10))
        inside.addWidget(self._file)
        inside.addWidget(self.rows)
        self._kept = paragraph(
            "small", self.tr("Your history as it is now is copied first, so that you can go back.")
        )
        inside.addWidget(self._kept)
        self._found = Card("", found)
        self.column.addWidget(
            paragraph(
                "dim",
                self.tr(
                    "From a file that a relaxapp has saved, on this computer or another. Sessions "
                    "that are here already are not taken in twice, and nothing of yours is deleted."
                ),
            )
        )
        self.column.addWidget(self._begin)
        self.column.addWidget(self._found)
        for each in (self.choose_button, self.add_button):
            self.foot.addWidget(each)
        self.errand.ended.connect(self._on_end)
        self.errand.failed.connect(self._on_failure)
        self.errand.called_off.connect(self._on_called_off)
        self._show(None)
        self.choose_button.setFocus()

    def read(self, path: Path) -> None:
        """Begins to read a file, and to find out what in it is new."""

        def work(told: Told) -> _Seen:
            contents = read_export(path)
            told(1, 2)
            return _Seen(path, contents, with_twin(self.journal, lambda twin: look(twin, contents)))

        self._show(None)
        self._run(work, self.tr("Reading {name}").format(name=path.name))

    def add(self) -> None:
        """Begins to take in what was read."""
        assert self._seen is not None
        contents = self._seen.contents

        def work(told: Told) -> _Taken:
            return with_twin(self.journal, lambda twin: _take_in(twin, contents, told))

        self._run(work, self.tr("Adding them"))

    def dragEnterEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Takes one file of this computer, while nothing else is being done."""
        if not self.errand.is_busy and _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802 - Qt's name
        """Reads the file that was dropped."""
        path = _dropped(event)
        if path is not None and not self.errand.is_busy:
            event.acceptProposedAction()
            self.read(path)

    def _make_begin(self, spacing_px: int) -> QWidget:
        words = paragraph("", self.tr("Drop the file here, or choose it."))
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 2 * spacing_px, 0, 2 * spacing_px)
        column.addWidget(words)
        return Card("", inside)

    def _choose(self) -> None:
        path = self._ask(self)
        if path is not None:
            self.read(path)

    def _run(self, work: Task, words: str) -> None:
        self.outcome.clear()
        self.choose_button.setEnabled(False)
        self.add_button.setEnabled(False)
        self.errand.run(work, words)
        self.errand.button.setFocus()

    def _show(self, seen: _Seen | None) -> None:
        """Shows what a file would bring, or where one is chosen."""
        self._seen = seen
        brings = seen is not None and seen.merge.changes_anything
        self._begin.setVisible(seen is None)
        self._found.setVisible(seen is not None)
        self.add_button.setVisible(brings)
        self.add_button.setEnabled(brings)
        self.choose_button.setEnabled(True)
        self.choose_button.setText(
            self.tr("Choose a file") if seen is None else self.tr("Choose another file")
        )
        self.choose_button.setProperty("kind", "" if brings else "chosen")
        self.choose_button.style().polish(self.choose_button)
        if seen is not None:
            self._file.setText(seen.path.name)
            self.rows.show_merge(seen.merge)
            self._kept.setVisible(brings)

    def _on_end(self, result: object) -> None:
        if isinstance(result, _Seen):
            self._show(result)
            if result.merge.changes_anything:
                self.add_button.setFocus()
            else:
                self.tell(self.tr("There is nothing in it that is not here already."))
                self.choose_button.setFocus()
            return
        assert isinstance(result, _Taken)
        self._show(None)
        self.tell(what_was_done(result.merge, result.kept_in))
        self.close_button.setFocus()
        if result.merge.changes_anything:
            self.changed.emit()

    def _on_failure(self, error: Exception) -> None:
        self._show(self._seen)
        self.tell(str(error))
        self.choose_button.setFocus()

    def _on_called_off(self) -> None:
        self._show(self._seen)
        self.tell(self.tr("Nothing was added."))
        self.choose_button.setFocus()


def _take_in(journal: Journal, contents: Contents, told: Told) -> _Taken:
    has_something = journal.count() > 0
    merge = take_in(journal, contents, told)
    folder = backups_folder(journal.database.path.parent)
    return _Taken(merge, folder if has_something and merge.changes_anything else None)


def _dropped(event: QDropEvent) -> Path | None:
    """The one file that is dropped; None if it is none, or more than one."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    return Path(urls[0].toLocalFile())


def _tr(text: str) -> str:
    return QCoreApplication.translate("ImportDialog", text)
