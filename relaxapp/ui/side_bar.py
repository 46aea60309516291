"""The bar at the left: where one can go, and how the week is going."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QButtonGroup, QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

WIDTH_PX = 220
_DOT_PX = 8


class SideBar(QFrame):
    """The name, the places, and a line about this week at the bottom."""

    asked_for = Signal(str)
    """The person wants to go to a place: its name."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "side-bar")
        self.setAccessibleName(self.tr("Places"))
        self.setFixedWidth(WIDTH_PX)
        self._dot = _dot(theme.faint, theme.calm)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        name = QLabel("relaxapp")
        name.setProperty("role", "brand")
        name.setFont(theme.font(21, theme.font(21).Weight.DemiBold))
        name.setContentsMargins(16, 0, 0, 24)
        self._places = QVBoxLayout()
        self._places.setSpacing(8)
        self._week = _WeekCard()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 34, 16, 28)
        column.addWidget(name)
        column.addLayout(self._places)
        column.addStretch()
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
        button.setIconSize(QSize(22, _DOT_PX))
        button.setCheckable(stays)
        if stays:
            self._group.addButton(button)
        button.clicked.connect(lambda: self.asked_for.emit(place))
        self._buttons[place] = button
        self._places.addWidget(button)

    def show_place(self, place: str) -> None:
        """Marks where the person is."""
        self._buttons[place].setChecked(True)

    def show_week(self, text: str) -> None:
        """Says how the week is going; nothing for an empty text."""
        self._week.show_text(text)


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
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 12, 12)
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(self._text)

    def show_text(self, text: str) -> None:
        self._text.setText(text)
        self.setAccessibleName(f"{self.tr('This week')}: {text}")
        self.setVisible(bool(text))


def _dot(off: QColor, on: QColor) -> QIcon:
    """A small round mark, in another colour while the place is shown."""
    icon = QIcon()
    for color, state in ((off, QIcon.State.Off), (on, QIcon.State.On)):
        for ratio in (1, 2):
            picture = QPixmap(22 * ratio, _DOT_PX * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(2, 0, _DOT_PX, _DOT_PX)
            painter.end()
            for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected):
                icon.addPixmap(picture, mode, state)
    return icon
