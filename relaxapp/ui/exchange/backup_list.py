"""The list of copies: two lines for each, one of them chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from relaxapp.ui.exchange.backup_words import lines
from relaxapp.ui.pages.scroll_column import SCROLL_BAR_PX
from relaxapp.ui.theme import mixed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from relaxapp.journal.backup import Backup

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_PADDING_PX = 12
_MARK_PX = 3
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class BackupList(QListWidget):
    """Copies, newest first.

    Args:
        parent: as in Qt.
    """

    chosen = Signal(object)
    """Another copy is chosen, a `Backup`; None where there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Copies"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setItemDelegate(_TwoLines(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        # Lines break anew in another width.
        self.setResizeMode(QListView.ResizeMode.Adjust)
        # The row in focus is marked by what paints it; a frame would be one more line.
        self.setStyleSheet("QListView, QListView:focus { border: none; }")
        self._backups: tuple[Backup, ...] = ()
        self.currentRowChanged.connect(self._on_row)

    @property
    def backup(self) -> Backup | None:
        """The chosen copy."""
        row = self.currentRow()
        return self._backups[row] if 0 <= row < len(self._backups) else None

    def show_backups(
        self, backups: Sequence[Backup], now: datetime, computer: str, chosen: Path | None = None
    ) -> None:
        """Shows copies in place of those before.

        Args:
            backups: the copies.
            now: the time of day.
            computer: what this computer goes by.
            chosen: the file of the one that is chosen; otherwise the first that can be used is.
        """
        self._backups = tuple(backups)
        self.blockSignals(True)
        self.clear()
        for backup in backups:
            item = QListWidgetItem("\n".join(lines(backup, now, computer)))
            item.setToolTip(str(backup.path))
            self.addItem(item)
        at = next((row for row, each in enumerate(backups) if each.path == chosen), None)
        if at is None:
            at = next((row for row, each in enumerate(backups) if not each.trouble), 0)
        self.setCurrentRow(at if backups else -1)
        self.blockSignals(False)
        self.chosen.emit(self.backup)

    def _on_row(self, _row: int) -> None:
        self.chosen.emit(self.backup)


class _TwoLines(QStyledItemDelegate):
    """Paints the first line strong and the rest below it, broken where it has to be."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: N802 - Qt's name
        """So wide as the list, and as high as both texts are then."""
        room = QRect(0, 0, self._room_px, 10_000)
        height = sum(
            QFontMetrics(font).boundingRect(room, _WRAP, text).height()
            for font, text in self._texts(index)
        )
        return QSize(self._view.viewport().width(), height + 2 * _PADDING_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paints one copy."""
        area: QRect = option.rect
        # The style sheet makes the list's own ground transparent.
        palette = QApplication.palette()
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(mixed(palette.base().color(), palette.text().color(), 0.08))
            painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 10, 10)
            if self._view.hasFocus():
                painter.setBrush(palette.highlight())
                painter.drawRect(area.x(), area.y() + 10, _MARK_PX, area.height() - 20)
        painter.setPen(palette.text().color())
        room = area.adjusted(_PADDING_PX + _MARK_PX, _PADDING_PX, 0, 0)
        room.setWidth(self._room_px)
        for font, text in self._texts(index):
            painter.setFont(font)
            painter.drawText(room, _WRAP, text)
            room.setTop(room.top() + QFontMetrics(font).boundingRect(room, _WRAP, text).height())
        painter.restore()

    @property
    def _room_px(self) -> int:
        """How wide a line may be: the same whether there is a scroll bar or not."""
        return self._view.width() - SCROLL_BAR_PX - 2 * _PADDING_PX - _MARK_PX

    def _texts(self, index: _Index) -> tuple[tuple[QFont, str], ...]:
        plain = self._view.font()
        strong = QFont(plain)
        strong.setWeight(QFont.Weight.DemiBold)
        first, _, rest = str(index.data()).partition("\n")
        return (strong, first), (plain, rest)
