"""The choice of the days a report is about: some time up to today, or dates of one's own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDateEdit, QGridLayout, QWidget

from relaxapp.journal.period import Period
from relaxapp.ui.label import line

if TYPE_CHECKING:
    from datetime import datetime

    from relaxapp.ui.theme import Theme

_SHOWN = "d MMM yyyy"
_WEEKS = (4, 13, 53)
"""The last four weeks, three months and twelve months, in whole weeks, so that every bar is one."""
_USUAL = 1
_OWN = len(_WEEKS)


class PeriodChoice(QWidget):
    """Chooses a period that ends today, or any other.

    Args:
        now: the time, aware, at the offset of the place.
        day_begins_hour: the hour at which a day begins.
        theme: the sizes.
        parent: as in Qt.
    """

    changed = Signal()
    """Other days are chosen."""

    def __init__(
        self, now: datetime, day_begins_hour: int, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._hour = day_begins_hour
        self.span = QComboBox()
        self.span.addItems(
            [
                self.tr("The last 4 weeks"),
                self.tr("The last 3 months"),
                self.tr("The last 12 months"),
                self.tr("Other dates"),
            ]
        )
        self.span.setAccessibleName(self.tr("Days of the report"))
        self.first = _field(self.tr("First day"), theme)
        self.last = _field(self.tr("Last day"), theme)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(theme.px(8))
        grid.setHorizontalSpacing(theme.px(10))
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.span, 0, 0, 1, 2)
        for row, (name, field) in enumerate(
            ((self.tr("From"), self.first), (self.tr("to"), self.last)), 1
        ):
            label = line("dim", name)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        self.span.setCurrentIndex(_USUAL)
        self._show_span(_USUAL)
        self.span.currentIndexChanged.connect(self._on_span)
        self.first.dateChanged.connect(self._on_first)
        self.last.dateChanged.connect(self._on_last)

    @property
    def period(self) -> Period:
        """The days that are chosen."""
        return Period(_day(self.first.date()), _day(self.last.date()), self._hour)

    def _on_span(self, index: int) -> None:
        if index == _OWN:
            self.first.setFocus()
            return
        self._show_span(index)
        self.changed.emit()

    def _show_span(self, index: int) -> None:
        period = Period.of_last_weeks(self._now, _WEEKS[index], self._hour)
        with QSignalBlocker(self.first), QSignalBlocker(self.last):
            self.first.setDate(QDate(period.first.year, period.first.month, period.first.day))
            self.last.setDate(QDate(period.last.year, period.last.month, period.last.day))

    def _on_first(self, day: QDate) -> None:
        # The other end goes along, so that there is always a day between.
        with QSignalBlocker(self.last):
            self.last.setDate(max(self.last.date(), day))
        self._on_date()

    def _on_last(self, day: QDate) -> None:
        with QSignalBlocker(self.first):
            self.first.setDate(min(self.first.date(), day))
        self._on_date()

    def _on_date(self) -> None:
        with QSignalBlocker(self.span):
            self.span.setCurrentIndex(_OWN)
        self.changed.emit()


def _field(name: str, theme: Theme) -> QDateEdit:
    field = QDateEdit()
    field.setDisplayFormat(_SHOWN)
    field.lineEdit().setTextMargins(theme.px(12), 0, 0, 0)
    # A date that is being typed counts when it is whole.
    field.setKeyboardTracking(False)
    for each in (field, field.lineEdit()):
        each.setAccessibleName(name)
    return field


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
