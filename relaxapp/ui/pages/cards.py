"""The cards of the sessions page: one for each script, one for each script that cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QTextLayout,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from relaxapp.script.problem import Severity
from relaxapp.ui.formats import duration
from relaxapp.ui.painted.art import art_picture, motif_of
from relaxapp.ui.theme import Theme, mixed

if TYPE_CHECKING:
    from relaxapp.ui.pages.offer import Offer

_ART_PX = 88
_HEIGHT_PX = 202
_PADDING_PX = 20


class Card(QAbstractButton):
    """A card that opens a script's sheet."""

    chosen = Signal(object)
    """It was pressed: its `Offer`."""

    def __init__(self, offer: Offer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.chosen.emit(offer))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What a card takes when nobody sets its size."""
        return QSize(312, _HEIGHT_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the card's ground, what is on it, and a ring while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(area, self._theme.radius_px, self._theme.radius_px)
        ground = self._theme.card
        if self.underMouse() or self.isDown():
            ground = mixed(ground, self._theme.text, 0.05)
        painter.fillPath(outline, ground)
        self.paint_content(painter, area)
        if self.hasFocus():
            inner = area.adjusted(1.5, 1.5, -1.5, -1.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._theme.calm, 3))
            radius = self._theme.radius_px - 1.5
            painter.drawRoundedRect(inner, radius, radius)

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Paints what is on the card."""
        raise NotImplementedError

    def _line(self, painter: QPainter, top: float, text: str, font: QFont) -> None:
        """One line of text, cut short with dots where it does not fit."""
        painter.setFont(font)
        room = QRectF(_PADDING_PX, top, self.width() - 2 * _PADDING_PX, 24)
        cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)

    def _two_lines(self, painter: QPainter, top: float, text: str, font: QFont) -> None:
        """A text broken into two lines, the second one cut short where it does not fit."""
        width = self.width() - 2 * _PADDING_PX
        layout = QTextLayout(text, font)
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(width)
        layout.endLayout()
        break_at = first.textStart() + first.textLength()
        self._line(painter, top, text[:break_at].strip(), font)
        self._line(painter, top + 18, text[break_at:].strip(), font)


class SessionCard(Card):
    """A script: a picture of its technique, its title, a line about it, its usual minutes."""

    def __init__(self, offer: Offer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(offer, theme, parent)
        assert offer.script is not None
        self._script = offer.script
        self._picture = QPixmap()
        self._minutes = duration(self._script.minutes * 60)
        parts = (self._script.title, self._script.about, self._minutes)
        self.setText(self._script.title)
        self.setAccessibleName(self._script.title)
        self.setAccessibleDescription(". ".join(part for part in parts[1:] if part))

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Paints the picture at the top and three lines below it."""
        theme = self._theme
        painter.drawPixmap(QPointF(0, 0), self._art(area.width()))
        painter.setPen(theme.text)
        self._line(painter, _ART_PX + 11, self._script.title, theme.font(17, QFont.Weight.DemiBold))
        painter.setPen(theme.dim)
        self._two_lines(painter, _ART_PX + 36, self._script.about, theme.font(theme.small_px))
        painter.setPen(theme.calm)
        font = theme.font(theme.small_px, QFont.Weight.DemiBold)
        self._line(painter, _ART_PX + 78, self._minutes, font)

    def _art(self, width: float) -> QPixmap:
        """The picture, painted anew only for another size."""
        ratio = self.devicePixelRatioF()
        size = QSizeF(width, _ART_PX)
        if self._picture.deviceIndependentSize() != size:
            self._picture = art_picture(
                self._theme,
                motif_of(self._script.technique),
                size,
                ratio=ratio,
                # Any number that stays the same will do: sessions of one technique are told apart.
                variation=crc32(self._script.title.encode()) % 256 / 255,
            )
        return self._picture


class ProblemCard(Card):
    """A file that cannot be read as it stands: its name, and the first thing that is wrong."""

    def __init__(self, offer: Offer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(offer, theme, parent)
        errors = [each for each in offer.problems if each.severity is Severity.ERROR]
        first = errors[0]
        self._sentence = self.tr("Line {line}: {sentence}").format(
            line=first.line, sentence=first.sentence
        )
        self._more = (
            self.tr("and {count} more").format(count=len(errors) - 1) if len(errors) > 1 else ""
        )
        self.setText(offer.title)
        self.setAccessibleName(self.tr("{file} needs a correction").format(file=offer.title))
        self.setAccessibleDescription(f"{self._sentence} {self._more}".strip())

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Paints the file's name, the sentence, and how much more there is."""
        theme = self._theme
        painter.setPen(theme.warm)
        small = theme.font(theme.small_px, QFont.Weight.DemiBold)
        self._line(painter, 16, self.tr("Needs a correction"), small)
        painter.setPen(theme.text)
        self._line(painter, 42, self.offer.title, theme.font(17, QFont.Weight.DemiBold))
        painter.setPen(theme.dim)
        painter.setFont(theme.font(theme.small_px))
        room = QRectF(_PADDING_PX, 72, area.width() - 2 * _PADDING_PX, 72)
        painter.drawText(
            room,
            Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
            self._sentence,
        )
        self._line(painter, 166, self._more, theme.font(theme.small_px))
