"""The choice between all dates and those from one day to another."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from relaxapp.journal.day import practice_day
from relaxapp.journal.period import Period
from relaxapp.journal.statistics import first_day

if TYPE_CHECKING:
    from relaxapp.ui.history_supplies import HistorySupplies
    from relaxapp.ui.theme import Theme

_SHOWN = "d MMM yyyy"
_FIELD_PX = 136
"""How wide a date is, at 100 %."""


class DatesRow(QWidget):
    """All dates, until a person wants only some of them.

    Args:
        supplies: the journal, and what day it is.
        parent: as in Qt.
    """

    changed = Signal()
    """Other dates are chosen."""

    def __init__(self, supplies: HistorySupplies, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hour = supplies.choices.settings.day_begins_hour
        today = practice_day(supplies.now(), self._hour)
        begun = first_day(supplies.journal.database, self._hour) or today
        self.only_some = QCheckBox(self.tr("Only some dates"))
        self.first = _field(self.tr("First day"), begun, supplies.theme)
        self.last = _field(self.tr("Last day"), today, supplies.theme)
        fields = self._fields = QWidget()
        row = QHBoxLayout(fields)
        row.setContentsMargins(indicator_px(supplies.theme), 0, 0, 0)
        row.setSpacing(supplies.theme.px(10))
        for widget in (QLabel(self.tr("From")), self.first, QLabel(self.tr("to")), self.last):
            row.addWidget(widget)
        row.addStretch()
        fields.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.only_some)
        column.addWidget(fields)
        self.only_some.toggled.connect(self._on_toggle)
        self.first.dateChanged.connect(self._on_first)
        self.last.dateChanged.connect(self._on_last)

    @property
    def period(self) -> Period | None:
        """The days that are chosen; None for all."""
        if not self.only_some.isChecked():
            return None
        return Period(_day(self.first.date()), _day(self.last.date()), self._hour)

    def _on_toggle(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._fields.setVisible(is_on)
        self.changed.emit()

    def _on_first(self, day: QDate) -> None:
        # The other end goes along, so that there is always a day between.
        self.last.setDate(max(self.last.date(), day))
        self.changed.emit()

    def _on_last(self, day: QDate) -> None:
        self.first.setDate(min(self.first.date(), day))
        self.changed.emit()


def indicator_px(theme: Theme) -> int:
    """How far the words of a check box or radio button stand in, as `style.qss` has it."""
    return theme.px(26) + 6 + 3 * theme.focus_px


def _field(name: str, day: date, theme: Theme) -> QDateEdit:
    field = QDateEdit(QDate(day.year, day.month, day.day))
    field.setDisplayFormat(_SHOWN)
    field.lineEdit().setTextMargins(theme.px(12), 0, 0, 0)
    # The field takes the focus, and hands on what is typed.
    field.lineEdit().setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    # A date that is being typed counts when it is whole.
    field.setKeyboardTracking(False)
    for each in (field, field.lineEdit()):
        each.setAccessibleName(name)
    field.setMinimumWidth(theme.px(_FIELD_PX))
    return field


def _day(day: QDate) -> date:
    return date(day.year(), day.month(), day.day())
