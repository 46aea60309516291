"""Every session there was: searched, looked at, edited, taken out and brought back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from relaxapp.errors import NotFoundError, RelaxError
from relaxapp.journal.filter import EVERYTHING
from relaxapp.ui.card import Card
from relaxapp.ui.history.counting import Counting
from relaxapp.ui.history.entry_details import Annotation, EntryDetails
from relaxapp.ui.history.entry_editor import EntryEditor
from relaxapp.ui.history.entry_filter import EntryFilter
from relaxapp.ui.history.entry_model import EntryModel
from relaxapp.ui.history.entry_search import Found, search
from relaxapp.ui.history.entry_table import EntryTable
from relaxapp.ui.history.undoing import Undo, undo_add, undo_delete, undo_edit
from relaxapp.ui.history.view import HistoryView
from relaxapp.ui.label import paragraph
from relaxapp.ui.message import Message

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent

    from relaxapp.journal.entry import Entry
    from relaxapp.journal.filter import Filter
    from relaxapp.ui.history.entry_editor import Edited
    from relaxapp.ui.history_supplies import HistorySupplies

_BESIDE_FROM_PX = 560
"""At 100 %, as below. Below this width everything stands one below the other."""
_LIST_PX = 180
"""The list is at least this high."""
_DETAILS_PX = 420
"""So high are the details below it."""


@dataclass(frozen=True, slots=True)
class _Aim:
    """Which session is to be chosen when the list is there.

    Attributes:
        entry_id: its number; None for the one that is chosen.
        row: what is chosen where that is not to be seen.
        insists: whether all sessions are shown rather than not this one.
    """

    entry_id: int | None = None
    row: int = 0
    insists: bool = False


class LogView(HistoryView):
    """The list of sessions, and everything about the one that is chosen."""

    def __init__(self, supplies: HistorySupplies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # It has the focus by itself where there is no list to have it.
        self.setAccessibleName(self.tr("Sessions"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._supplies = supplies
        self._journal = supplies.journal
        self._undos: list[Undo] = []
        self._aim = _Aim()
        self._keeps_focus = False
        self._knows_techniques = False
        self.counting = Counting(supplies.journal, supplies.pool, self)
        self.counting.counted.connect(self._on_found)
        self.counting.failed.connect(self._on_trouble)
        self.filter = EntryFilter(supplies)
        self.filter.changed.connect(self._search)
        self.model = EntryModel(supplies.journal, supplies.now, self)
        self.model.failed.connect(self._on_trouble)
        self.table = EntryTable(self.model, supplies.theme)
        self.table.chosen.connect(self._show_chosen)
        self.table.delete_asked.connect(self.delete_chosen)
        self.table.edit_asked.connect(self.edit_chosen)
        self.details = EntryDetails(supplies)
        self.details.annotated.connect(self._annotate)
        self.details.edit_asked.connect(self.edit_chosen)
        self.details.delete_asked.connect(self.delete_chosen)
        self.add = QPushButton(self.tr("Add a session…"))
        self.add.setProperty("kind", "quiet")
        self.add.setProperty("small", "true")
        self.add.setToolTip(self.tr("A session that you practised without relaxapp"))
        self.add.clicked.connect(self.add_session)
        self.editor: EntryEditor | None = None
        self._empty = paragraph("subtitle")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()

    def refresh(self) -> None:
        """Looks at the journal anew; the session that is chosen stays so."""
        self._knows_techniques = False
        self.filter.apply()

    def take_focus(self) -> None:
        """Puts the focus on the list, or on the view where there is none."""
        (self if self._list.isHidden() else self.table).setFocus()

    def save(self) -> None:
        """Keeps what was written about the chosen session."""
        self.details.save()

    def begin_search(self) -> None:
        """Puts the focus where words are searched."""
        self.filter.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.search.selectAll()

    def show_filter(self, wanted: Filter) -> None:
        """Shows these sessions alone, until the person wants others."""
        self.filter.show_filter(wanted)

    def add_session(self) -> None:
        """Opens what a session is entered with that was practised without relaxapp."""
        self._edit(None)

    def edit_chosen(self) -> None:
        """Opens what the chosen session is edited with."""
        self.details.save()
        entry = self._entry_at(self.table.row)
        if entry is not None:
            self._edit(entry)

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
        text = self.tr("“{title}” was taken out of the history.").format(title=entry.title)
        self._take_back_by(partial(undo_delete, self._journal, entry), text)
        self._reload(_Aim(entry.id, self.table.row))

    def undo(self) -> None:
        """Takes back what was done last: a session deleted, edited or added."""
        if not self._undos:
            return
        try:
            undone = self._undos[-1]()
        except RelaxError as error:
            self._on_trouble(error)
            if isinstance(error, NotFoundError):
                # It will not be there the next time either.
                self._undos.pop()
            return
        self._undos.pop()
        self._reload(_Aim(undone.entry_id, self.table.row, insists=undone.is_there))
        self.said.emit(Message(undone.text))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Edits and undoes, the latter also where that left no list to press the keys in."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() == Qt.Key.Key_F4 and not event.modifiers():
            self.edit_chosen()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts the details below the list where there is little width."""
        super().resizeEvent(event)
        px = self._supplies.theme.px
        is_narrow = self.width() < px(_BESIDE_FROM_PX)
        self._lower.setDirection(
            QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        )
        self.details.setMinimumHeight(px(_DETAILS_PX) if is_narrow else 0)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Keeps what was written when something else is shown."""
        self.details.save()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._list = Card("", self.table, QMargins(12, 6, 12, 12))
        self._list.setMinimumHeight(self._supplies.theme.px(_LIST_PX))
        self.filter.below.addWidget(self.add)
        lower = self._lower = QHBoxLayout()
        lower.setSpacing(16)
        lower.addWidget(self._list, 67)
        lower.addWidget(self.details, 33)
        lower.addWidget(self._empty, 100)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.filter)
        column.addLayout(lower, 1)

    def _search(self) -> None:
        self.details.save()
        self.counting.count(search(self.filter.wanted, with_techniques=not self._knows_techniques))

    def _reload(self, aim: _Aim) -> None:
        """Shows the log after it was changed."""
        self._aim = aim
        self._knows_techniques = False
        # Where it is on what goes away, Qt would give it to whatever comes next.
        self._keeps_focus = self.hasFocus() or any(
            each.isAncestorOf(self.focusWidget()) for each in (self._list, self.details)
        )
        self._search()
        self.changed.emit()

    def _on_found(self, found: Found) -> None:
        aim, self._aim = self._aim, _Aim()
        chosen = self.details.entry.id if self.details.entry else None
        self.model.show_sessions(found.numbers)
        row = self.model.row_of(chosen if aim.entry_id is None else aim.entry_id)
        if row is None and aim.insists and found.wanted != EVERYTHING:
            self._aim = aim
            self.filter.show_filter(EVERYTHING)
            return
        if found.techniques is not None:
            self._knows_techniques = True
            self.filter.show_techniques(found.techniques)
        self.filter.show_found(self.model.count, found.total)
        self.filter.row.setVisible(found.total > 0)
        self._choose(aim.row if row is None else row, is_filtered=found.total > 0)
        if self._keeps_focus:
            self._keeps_focus = False
            self.take_focus()

    def _choose(self, row: int, *, is_filtered: bool) -> None:
        has_rows = self.model.count > 0
        self._list.setVisible(has_rows)
        self._empty.setVisible(not has_rows)
        self._empty.setText(
            self.tr("No session is like this. Show all, or ask for less.")
            if is_filtered
            else self.tr(
                "Nothing here yet, and that is fine. Each session you do will be noted here, "
                "for you alone."
            )
        )
        if has_rows:
            self.table.choose(min(row, self.model.count - 1))
        self._show_chosen()

    def _show_chosen(self) -> None:
        entry = self._entry_at(self.table.row)
        self.details.setVisible(entry is not None)
        if entry is None:
            self.details.forget()
        else:
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

    def _edit(self, entry: Entry | None) -> None:
        # The window's child: a change of the look must not take away what is being written.
        self.editor = EntryEditor(self._supplies, entry, self.window())
        self.editor.saved.connect(self._on_edited)
        self.editor.finished.connect(self._let_go_of_editor)
        self.editor.open()

    def _let_go_of_editor(self) -> None:
        self.editor = None

    def _on_edited(self, edited: Edited) -> None:
        entry = edited.after
        if edited.before is None:
            text = self.tr("“{title}” is in the history.").format(title=entry.title)
            self._take_back_by(partial(undo_add, self._journal, entry), text)
        else:
            text = self.tr("“{title}” is changed.").format(title=entry.title)
            self._take_back_by(partial(undo_edit, self._journal, edited.before, entry), text)
        # What is shown is older than what is in the journal now.
        self.details.forget()
        self._reload(_Aim(entry.id, self.table.row, insists=True))
        self.take_focus()

    def _take_back_by(self, undo: Undo, text: str) -> None:
        self._undos.append(undo)
        self.said.emit(Message(text, self.tr("Undo"), self.undo))

    def _on_trouble(self, error: RelaxError) -> None:
        self.said.emit(Message(str(error)))
