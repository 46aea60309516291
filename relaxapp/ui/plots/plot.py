"""A plot with its title, its legend and its words; as a picture or as a table."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from relaxapp.ui.plots.plot_area import PlotArea
from relaxapp.ui.plots.plot_data import PlotData, Role
from relaxapp.ui.plots.plot_page import SVG, print_page, save_picture
from relaxapp.ui.plots.plot_table import PlotTable, as_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.ui.theme import Theme

_PNG = ".png"
_ROLES = {Role.WARM: "warm", Role.CALM: "calm", Role.PLAIN: "dim"}


class Plot(QWidget):
    """Shows values; what there is to do with them stands at its upper right."""

    told = Signal(str)
    """A sentence for the person: how saving went."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._data: PlotData | None = None
        self._title = QLabel()
        self._title.setProperty("role", "dim")
        self._title.setWordWrap(True)
        self.table_button = QPushButton(self.tr("As a table"))
        self.table_button.setCheckable(True)
        self.more_button = QPushButton(self.tr("More"))
        self.more_button.setMenu(self._menu())
        for button in (self.table_button, self.more_button):
            button.setProperty("kind", "quiet")
            button.setProperty("small", "true")
        self._head = QHBoxLayout()
        self._head.setSpacing(2)
        self._head.addWidget(self._title, 1)
        for button in (self.table_button, self.more_button):
            self._head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._names: list[QLabel] = []
        self._legend = QHBoxLayout()
        self._legend.setSpacing(14)
        self.area = PlotArea(theme)
        self.table = PlotTable(theme)
        self._nothing = _words("dim")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._summary = _words("small")
        self._summary.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._head)
        for page in (self.area, self.table, self._nothing):
            column.addWidget(page, 1)
        below = QHBoxLayout()
        below.setSpacing(18)
        below.addLayout(self._legend)
        below.addWidget(self._summary, 1)
        column.addLayout(below)
        self.table_button.toggled.connect(self._choose_page)
        self._choose_page()

    @property
    def data(self) -> PlotData | None:
        """What is shown."""
        return self._data

    def add_choice(self, widget: QWidget) -> None:
        """Puts what chooses among several plots beside the title."""
        self._head.insertWidget(1, widget, 0, Qt.AlignmentFlag.AlignTop)

    def show_data(self, data: PlotData) -> None:
        """Shows values; what is shown already stays as it is."""
        if data == self._data:
            return
        self._data = data
        self._title.setText(data.title)
        self._summary.setText(data.summary)
        self._summary.setVisible(bool(data.summary) and not data.is_empty)
        self._nothing.setText(data.nothing)
        self._show_legend()
        for button in (self.table_button, self.more_button):
            button.setAccessibleName(f"{button.text()}: {data.title}")
            button.setVisible(not data.is_empty)
        if not data.is_empty:
            self.area.show_data(data)
            self.table.show_data(data)
            self.table.setMinimumHeight(self.area.minimumSizeHint().height())
        self._choose_page()

    def copy_table(self) -> None:
        """Puts the table on the clipboard."""
        if self._data is not None:
            QGuiApplication.clipboard().setText(as_text(self._data))
            self.told.emit(self.tr("The table is copied."))

    def save_as(self, path: Path) -> None:
        """Saves the picture, and says how that went."""
        assert self._data is not None
        try:
            save_picture(path, self._data, self._theme)
        except OSError as error:
            text = self.tr("The picture could not be saved as {name} in {folder}: {reason}.")
            reason = error.strerror or str(error)
            self.told.emit(text.format(name=path.name, folder=path.parent, reason=reason))
        else:
            text = self.tr("The picture is saved as {name} in {folder}.")
            self.told.emit(text.format(name=path.name, folder=path.parent))

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        entries: tuple[tuple[str, Callable[[], None]], ...] = (
            (self.tr("Save as a picture…"), self._ask_for_file),
            (self.tr("Print…"), self._print),
            (self.tr("Copy the table"), self.copy_table),
        )
        for text, action in entries:
            menu.addAction(text).triggered.connect(partial(_without_arguments, action))
        return menu

    def _choose_page(self) -> None:
        is_empty = self._data is None or self._data.is_empty
        is_table = self.table_button.isChecked()
        # What leaves goes first: both at once would be too high for a moment.
        shown = self._nothing if is_empty else self.table if is_table else self.area
        for page in (self.area, self.table, self._nothing):
            if page is not shown:
                page.hide()
        shown.setVisible(shown is not self._nothing or bool(self._nothing.text()))
        if shown is self.table:
            self.table.scrollToBottom()

    def _show_legend(self) -> None:
        for label in self._names:
            label.hide()
            label.deleteLater()
        self._names.clear()
        assert self._data is not None
        if len(self._data.drawn) > 1 and not self._data.is_empty:
            for series in self._data.drawn:
                label = QLabel(f"\N{BLACK CIRCLE} {series.name}")
                label.setProperty("role", _ROLES[series.role])
                label.setProperty("small", "true")
                self._names.append(label)
                self._legend.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)

    def _ask_for_file(self) -> None:
        assert self._data is not None
        picture, drawing = self.tr("Picture (*.png)"), self.tr("Drawing (*.svg)")
        name, chosen = QFileDialog.getSaveFileName(
            self,
            self.tr("Save as a picture"),
            f"{self._data.title.replace('/', ' ')}{_PNG}",
            f"{picture};;{drawing}",
        )
        if name:
            path = Path(name)
            if path.suffix.lower() not in {_PNG, SVG}:
                path = path.with_name(path.name + (SVG if chosen == drawing else _PNG))
            self.save_as(path)

    def _print(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - rarely needed

        assert self._data is not None
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._data.title)
        dialog = QPrintDialog(printer, self)
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            print_page(printer, self._data)


def _words(role: str) -> QLabel:
    label = QLabel()
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _without_arguments(action: Callable[[], None], *_arguments: object) -> None:
    """Qt says whether a menu's entry is checked; nobody asked."""
    action()
