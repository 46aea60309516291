"""The page of ways through the sessions: where to begin, and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from relaxapp.session.paths import Path
from relaxapp.ui import actions
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.link import Link
from relaxapp.ui.pages.path_card import PathCard
from relaxapp.ui.pages.reading import DOCTOR, HELPS, reading
from relaxapp.ui.pages.scroll_column import ScrollColumn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from relaxapp.ui.pages.offer import Offer
    from relaxapp.ui.pages.paths import Way
    from relaxapp.ui.theme import Theme

_WIDEST_PX = 1180
_TWO_COLUMNS_FROM_PX = 760
"""Below this width, at 100 %, the cards stand in one column."""
_LEFT = frozenset({Path.FIRST_WEEK, Path.COURSE, Path.EVENING})
"""What stands in the left column, so that both are about as long."""


class PathsPage(QWidget):
    """Every way as a card; its sessions open from there."""

    chosen = Signal(object)
    """A session is to be looked at: its `Offer`."""
    reading_asked = Signal(str)
    """Something is to be read: `DOCTOR` or `HELPS`."""
    left = Signal()
    """The person wants to go back."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(self.tr("Ways through the sessions"))
        self._opened: tuple[Path, str] | None = None
        self.cards: tuple[PathCard, ...] = ()
        self._ways: tuple[Way, ...] = ()
        self.back = QPushButton(self.tr("\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}  Sessions"))
        self.back.setProperty("kind", "quiet")
        self.back.setAccessibleName(self.tr("Back to the sessions"))
        self.back.clicked.connect(self.left)
        self._area = ScrollColumn(QMargins(theme.margin_px, 22, theme.margin_px, 28))
        self._columns = QHBoxLayout()
        self._columns.setSpacing(theme.gap_px)
        self._sides = (QVBoxLayout(), QVBoxLayout())
        for side in self._sides:
            side.setSpacing(theme.gap_px)
            self._columns.addLayout(side, 1)
        self._to_read = self._make_to_read()
        column = self._area.column
        column.addWidget(self.back, alignment=Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(4)
        column.addWidget(paragraph("title", self.tr("Ways through the sessions")))
        column.addSpacing(4)
        column.addWidget(
            paragraph(
                "subtitle",
                self.tr(
                    "Where to begin, and how to go on. Each way is an offer: take it, leave it, or "
                    "stay where you are."
                ),
            )
        )
        column.addSpacing(18)
        column.addLayout(self._columns)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)
        actions.connect(self, {"leave-ways": self.left.emit})

    def show_ways(self, ways: Sequence[Way]) -> None:
        """Shows the ways there are, in place of those before."""
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self._ways = tuple(ways)
        self.cards = tuple(self._card(way) for way in ways)
        self._arrange()

    def take_focus(self) -> None:
        """Puts the focus on the session that was opened last, or else on the page."""
        rows = {
            (way.path, row.step.offer.script_id): row
            for way, card in zip(self._ways, self.cards, strict=True)
            for row in card.rows
        }
        opened = rows.get(self._opened) if self._opened is not None else None
        (opened or self).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Scrolls with the keys of a page, wherever the focus is on it."""
        if not self._area.scrolls_by(event.key()):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts the cards in one column where there is no width for two, and keeps lines short."""
        super().resizeEvent(event)
        theme = self._theme
        side = max(theme.margin_px, (self.width() - theme.px(_WIDEST_PX)) // 2)
        self._area.set_margins(QMargins(side, 22, side, 28))
        is_wide = self.width() >= theme.px(_TWO_COLUMNS_FROM_PX)
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if is_wide else directions.TopToBottom
        if self._columns.direction() is not wanted:
            self._columns.setDirection(wanted)
            self._arrange()

    def _card(self, way: Way) -> PathCard:
        card = PathCard(way, self._theme)
        card.chosen.connect(lambda offer: self._choose(way.path, offer))
        if way.path is Path.TWITCHING:
            card.add_link(self._reading_link(DOCTOR, self.tr("Twitching: when to see a doctor")))
        return card

    def _arrange(self) -> None:
        """Deals the cards to the columns; Tab goes through them as they are read."""
        is_wide = self._columns.direction() is QBoxLayout.Direction.LeftToRight
        dealt: tuple[list[QWidget], list[QWidget]] = ([], [self._to_read])
        for way, card in zip(self._ways, self.cards, strict=True):
            if is_wide and way.path not in _LEFT:
                dealt[1].insert(-1, card)
            else:
                dealt[0].append(card)
        before: QWidget = self.back
        for side, widgets in zip(self._sides, dealt, strict=True):
            while side.count():
                side.takeAt(0)
            for widget in widgets:
                side.addWidget(widget)
                for link in widget.findChildren(Link):
                    QWidget.setTabOrder(before, link)
                    before = link
            if is_wide:
                side.addStretch()

    def _make_to_read(self) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 18, 10, 14)
        column.setSpacing(self._theme.px(4))
        heading = paragraph("heading", self.tr("To read"))
        heading.setContentsMargins(12, 0, 12, 0)
        column.addWidget(heading)
        for name in (DOCTOR, HELPS):
            column.addWidget(self._reading_link(name, reading(name).title))
        return card

    def _reading_link(self, name: str, text: str) -> Link:
        shown = f"{text}  \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
        link = Link(text, [paragraph("calm", shown)], self._theme)
        link.clicked.connect(lambda: self.reading_asked.emit(name))
        return link

    def _choose(self, path: Path, offer: Offer) -> None:
        self._opened = (path, offer.script_id)
        self.chosen.emit(offer)
