"""The history: several ways of looking at the log, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from relaxapp.journal.filter import EVERYTHING
from relaxapp.ui import actions
from relaxapp.ui.chips import Chips
from relaxapp.ui.history.log import LogView
from relaxapp.ui.history.more_button import MoreButton
from relaxapp.ui.history.overview import Overview
from relaxapp.ui.pages.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from relaxapp.journal.filter import Filter
    from relaxapp.ui.exchange.dialog import HistoryDialog
    from relaxapp.ui.history.view import HistoryView
    from relaxapp.ui.history_supplies import HistorySupplies

_WIDEST_PX = 1400
"""At 100 %. Beyond this width there is air at both sides."""
OVERVIEW, SESSIONS, BODY, HELPING = "overview", "sessions", "body", "helping"


def _body(supplies: HistorySupplies) -> HistoryView:
    from relaxapp.ui.history.body import BodyView  # noqa: PLC0415 - when it is gone to

    return BodyView(supplies)


def _helping(supplies: HistorySupplies) -> HistoryView:
    from relaxapp.ui.history.helping import HelpingView  # noqa: PLC0415 - when it is gone to

    return HelpingView(supplies)


_MAKERS: Mapping[str, Callable[[HistorySupplies], HistoryView]] = {
    OVERVIEW: Overview,
    SESSIONS: LogView,
    BODY: _body,
    HELPING: _helping,
}


class HistoryPage(QWidget):
    """Shows one view at a time; each is made when it is first gone to."""

    said = Signal(object)
    """Something to say to the person: a `Message`."""
    changed = Signal()
    """The log was changed here."""

    def __init__(self, supplies: HistorySupplies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("History"))
        self._supplies = supplies
        self._theme = supplies.theme
        self._views: dict[str, HistoryView] = {}
        self.names = self._make_names()
        self.more = self._make_more()
        self._room = QVBoxLayout()
        self._area = ScrollColumn(self._margins())
        column = self._area.column
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addWidget(self.names)
        column.addLayout(self._room, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._area)
        self.names.chosen.connect(self._show)
        self._show(OVERVIEW)
        actions.connect(
            self,
            {
                "find-entry": self._find,
                "clear-entry-search": self._show_all,
                "add-entry": self._add,
            },
        )

    @property
    def view(self) -> HistoryView:
        """The view that is shown."""
        return self._view(self.names.value)

    @property
    def log(self) -> LogView:
        """The view of all sessions, made when it is first asked for."""
        view = self._view(SESSIONS)
        assert isinstance(view, LogView)
        return view

    def refresh(self) -> None:
        """Looks at the journal anew."""
        self.view.refresh()

    def take_focus(self) -> None:
        """Puts the focus where a person begins in the view that is shown."""
        self.view.take_focus()

    def save(self) -> None:
        """Keeps what was written and not yet handed over."""
        for view in self._views.values():
            view.save()

    def show_view(self, name: str) -> None:
        """Shows a view, one of those above."""
        self.names.choose(name)
        self._show(name)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves air at both sides of what would be too wide."""
        super().resizeEvent(event)
        self._area.set_margins(self._margins())

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keeps what was written when another page is shown."""
        self.save()
        super().hideEvent(event)

    def _margins(self) -> QMargins:
        air = max(self._theme.margin_px, (self.width() - self._theme.px(_WIDEST_PX)) // 2)
        return QMargins(air, 34, air, 28)

    def _make_names(self) -> Chips:
        return Chips(
            self.tr("See"),
            (
                (OVERVIEW, self.tr("Overview")),
                (SESSIONS, self.tr("Sessions")),
                (BODY, self.tr("Body")),
                (HELPING, self.tr("What helps")),
            ),
            kind="view",
        )

    def _head(self) -> QHBoxLayout:
        title = QLabel(self.tr("History"))
        title.setProperty("role", "title")
        stays = QLabel(self.tr("Everything stays on this computer."))
        stays.setProperty("role", "subtitle")
        stays.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(title)
        words.addWidget(stays)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.more, alignment=Qt.AlignmentFlag.AlignTop)
        return head

    def _make_more(self) -> MoreButton:
        return MoreButton(
            (
                (self.tr("Add a session…"), self._add),
                None,
                (self.tr("Report for a therapist…"), self._report),
                (self.tr("Save a copy of your history…"), self._export),
                (self.tr("Bring in sessions…"), self._import),
                (self.tr("Copies, and the way back…"), self._look_at_backups),
            )
        )

    def _add(self) -> None:
        self.show_view(SESSIONS)
        self.log.add_session()

    def _report(self) -> None:
        from relaxapp.ui.report.dialog import ReportDialog  # noqa: PLC0415 - seldom

        ReportDialog(self._supplies, self.window()).open()

    def _export(self) -> None:
        from relaxapp.ui.exchange.export_dialog import ExportDialog  # noqa: PLC0415 - seldom

        self._open(ExportDialog(self._supplies, self.window()))

    def _import(self) -> None:
        from relaxapp.ui.exchange.import_dialog import ImportDialog  # noqa: PLC0415 - seldom

        self._open(ImportDialog(self._supplies, self.window()))

    def _look_at_backups(self) -> None:
        from relaxapp.ui.exchange.backups_dialog import BackupsDialog  # noqa: PLC0415 - seldom

        self._open(BackupsDialog(self._supplies, self.window()))

    def _open(self, dialog: HistoryDialog) -> None:
        dialog.said.connect(self.said)
        dialog.changed.connect(self.refresh)
        dialog.changed.connect(self.changed)
        dialog.open()

    def _view(self, name: str) -> HistoryView:
        if name not in self._views:
            view = self._views[name] = _MAKERS[name](self._supplies)
            view.said.connect(self.said)
            view.changed.connect(self.changed)
            view.sessions_asked.connect(self._show_sessions)
            view.hide()
            self._room.addWidget(view)
        return self._views[name]

    def _show(self, name: str) -> None:
        view = self._view(name)
        view.refresh()
        for each in self._views.values():
            if each is not view and each.isAncestorOf(self.focusWidget()):
                # Where it is on what goes out of sight, Qt would give it to whatever comes next.
                self.names.focus()
        # In a stack each would be as high as the highest of them.
        for each in self._views.values():
            each.setVisible(each is view)

    def _show_sessions(self, wanted: Filter) -> None:
        self.show_view(SESSIONS)
        self.log.show_filter(wanted)
        self.log.take_focus()

    def _show_all(self) -> None:
        if self.names.value == SESSIONS:
            self.log.show_filter(EVERYTHING)

    def _find(self) -> None:
        self.show_view(SESSIONS)
        self.log.begin_search()
