"""The dialog that saves a copy of the history: as a file for another relaxapp, or as a table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from relaxapp.errors import RelaxError
from relaxapp.journal.exporting import save_csv, save_json
from relaxapp.journal.filter import EVERYTHING, Filter
from relaxapp.ui.card import Card
from relaxapp.ui.exchange.dates_row import DatesRow, indicator_px
from relaxapp.ui.exchange.dialog import HistoryDialog, button
from relaxapp.ui.exchange.errand import with_twin
from relaxapp.ui.exchange.files import ask_where_to_save, documents, open_folder
from relaxapp.ui.formats import number
from relaxapp.ui.label import paragraph

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.ui.exchange.errand import Told
    from relaxapp.ui.exchange.files import AskWhereToSave
    from relaxapp.ui.history_supplies import HistorySupplies

_SIZE = QSize(660, 600)


class ExportDialog(HistoryDialog):
    """Asks what is to be saved and where, saves it, and says where it is.

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
        ask: AskWhereToSave = ask_where_to_save,
    ) -> None:
        super().__init__(supplies, _tr("Save a copy of your history"), _SIZE, parent)
        self._ask = ask
        self._now = supplies.now
        self._path: Path | None = None
        self.whole = QRadioButton(self.tr("For another relaxapp"))
        self.table = QRadioButton(self.tr("A table for a spreadsheet"))
        self.whole.setChecked(True)
        self.dates = DatesRow(supplies)
        self._count = paragraph("strong")
        self._about = paragraph("dim")
        self.save_button = button(self.tr("Choose a file and save"), "chosen")
        self.save_button.clicked.connect(self._choose)
        self.foot.addWidget(self.save_button)
        indent_px = indicator_px(supplies.theme)
        for choice, words in (
            (
                self.whole,
                self.tr(
                    "One file (JSON) from which a relaxapp on any computer can take everything in, "
                    "with nothing lost."
                ),
            ),
            (
                self.table,
                self.tr(
                    "A row for each session (CSV). Spreadsheets open it; relaxapp cannot take it "
                    "in again."
                ),
            ),
        ):
            choice.setAccessibleDescription(words)
            below = paragraph("small", words)
            below.setIndent(indent_px)
            both = QVBoxLayout()
            both.setSpacing(2)
            both.addWidget(choice)
            both.addWidget(below)
            self.column.addLayout(both)
        self.column.addWidget(self.dates)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(supplies.theme.px(4))
        rows.addWidget(self._count)
        rows.addWidget(self._about)
        self.column.addWidget(Card(self.tr("What will be in the file"), inside))
        self.dates.changed.connect(self._show_what)
        self.table.toggled.connect(self._show_what)
        self.errand.ended.connect(self._on_end)
        self.errand.failed.connect(lambda error: self.tell(str(error)))
        self.errand.called_off.connect(self._on_called_off)
        self.errand.over.connect(self._show_what)
        self._show_what()
        self.whole.setFocus()

    @property
    def wanted(self) -> Filter:
        """Which sessions are to be saved."""
        period = self.dates.period
        return EVERYTHING if period is None else Filter(period=period)

    def save(self, path: Path) -> None:
        """Begins to write what is chosen to a file."""
        self._path = path
        write = save_csv if self.table.isChecked() else save_json
        wanted = self.wanted

        def work(told: Told) -> None:
            with_twin(self.journal, lambda twin: write(twin, path, wanted, told))

        self.outcome.clear()
        self.save_button.setEnabled(False)
        self.errand.run(work, self.tr("Saving {name}").format(name=path.name))
        self.errand.button.setFocus()

    def _choose(self) -> None:
        ending = "csv" if self.table.isChecked() else "json"
        name = f"relaxapp-history-{self._now().date().isoformat()}.{ending}"
        path = self._ask(self, documents() / name)
        if path is not None:
            self.save(path)

    def _show_what(self) -> None:
        """Says what would be in the file."""
        try:
            count = self.journal.count(self.wanted)
        except RelaxError as error:
            self.tell(str(error))
            return
        if count == 1:
            text = self.tr("1 session")
        else:
            text = self.tr("{count} sessions").format(count=number(count))
        self._count.setText(text)
        is_all = self.dates.period is None
        has_days = not self.table.isChecked()
        self._about.setText(
            " ".join(
                (
                    self.tr(
                        "Each with its times, tension, marks on the body, note, tags and what was "
                        "left out"
                    )
                    + (self.tr("; and how your days were.") if has_days else "."),
                    self.tr("Whoever can open the file can read all of it, your notes too."),
                )
            )
        )
        self.save_button.setEnabled(
            not self.errand.is_busy and bool(count or (has_days and is_all))
        )

    def _on_end(self, _result: object) -> None:
        assert self._path is not None
        text = self.tr("Your history is saved as {name} in {folder}.")
        self.tell(
            text.format(name=self._path.name, folder=self._path.parent),
            self.tr("Open folder"),
            partial(self._open_folder, self._path.parent),
        )
        self.close_button.setFocus()

    def _on_called_off(self) -> None:
        self.tell(self.tr("Nothing was saved."))
        self.whole.setFocus()

    def _open_folder(self, folder: Path) -> None:
        if not open_folder(folder):
            self.tell(
                _tr("The folder cannot be opened from here. It is {folder}.").format(folder=folder)
            )


def _tr(text: str) -> str:
    return QCoreApplication.translate("ExportDialog", text)
