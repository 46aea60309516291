"""The cards of the sessions page: one for each script, one for each script that cannot be read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from zlib import crc32

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextLayout,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from relaxapp.script.problem import Severity
from relaxapp.ui.formats import duration
from relaxapp.ui.pages.card_grid import ART_PX, Tile, card_height
from relaxapp.ui.pages.card_words import aloud, beneath, to_start
from relaxapp.ui.painted.art import art_picture, motif_of
from relaxapp.ui.painted.round_button import RoundButton
from relaxapp.ui.painted.star import Star
from relaxapp.ui.theme import Theme, mixed

if TYPE_CHECKING:
    from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QResizeEvent

    from relaxapp.ui.pages.offer import Offer

_PADDING_PX = 20
_PLAY_PX = 48
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Card(Tile):
    """A card that opens a script's sheet."""

    chosen = Signal(object)
    """It was pressed: its `Offer`."""
    start_asked = Signal(object)
    """Its script is to be begun at once: its `Offer`."""
    favourite_toggled = Signal(object)
    """Its script has become a favourite, or is none any more: the `Offer` as it is now."""

    def __init__(self, offer: Offer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.offer = offer
        self._theme = theme
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda: self.chosen.emit(self.offer))

    def show_offer(self, offer: Offer) -> None:
        """Shows another offer of the same kind: one that can be read, or one that cannot."""
        self.offer = offer
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """What a card takes when nobody sets its size."""
        return QSize(312, card_height(self._theme))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the card's ground, what is on it, its outline, and a ring while it has the focus."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        theme = self._theme
        outline = QPainterPath()
        outline.addRoundedRect(area, theme.radius_px, theme.radius_px)
        ground = theme.card
        if self.underMouse() or self.isDown():
            ground = mixed(ground, theme.text, 0.05)
        painter.fillPath(outline, ground)
        self.paint_content(painter, area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if theme.outline_px:
            self._frame(painter, area, QPen(theme.line, theme.outline_px))
        if self.hasFocus():
            self._frame(painter, area, QPen(theme.calm, theme.focus_px + 1))

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Paints what is on the card."""
        raise NotImplementedError

    def _frame(self, painter: QPainter, area: QRectF, pen: QPen) -> None:
        half = pen.widthF() / 2
        painter.setPen(pen)
        radius = self._theme.radius_px - half
        painter.drawRoundedRect(area.adjusted(half, half, -half, -half), radius, radius)

    def _line(self, painter: QPainter, top: float, text: str, font: QFont) -> float:
        """One line of text, cut short with dots where it does not fit; returns how wide it is."""
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        room = QRectF(_PADDING_PX, top, self.width() - 2 * _PADDING_PX, metrics.height())
        cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, cut)
        return metrics.horizontalAdvance(cut)

    def _lines(  # noqa: PLR0917 - numbers of one block of text
        self, painter: QPainter, top: float, text: str, font: QFont, most: int, height: float
    ) -> int:
        """A text broken into lines, the last one cut short where it does not fit; how many there are."""
        layout = QTextLayout(text, font)
        starts: list[int] = []
        layout.beginLayout()
        while len(starts) < most and (line := layout.createLine()).isValid():
            line.setLineWidth(self.width() - 2 * _PADDING_PX)
            starts.append(line.textStart())
        layout.endLayout()
        ends = [*starts[1:], len(text)]
        for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
            self._line(painter, top + index * height, text[start:end].strip(), font)
        return len(starts)


class SessionCard(Card):
    """A script: a picture of its technique, its title, a line about it, and how long it takes.

    A button that begins it at once is seen while the mouse or the focus is on the card, and so is a
    star that makes it a favourite; the star of a favourite is always seen.
    """

    def __init__(self, offer: Offer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(offer, theme, parent)
        self._play: RoundButton | None = None
        self._star: Star | None = None
        self.show_offer(offer)

    @property
    def play(self) -> RoundButton:
        """The button that begins the session at once, made when it is first needed."""
        if self._play is None:
            self._play = RoundButton(self._theme, _PLAY_PX, self)
            self._play.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._play.clicked.connect(self._start)
            self._name_tools()
            self._place_tools()
        return self._play

    @property
    def star(self) -> Star:
        """The button that makes the script a favourite, made when it is first needed."""
        if self._star is None:
            self._star = Star(self._theme, self)
            self._star.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._star.setChecked(self.offer.is_favourite)
            self._star.clicked.connect(self._toggle)
            self._name_tools()
            self._place_tools()
        return self._star

    def show_offer(self, offer: Offer) -> None:
        """Shows another script."""
        assert offer.script is not None
        super().show_offer(offer)
        script = offer.script
        if self.text() != script.title:
            self.setText(script.title)
        self.setAccessibleName(aloud(offer))
        self.setAccessibleDescription(script.about)
        if self._star is not None:
            self._star.setChecked(offer.is_favourite)
        self._name_tools()
        self._show_tools()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter begins the session at once, Ctrl+D makes it a favourite."""
        has_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if has_ctrl and event.key() in _ENTER:
            self._start()
        elif has_ctrl and event.key() == Qt.Key.Key_D:
            self._toggle()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:  # noqa: N802 - Qt's name
        """Shows the buttons."""
        super().enterEvent(event)
        self._show_tools()

    def leaveEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Hides them again."""
        super().leaveEvent(event)
        self._show_tools()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Shows the buttons."""
        super().focusInEvent(event)
        self._show_tools()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hides them again."""
        super().focusOutEvent(event)
        self._show_tools()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keeps the buttons in their places."""
        super().resizeEvent(event)
        self._place_tools()

    def paint_content(self, painter: QPainter, area: QRectF) -> None:
        """Paints the picture at the top, and the words below it."""
        theme, offer = self._theme, self.offer
        script = offer.script
        assert script is not None
        picture = art_picture(
            theme,
            motif_of(script.technique),
            QSizeF(area.width(), ART_PX),
            ratio=self.devicePixelRatioF(),
            # Any number that stays the same will do: sessions of one technique are told apart.
            variation=crc32(script.title.encode()) % 256 / 255,
            all_round=False,
        )
        painter.drawPixmap(QPointF(0, 0), picture)
        top = ART_PX + theme.px(12)
        painter.setPen(theme.text)
        title = theme.font(theme.px(17), QFont.Weight.DemiBold)
        lines = self._lines(painter, top, script.title, title, 2, theme.px(22))
        painter.setPen(theme.dim)
        small = theme.font(theme.small_px)
        below = top + lines * theme.px(22) + theme.px(3)
        self._lines(painter, below, script.about, small, 3 - lines, theme.px(18))
        painter.setPen(theme.calm)
        bottom = area.height() - theme.px(32)
        strong = theme.font(theme.small_px, QFont.Weight.DemiBold)
        width = self._line(painter, bottom, duration(offer.minutes * 60), strong)
        more = beneath(offer)
        if more:
            painter.setPen(theme.dim)
            painter.translate(width, 0)
            self._line(painter, bottom, f"  ·  {more}", small)
            painter.translate(-width, 0)

    def _start(self) -> None:
        self.start_asked.emit(self.offer)

    def _toggle(self) -> None:
        self.show_offer(replace(self.offer, is_favourite=not self.offer.is_favourite))
        self.favourite_toggled.emit(self.offer)

    def _show_tools(self) -> None:
        is_near = self.underMouse() or self.hasFocus()
        if is_near or self._play is not None:
            self.play.setVisible(is_near)
        if is_near or self.offer.is_favourite or self._star is not None:
            self.star.setVisible(is_near or self.offer.is_favourite)

    def _name_tools(self) -> None:
        offer = self.offer
        if self._play is not None:
            self._play.setAccessibleName(to_start(offer))
        if self._star is not None:
            # Whether it is one, a screen reader hears from the state: the name stays the same.
            self._star.setAccessibleName(_tr("Favourite: {title}").format(title=offer.title))
            text = _tr("Not a favourite any more") if offer.is_favourite else _tr("Favourite")
            self._star.setToolTip(f"{text} (Ctrl+D)")

    def _place_tools(self) -> None:
        if self._play is not None:
            side = self._play.width()
            self._play.move(self.width() - side - 14, (ART_PX - side) // 2)
        if self._star is not None:
            side = self._star.width()
            # The middle of the line with the minutes.
            middle = self.height() - self._theme.px(24)
            self._star.move(self.width() - side - 11, middle - side // 2)


class ProblemCard(Card):
    """A file that cannot be read as it stands: its name, and the first thing that is wrong."""

    def __init__(self, offer: Offer, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(offer, theme, parent)
        self._sentence = self._more = ""
        self.show_offer(offer)

    def show_offer(self, offer: Offer) -> None:
        """Shows another file."""
        super().show_offer(offer)
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
        self._line(painter, theme.px(18), self.tr("Needs a correction"), small)
        painter.setPen(theme.text)
        title = theme.font(theme.px(17), QFont.Weight.DemiBold)
        self._line(painter, theme.px(42), self.offer.title, title)
        painter.setPen(theme.dim)
        font, height = theme.font(theme.small_px), theme.px(18)
        top = theme.px(70)
        bottom = area.height() - theme.px(32)
        most = max(1, int((bottom - top) // height))
        self._lines(painter, top, self._sentence, font, most, height)
        self._line(painter, bottom, self._more, font)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Cards", text)
