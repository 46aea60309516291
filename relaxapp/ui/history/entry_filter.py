"""What of the log is to be seen: words, technique, ending and days, and a line that says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from relaxapp.journal.entry import Outcome
from relaxapp.journal.filter import EVERYTHING, Filter
from relaxapp.journal.period import Period
from relaxapp.ui.aloud import announce
from relaxapp.ui.flow import Flow
from relaxapp.ui.history import filter_words as words
from relaxapp.ui.history.entry_words import technique as technique_name
from relaxapp.ui.history.fields import beside_name, show_as_field
from relaxapp.ui.history.spans import SPANS, period_of, span_of, span_words
from relaxapp.ui.label import paragraph
from relaxapp.ui.pages.one_choice import OneChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.ui.history_supplies import HistorySupplies

SEARCH_AFTER_MS = 180
"""A search begins when nothing was typed for this long."""
_SEARCH_PX = (190, 340)
"""The least and the most of the search's width, at 100 %."""
_DATE_PX = 140
_NONE = "-"
"""Stands in menus for no wish; an empty name would be one of a technique."""
_OWN = "own"
"""The days that the person chose themselves."""
_ENDINGS = {
    words.ANY: (None, None),
    words.TO_THE_END: (Outcome.FINISHED, False),
    words.STOPPED: (Outcome.STOPPED, None),
    words.INTERRUPTED: (Outcome.INTERRUPTED, None),
    words.BY_HAND: (None, True),
}
"""The outcome that is wanted, and whether a session by hand."""


