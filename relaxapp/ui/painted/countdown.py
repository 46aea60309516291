"""A card that counts one phase down and says what comes after it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from relaxapp.ui.theme import Theme, mixed

_PADDING = 26.0
_HEIGHT = 120
"""At 100 %, as all heights here."""
_COMPACT_HEIGHT = 40
_BAR = 5.0


@dataclass(frozen=True, slots=True)
class Count:
    """What the card shows at one moment.

    Attributes:
        word: what to do, such as "Tense".
        left: what is left of it, such as "4 s"; empty to hide it.
        share: how much of it is over, 0 to 1.
        warm: whether it is about tension.
        then: what comes after it; may be empty.
        then_length: how long that takes; may be empty.
    """

    word: str
    left: str
    share: float
    warm: bool
    then: str = ""
    then_length: str = ""


class Countdown(QWidget):
    """Shows a `Count`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count: Count | None = None
        self._compact = False
        self.setFixedHeight(self.full_height())

    @property
    def count(self) -> Count | None:
        """What is shown."""
        return self._count

    def show_count(self, count: Count) -> None:
        """Show another moment; costs nothing if it is the one that is shown."""
        if count != self._count:
            self._count = count
            self.setAccessibleName(" ".join(filter(None, (count.word, count.left))))
            self.update()

    def full_height(self) -> int:
        """Its height as a card."""
        return self._theme.px(_HEIGHT)

    def compact_height(self) -> int:
        """Its height without one."""
        return self._theme.px(_COMPACT_HEIGHT)

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 -- a setter in Qt's manner
        """Whether it shows the word, the count and the bar alone, small and without a card."""
        if compact != self._compact:
            self._compact = compact
            self.setFixedHeight(self.compact_height() if compact else self.full_height())
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """As wide as the words beside it."""
        return QSize(self._theme.px(460), self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint the card, its words and its bar."""
        count = self._count
        if count is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self._compact:
            self._paint_compact(painter, count)
        else:
            self._paint_card(painter, count)

    def _paint_card(self, painter: QPainter, count: Count) -> None:
        theme = self._theme
        painter.setBrush(mixed(theme.card, theme.raised, 0.6) if theme.is_dark else theme.card)
        painter.drawRoundedRect(QRectF(self.rect()), theme.radius_px, theme.radius_px)
        inner = QRectF(self.rect()).adjusted(_PADDING, 0, -_PADDING, 0)
        upper = QRectF(inner.left(), theme.px(16), inner.width(), theme.px(28))
        lower = QRectF(inner.left(), theme.px(48), inner.width(), theme.px(42))
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._accent(count))
        painter.setFont(theme.font(theme.px(18), QFont.Weight.DemiBold))
        painter.drawText(upper, left, count.word)
        painter.setPen(theme.text)
        painter.setFont(theme.font(theme.px(34), QFont.Weight.DemiBold))
        painter.drawText(lower, left, count.left)
        painter.setPen(theme.dim)
        painter.setFont(theme.font(theme.body_px))
        painter.drawText(upper, right, count.then)
        painter.setFont(theme.font(theme.px(23)))
        painter.drawText(lower, right, count.then_length)
        self._paint_bar(painter, count, inner.left(), inner.width(), self.height() - theme.px(20))

    def _paint_compact(self, painter: QPainter, count: Count) -> None:
        theme = self._theme
        line = QRectF(0, 0, self.width(), self.height() - 3 * _BAR)
        painter.setPen(self._accent(count))
        painter.setFont(theme.font(theme.px(18), QFont.Weight.DemiBold))
        painter.drawText(
            line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, count.word
        )
        painter.setPen(theme.text)
        painter.drawText(
            line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, count.left
        )
        self._paint_bar(painter, count, 0, self.width(), self.height() - _BAR - 2)

    def _accent(self, count: Count) -> QColor:
        return self._theme.warm if count.warm else self._theme.calm

    def _paint_bar(
        self, painter: QPainter, count: Count, left: float, width: float, top: float
    ) -> None:
        bar = QRectF(left, top, width, _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.line)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        bar.setWidth(max(_BAR, bar.width() * min(max(count.share, 0.0), 1.0)))
        painter.setBrush(self._accent(count))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
