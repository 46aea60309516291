"""How a row of the history is painted: the title strong, the rest dim, tension in the calm accent."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from relaxapp.ui.history.entry_model import BELOW_ROLE, Column
from relaxapp.ui.theme import Theme, mixed

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_PADDING_PX = 8
_ABOVE_SHARE = 0.56
"""So much of a row of two lines is above the second one."""


class EntryDelegate(QStyledItemDelegate):
    """Paints without asking the style sheet for every cell, which a long list would feel.

    Attributes:
        has_two_lines: whether what the columns say stands below the title.
    """

    def __init__(self, theme: Theme, table: QWidget) -> None:
        super().__init__(table)
        self.has_two_lines = False
        self._table = table
        self._line = QPen(mixed(theme.card, theme.line, 0.6), 1)
        self._chosen = mixed(theme.card, theme.text, 0.07)
        self._mark = theme.calm
        strong = theme.font(theme.px(14), QFont.Weight.DemiBold)
        plain = theme.font(theme.px(14))
        self._below = (theme.font(theme.small_px), theme.dim)
        self._looks = {
            Column.WHEN: (plain, theme.dim),
            Column.TITLE: (strong, theme.text),
            Column.TECHNIQUE: (plain, theme.dim),
            Column.PRACTISED: (plain, theme.dim),
            Column.TENSION: (strong, theme.calm),
        }

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paints one cell."""
        column = Column(index.column())
        state: QStyle.StateFlag = option.state
        area = option.rect
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, self._chosen)
            first = Column.TITLE if self.has_two_lines else Column.WHEN
            if column is first and self._table.hasFocus():
                painter.fillRect(area.x(), area.y() + 8, 3, area.height() - 16, self._mark)
        else:
            painter.setPen(self._line)
            painter.drawLine(area.bottomLeft(), area.bottomRight())
        room = area.adjusted(_PADDING_PX, 0, -_PADDING_PX, 0)
        alignment = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        if self.has_two_lines and column is Column.TITLE:
            above = room.adjusted(0, 4, 0, 0)
            above.setHeight(round(room.height() * _ABOVE_SHARE) - 4)
            below = room.adjusted(0, above.height() + 4, 0, -4)
            left = Qt.AlignmentFlag.AlignLeft
            _write(
                painter,
                above,
                str(index.data()),
                left | Qt.AlignmentFlag.AlignVCenter,
                *self._looks[column],
            )
            _write(
                painter,
                below,
                str(index.data(BELOW_ROLE)),
                left | Qt.AlignmentFlag.AlignTop,
                *self._below,
            )
        else:
            _write(painter, room, str(index.data()), alignment, *self._looks[column])
        painter.restore()


def _write(  # noqa: PLR0917 - what is written, where and how
    painter: QPainter,
    room: QRect,
    text: str,
    alignment: Qt.AlignmentFlag,
    font: QFont,
    color: QColor,
) -> None:
    painter.setFont(font)
    painter.setPen(color)
    fitting = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, alignment, fitting)
