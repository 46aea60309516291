"""A card that counts one phase down and says what comes after it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from relaxapp.ui.theme import Theme, mixed

_PADDING = 26.0
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

    def sizeHint(self) -> QSize:  # noqa: N802 -- Qt's name
        """As wide as the words beside it."""
        return QSize(460, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 -- Qt's name
        """Paint the card, its words and its bar."""
        count = self._count
        if count is None:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mixed(theme.card, theme.raised, 0.6) if theme.is_dark else theme.card)
        painter.drawRoundedRect(QRectF(self.rect()), theme.radius_px, theme.radius_px)
        accent = theme.warm if count.warm else theme.calm
        inner = QRectF(self.rect()).adjusted(_PADDING, 0, -_PADDING, 0)
        upper = QRectF(inner.left(), 16, inner.width(), 28)
        lower = QRectF(inner.left(), 48, inner.width(), 42)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(accent)
        painter.setFont(theme.font(18, QFont.Weight.DemiBold))
        painter.drawText(upper, left, count.word)
        painter.setPen(theme.text)
        painter.setFont(theme.font(34, QFont.Weight.DemiBold))
        painter.drawText(lower, left, count.left)
        painter.setPen(theme.dim)
        painter.setFont(theme.font(theme.body_px))
        painter.drawText(upper, right, count.then)
        painter.setFont(theme.font(theme.figure_px - 1))
        painter.drawText(lower, right, count.then_length)
        bar = QRectF(inner.left(), self.height() - 20, inner.width(), _BAR)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.line)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        bar.setWidth(max(_BAR, bar.width() * min(max(count.share, 0.0), 1.0)))
        painter.setBrush(accent)
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
