"""One day: its sessions, how it was, and the way to it in the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from relaxapp.ui.formats import duration, number
from relaxapp.ui.history.day_factors import DayFactors
from relaxapp.ui.history.figures import sessions_in_words
from relaxapp.ui.history.session_list import SessionList

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from relaxapp.journal.entry import Entry
    from relaxapp.journal.factors import Factor
    from relaxapp.ui.theme import Theme

MOST_SESSIONS = 5
"""More of them are in the list alone."""


class DayCard(QFrame):
    """What there is to know of the day that is chosen in the year."""

    list_asked = Signal(object)
    """The day is to be seen in the list: a `date`."""
    marked = Signal(object)
    """How the day was is said, or taken back: a `FactorMark`."""
    closed = Signal()
    """The person has seen enough of it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._day: date | None = None
        self._title = QLabel()
        self._title.setProperty("role", "strong")
        self._title.setWordWrap(True)
        self._more = QLabel()
        self._more.setProperty("role", "small")
        self._more.setWordWrap(True)
        self.sessions = SessionList(self.tr("Sessions of this day"), theme)
        self.sessions.asked.connect(self._ask)
        self._theme = theme
        self.factors: DayFactors | None = None
        self.list_button = self._button(self.tr("Show in the list"))
        self.list_button.clicked.connect(self._ask)
        self.close_button = self._button(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close the day"))
        self.close_button.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        for button in (self.list_button, self.close_button):
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 12, 20, 14)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.sessions)
        column.addWidget(self._more)

    @property
    def day(self) -> date | None:
        """The day that is shown."""
        return self._day

    def show_day(self, day: date, entries: Sequence[Entry]) -> None:
        """Shows a day's sessions, newest first, as the log has them."""
        self._day = day
        when = QLocale().toString(QDate(day.year, day.month, day.day), "dddd d MMMM yyyy")
        if entries:
            time = duration(sum(entry.practised_seconds for entry in entries))
            when = f"{when}: {sessions_in_words(len(entries))}, {time}"
        self._title.setText(when)
        shown = entries[:MOST_SESSIONS][::-1]
        self.sessions.show_entries(shown, None)
        left = len(entries) - len(shown)
        text = self.tr("No session on this day.") if not entries else ""
        if left:
            text = self.tr("And {count} more in the list.").format(count=number(left))
        self._more.setText(text)
        self._more.setVisible(bool(text))
        self.list_button.setVisible(bool(entries))

    def show_factors(self, levels: Mapping[Factor, int] | None) -> None:
        """Shows how the day was; None where the person does not want to note that."""
        if self.factors is not None:
            self.factors.setVisible(levels is not None)
        if levels is not None and self._day is not None:
            self._made_factors().show_day(self._day, levels)

    def _made_factors(self) -> DayFactors:
        """Made when they are first wanted: most people do without."""
        if self.factors is None:
            self.factors = DayFactors(self._theme)
            self.factors.marked.connect(self.marked)
            layout = self.layout()
            assert layout is not None
            layout.addWidget(self.factors)
        return self.factors

    def _ask(self) -> None:
        if self._day is not None:
            self.list_asked.emit(self._day)

    @staticmethod
    def _button(text: str) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("kind", "quiet")
        button.setProperty("small", "true")
        return button
