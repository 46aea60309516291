"""A short list of sessions, as the log has them: when, what, how long, and tension before and after."""

from __future__ import annotations

from enum import IntEnum, auto
from typing import TYPE_CHECKING, Any, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from relaxapp.ui.formats import day_and_time, time_of_day
from relaxapp.ui.history import entry_words
from relaxapp.ui.theme import mixed
from relaxapp.ui.whole_rows import show_whole_rows

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from PySide6.QtGui import QFocusEvent

    from relaxapp.journal.entry import Entry
    from relaxapp.ui.theme import Theme

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ROW_PX = 40
_TYPE_PX = 14
_AIR_PX = 14
"""All at 100 %."""


class _Column(IntEnum):
    WHEN = 0
    TITLE = auto()
    PRACTISED = auto()
    TENSION = auto()


class SessionModel(QAbstractTableModel):
    """The sessions' words."""

    def __init__(
        self, entries: Sequence[Entry], now: datetime | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows = [(entry, _words(entry, now)) for entry in entries]

    def entry(self, row: int) -> Entry:
        """The session in a row."""
        return self._rows[row][0]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """One for each session."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """When, what, how long, how tense."""
        return 0 if parent.isValid() else len(_Column)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell."""
        entry, words = self._rows[index.row()]
        column = _Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return words[column]
        if role == Qt.ItemDataRole.ToolTipRole and column is _Column.TITLE:
            return words[column]
        if role == Qt.ItemDataRole.AccessibleTextRole and column is _Column.TENSION:
            return entry_words.tension_aloud(entry.tension_before, entry.tension_after)
        return None


class SessionList(QTableView):
    """Exactly as high as its rows; the title has what width the others leave.

    Args:
        name: what the list is, for screen readers.
        theme: what to paint with.
        parent: as in Qt.
    """

    asked = Signal(object)
    """More is wanted of a session: its `Entry`."""

    def __init__(self, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row_px = theme.px(_ROW_PX)
        self._delegate = _Delegate(theme, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        show_whole_rows(self, self._row_px)
        self.setWordWrap(False)
        # The row in focus is marked by the delegate; a frame would be one more line.
        self.setStyleSheet("QTableView, QTableView:focus { border: none; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().setMinimumSectionSize(self._row_px)
        self.horizontalHeader().hide()
        self.doubleClicked.connect(self._ask)
        self.show_entries((), None)

    def show_entries(self, entries: Sequence[Entry], now: datetime | None) -> None:
        """Shows sessions.

        Args:
            entries: in the order they are shown.
            now: the present moment, for `Today` and `Yesterday`; None where all are of one known day.
        """
        old = self.model()
        model = SessionModel(entries, now, self)
        self.setModel(model)
        if old is not None:
            old.deleteLater()
        header = self.horizontalHeader()
        header.setMinimumSectionSize(0)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(_Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for column in _Column:
            if column is not _Column.TITLE:
                self.setColumnWidth(column, self._delegate.widest(model, column))
        self.setFixedHeight(self._row_px * len(entries))
        self.setVisible(bool(entries))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter asks for more of the session."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._ask()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Marks the row that the keys begin with."""
        super().focusInEvent(event)
        self.selectRow(max(0, self.currentIndex().row()))

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Marks none: nothing is chosen here."""
        super().focusOutEvent(event)
        self.clearSelection()

    def _ask(self) -> None:
        model = self.model()
        assert isinstance(model, SessionModel)
        self.asked.emit(model.entry(self.currentIndex().row()))


class _Delegate(QStyledItemDelegate):
    """Paints a row: the title strong, tension in the calm accent, the rest dim."""

    def __init__(self, theme: Theme, table: QWidget) -> None:
        super().__init__(table)
        self._table = table
        self._air = theme.px(_AIR_PX)
        self._line = QPen(mixed(theme.card, theme.line, 0.6), 1)
        self._chosen = mixed(theme.card, theme.text, 0.07)
        self._mark = theme.calm
        plain = theme.font(theme.px(_TYPE_PX))
        strong = theme.font(theme.px(_TYPE_PX), QFont.Weight.DemiBold)
        self._looks = {
            _Column.WHEN: (plain, theme.dim),
            _Column.TITLE: (strong, theme.text),
            _Column.PRACTISED: (plain, theme.dim),
            _Column.TENSION: (strong, theme.calm),
        }

    def widest(self, model: SessionModel, column: _Column) -> int:
        """The width that a column needs."""
        from PySide6.QtGui import QFontMetrics  # noqa: PLC0415 - start-up

        metrics = QFontMetrics(self._looks[column][0])
        words = (str(model.index(row, column).data()) for row in range(model.rowCount()))
        return max((metrics.horizontalAdvance(each) for each in words), default=0) + self._air + 2

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        column = _Column(index.column())
        font, color = self._looks[column]
        state: QStyle.StateFlag = option.state
        area = option.rect
        painter.save()
        if state & QStyle.StateFlag.State_Selected and self._table.hasFocus():
            painter.fillRect(area, self._chosen)
            if column is _Column.WHEN:
                painter.fillRect(area.x(), area.y() + 8, 3, area.height() - 16, self._mark)
        is_last = index.row() == index.model().rowCount() - 1
        if not is_last:
            painter.setPen(self._line)
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setFont(font)
        painter.setPen(color)
        is_right = column is _Column.TENSION
        room = area.adjusted(6 if column is _Column.WHEN else 0, 0, 0 if is_right else -6, 0)
        side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        text = painter.fontMetrics().elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


def _words(entry: Entry, now: datetime | None) -> dict[_Column, str]:
    when = time_of_day(entry.started_at) if now is None else day_and_time(entry.started_at, now)
    return {
        _Column.WHEN: when,
        _Column.TITLE: entry.title,
        _Column.PRACTISED: entry_words.practised(entry),
        _Column.TENSION: entry_words.tension(entry.tension_before, entry.tension_after),
    }
