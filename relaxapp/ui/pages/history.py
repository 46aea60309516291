"""The history: figures, a year of practice, tension by week, and every session there was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from relaxapp.errors import RelaxError
from relaxapp.journal import statistics
from relaxapp.journal.day import practice_day
from relaxapp.ui import actions
from relaxapp.ui.message import Message
from relaxapp.ui.pages.entry_details import Annotation, EntryDetails
from relaxapp.ui.pages.entry_model import Column, EntryModel
from relaxapp.ui.pages.entry_table import EntryTable
from relaxapp.ui.pages.figures import FigureRow, figures
from relaxapp.ui.pages.practice_year import PracticeYear
from relaxapp.ui.pages.scroll_column import ScrollColumn
from relaxapp.ui.pages.tension_weeks import TensionWeeks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent

    from relaxapp.journal.entry import Entry
    from relaxapp.journal.journal import Journal
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme

SEARCH_AFTER_MS = 180
"""A search begins when nothing was typed for this long."""
_PICTURES_PX = 146
"""At 100 %, as the widths and heights below."""
_PICTURES_FROM_PX = 700
"""Below this height the pictures leave their room to the list."""
_TECHNIQUE_FROM_PX = 900
"""Below this width the technique leaves its room to the title."""
_WIDEST_PX = 1400
"""Beyond this width there is air at both sides."""
_BESIDE_FROM_PX = 640
"""Below this width everything stands one below the other."""
_LIST_PX = 180
"""The list is at least this high."""
_WEEKS = 26
_MARGINS = QMargins(20, 14, 20, 14)


class HistoryPage(QWidget):
    """Shows the log, and lets the person write to it, and take a session out and back in."""

    said = Signal(object)
    """Something to say to the person: a `Message`."""
    changed = Signal()
    """The log was changed here."""

    def __init__(
        self,
        *,
        journal: Journal,
        choices: Choices,
        now: Callable[[], datetime],
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        # It has the focus by itself where there is no list to have it.
        self.setAccessibleName(self.tr("History"))
        self._theme = theme
        self._is_narrow = False
        self._journal = journal
        self._choices = choices
        self._now = now
        self._deleted: list[Entry] = []
        self.model = EntryModel(journal, now, self)
        self.model.failed.connect(self._on_trouble)
        self.search = self._make_search()
        self._pending = QTimer(self)
        self._pending.setSingleShot(True)
        self._pending.setInterval(SEARCH_AFTER_MS)
        self._pending.timeout.connect(self._search)
        self.figures = FigureRow(theme)
        self.year = PracticeYear(theme)
        self.weeks = TensionWeeks(theme)
        self._pictures = self._make_pictures()
        self.table = EntryTable(self.model, theme)
        self.table.chosen.connect(self._show_chosen)
        self.table.delete_asked.connect(self.delete_chosen)
        self.table.undo_asked.connect(self.undo_delete)
        self.details = EntryDetails(now, theme)
        self.details.annotated.connect(self._annotate)
        self.details.delete_asked.connect(lambda _entry_id: self.delete_chosen())
        self._empty = QLabel()
        self._empty.setProperty("role", "subtitle")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._list = _card("", self.table, QMargins(12, 6, 12, 12))
        self._list.setMinimumHeight(theme.px(_LIST_PX))
        lower = self._lower = QHBoxLayout()
        lower.setSpacing(16)
        lower.addWidget(self._list, 67)
        lower.addWidget(self.details, 33)
        lower.addWidget(self._empty, 100)
        area = self._area = ScrollColumn(QMargins(theme.margin_px, 34, theme.margin_px, 28))
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(area)
        column = area.column
        column.setSpacing(16)
        column.addLayout(self._head())
        column.addWidget(self.figures)
        column.addWidget(self._pictures)
        column.addLayout(lower, 1)
        actions.connect(self, {"find-entry": self._find})

    def refresh(self) -> None:
        """Looks at the journal anew."""
        self._pending.stop()
        self._show_figures()
        self._load()

    def take_focus(self) -> None:
        """Puts the focus on the list, or on the page where there is none."""
        (self if self._list.isHidden() else self.table).setFocus()

    def delete_chosen(self) -> None:
        """Takes the chosen session out of the log, and offers to bring it back."""
        entry = self._entry_at(self.table.row)
        if entry is None:
            return
        self.details.save()
        try:
            # What was just written comes back with it.
            entry = self._journal.entry(entry.id)
            self._journal.delete(entry.id)
        except RelaxError as error:
            self._on_trouble(error)
            return
        self._deleted.append(entry)
        row = self.table.row
        self._reload(row)
        self.said.emit(
            Message(
                self.tr("“{title}” was taken out of the history.").format(title=entry.title),
                self.tr("Undo"),
                self.undo_delete,
            )
        )

    def undo_delete(self) -> None:
        """Brings the session deleted last back."""
        if not self._deleted:
            return
        try:
            self._journal.restore(self._deleted[-1])
        except RelaxError as error:
            self._on_trouble(error)
            return
        entry = self._deleted.pop()
        self._reload(0)
        self.said.emit(Message(self.tr("“{title}” is back.").format(title=entry.title)))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Brings back what was deleted last, also where that left no list to press the keys in."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_delete()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Leaves the room of the pictures to the list where there is little."""
        super().resizeEvent(event)
        px = self._theme.px
        air = max(self._theme.margin_px, (self.width() - px(_WIDEST_PX)) // 2)
        self._area.set_margins(QMargins(air, 34, air, 28))
        self.table.setColumnHidden(Column.TECHNIQUE, self.width() < px(_TECHNIQUE_FROM_PX))
        self._is_narrow = self.width() < px(_BESIDE_FROM_PX)
        beside, below = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for row in (self._lower, self._top, self._picture_row):
            row.setDirection(below if self._is_narrow else beside)
        pictures = px(_PICTURES_PX)
        self._pictures.setFixedHeight(2 * pictures + 16 if self._is_narrow else pictures)
        self._show_pictures()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keeps what was written when another page is shown."""
        self.details.save()
        super().hideEvent(event)

    def _make_search(self) -> QLineEdit:
        search = QLineEdit()
        search.setPlaceholderText(self.tr("Search titles, notes and tags"))
        search.setAccessibleName(self.tr("Search the history"))
        search.setClearButtonEnabled(True)
        search.setMaximumWidth(self._theme.px(300))
        search.textChanged.connect(self._on_typing)
        search.returnPressed.connect(self._search)
        return search

    def _make_pictures(self) -> QWidget:
        row = QWidget()
        pictures = self._picture_row = QHBoxLayout(row)
        pictures.setContentsMargins(0, 0, 0, 0)
        pictures.setSpacing(16)
        pictures.addWidget(_card(self.tr("Practice, last 12 months"), self.year), 66)
        pictures.addWidget(_card(self.tr("Tension before and after, by week"), self.weeks), 34)
        return row

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
        head = self._top = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.search, 1, alignment=Qt.AlignmentFlag.AlignBottom)
        return head

    def _show_figures(self) -> None:
        now = self._now()
        settings = self._choices.settings
        hour = settings.day_begins_hour
        try:
            self.figures.show_figures(figures(self._journal, now, settings))
            self.year.show_days(
                statistics.minutes_by_day(self._journal, now, day_begins_hour=hour),
                practice_day(now, hour),
            )
            self.weeks.show_weeks(statistics.weeks(self._journal, now, _WEEKS, hour))
        except RelaxError as error:
            self._on_trouble(error)

    def _load(self) -> None:
        try:
            self.model.load(self.search.text())
        except RelaxError as error:
            self._on_trouble(error)
            return
        self._choose(0)

    def _on_typing(self) -> None:
        self._pending.start()

    def _search(self) -> None:
        self._pending.stop()
        self.details.save()
        self._load()

    def _reload(self, row: int) -> None:
        """Shows the log after it was changed, with the row chosen that is where the change was."""
        self._show_figures()
        # Where it is on what goes away, Qt would give it to whatever comes next.
        keeps_focus = self.hasFocus() or any(
            each.isAncestorOf(self.focusWidget()) for each in (self._list, self.details)
        )
        self._load()
        self._choose(min(row, self.model.count - 1))
        if keeps_focus:
            self.take_focus()
        self.changed.emit()

    def _choose(self, row: int) -> None:
        has_rows = self.model.count > 0
        self._list.setVisible(has_rows)
        self._empty.setVisible(not has_rows)
        self._empty.setText(
            self.tr("Nothing goes by these words.")
            if self.search.text().strip()
            else self.tr(
                "Nothing here yet, and that is fine. Each session you do will be noted here, "
                "for you alone."
            )
        )
        self._show_pictures()
        if has_rows:
            self.table.choose(max(0, row))
        self._show_chosen()

    def _show_chosen(self) -> None:
        entry = self._entry_at(self.table.row)
        self.details.setVisible(entry is not None)
        if entry is not None:
            self.details.show_entry(entry)

    def _entry_at(self, row: int) -> Entry | None:
        return self.model.entry(row) if 0 <= row < self.model.count else None

    def _show_pictures(self) -> None:
        is_empty = self.model.count == 0 and not self.search.text().strip()
        # Where the page scrolls anyway they take nobody's room.
        has_room = self._is_narrow or self.height() >= _PICTURES_FROM_PX
        self._pictures.setVisible(has_room and not is_empty)

    def _annotate(self, annotation: Annotation) -> None:
        try:
            self._journal.annotate(annotation.entry_id, annotation.note, annotation.tags)
        except RelaxError as error:
            self._on_trouble(error)
            return
        self.model.forget_entry(annotation.entry_id)

    def _on_trouble(self, error: RelaxError) -> None:
        self.said.emit(Message(str(error)))

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()


def _card(heading: str, content: QWidget, margins: QMargins = _MARGINS) -> QFrame:
    card = QFrame()
    card.setProperty("kind", "card")
    column = QVBoxLayout(card)
    column.setSpacing(10)
    column.setContentsMargins(margins)
    if heading:
        label = QLabel(heading)
        label.setProperty("role", "dim")
        label.setWordWrap(True)
        column.addWidget(label)
    column.addWidget(content, 1)
    return card