class EntryFilter(QWidget):
    """Says which sessions are wanted; a screen reader hears how many there are.

    Attributes:
        search: where words are typed.
        technique: chooses a technique.
        ending: chooses how sessions ended.
        time: chooses the days.
        first: the first of the person's own days.
        last: the last of them.
        show_all: takes all wishes back.
        row: where all these stand side by side.
        below: the line below them, which others may add to.
    """

    changed = Signal()
    """Other sessions are wanted."""

    def __init__(self, supplies: HistorySupplies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._supplies = supplies
        self._rest = EVERYTHING
        """All that is wanted but the words."""
        self._span = ""
        self._titles: dict[str, str] = {}
        self._techniques: tuple[str, ...] = ()
        self.search = self._make_search()
        self.pending = QTimer(self)
        self.pending.setSingleShot(True)
        self.pending.setInterval(SEARCH_AFTER_MS)
        self.pending.timeout.connect(self.apply)
        self.technique = self._make_choice(self.tr("Technique"), self._want_technique)
        self.ending = self._make_choice(self.tr("How they ended"), self._want_ending)
        self.time = self._make_choice(self.tr("When"), self._want_time)
        self.first = self._make_date(self.tr("From"))
        self.last = self._make_date(self.tr("To"))
        self._dates = tuple(
            beside_name(edit.accessibleName(), edit) for edit in (self.first, self.last)
        )
        self._found = paragraph("small")
        self.show_all = QPushButton(self.tr("Show all"))
        self.show_all.setProperty("kind", "quiet")
        self.show_all.setProperty("small", "true")
        self.show_all.setAccessibleName(self.tr("Show all sessions"))
        self.show_all.clicked.connect(self.clear)
        self.row = Flow()
        for widget in (self.search, self.technique, self.ending, self.time, *self._dates):
            self.row.add(widget)
        self.below = QHBoxLayout()
        self.below.setSpacing(8)
        self.below.addWidget(self._found, 1)
        self.below.addWidget(self.show_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.row)
        column.addLayout(self.below)
        self._show_wishes()

    @property
    def wanted(self) -> Filter:
        """Which sessions are wanted now."""
        period = self._rest.period
        if self._span:
            # The days of a span move on with time.
            period = self._period_of(self._span)
        return replace(self._rest, search=self.search.text().strip(), period=period)

    @property
    def found(self) -> str:
        """What is said of what was found."""
        return self._found.text()

    def show_filter(self, wanted: Filter) -> None:
        """Wants these sessions, whoever wants them."""
        self._rest = replace(wanted, search="")
        self._span = span_of(wanted.period, self._supplies.now()) if wanted.period else ""
        self.search.setText(wanted.search)
        self._show_wishes()
        self.apply()

    def clear(self) -> None:
        """Wants all sessions."""
        self.search.setFocus()
        self.show_filter(EVERYTHING)

    def apply(self) -> None:
        """Wants what is typed, without waiting for more."""
        self.pending.stop()
        self.changed.emit()

    def show_techniques(self, techniques: Sequence[str]) -> None:
        """Offers these techniques."""
        self._techniques = tuple(techniques)
        self._titles = dict(self._supplies.scripts())
        self._show_wishes()

    def show_found(self, found: int, total: int) -> None:
        """Says how many sessions are wanted, of how many."""
        about = words.filter_words(
            self.wanted, self._supplies.now(), lambda each: self._titles.get(each, "")
        )
        text = words.found_words(found, total, about) if total else ""
        if text != self._found.text():
            self._found.setText(text)
            if about:
                announce(self, text)
        self.show_all.setVisible(bool(about))

    def _make_search(self) -> QLineEdit:
        least, most = (self._supplies.theme.px(width) for width in _SEARCH_PX)
        search = QLineEdit()
        search.setPlaceholderText(self.tr("Search titles, notes and tags"))
        search.setAccessibleName(self.tr("Search the history"))
        search.setClearButtonEnabled(True)
        search.setMinimumWidth(least)
        search.setMaximumWidth(most)
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        search.textChanged.connect(self._pending_search)
        search.returnPressed.connect(self.apply)
        return search

    def _make_choice(self, name: str, want: object) -> OneChoice:
        choice = OneChoice(name)
        choice.chosen.connect(want)
        return choice

    def _make_date(self, name: str) -> QDateEdit:
        edit = QDateEdit()
        show_as_field(edit, name, self._supplies.theme, _DATE_PX)
        edit.setDisplayFormat("d MMM yyyy")
        edit.setMaximumDate(_qdate(self._supplies.now().date()))
        # A date that is being typed is not looked for before it is whole.
        edit.setKeyboardTracking(False)
        edit.dateChanged.connect(self._want_own_days)
        return edit

    def _pending_search(self) -> None:
        self.pending.start()

    def _want_technique(self, value: str) -> None:
        self._want(technique=None if value == _NONE else value)

    def _want_ending(self, value: str) -> None:
        outcome, by_hand = _ENDINGS[words.ANY if value == _NONE else value]
        self._want(outcome=outcome, by_hand=by_hand)

    def _want_time(self, value: str) -> None:
        self._span = value if value in SPANS else ""
        period = None if value == _NONE else self._rest.period
        if value == _OWN:
            # From what was there until now.
            period = self.wanted.period or period_of(SPANS[1], self._supplies.now(), self._hour)
        elif self._span:
            period = self._period_of(self._span)
        self._want(period=period)
        if value == _OWN:
            self._show_wishes(own=True)
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _want_own_days(self) -> None:
        first, last = _date(self.first.date()), _date(self.last.date())
        if first > last:
            # The one that was just changed is meant; the other goes with it.
            first = last = first if self.sender() is self.first else last
        self._span = ""
        self._want(period=Period(first, last, self._hour))
        self._show_wishes(own=True)

    def _want(self, **parts: object) -> None:
        self._rest = replace(self._rest, **parts)  # type: ignore[arg-type]
        self._show_wishes()
        self.apply()

    @property
    def _hour(self) -> int:
        return self._supplies.choices.settings.day_begins_hour

    def _period_of(self, span: str) -> Period:
        return period_of(span, self._supplies.now(), self._hour)

    def _show_wishes(self, *, own: bool = False) -> None:
        rest = self._rest
        names = self._techniques
        if rest.technique is not None and rest.technique not in names:
            names = (*names, rest.technique)
        chosen = _NONE if rest.technique is None else rest.technique
        everything = self.tr("All techniques")
        self.technique.show_choices(
            ((_NONE, everything), *((each, self._name(each)) for each in names)),
            chosen,
            everything if rest.technique is None else self._name(rest.technique),
        )
        ending = words.ending_of(rest)
        everything = self.tr("Any ending")
        self.ending.show_choices(
            ((_NONE, everything), *((value, _capital(text)) for value, text in words.endings())),
            ending or _NONE,
            _capital(dict(words.endings())[ending]) if ending else everything,
        )
        self._show_time(own=own)

    def _name(self, technique: str) -> str:
        return technique_name(technique) or self.tr("No technique")

    def _show_time(self, *, own: bool) -> None:
        period, now = self._rest.period, self._supplies.now()
        is_own = period is not None and (own or not self._span)
        everything = self.tr("Any time")
        text = everything if period is None else _capital(words.period_words(period, now))
        if is_own:
            text = self.tr("Days of my own")
        elif self._span:
            text = _capital(span_words(self._span))
        self.time.show_choices(
            (
                (_NONE, everything),
                *((span, _capital(span_words(span))) for span in SPANS),
                (_OWN, self.tr("Days of my own")),
            ),
            _OWN if is_own else self._span or _NONE,
            text,
        )
        for each in self._dates:
            each.setVisible(is_own)
        if period is not None:
            for edit, day in ((self.first, period.first), (self.last, period.last)):
                edit.blockSignals(True)
                edit.setMaximumDate(_qdate(max(now.date(), period.last)))
                edit.setDate(_qdate(day))
                edit.blockSignals(False)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _date(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
