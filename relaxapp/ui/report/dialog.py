"""The dialog that makes a report for a therapist: what is in it, how it will look, and where it goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QLocale, QMargins, QSize, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from relaxapp.errors import RelaxError
from relaxapp.journal.report_csv import has_table
from relaxapp.ui.exchange.dialog import WorkDialog, button
from relaxapp.ui.exchange.errand import with_twin
from relaxapp.ui.exchange.files import open_folder
from relaxapp.ui.exchange.inquiry import Inquiry
from relaxapp.ui.flow import Flow
from relaxapp.ui.label import line, paragraph
from relaxapp.ui.pages.scroll_column import ScrollColumn
from relaxapp.ui.report.files import CSV, PDF, AskWhere, ask_where, proposed
from relaxapp.ui.report.paper import paper_of
from relaxapp.ui.report.parts_choice import PartsChoice
from relaxapp.ui.report.pdf import save_pdf
from relaxapp.ui.report.period_choice import PeriodChoice
from relaxapp.ui.report.reading import PreviewPane
from relaxapp.ui.report.table_file import save_report_csv
from relaxapp.ui.report.wish import ReportWish, made

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent
    from PySide6.QtPrintSupport import QPrinter

    from relaxapp.ui.exchange.errand import Told
    from relaxapp.ui.history_supplies import HistorySupplies
    from relaxapp.ui.report.layout import Layout

_SIZE = QSize(1120, 860)
_CHOICES_PX = 286
_BESIDE_FROM_PX = 700
"""Below this width, at 100 %, the pages stand below the choices."""
_PREVIEW_LEAST_PX = 420
_BAR_ROOM_PX = 14
_TYPED_MS = 250
"""The name is in the preview when nothing was typed for this long."""
_NAME_LONGEST = 80
_NO_LIMIT = 16_777_215
"""Qt's widest widget."""


def _ask_for_printer(parent: QWidget, layout: Layout) -> QPrinter | None:
    from relaxapp.ui.report.printing import ask_for_printer  # noqa: PLC0415 - with printing only

    return ask_for_printer(parent, layout)


