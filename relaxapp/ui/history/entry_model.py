"""The log as a table: only the pages of it that are looked at are read."""

from __future__ import annotations

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
from relaxapp.journal.filter import Filter
from relaxapp.ui.formats import day_and_time
from relaxapp.ui.history import entry_words as words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from relaxapp.journal.entry import Entry
    from relaxapp.journal.journal import Journal

PAGE_ROWS = 64
"""How many sessions are read at once."""
KEPT_PAGES = 24
"""How many pages are kept; the one looked at longest ago goes first."""

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()
_TEXT_ROLES = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
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
    """Sessions, newest first, those that a search finds.

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
        self._search = ""
        self._count = 0
        self._names = {
            Column.WHEN: self.tr("When"),
            Column.TITLE: self.tr("Session"),
            Column.TECHNIQUE: self.tr("Technique"),
            Column.PRACTISED: self.tr("Practised"),
            Column.TENSION: self.tr("Tension"),
        }
        self._pages: OrderedDict[int, tuple[Entry, ...]] = OrderedDict()

    @property
    def count(self) -> int:
        """How many sessions there are to see."""
        return self._count

    def load(self, search: str = "") -> None:
        """Looks at the journal anew, for the sessions that a search finds.

        Raises:
            JournalError: the journal cannot be read; the table is then as it was.
        """
        count = self._journal.count(Filter(search))
        self.beginResetModel()
        self._search = search
        self._count = count
        self._pages.clear()
        self.endResetModel()

    def entry(self, row: int) -> Entry | None:
        """The session in a row; None if another program took it away meanwhile."""
        page, offset = divmod(row, PAGE_ROWS)
        if page not in self._pages:
            self._pages[page] = self._read(page)
            if len(self._pages) > KEPT_PAGES:
                self._pages.popitem(last=False)
        self._pages.move_to_end(page)
        entries = self._pages[page]
        return entries[offset] if offset < len(entries) else None

    def forget_entry(self, entry_id: int) -> None:
        """Reads a session anew when it is looked at next: it was changed."""
        for page, entries in self._pages.items():
            for offset, entry in enumerate(entries):
                if entry.id == entry_id:
                    del self._pages[page]
                    row = page * PAGE_ROWS + offset
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(Column) - 1))
                    return

    def _read(self, page: int) -> tuple[Entry, ...]:
        try:
            return self._journal.entries(
                Filter(self._search), limit=PAGE_ROWS, offset=page * PAGE_ROWS
            )
        except JournalError as error:
            # Kept as empty, so that painting does not ask for it, and fail, again and again.
            self.failed.emit(error)
            return ()

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:  # noqa: N802 - Qt's name
        """How many sessions there are."""
        return 0 if parent.isValid() else self._count

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
        if column is Column.TENSION and role == Qt.ItemDataRole.AccessibleTextRole:
            return words.tension_aloud(entry.tension_before, entry.tension_after)
        return self._text(entry, column)

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
