"""Every session there was: searched, looked at, written to, taken out and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from relaxapp.errors import RelaxError
from relaxapp.ui.history.card import Card
from relaxapp.ui.history.entry_details import Annotation, EntryDetails
from relaxapp.ui.history.entry_model import Column, EntryModel
from relaxapp.ui.history.entry_table import EntryTable
from relaxapp.ui.history.view import HistorySupplies, HistoryView
from relaxapp.ui.message import Message

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent

    from relaxapp.journal.entry import Entry
    from relaxapp.journal.filter import Filter

SEARCH_AFTER_MS = 180
"""A search begins when nothing was typed for this long."""
_TECHNIQUE_FROM_PX = 820
"""At 100 %, as below. Below this width the technique leaves its room to the title."""
_BESIDE_FROM_PX = 560
"""Below this width everything stands one below the other."""
_LIST_PX = 180
"""The list is at least this high."""


class LogView(HistoryView):
    """The list of sessions, and everything about the one that is chosen."""

    def __init__(self, supplies: HistorySupplies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # It has the focus by itself where there is no list to have it.
        self.setAccessibleName(self.tr("Sessions"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme = supplies.theme
        self._journal = supplies.journal
        self._deleted: list[Entry] = []
        self.model = EntryModel(supplies.journal, supplies.now, self)
        self.model.failed.connect(self._on_trouble)
        self.search = self._make_search()
        self._pending = QTimer(self)
        self._pending.setSingleShot(True)
        self._pending.setInterval(SEARCH_AFTER_MS)
        self._pending.timeout.connect(self._search)
        self.table = EntryTable(self.model, supplies.theme)
        self.table.chosen.connect(self._show_chosen)
        self.table.delete_asked.connect(self.delete_chosen)
        self.table.undo_asked.connect(self.undo_delete)
        self.details = EntryDetails(supplies.now, supplies.theme)
        self.details.annotated.connect(self._annotate)
        self.details.delete_asked.connect(lambda _entry_id: self.delete_chosen())
        self._empty = QLabel()
        self._empty.setProperty("role", "subtitle")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._list = Card("", self.table, QMargins(12, 6, 12, 12))
        self._list.setMinimumHeight(supplies.theme.px(_LIST_PX))
        lower = self._lower = QHBoxLayout()
        lower.setSpacing(16)
        lower.addWidget(self._list, 67)
        lower.addWidget(self.details, 33)
        lower.addWidget(self._empty, 100)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.search, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addLayout(lower, 1)

    def refresh(self) -> None:
        """Looks at the journal anew."""
        self._pending.stop()
        self._load()

    def take_focus(self) -> None:
        """Puts the focus on the list, or on the view where there is none."""
        (self if self._list.isHidden() else self.table).setFocus()

    def save(self) -> None:
        """Keeps what was written about the chosen session."""
        self.details.save()

    def begin_search(self) -> None:
        """Puts the focus where words are searched."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def show_filter(self, wanted: Filter) -> None:
        """Shows these sessions alone, until the person wants others."""
        self.search.setText(wanted.search)
        self._search()

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
        self._reload(self.table.row)
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
        """Puts the details below the list where there is little width."""
        super().resizeEvent(event)
        px = self._theme.px
        self.table.setColumnHidden(Column.TECHNIQUE, self.width() < px(_TECHNIQUE_FROM_PX))
        is_narrow = self.width() < px(_BESIDE_FROM_PX)
        self._lower.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keeps what was written when something else is shown."""
        self.details.save()
        super().hideEvent(event)

    def _make_search(self) -> QLineEdit:
        search = QLineEdit()
        search.setPlaceholderText(self.tr("Search titles, notes and tags"))
        search.setAccessibleName(self.tr("Search the history"))
        search.setClearButtonEnabled(True)
        search.setMinimumWidth(self._theme.px(300))
        search.textChanged.connect(self._pending_search)
        search.returnPressed.connect(self._search)
        return search

    def _pending_search(self) -> None:
        self._pending.start()

    def _load(self) -> None:
        try:
            self.model.load(self.search.text())
        except RelaxError as error:
            self._on_trouble(error)
            return
        self._choose(0)

    def _search(self) -> None:
        self._pending.stop()
        self.details.save()
        self._load()

    def _reload(self, row: int) -> None:
        """Shows the log after it was changed, with the row chosen that is where the change was."""
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

    def _annotate(self, annotation: Annotation) -> None:
        try:
            self._journal.annotate(annotation.entry_id, annotation.note, annotation.tags)
        except RelaxError as error:
            self._on_trouble(error)
            return
        self.model.forget_entry(annotation.entry_id)

    def _on_trouble(self, error: RelaxError) -> None:
        self.said.emit(Message(str(error)))
