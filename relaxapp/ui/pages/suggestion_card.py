"""The wide card that proposes a session and says why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from relaxapp.ui.painted.ground import grain
from relaxapp.ui.painted.round_button import RoundButton
from relaxapp.ui.theme import Theme, mixed

if TYPE_CHECKING:
    from relaxapp.ui.pages.offer import Offer
    from relaxapp.ui.pages.suggestion import Suggestion

_GREEN, _BLUE = "#2f8574", "#2c6a8c"
"""The colours the ground is mixed with at the left and at the right."""


class SuggestionCard(QWidget):
    """A proposal with a button that opens its sheet; hidden where there is none."""

    chosen = Signal(object)
    """The proposal is to be looked at: its `Offer`."""

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
        self.button.clicked.connect(self._choose)
        texts = QWidget()
        texts.setMaximumWidth(620)
        words = QVBoxLayout(texts)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(6)
        words.addStretch()
        for label in (self._eyebrow, self._title, self._reason):
            words.addWidget(label)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(30, 18, 30, 18)
        row.addWidget(texts, 1)
        row.addStretch()
        row.addWidget(self.button)
        self.setMinimumHeight(150)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_suggestion(self, suggestion: Suggestion | None, offer: Offer | None) -> None:
        """Shows a proposal and the script it is about; both None for none."""
        self.offer = offer if suggestion else None
        self.setVisible(self.offer is not None)
        if suggestion is None or offer is None:
            return
        self._eyebrow.setText(suggestion.eyebrow.upper())
        self._title.setText(offer.title)
        self._reason.setText(suggestion.reason)
        self.button.setAccessibleName(self.tr("Look at {title}").format(title=offer.title))
        self.button.setAccessibleDescription(suggestion.reason)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room, as high as the words need."""
        return QSize(600, max(150, super().sizeHint().height()))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints the ground: green at the left, into the blue of the ground at the right."""
        ratio = self.devicePixelRatioF()
        if self._ground.size() != self.size() * ratio:
            self._ground = QPixmap(self.size() * ratio)
            self._ground.setDevicePixelRatio(ratio)
            self._ground.fill(Qt.GlobalColor.transparent)
            self._paint_ground(self._ground)
        QPainter(self).drawPixmap(0, 0, self._ground)

    def _paint_ground(self, picture: QPixmap) -> None:
        area = QRectF(self.rect())
        theme = self._theme
        outline = QPainterPath()
        outline.addRoundedRect(area, theme.radius_px, theme.radius_px)
        if theme.is_dark:
            left = mixed(theme.ground_top, QColor(_GREEN), 0.55)
            right = mixed(theme.raised, QColor(_BLUE), 0.3)
        else:
            left = mixed(theme.card, QColor(_GREEN), 0.24)
            right = mixed(theme.card, QColor(_BLUE), 0.18)
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
