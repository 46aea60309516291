"""The first page: a greeting, a proposal, and every session there is, to be found by technique or by a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from relaxapp.ui import actions
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.card_grid import CardGrid
from relaxapp.ui.pages.good_to_know import safety_lines
from relaxapp.ui.pages.offer import Offer, rank
from relaxapp.ui.pages.scroll_column import ScrollColumn
from relaxapp.ui.pages.suggestion_card import SuggestionCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.ui.pages.cards import Card
    from relaxapp.ui.pages.suggestion import Suggestion
    from relaxapp.ui.theme import Theme

ALL = "all"
"""The name of the chip that hides nothing."""
MINE = "mine"
"""The name of the chip for the person's own scripts."""


class SessionsPage(QWidget):
    """Lets the person choose a session."""

    chosen = Signal(object)
    """A script is to be looked at: its `Offer`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[Card] = []
        self._chip = ALL
        self._opened = ""
        self._chips = QHBoxLayout()
        self._chips.setSpacing(10)
        self._chip_group = QButtonGroup(self)
        self._greeting = paragraph("title")
        self.search = self._search()
        self.suggestion = SuggestionCard(theme)
        self.suggestion.chosen.connect(self._choose)
        self.grid = CardGrid()
        self._nothing = paragraph("subtitle")
        self._nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._area = self._column(theme)
        layout.addWidget(self._area)
        self.grid.moved.connect(self._area.ensureWidgetVisible)
        actions.connect(self, {"find-session": self._find})

    def _search(self) -> QLineEdit:
        search = QLineEdit()
        search.setPlaceholderText(self.tr("Search"))
        search.setAccessibleName(self.tr("Search the sessions"))
        search.setClearButtonEnabled(True)
        search.setMinimumWidth(120)
        search.setMaximumWidth(260)
        search.textChanged.connect(self._filter)
        # Once the key is dealt with: the window would press the card it finds in focus.
        search.returnPressed.connect(lambda: QTimer.singleShot(0, self, self._go_to_first))
        return search

    def _column(self, theme: Theme) -> ScrollColumn:
        filters = QHBoxLayout()
        filters.setSpacing(10)
        filters.addLayout(self._chips)
        filters.addStretch()
        filters.addWidget(self.search, 1)
        area = ScrollColumn(QMargins(theme.margin_px, 34, theme.margin_px, 28))
        column = area.column
        column.addWidget(self._greeting)
        column.addSpacing(4)
        column.addWidget(paragraph("subtitle", self.tr("What would you like to let go of?")))
        column.addSpacing(18)
        column.addLayout(filters)
        column.addSpacing(24)
        column.addWidget(self.suggestion)
        column.addSpacing(26)
        column.addWidget(self.grid)
        column.addWidget(self._nothing)
        column.addSpacing(26)
        column.addWidget(paragraph("small", safety_lines()))
        column.addStretch()
        return area

    @property
    def chips(self) -> tuple[QPushButton, ...]:
        """The chips there are, from the left."""
        return tuple(
            button for button in self._chip_group.buttons() if isinstance(button, QPushButton)
        )

    def greet(self, hour: int) -> None:
        """Greets as it goes with the hour, 0 to 23."""
        self._greeting.setText(self._greeting_at(hour))

    def show_offers(self, offers: Sequence[Offer], suggestion: Suggestion | None) -> None:
        """Shows all scripts.

        Args:
            offers: the scripts, in the order of the cards.
            suggestion: what to propose; None for nothing.
        """
        self._show_chips(offers)
        by_id = {offer.script_id: offer for offer in offers}
        self.suggestion.show_suggestion(
            suggestion, by_id.get(suggestion.script_id) if suggestion else None
        )
        self._cards = [self._card(offer) for offer in offers]
        self.grid.set_cards(self._cards)
        self._filter()

    def _card(self, offer: Offer) -> Card:
        from relaxapp.ui.pages.cards import ProblemCard, SessionCard  # noqa: PLC0415 - start-up

        kind = ProblemCard if offer.script is None else SessionCard
        card = kind(offer, self._theme)
        card.chosen.connect(self._choose)
        return card

    def _greeting_at(self, hour: int) -> str:
        if hour in range(4, 12):
            return self.tr("Good morning")
        if hour in range(12, 18):
            return self.tr("Good afternoon")
        return self.tr("Good evening")

    def _show_chips(self, offers: Sequence[Offer]) -> None:
        techniques = sorted({o.script.technique.casefold() for o in offers if o.script}, key=rank)
        names = [ALL, *techniques, *([MINE] if any(o.is_mine for o in offers) else [])]
        if [chip.objectName() for chip in self.chips] == names:
            return
        for chip in self.chips:
            self._chip_group.removeButton(chip)
            self._chips.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        if self._chip not in names:
            self._chip = ALL
        for name in names:
            chip = QPushButton(self._chip_text(name))
            chip.setObjectName(name)
            chip.setProperty("kind", "chip")
            chip.setCheckable(True)
            chip.setChecked(name == self._chip)
            chip.setAccessibleName(self.tr("Show: {what}").format(what=chip.text()))
            chip.clicked.connect(lambda _checked=False, name=name: self._choose_chip(name))
            self._chip_group.addButton(chip)
            self._chips.addWidget(chip)

    def _chip_text(self, name: str) -> str:
        match name:
            case "all":
                return self.tr("All")
            case "mine":
                return self.tr("Mine")
            case "muscle relaxation":
                return self.tr("Muscles")
            case _:
                return name[:1].upper() + name[1:]

    def _choose_chip(self, name: str) -> None:
        self._chip = name
        self._filter()

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        for card in self._cards:
            card.setVisible(_has(card.offer, self._chip) and _holds(card.offer, words))
        self.grid.arrange()
        is_all = self._chip == ALL and not words
        self.suggestion.setVisible(is_all and self.suggestion.offer is not None)
        self._nothing.setText(
            self.tr("There are no sessions yet. Open a script file with Ctrl+O, or drop one here.")
            if not self._cards
            else self.tr("Nothing goes by these words. Try fewer or other ones.")
        )
        self._nothing.setVisible(not self.grid.shown)

    def take_focus(self) -> None:
        """Puts the focus where the person left the page: on the card that was opened last."""
        for card in self._cards:
            if card.offer.script_id == self._opened and not card.isHidden():
                card.setFocus()
                self._area.ensureWidgetVisible(card)
                return
        self.setFocus()

    def _choose(self, offer: Offer) -> None:
        self._opened = offer.script_id
        self.chosen.emit(offer)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _go_to_first(self) -> None:
        """Enter in the search goes to the first card found."""
        shown = self.grid.shown
        if shown:
            shown[0].setFocus(Qt.FocusReason.TabFocusReason)


def _has(offer: Offer, chip: str) -> bool:
    if chip == ALL:
        return True
    if chip == MINE:
        return offer.is_mine
    return offer.script is not None and offer.script.technique.casefold() == chip


def _holds(offer: Offer, words: Sequence[str]) -> bool:
    """Whether all words are in what a card says."""
    script = offer.script
    text = offer.title
    if script is not None:
        text = f"{script.title} {script.technique} {script.about} {script.author}"
    text = text.casefold()
    return all(word in text for word in words)
