"""The first page: a greeting, a proposal, and every session there is, to be found by technique or by a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from relaxapp.ui import actions
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.card_grid import CardGrid, Tile
from relaxapp.ui.pages.filter_bar import FilterBar
from relaxapp.ui.pages.good_to_know import safety_lines
from relaxapp.ui.pages.scroll_column import ScrollColumn
from relaxapp.ui.pages.suggestion_card import SuggestionCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from relaxapp.ui.pages.cards import Card
    from relaxapp.ui.pages.offer import Offer
    from relaxapp.ui.pages.suggestion import Suggestion
    from relaxapp.ui.theme import Theme

ALL, FAVOURITES, RECENT, MINE = "all", "favourites", "recent", "mine"
"""The names of the chips that are no technique's."""
_IN = "in "
"""The name of a chip for a language begins with this, and goes on as the language calls itself."""
WIDEST_PX = 1400
"""Beyond this, at 100 %, the page is no wider: the eye need not travel further."""
_AGAIN_PADDING_PX = 40


class SessionsPage(QWidget):
    """Lets the person choose a session."""

    chosen = Signal(object)
    """A script is to be looked at: its `Offer`."""
    start_asked = Signal(object)
    """A session is to be begun at once, at the length it had last: its `Offer`."""
    favourite_toggled = Signal(object)
    """A script has become a favourite, or is none any more: the `Offer` as it is now."""
    again_asked = Signal()
    """The last session is to be begun again."""
    ways_asked = Signal()
    """The ways through the sessions are to be shown."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        # It has the focus by itself until the person goes to something on it.
        self.setAccessibleName(self.tr("Sessions"))
        self._theme = theme
        self._cards: dict[str, Card] = {}
        self._words: dict[str, tuple[Offer, str]] = {}
        self._chip = ALL
        self._opened = ""
        self._greeting = paragraph("title")
        self._subtitle = paragraph("subtitle", self.tr("What would you like to let go of?"))
        self._again: Offer | None = None
        self.again_button = self._again_button()
        self._question = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.filters = FilterBar(theme, self.again_button)
        self.filters.chosen.connect(self._choose_chip)
        self.filters.left_below.connect(self._go_to_first)
        self.search = self.filters.search
        self.search.textChanged.connect(self._filter)
        # Once the key is dealt with: the window would press the card it finds in focus.
        self.search.returnPressed.connect(lambda: QTimer.singleShot(0, self, self._go_to_first))
        self.suggestion = SuggestionCard(theme)
        self.suggestion.chosen.connect(self._choose)
        self.suggestion.start_asked.connect(self._start)
        self.suggestion.hide()
        self.ways = self._ways_button()
        self.grid = CardGrid(theme)
        self._nothing = paragraph("subtitle")
        self._nothing.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._area = ScrollColumn(QMargins(theme.margin_px, 34, theme.margin_px, 28))
        # The stretches take what is left once the page is as wide as it gets.
        middle = QHBoxLayout()
        middle.addStretch()
        middle.addWidget(self._column(), 1)
        middle.addStretch()
        self._area.column.addLayout(middle)
        layout.addWidget(self._area)
        self.grid.moved.connect(self._area.ensureWidgetVisible)
        self._area.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        actions.connect(self, {"find-session": self._find})

    def _again_button(self) -> QPushButton:
        button = QPushButton()
        button.setProperty("kind", "quiet")
        button.clicked.connect(self.again_asked)
        button.hide()
        return button

    def _ways_button(self) -> QPushButton:
        keys = actions.shown_keys(actions.action("ways"))[0]
        button = QPushButton(
            self.tr("Ways through the sessions")
            + "  \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}"
        )
        button.setProperty("kind", "quiet")
        button.setAccessibleName(self.tr("Ways through the sessions"))
        button.setToolTip(self.tr("Where to begin, and how to go on ({keys})").format(keys=keys))
        button.clicked.connect(self.ways_asked)
        return button

    def _column(self) -> QWidget:
        """Everything on the page, in the middle of a wide window."""
        inside = QWidget()
        inside.setMaximumWidth(self._theme.px(WIDEST_PX))
        self._question.addWidget(self._subtitle, 1)
        self._question.addWidget(self.again_button)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._greeting)
        column.addSpacing(4)
        column.addLayout(self._question)
        column.addSpacing(18)
        column.addWidget(self.filters)
        column.addSpacing(24)
        column.addWidget(self.suggestion)
        column.addSpacing(4)
        column.addWidget(self.ways, alignment=Qt.AlignmentFlag.AlignRight)
        column.addSpacing(6)
        column.addWidget(self.grid)
        column.addWidget(self._nothing)
        column.addSpacing(26)
        column.addWidget(paragraph("small", safety_lines()))
        column.addStretch()
        return inside

    @property
    def chips(self) -> tuple[QPushButton, ...]:
        """The chips there are, in order."""
        return self.filters.chips

    def greet(self, hour: int) -> None:
        """Greets as it goes with the hour, 0 to 23."""
        self._greeting.setText(self._greeting_at(hour))

    def show_offers(
        self,
        offers: Sequence[Offer],
        suggestion: Suggestion | None,
        again: Offer | None = None,
    ) -> None:
        """Shows all scripts; favourites come first.

        Args:
            offers: the scripts, in the order of the cards.
            suggestion: what to propose; None for nothing.
            again: what was practised last; None for nothing.
        """
        self._show_chips(offers)
        self._again = again
        self._show_again()
        by_id = {offer.script_id: offer for offer in offers}
        self.suggestion.show_suggestion(
            suggestion, by_id.get(suggestion.script_id) if suggestion else None
        )
        self._cards = {offer.script_id: self._card(offer) for offer in offers}
        self.grid.set_cards(tuple(self._cards.values()))
        self._filter()

    def take_focus(self) -> None:
        """Puts the focus where the person left the page: on the card that was opened last."""
        card = self._cards.get(self._opened)
        if card is not None and not card.isHidden():
            self.grid.go_to(card)
        else:
            self.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Makes room for what was practised last."""
        super().resizeEvent(event)
        self._show_again()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape empties the search; what is typed on the cards goes into it."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        elif isinstance(self.focusWidget(), Tile) and _is_written(event):
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _card(self, offer: Offer) -> Card:
        """The card of a script: the one it had, or else a new one."""
        from relaxapp.ui.pages.cards import ProblemCard, SessionCard  # noqa: PLC0415 - start-up

        kind = ProblemCard if offer.script is None else SessionCard
        card = self._cards.get(offer.script_id)
        if isinstance(card, kind):
            card.show_offer(offer)
            return card
        card = kind(offer, self._theme, self.grid)
        card.chosen.connect(self._choose)
        card.start_asked.connect(self._start)
        card.favourite_toggled.connect(self.favourite_toggled)
        return card

    def _greeting_at(self, hour: int) -> str:
        if hour in range(4, 12):
            return self.tr("Good morning")
        if hour in range(12, 18):
            return self.tr("Good afternoon")
        return self.tr("Good evening")

    def _show_again(self) -> None:
        """Says what was practised last, beside the question or below it, as there is room."""
        again = self._again
        self.again_button.setVisible(again is not None)
        if again is None:
            return
        from relaxapp.ui.formats import duration  # noqa: PLC0415 - start-up

        minutes = duration(again.minutes * 60)
        text = self.tr("Again: {title}, {minutes}")
        self.again_button.setAccessibleName(text.format(title=again.title, minutes=minutes))
        text = f"{text} ({actions.shown_keys(actions.action('start-last'))[0]})"
        self.again_button.ensurePolished()
        metrics = self.again_button.fontMetrics()
        room = min(self.width() - 2 * self._theme.margin_px, self._theme.px(WIDEST_PX))
        padding = self._theme.px(_AGAIN_PADDING_PX)
        rest = metrics.horizontalAdvance(text.format(title="", minutes=minutes)) + padding
        title = metrics.elidedText(again.title, Qt.TextElideMode.ElideRight, max(0, room - rest))
        self.again_button.setText(text.format(title=title, minutes=minutes).replace("&", "&&"))
        together = metrics.horizontalAdvance(f"{self._subtitle.text()}{title}") + rest + padding
        is_beside = together <= room
        self._question.setDirection(
            QBoxLayout.Direction.LeftToRight if is_beside else QBoxLayout.Direction.TopToBottom
        )
        side = Qt.AlignmentFlag.AlignRight if is_beside else Qt.AlignmentFlag.AlignLeft
        self._question.setAlignment(self.again_button, side)

    def _show_chips(self, offers: Sequence[Offer]) -> None:
        from relaxapp.ui.pages.offer import rank  # noqa: PLC0415 - start-up

        recent = sum(offer.days_ago is not None for offer in offers)
        names = [ALL]
        if any(offer.is_favourite for offer in offers):
            names.append(FAVOURITES)
        if 0 < recent < len(offers):
            names.append(RECENT)
        names += sorted({offer.technique for offer in offers if offer.script}, key=rank)
        names += sorted({_IN + each for offer in offers if (each := offer.other_language)})
        if any(offer.is_mine for offer in offers):
            names.append(MINE)
        if self._chip not in names:
            self._chip = ALL
        self.filters.show_chips([(name, self._chip_text(name)) for name in names], self._chip)

    def _chip_text(self, name: str) -> str:  # noqa: PLR0911 - one for each name
        match name:
            case "all":
                return self.tr("All")
            case "favourites":
                return self.tr("Favourites")
            case "recent":
                return self.tr("Recent")
            case "mine":
                return self.tr("Mine")
            case "muscle relaxation":
                return self.tr("Muscles")
            case "autogenic training":
                return self.tr("Autogenic")
            case _:
                name = name.removeprefix(_IN)
                return name[:1].upper() + name[1:]

    def _choose_chip(self, name: str) -> None:
        self._chip = name
        self._filter()

    def _filter(self) -> None:
        words = self.search.text().casefold().split()
        cards = [
            card
            for card in self._cards.values()
            if _has(card.offer, self._chip) and self._holds(card.offer, words)
        ]
        cards.sort(key=_latest_first if self._chip == RECENT else _favourites_first)
        if words:
            # Whoever types "jaw" means the session called so, rather than all that touch the jaw.
            cards.sort(key=lambda card: not _is_called(card.offer, words))
        self.grid.show_cards(cards)
        is_all = self._chip == ALL and not words
        self.suggestion.setVisible(is_all and self.suggestion.offer is not None)
        self.ways.setVisible(is_all)
        self._nothing.setText(
            self.tr("There are no sessions yet. Open a script file with Ctrl+O, or drop one here.")
            if not self._cards
            else self.tr("Nothing goes by these words. Try fewer or other ones.")
        )
        self._nothing.setVisible(not cards)

    def _holds(self, offer: Offer, words: Sequence[str]) -> bool:
        """Whether a script is found by all the words; what it is found by is kept until it changes."""
        if not words:
            return True
        kept = self._words.get(offer.script_id)
        if kept is None or kept[0].script != offer.script:
            from relaxapp.ui.pages.finding import words_of  # noqa: PLC0415 - start-up

            kept = self._words[offer.script_id] = (offer, words_of(offer))
        return all(word in kept[1] for word in words)

    def _choose(self, offer: Offer) -> None:
        self._opened = offer.script_id
        self.chosen.emit(offer)

    def _start(self, offer: Offer) -> None:
        self._opened = offer.script_id
        self.start_asked.emit(offer)

    def _keep_in_sight(self) -> None:
        """Brings the card in focus into sight once what has changed on the page has its place."""
        focused = self.focusWidget()
        if isinstance(focused, Tile):
            self._area.ensureWidgetVisible(focused)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _go_to_first(self) -> None:
        """Enter in the search goes to the first card found."""
        if self.grid.shown:
            self.grid.go_to(self.grid.shown[0])


def _has(offer: Offer, chip: str) -> bool:
    match chip:
        case "all":
            return True
        case "favourites":
            return offer.is_favourite
        case "recent":
            return offer.days_ago is not None
        case "mine":
            return offer.is_mine
        case name if name.startswith(_IN):
            return offer.other_language == name.removeprefix(_IN)
        case technique:
            return offer.technique == technique


def _is_called(offer: Offer, words: Sequence[str]) -> bool:
    """Whether all the words are in a title."""
    title = offer.title.casefold()
    return all(word in title for word in words)


def _favourites_first(card: Card) -> bool:
    return not card.offer.is_favourite


def _latest_first(card: Card) -> int:
    return card.offer.days_ago or 0


def _is_written(event: QKeyEvent) -> bool:
    """Whether a key writes something, and is not meant to do anything else."""
    chords = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    chords |= Qt.KeyboardModifier.MetaModifier
    text = event.text()
    return bool(text.strip()) and text.isprintable() and not event.modifiers() & chords
