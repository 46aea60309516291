"""The wide card that proposes a session and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from relaxapp.ui.painted.ground import grain
from relaxapp.ui.painted.round_button import RoundButton
from relaxapp.ui.theme import Theme, mixed

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from relaxapp.ui.pages.offer import Offer
    from relaxapp.ui.pages.suggestion import Suggestion

_GREEN, _BLUE = "#2f8574", "#2c6a8c"
"""The colours the ground is mixed with at the left and at the right."""
_HEIGHT_PX = 150


class SuggestionCard(QAbstractButton):
    """A proposal: its button begins it at once, the card itself opens its sheet; hidden without one.

    Attributes:
        offer: what is proposed; None for nothing.
        button: begins it at once.
    """

    chosen = Signal(object)
    """The proposal is to be looked at: its `Offer`."""
    start_asked = Signal(object)
    """The proposal is to be begun at once: its `Offer`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._ground = QPixmap()
        self.offer: Offer | None = None
        self._eyebrow = QLabel()
        self._eyebrow.setProperty("role", "eyebrow")
        self._title = QLabel()
        self._title.setProperty("role", "figure")
        self._reason = QLabel()
        for label in (self._eyebrow, self._title, self._reason):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label is not self._eyebrow)
        self.button = RoundButton(theme, 60)
        self.button.clicked.connect(self._start)
        texts = QWidget()
        texts.setMaximumWidth(theme.px(620))
        words = QVBoxLayout(texts)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(6)
        words.addStretch()
        for label in (self._eyebrow, self._title, self._reason):
            words.addWidget(label)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(30, 18, 26, 18)
        row.addWidget(texts, 1)
        row.addStretch()
        row.addWidget(self.button)
        self.setMinimumHeight(_HEIGHT_PX)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._choose)

    def show_suggestion(self, suggestion: Suggestion | None, offer: Offer | None) -> None:
        """Shows a proposal and the script it is about; both None for none."""
        self.offer = offer if suggestion else None
        self.setVisible(self.offer is not None)
        if suggestion is None or offer is None:
            return
        from relaxapp.ui.pages.card_words import to_start  # noqa: PLC0415 - start-up

        self._eyebrow.setText(suggestion.eyebrow.upper())
        self._title.setText(offer.title)
        self._reason.setText(suggestion.reason)
        self.setAccessibleName(self.tr("Look at {title}").format(title=offer.title))
        self.setAccessibleDescription(f"{suggestion.eyebrow}. {suggestion.reason}")
        self.button.setAccessibleName(to_start(offer))
        self.button.setToolTip(to_start(offer))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room, as high as the words need."""
        return QSize(600, self.heightForWidth(max(self.width(), 320)))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as the words need at a width."""
        layout = self.layout()
        return max(_HEIGHT_PX, layout.totalHeightForWidth(width) if layout else 0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Words break into lines."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Ctrl+Enter begins the session at once."""
        has_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if has_ctrl and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._start()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the ground, green at the left, into the blue of the ground at the right; and the focus."""
        ratio = self.devicePixelRatioF()
        if self._ground.size() != self.size() * ratio:
            self._ground = QPixmap(self.size() * ratio)
            self._ground.setDevicePixelRatio(ratio)
            self._ground.fill(Qt.GlobalColor.transparent)
            self._paint_ground(self._ground)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawPixmap(0, 0, self._ground)
        theme = self._theme
        if self.underMouse() or self.isDown():
            veil = QColor(theme.text)
            veil.setAlphaF(0.04)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(veil)
            painter.drawRoundedRect(self.rect(), theme.radius_px, theme.radius_px)
        if theme.outline_px:
            self._frame(painter, QPen(theme.line, theme.outline_px))
        if self.hasFocus():
            self._frame(painter, QPen(theme.calm, theme.focus_px + 1))

    def _frame(self, painter: QPainter, pen: QPen) -> None:
        half = pen.widthF() / 2
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        area = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(area, self._theme.radius_px - half, self._theme.radius_px - half)

    def _paint_ground(self, picture: QPixmap) -> None:
        area = QRectF(self.rect())
        theme = self._theme
        outline = QPainterPath()
        outline.addRoundedRect(area, theme.radius_px, theme.radius_px)
        if theme.is_dark:
            left = mixed(theme.ground_top, QColor(_GREEN), 0.55)
            right = mixed(theme.raised, QColor(_BLUE), 0.3)
        else:
            left = mixed(theme.card, QColor(_GREEN), 0.2)
            right = mixed(theme.card, QColor(_BLUE), 0.18)
        if theme.high_contrast:
            # Words stand out less from a colour than from the ground of a card.
            left, right = mixed(left, theme.card, 0.6), theme.card
        slope = QLinearGradient(area.topLeft(), area.topRight())
        slope.setColorAt(0, left)
        slope.setColorAt(1, right)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outline, slope)
        painter.setClipPath(outline)
        painter.drawTiledPixmap(self.rect(), grain())
        painter.end()

    def _choose(self) -> None:
        if self.offer is not None:
            self.chosen.emit(self.offer)

    def _start(self) -> None:
        if self.offer is not None:
            self.start_asked.emit(self.offer)
