"""How practice is going, at a glance: the figures, a year of days, tension and minutes over time."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from relaxapp.errors import RelaxError
from relaxapp.journal.day import practice_day
from relaxapp.journal.filter import EVERYTHING, Filter
from relaxapp.journal.period import Period
from relaxapp.journal.survey import Survey, survey
from relaxapp.ui.card import Card
from relaxapp.ui.history.counting import Counting
from relaxapp.ui.history.day_card import DayCard
from relaxapp.ui.history.figures import FigureRow, figures, no_figures
from relaxapp.ui.history.practice_plots import minutes_by_week, since_first, tension_over_time
from relaxapp.ui.history.practice_year import PracticeYear
from relaxapp.ui.history.session_list import SessionList
from relaxapp.ui.history.shade_key import ShadeKey
from relaxapp.ui.history.view import HistoryView
from relaxapp.ui.message import Message
from relaxapp.ui.pages.one_choice import OneChoice
from relaxapp.ui.plots.plot import Plot

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtGui import QResizeEvent

    from relaxapp.journal.entry import Entry
    from relaxapp.journal.factors import FactorMark
    from relaxapp.journal.journal import Journal
    from relaxapp.ui.history_supplies import HistorySupplies

LAST_SESSIONS = 6
_SIDE_BY_SIDE_PX = 820
"""From this width on, at 100 %, tension and the last sessions stand side by side."""
_WEEKS, _MONTHS = "weeks", "months"
_CARD = QMargins(20, 12, 14, 14)


@dataclass(frozen=True, slots=True)
class Look:
    """What the overview shows of a log.

    Attributes:
        survey: what it adds up to.
        last: the last sessions, newest first.
        now: when it was looked at.
    """

    survey: Survey
    last: tuple[Entry, ...]
    now: datetime


def look_at(journal: Journal, now: datetime, day_begins_hour: int) -> Look:
    """Counts a log; knows of no widget, so that it can be done on any thread."""
    return Look(
        survey=survey(journal.database, now, day_begins_hour),
        last=journal.entries(limit=LAST_SESSIONS),
        now=now,
    )


class Overview(HistoryView):
    """What one sees first of the history."""

    def __init__(self, supplies: HistorySupplies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._supplies = supplies
        theme = supplies.theme
        self._look: Look | None = None
        self._counting = Counting(supplies.journal, supplies.pool, self)
        self._counting.counted.connect(self._show)
        self._counting.failed.connect(self._on_trouble)
        self.figures = FigureRow(theme)
        self.figures.show_figures(no_figures())
        self.year = PracticeYear(theme)
        self.year.chosen.connect(self._show_day)
        self.day = DayCard(theme)
        self.day.hide()
        self.day.closed.connect(self._close_day)
        self.day.list_asked.connect(self._ask_for_day)
        self.day.marked.connect(self._mark)
        self.tension, self.minutes = Plot(theme), Plot(theme)
        for plot in (self.tension, self.minutes):
            plot.told.connect(lambda text: self.said.emit(Message(text)))
        self._stretch = _WEEKS
        self.stretch_choice = OneChoice(self.tr("Tension by"))
        self.stretch_choice.setProperty("small", "true")
        self.stretch_choice.chosen.connect(self._choose_stretch)
        self.tension.add_choice(self.stretch_choice)
        self.last = SessionList(self.tr("Last sessions"), theme)
        self.last.asked.connect(lambda entry: self._ask_for_day(self._day_of(entry)))
        self.all_button = QPushButton(self.tr("All sessions"))
        self.all_button.clicked.connect(lambda: self.sessions_asked.emit(EVERYTHING))
        self._lay_out()

    def refresh(self) -> None:
        """Looks at the journal anew."""
        now = self._supplies.now()
        hour = self._supplies.choices.settings.day_begins_hour
        self._counting.count(partial(look_at, now=now, day_begins_hour=hour))

    @property
    def is_counting(self) -> bool:
        """Whether what is shown is not yet what the log holds."""
        return self._counting.is_busy

    def take_focus(self) -> None:
        """Puts the focus on the year."""
        self.year.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Puts tension and the last sessions side by side where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _lay_out(self) -> None:
        self._last_card = self._make_last_card()
        self._tension_card = Card("", self.tension, _CARD)
        self._pair = QGridLayout()
        self._pair.setSpacing(16)
        self._is_wide: bool | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.figures)
        column.addWidget(self._make_year_card())
        column.addWidget(self.day)
        column.addLayout(self._pair)
        column.addWidget(Card("", self.minutes, _CARD))
        column.addStretch()
        self._arrange()

    def _make_year_card(self) -> Card:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 6, 0)
        head.addWidget(_heading(self.tr("Practice, last 12 months")), 1)
        head.addWidget(ShadeKey(self._supplies.theme))
        return Card("", _stacked(head, self.year), _CARD)

    def _make_last_card(self) -> Card:
        self.all_button.setProperty("kind", "quiet")
        self.all_button.setProperty("small", "true")
        heading = _heading(self.tr("Last sessions"))
        self._none = QLabel(self.tr("Each session will be listed here from the first one on."))
        self._none.setProperty("role", "dim")
        self._none.setWordWrap(True)
        self._none.hide()
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.all_button)
        return Card("", _stacked(head, self._none, self.last), _CARD)

    def _arrange(self) -> None:
        is_wide = self.width() >= self._supplies.theme.px(_SIDE_BY_SIDE_PX)
        if is_wide == self._is_wide:
            return
        self._is_wide = is_wide
        self._pair.addWidget(self._tension_card, 0, 0)
        self._pair.addWidget(self._last_card, *((0, 1) if is_wide else (1, 0)))
        self._pair.setColumnStretch(0, 1)
        self._pair.setColumnStretch(1, int(is_wide))

    def _show(self, look: object) -> None:
        assert isinstance(look, Look)
        self._look = look
        settings = self._supplies.choices.settings
        counted = look.survey
        self.figures.show_figures(figures(counted, settings))
        self.year.show_days(counted.days, counted.year.last)
        weeks = since_first(counted.weeks)
        self.minutes.show_data(minutes_by_week(weeks, settings.week_aim_minutes))
        self._show_tension()
        self.last.show_entries(look.last, look.now)
        self._none.setVisible(not look.last)
        self.all_button.setVisible(bool(look.last))
        day = self.year.day
        if day is None and settings.day_factors:
            day = counted.year.last
            self.year.choose(day)
        if day is None:
            self.day.hide()
        else:
            self._show_day(day)

    def _show_tension(self) -> None:
        if self._look is None:
            return
        words = {_WEEKS: self.tr("by week"), _MONTHS: self.tr("by month")}
        self.stretch_choice.show_choices(tuple(words.items()), self._stretch, words[self._stretch])
        by_week = self._stretch == _WEEKS
        weeks = since_first(self._look.survey.weeks)
        data = tension_over_time(weeks if by_week else self._look.survey.months)
        self.tension.show_data(data)
        self.stretch_choice.setVisible(not data.is_empty)

    def _choose_stretch(self, stretch: str) -> None:
        self._stretch = stretch
        self._show_tension()

    def _show_day(self, day: date) -> None:
        journal, settings = self._supplies.journal, self._supplies.choices.settings
        only = self._only(day)
        try:
            self.day.show_day(day, journal.entries(Filter(period=only)))
            levels = journal.day_levels(only).get(day, {}) if settings.day_factors else None
        except RelaxError as error:
            self._on_trouble(error)
            return
        self.day.show_factors(levels)
        self.day.show()

    def _close_day(self) -> None:
        self.year.choose(None)
        self.day.hide()
        self.year.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, mark: FactorMark) -> None:
        try:
            self._supplies.journal.mark_day(mark.day, mark.factor, mark.level)
        except RelaxError as error:
            self._on_trouble(error)

    def _ask_for_day(self, day: date) -> None:
        self.sessions_asked.emit(Filter(period=self._only(day)))

    def _day_of(self, entry: Entry) -> date:
        hour = self._supplies.choices.settings.day_begins_hour
        return practice_day(entry.started_at, hour)

    def _only(self, day: date) -> Period:
        return Period(day, day, self._supplies.choices.settings.day_begins_hour)

    def _on_trouble(self, error: RelaxError) -> None:
        self.said.emit(Message(str(error)))


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", "dim")
    label.setWordWrap(True)
    return label


def _stacked(head: QHBoxLayout, *widgets: QWidget) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(6)
    column.addLayout(head)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch()
    return inside
