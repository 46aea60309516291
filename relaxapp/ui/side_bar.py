"""The bar at the left: where one can go, and how the week is going."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from relaxapp.ui.actions import action, shown_keys

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

WIDTH_PX = 220
WIDEST_PX = 300
"""Larger text must leave room for the pages."""
_DOT_PX = 8
"""At 100 %."""
_DOT_AIR_PX = 14
"""Between a dot and its word."""
_RING_PX = 18
_RING_GAP_PX = 6


class SideBar(QFrame):
    """The name and the places; at the bottom the quick help, and a line about this week.

    Attributes:
        quick_help: the button that is there in a bad moment.
    """

    asked_for = Signal(str)
    """The person wants to go to a place: its name."""
    quick_help_asked = Signal()
    """The quick help is to begin."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side-bar")
        self.setAccessibleName(self.tr("Places"))
        self.setFixedWidth(min(theme.px(WIDTH_PX), WIDEST_PX))
        self._dot_px = theme.px(_DOT_PX)
        self._dot = _dot(theme.faint, theme.calm, self._dot_px)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        name = QLabel("relaxapp")
        name.setProperty("role", "brand")
        name.setContentsMargins(16, 0, 0, 24)
        self._places = QVBoxLayout()
        self._places.setSpacing(8)
        self.quick_help = self._quick_help_button(theme)
        self._week = _WeekCard()
        self.show_quick_help("")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 34, 16, 28)
        column.addWidget(name)
        column.addLayout(self._places)
        column.addSpacing(14)
        column.addStretch()
        column.addWidget(self.quick_help)
        column.addSpacing(14)
        column.addWidget(self._week)

    def add(self, place: str, text: str, *, stays: bool = True) -> None:
        """Adds a place below those there are.

        Args:
            place: its name in the program.
            text: what it is called.
            stays: whether going there shows as being there; otherwise the button only opens something.
        """
        button = QPushButton(text)
        button.setProperty("kind", "nav")
        button.setAccessibleName(text)
        button.setIcon(self._dot)
        button.setIconSize(QSize(self._dot_px + _DOT_AIR_PX, self._dot_px))
        button.setCheckable(stays)
        if stays:
            self._group.addButton(button)
            # To a screen reader it is one of several, and not a box to be checked by itself.
            button.setAutoExclusive(True)
        button.clicked.connect(lambda: self.asked_for.emit(place))
        self._buttons[place] = button
        self._places.addWidget(button)
        QWidget.setTabOrder(button, self.quick_help)

    def show_place(self, place: str) -> None:
        """Marks where the person is."""
        self._buttons[place].setChecked(True)

    @property
    def place(self) -> str:
        """Where the person is."""
        return next(place for place, button in self._buttons.items() if button.isChecked())

    def show_quick_help(self, title: str) -> None:
        """Says which session the quick help begins; empty for none there is."""
        begins = (
            self.tr("Begins “{title}” at once, with no questions.").format(title=title)
            if title
            else self.tr("Begins a short session at once, with no questions.")
        )
        self.quick_help.setAccessibleDescription(begins)
        self.quick_help.setToolTip(f"{begins} ({shown_keys(action('quick-help'))[0]})")

    def show_week(self, text: str) -> None:
        """Says how the week is going; nothing for an empty text."""
        self._week.show_text(text)

    def _quick_help_button(self, theme: Theme) -> QPushButton:
        button = QPushButton(self.tr("Quick help"))
        button.setAccessibleName(button.text())
        button.setIcon(_ring(theme.calm))
        button.setIconSize(QSize(_RING_PX + _RING_GAP_PX, _RING_PX))
        button.clicked.connect(self.quick_help_asked)
        return button


class _WeekCard(QFrame):
    """The words "This week" and a line below them."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        label = QLabel(self.tr("This week"))
        label.setProperty("role", "small")
        self._text = QLabel()
        self._text.setProperty("role", "strong")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(self._text)

    def show_text(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(f"{self.tr('This week')}: {text}")
        self.setVisible(bool(text))


def _dot(off: QColor, on: QColor, side: int) -> QIcon:
    """A small round mark, in another colour while the place is shown."""
    icon = QIcon()
    for color, state in ((off, QIcon.State.Off), (on, QIcon.State.On)):
        for ratio in (1, 2):
            picture = QPixmap((side + _DOT_AIR_PX) * ratio, side * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(2, 0, side, side)
            painter.end()
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
                icon.addPixmap(picture, mode, state)
    return icon


def _ring(color: QColor) -> QIcon:
    """A breath from above: a dot with a ring around it."""
    icon = QIcon()
    for ratio in (1, 2):
        picture = QPixmap((_RING_PX + _RING_GAP_PX) * ratio, _RING_PX * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, 2))
        painter.drawEllipse(2, 2, _RING_PX - 4, _RING_PX - 4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.drawEllipse(6, 6, _RING_PX - 12, _RING_PX - 12)
        painter.end()
        icon.addPixmap(picture)
    return icon