class ReportDialog(WorkDialog):
    """Shows a report as it will be, and saves or prints it.

    Args:
        supplies: the journal, and where slow work is done.
        parent: what it opens over.
        ask: asks for a file.
        ask_printer: asks for a printer.
    """

    def __init__(
        self,
        supplies: HistorySupplies,
        parent: QWidget | None = None,
        *,
        ask: AskWhere = ask_where,
        ask_printer: Callable[[QWidget, Layout], QPrinter | None] = _ask_for_printer,
    ) -> None:
        title = QCoreApplication.translate("ReportDialog", "Report for a therapist")
        super().__init__(supplies, title, parent)
        theme = supplies.theme
        self._ask = ask
        self._ask_printer = ask_printer
        self._when_made: Callable[[], None] | None = None
        self._is_single = False
        self.days = PeriodChoice(supplies.now(), supplies.choices.settings.day_begins_hour, theme)
        self.parts = PartsChoice(theme)
        self.name = QLineEdit()
        self.name.setMaxLength(_NAME_LONGEST)
        self.name.setAccessibleName(self.tr("Name on the report"))
        self.name.setPlaceholderText(self.tr("None"))
        self.preview = PreviewPane(theme)
        self.errand.ended.connect(self._on_saved)
        self.errand.failed.connect(self._on_failure)
        self.errand.called_off.connect(self._on_called_off)
        self.pdf_button = button(self.tr("Save as PDF"), "chosen")
        self.csv_button = button(self.tr("Save as CSV"))
        self.print_button = button(self.tr("Print…"))
        self.pdf_button.clicked.connect(partial(self._once_made, self._save_pdf))
        self.csv_button.clicked.connect(self._save_csv)
        self.print_button.clicked.connect(partial(self._once_made, self._print))
        self._path: Path | None = None
        self._layout: Layout | None = None
        self._now = supplies.now
        self._paper = paper_of(QLocale())
        self._making = Inquiry(supplies.pool, self)
        self.workers.append(self._making)
        self._making.answered.connect(self._on_made)
        self._making.failed.connect(self._on_not_made)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPED_MS)
        self._typing.timeout.connect(self._make)
        self.days.changed.connect(self._make)
        self.parts.changed.connect(self._make)
        self.name.textChanged.connect(lambda _text: self._typing.start())
        self._lay_out()
        room = self.room(_SIZE)
        # Beforehand: side by side it could not become that narrow.
        self._fit(room.width())
        self.resize(room)
        self.days.span.setFocus()
        self._make()

    @property
    def wish(self) -> ReportWish:
        """What the report is to be about."""
        return ReportWish(self.days.period, self.parts.contents, self.name.text())

    @property
    def is_busy(self) -> bool:
        """Whether a report is being made or saved."""
        return self._making.is_busy or self.errand.is_busy

    def done(self, result: int) -> None:
        """Closes; what is being made or saved is called off."""
        self._typing.stop()
        self._making.forget()
        super().done(result)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts the pages below the choices where there is no width for both."""
        super().resizeEvent(event)
        self._fit(self.width())

    def _fit(self, width: int) -> None:
        is_single = width < self.theme.px(_BESIDE_FROM_PX)
        if is_single != self._is_single:
            self._is_single = is_single
            self._arrange()

    def _lay_out(self) -> None:
        theme = self.theme
        area = self._area = ScrollColumn(
            QMargins(4, 2, _BAR_ROOM_PX, 2), self.tr("What is in the report")
        )
        area.column.setSpacing(theme.px(10))
        name_label = line("heading", self.tr("Name, if you like"))
        name_label.setBuddy(self.name)
        for widget in (
            line("heading", self.tr("Days")),
            self.days,
            line("heading", self.tr("What is in it")),
            self.parts,
            name_label,
            self.name,
        ):
            area.column.addWidget(widget)
        area.column.addStretch()
        self._columns = QHBoxLayout()
        self._columns.setSpacing(theme.gap_px)
        self._columns.addWidget(area)
        self._columns.addWidget(self.preview, 1)
        buttons = Flow()
        for each in (self.pdf_button, self.csv_button, self.print_button, self.close_button):
            buttons.add(each)
        head = self._head = QWidget()
        heading = QVBoxLayout(head)
        heading.setContentsMargins(0, 0, 0, 0)
        heading.setSpacing(theme.px(2))
        heading.addWidget(paragraph("title", self.windowTitle()))
        heading.addWidget(
            paragraph(
                "subtitle",
                self.tr("Nothing leaves this computer. You decide whom you give the file to."),
            )
        )
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(theme.margin_px - 4, 22, theme.margin_px - 4, 18)
        column.setSpacing(theme.px(10))
        column.addWidget(head)
        column.addLayout(self._columns, 1)
        column.addWidget(self.errand)
        column.addWidget(self.outcome)
        column.addWidget(buttons)
        self._area.setFixedWidth(theme.px(_CHOICES_PX))

    def _arrange(self) -> None:
        """Moves the words above and the pages into the column that scrolls, or back."""
        inside = self._area.column
        if self._is_single:
            self._area.setMinimumWidth(0)
            self._area.setMaximumWidth(_NO_LIMIT)
            self.preview.setMinimumHeight(self.theme.px(_PREVIEW_LEAST_PX))
            inside.insertWidget(0, self._head)
            inside.insertWidget(inside.count() - 1, self.preview)
        else:
            self._area.setFixedWidth(self.theme.px(_CHOICES_PX))
            self.preview.setMinimumHeight(0)
            self._column.insertWidget(0, self._head)
            self._columns.addWidget(self.preview, 1)

    def _make(self) -> None:
        """Makes the report anew; the pages that are shown stay until then."""
        self._typing.stop()
        self.csv_button.setEnabled(has_table(self.parts.contents))
        journal, wish, now = self.journal, self.wish, self._now()
        paper, family = self._paper, self.theme.font_family

        def make(is_unwanted: Callable[[], bool]) -> Layout:
            return with_twin(
                journal,
                lambda twin: made(
                    twin, wish, now=now, paper=paper, family=family, cancelled=is_unwanted
                ),
            )

        self._making.ask(make)

    def _on_made(self, layout: Layout) -> None:
        self._layout = layout
        self.preview.show_layout(layout)
        then, self._when_made = self._when_made, None
        if then is not None:
            then()

    def _on_not_made(self, error: RelaxError) -> None:
        self._when_made = None
        self._on_failure(error)

    def _once_made(self, then: Callable[[], None]) -> None:
        """Does something with the report as it is wanted now, as soon as it is made."""
        if self._typing.isActive():
            self._make()
        if self._making.is_busy or self._layout is None:
            self._when_made = then
        else:
            then()

    def _save_pdf(self) -> None:
        layout = self._layout
        assert layout is not None
        path = self._ask_for(PDF)
        if path is not None:
            self.errand.run(
                lambda told: save_pdf(layout, path, told), self.tr("Saving the report as a PDF")
            )

    def _save_csv(self) -> None:
        journal, wish = self.journal, self.wish
        path = self._ask_for(CSV)
        if path is None:
            return

        def task(told: Told) -> None:
            with_twin(journal, lambda twin: save_report_csv(twin, wish, path, told))

        self.errand.run(task, self.tr("Saving the report as a table"))

    def _ask_for(self, ending: str) -> Path | None:
        """The file to save to; None if the person wants none, or something is being saved."""
        if self.errand.is_busy:
            return None
        self.outcome.clear()
        self._path = self._ask(self, proposed(self.days.period, ending))
        return self._path

    def _print(self) -> None:
        from relaxapp.ui.report.printing import print_report  # noqa: PLC0415 - with printing only

        layout = self._layout
        assert layout is not None
        self.outcome.clear()
        printer = self._ask_printer(self, layout)
        if printer is None:
            return
        try:
            print_report(layout, printer)
        except RelaxError as error:
            self._on_failure(error)
        else:
            self.tell(self.tr("The report is on its way to the printer."))

    def _on_saved(self, _result: object) -> None:
        path = cast("Path", self._path)
        text = self.tr("The report is saved as {name} in {folder}.")
        self.tell(
            text.format(name=path.name, folder=path.parent),
            self.tr("Show the folder"),
            lambda: self._show_folder(path.parent),
        )

    def _on_failure(self, error: RelaxError) -> None:
        self.tell(str(error))

    def _on_called_off(self) -> None:
        self.tell(self.tr("Nothing was saved."))

    def _show_folder(self, folder: Path) -> None:
        if not open_folder(folder):
            self.tell(self.tr("There is no program here that shows folders."))
