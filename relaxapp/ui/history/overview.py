"""How practice is going, at a glance: the figures, a year of days, and tension by week."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from relaxapp.errors import RelaxError
from relaxapp.journal import statistics
from relaxapp.journal.day import practice_day
from relaxapp.ui.history.card import Card
from relaxapp.ui.history.figures import FigureRow, figures
from relaxapp.ui.history.practice_year import PracticeYear
from relaxapp.ui.history.tension_weeks import TensionWeeks
from relaxapp.ui.history.view import HistorySupplies, HistoryView
from relaxapp.ui.message import Message

if TYPE_CHECKING:
    from datetime import datetime

_WEEKS = 26


class Overview(HistoryView):
    """What one sees first of the history."""

    def __init__(self, supplies: HistorySupplies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._supplies = supplies
        self.figures = FigureRow(supplies.theme)
        self.year = PracticeYear(supplies.theme)
        self.weeks = TensionWeeks(supplies.theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.figures)
        column.addWidget(Card(self.tr("Practice, last 12 months"), self.year))
        column.addWidget(Card(self.tr("Tension before and after, by week"), self.weeks), 1)

    def refresh(self) -> None:
        """Looks at the journal anew."""
        now: datetime = self._supplies.now()
        journal, settings = self._supplies.journal, self._supplies.choices.settings
        hour = settings.day_begins_hour
        try:
            self.figures.show_figures(figures(journal, now, settings))
            self.year.show_days(
                statistics.minutes_by_day(journal, now, day_begins_hour=hour),
                practice_day(now, hour),
            )
            self.weeks.show_weeks(statistics.weeks(journal, now, _WEEKS, hour))
        except RelaxError as error:
            self.said.emit(Message(str(error)))

    def take_focus(self) -> None:
        """Puts the focus on the year."""
        self.year.setFocus()
