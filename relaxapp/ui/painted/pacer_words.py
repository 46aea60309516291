"""What is written in or beside the pacer: what to do, and for how long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

SMALLEST_PX = 13
"""At 100 %; smaller only where the word has no room otherwise."""
_COUNT_SHARE = 0.66
"""The height of the count, as a share of the word's."""
_LABEL_LINE = 1.3
"""The height of a line, in heights of its type."""
_COUNT_LINE = 1.35


@dataclass(frozen=True, slots=True)
class PacerWords:
    """A word with a count below it.

    Attributes:
        theme: what to write with.
        label: the word.
        count: the number; empty for none.
        color: what they are written with.
        px: the height of the word's type where there is room for it.
    """

    theme: Theme
    label: str
    count: str
    color: QColor
    px: int

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Write them in the middle of a place, no larger than it."""
        px, count_px = self._fitting(size)
        middle = Qt.AlignmentFlag.AlignCenter
        painter.setPen(self.color)
        painter.setFont(self._font(px))
        if not self.count:
            painter.drawText(QRectF(QPointF(0, 0), size), middle, self.label)
            return
        label_height, count_height = px * _LABEL_LINE, count_px * _COUNT_LINE
        top = (size.height() - label_height - count_height) / 2
        painter.drawText(QRectF(0, top, size.width(), label_height), middle, self.label)
        painter.setFont(self.theme.font(count_px))
        below = QRectF(0, top + label_height, size.width(), count_height)
        painter.drawText(below, middle, self.count)

    def _fitting(self, size: QSizeF) -> tuple[int, int]:
        """The type of the word and of the count in a place."""
        by_height = int(size.height() / (_LABEL_LINE + _COUNT_LINE * _COUNT_SHARE))
        px = max(1, min(self.px, by_height))
        width = QFontMetricsF(self._font(px)).horizontalAdvance(self.label)
        if width > size.width():
            px = max(1, int(px * size.width() / width))
        least = min(px, self.theme.px(SMALLEST_PX))
        return px, max(1, least, round(px * _COUNT_SHARE))

    def _font(self, px: int) -> QFont:
        return self.theme.font(px, QFont.Weight.DemiBold)
