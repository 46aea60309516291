"""How a row of the history is painted: the title strong, the rest dim, tension in the calm accent."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relaxapp.ui.history.entry_model import Column
from relaxapp.ui.theme import Theme, mixed

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_PADDING_PX = 8


class EntryDelegate(QStyledItemDelegate):
    """Paints without asking the style sheet for every cell, which a long list would feel."""

    def __init__(self, theme: Theme, table: QWidget) -> None:
        super().__init__(table)
        self._table = table
        self._line = QPen(mixed(theme.card, theme.line, 0.6), 1)
        self._chosen = mixed(theme.card, theme.text, 0.07)
        self._mark = theme.calm
        strong = theme.font(theme.px(14), QFont.Weight.DemiBold)
        plain = theme.font(theme.px(14))
        self._looks = {
            Column.WHEN: (plain, theme.dim),
            Column.TITLE: (strong, theme.text),
            Column.TECHNIQUE: (plain, theme.dim),
            Column.PRACTISED: (plain, theme.dim),
            Column.TENSION: (strong, theme.calm),
        }
        self._metrics = {column: QFontMetrics(font) for column, (font, _) in self._looks.items()}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paints one cell."""
        column = Column(index.column())
        font, color = self._looks[column]
        state: QStyle.StateFlag = option.state
        area = option.rect
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._chosen)
            if column is Column.WHEN and self._table.hasFocus():
                painter.fillRect(area.x(), area.y() + 8, 3, area.height() - 16, self._mark)
        else:
            painter.setPen(self._line)
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.setFont(font)
        painter.setPen(color)
        room = area.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
        text = self._metrics[column].elidedText(
            str(index.data()), Qt.TextElideMode.ElideRight, room.width()
        )
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        painter.drawText(room, alignment, text)
        painter.restore()
