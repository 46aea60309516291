"""What helps: how far tension changed with each technique and session, and how days compare."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from relaxapp.journal.comparison import Changes, changes
from relaxapp.journal.day import EPOCH, practice_day
from relaxapp.journal.factor_comparison import FactorComparison, factor_comparisons
from relaxapp.journal.period import Period
from relaxapp.ui.card import Card
from relaxapp.ui.chips import Chips
from relaxapp.ui.history.change_plots import change_plot, factor_plot, too_few, too_few_days
from relaxapp.ui.history.counting import Counting
from relaxapp.ui.history.spans import (
    FOUR_WEEKS,
    THREE_MONTHS,
    TWELVE_MONTHS,
    period_of,
    span_name,
)
from relaxapp.ui.history.view import HistoryView
from relaxapp.ui.message import Message
from relaxapp.ui.plots.plot import Plot

if TYPE_CHECKING:
    from datetime import datetime

    from relaxapp.errors import RelaxError
    from relaxapp.journal.journal import Journal
    from relaxapp.ui.history_supplies import HistorySupplies

EVER = "ever"
_CARD = QMargins(20, 12, 14, 16)


@dataclass(frozen=True, slots=True)
class Comparisons:
    """What there is to compare over some time.

    Attributes:
        changes: how far tension changed with each technique and script.
        factors: how days with little and with much of something compare.
    """

    changes: Changes
    factors: tuple[FactorComparison, ...]


def compare(journal: Journal, period: Period) -> Comparisons:
    """Counts a log; knows of no widget, so that it can be done on any thread."""
    return Comparisons(
        changes(journal.database, period), factor_comparisons(journal.database, period)
    )


class HelpingView(HistoryView):
    """Compares, over a chosen time, and says what such a comparison is worth."""

    def __init__(self, supplies: HistorySupplies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._supplies = supplies
        theme = supplies.theme
        self._counting = Counting(supplies.journal, supplies.pool, self)
        self._counting.counted.connect(self._show)
        self._counting.failed.connect(self._on_trouble)
        spans = (FOUR_WEEKS, THREE_MONTHS, TWELVE_MONTHS)
        self.span = Chips(
            self.tr("Over"), (*((each, span_name(each)) for each in spans), (EVER, self.tr("All")))
        )
        self.span.choose(TWELVE_MONTHS)
        self.span.chosen.connect(self.refresh)
        self.techniques, self.scripts, self.days = Plot(theme), Plot(theme), Plot(theme)
        for plot in (self.techniques, self.scripts, self.days):
            plot.told.connect(lambda text: self.said.emit(Message(text)))
        self.few_techniques, self.few_scripts = _words("small"), _words("small")
        self.few_days = _words("small")
        self.offer = _words("dim")
        self.offer_button = QPushButton(self.tr("Note how days are"))
        self.offer_button.clicked.connect(self._turn_on)
        self._lay_out()

    def refresh(self) -> None:
        """Counts the log anew, over the chosen time."""
        self._counting.count(partial(compare, period=self._period()))

    @property
    def is_counting(self) -> bool:
        """Whether what is shown is not yet what the log holds."""
        return self._counting.is_busy

    def take_focus(self) -> None:
        """Puts the focus on the time that is chosen."""
        self.span.focus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.span)
        for plot, few in (
            (self.techniques, self.few_techniques),
            (self.scripts, self.few_scripts),
        ):
            column.addWidget(Card("", _below(plot, few), _CARD))
        column.addWidget(Card(self.tr("What this can say"), self._honest_words(), _CARD))
        self._days_card = Card("", _below(self.days, self.few_days, self._words_on_days()), _CARD)
        column.addWidget(self._days_card)
        column.addWidget(self._offer_card())
        column.addStretch()

    def _honest_words(self) -> QLabel:
        return _words(
            "dim",
            self.tr(
                "These are your own notes added up. They show what went together with less tension, not "
                "what caused it: people choose a session by how they feel, tension also passes by itself, "
                "and a high number is mostly followed by a lower one.\n"
                "One point more or less in one session is no more than chance. From two points on most "
                "people feel a difference. What suits you may still be something of which there are too "
                "few sessions here."
            ),
        )

    def _words_on_days(self) -> QLabel:
        return _words(
            "dim",
            self.tr(
                "Each day counts once, with the tension you gave before its sessions. Days without a "
                "session are not among them, and one thing seldom comes alone: a short night, more coffee "
                "and more stress often share a day. A difference here is a question to try out, not an "
                "answer. If twitching worries you, “When to see a doctor” in the help says what to do."
            ),
        )

    def _offer_card(self) -> Card:
        self.offer.setText(
            self.tr(
                "Sleep, caffeine, water, movement, stress and twitching can be noted for each day, with "
                "one key each. They are then compared with tension here. Nobody has to, and gaps are fine."
            )
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.offer)
        column.addWidget(self.offer_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._offer = Card(self.tr("How days were"), inside, _CARD)
        return self._offer

    def _show(self, found: object) -> None:
        assert isinstance(found, Comparisons)
        by_technique, by_script = found.changes.by_technique, found.changes.by_script
        self.techniques.show_data(
            change_plot(
                self.tr("Change of tension by technique"), self.tr("Technique"), by_technique
            )
        )
        self.scripts.show_data(
            change_plot(self.tr("Change of tension by session"), self.tr("Session"), by_script)
        )
        _say(self.few_techniques, too_few(by_technique))
        _say(self.few_scripts, too_few(by_script))
        is_on = self._supplies.choices.settings.day_factors
        self.days.show_data(factor_plot(found.factors))
        _say(self.few_days, too_few_days(found.factors))
        self._days_card.setVisible(is_on)
        self._offer.setVisible(not is_on)

    def _turn_on(self) -> None:
        self._supplies.choices.change(day_factors=True)
        self.said.emit(
            Message(self.tr("How a day was can now be noted below the year in the overview."))
        )
        self.refresh()
        self.span.focus()

    def _period(self) -> Period:
        now: datetime = self._supplies.now()
        hour = self._supplies.choices.settings.day_begins_hour
        if self.span.value == EVER:
            first = EPOCH.date()
            return Period(first, practice_day(now, hour), hour)
        return period_of(self.span.value, now, hour)

    def _on_trouble(self, error: RelaxError) -> None:
        self.said.emit(Message(str(error)))


def _below(*widgets: QWidget) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for widget in widgets:
        column.addWidget(widget)
    return inside


def _words(role: str, text: str = "") -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _say(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))
