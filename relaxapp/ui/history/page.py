"""The history: several ways of looking at the log, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from relaxapp.ui import actions
from relaxapp.ui.history.log import LogView
from relaxapp.ui.history.overview import Overview
from relaxapp.ui.pages.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QResizeEvent

    from relaxapp.journal.filter import Filter
    from relaxapp.ui.history.view import HistorySupplies, HistoryView

_WIDEST_PX = 1400
"""At 100 %. Beyond this width there is air at both sides."""
OVERVIEW, SESSIONS = range(2)


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
        self._makers: tuple[Callable[[HistorySupplies], HistoryView], ...] = (Overview, LogView)
        self._views: dict[int, HistoryView] = {}
        self.tabs = self._make_tabs()
        self._stack = QStackedWidget()
        self._area = ScrollColumn(self._margins())
        column = self._area.column
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addWidget(self.tabs)
        column.addWidget(self._stack, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._area)
        self.tabs.currentChanged.connect(self._on_tab)
        self._on_tab(OVERVIEW)
        actions.connect(self, {"find-entry": self._find})

    @property
    def view(self) -> HistoryView:
        """The view that is shown."""
        return self._view(self.tabs.currentIndex())

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

    def show_view(self, index: int) -> None:
        """Shows a view, by its place in the row of names."""
        self.tabs.setCurrentIndex(index)

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

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setAccessibleName(self.tr("What to see of the history"))
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        for name in (self.tr("Overview"), self.tr("Sessions")):
            tabs.addTab(name)
        return tabs

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
        return head

    def _view(self, index: int) -> HistoryView:
        if index not in self._views:
            view = self._makers[index](self._supplies)
            view.said.connect(self.said)
            view.changed.connect(self.changed)
            view.sessions_asked.connect(self._show_sessions)
            self._stack.addWidget(view)
            self._views[index] = view
        return self._views[index]

    def _on_tab(self, index: int) -> None:
        view = self._view(index)
        view.refresh()
        self._stack.setCurrentWidget(view)

    def _show_sessions(self, wanted: Filter) -> None:
        self.show_view(SESSIONS)
        self.log.show_filter(wanted)
        self.log.take_focus()

    def _find(self) -> None:
        self.show_view(SESSIONS)
        self.log.begin_search()
