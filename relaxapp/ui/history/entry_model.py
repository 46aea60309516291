"""The log as a table: only the pages of it that are looked at are read."""

from __future__ import annotations

from array import array
from collections import OrderedDict
from enum import IntEnum
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from relaxapp.errors import JournalError
from relaxapp.ui.formats import day_and_time
from relaxapp.ui.history import entry_words as words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from relaxapp.journal.entry import Entry
    from relaxapp.journal.journal import Journal

PAGE_ROWS = 64
"""How many sessions are read at once."""
KEPT_PAGES = 24
"""How many pages are kept; the one looked at longest ago goes first."""

BELOW_ROLE = Qt.ItemDataRole.UserRole
"""What stands below the title where there is no room for columns: all the others in one line."""

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_TEXT_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        BELOW_ROLE,
    }
)


class Column(IntEnum):
    """What the columns of the table hold."""

    WHEN = 0
    TITLE = 1
    TECHNIQUE = 2
    PRACTISED = 3
    TENSION = 4


class EntryModel(QAbstractTableModel):
    """Sessions by their numbers, in the order of these.

    Args:
        journal: where they are.
        now: the time of day.
    """

    failed = Signal(object)
    """A page could not be read, a `JournalError`; its rows stay empty."""

    def __init__(
        self, journal: Journal, now: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._now = now
        self._numbers: array[int] = array("q")
        self._names = {
            Column.WHEN: self.tr("When"),
            Column.TITLE: self.tr("Session"),
            Column.TECHNIQUE: self.tr("Technique"),
            Column.PRACTISED: self.tr("Practised"),
            Column.TENSION: self.tr("Tension"),
        }
        self._pages: OrderedDict[int, Mapping[int, Entry]] = OrderedDict()

    @property
    def count(self) -> int:
        """How many sessions there are to see."""
        return len(self._numbers)

    def show_sessions(self, numbers: array[int]) -> None:
        """Shows the sessions with these numbers, as they are in the journal now."""
        self.beginResetModel()
        self._numbers = numbers
        self._pages.clear()
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The session in a row; None if another program took it away meanwhile."""
        page = row // PAGE_ROWS
        if page not in self._pages:
            self._pages[page] = self._read(page)
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        return self._pages[page].get(self._numbers[row])

    def row_of(self, entry_id: int | None) -> int | None:
        """The row a session is in; None if it is not to be seen, or for no session."""
        if entry_id is None:
            return None
        try:
            return self._numbers.index(entry_id)
        except ValueError:
            return None

    def forget_entry(self, entry_id: int) -> None:
        """Reads a session anew when it is looked at next: it was changed."""
        row = self.row_of(entry_id)
        if row is not None:
            self._pages.pop(row // PAGE_ROWS, None)
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))

    def _read(self, page: int) -> Mapping[int, Entry]:
        first = page * PAGE_ROWS
        try:
            return self._journal.numbered(self._numbers[first : first + PAGE_ROWS])
        except JournalError as error:
            # Kept as empty, so that painting does not ask for it, and fail, again and again.
            self.failed.emit(error)
            return {}

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        """How many sessions there are."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        """How many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        """What a column is called."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(Column(section))
        return self._names[Column(section)] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, and what a screen reader says of it."""
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        if role not in _TEXT_ROLES:
            return None
        entry = self.entry(index.row())
        if entry is None:
            return ""
        if role == BELOW_ROLE:
            return self._below(entry)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._aloud(entry, column)
        return self._text(entry, column)

    def _aloud(self, entry: Entry, column: Column) -> str:
        tension = words.tension_aloud(entry.tension_before, entry.tension_after)
        match column:
            case Column.TENSION:
                return tension
            case Column.TITLE:
                # It is where the focus is: the whole row is said in one go.
                return ", ".join((entry.title, *self._about(entry), tension))
            case _:
                return self._text(entry, column)

    def _below(self, entry: Entry) -> str:
        return "  ·  ".join(self._about(entry))

    def _about(self, entry: Entry) -> tuple[str, ...]:
        parts = (Column.WHEN, Column.TECHNIQUE, Column.PRACTISED)
        return tuple(text for each in parts if (text := self._text(entry, each)))

    def _text(self, entry: Entry, column: Column) -> str:
        match column:
            case Column.WHEN:
                return day_and_time(entry.started_at, self._now())
            case Column.TITLE:
                return entry.title
            case Column.TECHNIQUE:
                return words.technique(entry.technique)
            case Column.PRACTISED:
                return words.practised(entry)
            case Column.TENSION:
                return words.tension(entry.tension_before, entry.tension_after)


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column is Column.TENSION else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
