"""A year of practice as small squares, one for each day, a column for each week, gone through day by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from relaxapp.journal.survey import YEAR_WEEKS
from relaxapp.ui.aloud import announce
from relaxapp.ui.formats import duration, number
from relaxapp.ui.history.figures import sessions_in_words
from relaxapp.ui.theme import Theme, mixed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QColor, QFocusEvent, QResizeEvent

    from relaxapp.journal.statistics import DayCount

WEEKS = YEAR_WEEKS
_DAYS = 7
FULL_MINUTES = 30.0
"""From here on a day has the strongest colour."""
_CELL_SHARE = 0.78
_WIDEST_PX = 26
"""A day takes no more than this, whatever room there is."""
_TYPE_PX = 11
_MONTHS_PX = 18
_WEEKDAYS_PX = 32
"""At 100 %: the type, the line of months above the squares, the column of weekdays beside them."""
_NAMED_WEEKDAYS = (0, 2, 4)
_WEEKS_PER_NAME = 3
"""Months' names need at least so many columns each."""
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -_DAYS,
    Qt.Key.Key_Right: _DAYS,
}
_MONTHS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class PracticeYear(QWidget):
    """The days of twelve months up to today; a day without practice is simply quiet.

    Up and Down go from day to day, Left and Right from week to week, Page Up and Page Down from month to
    month, Home and End to the first day and to today.
    """

    chosen = Signal(object)
    """A day was gone to: a `date`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._days: Mapping[date, DayCount] = {}
        self._first = date.min
        self._today = date.min
        self._day: date | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def day(self) -> date | None:
        """The day that is chosen; None for none."""
        return self._day

    @property
    def today(self) -> date:
        """The last day."""
        return self._today

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as the squares are in the width there is."""
        return QSize(self._left() + 14 * WEEKS, self._height_for(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Squares that can still be told apart."""
        return QSize(self._left() + 8 * WEEKS, self._height_for(self.width()))

    def show_days(self, days: Mapping[date, DayCount], today: date) -> None:
        """Shows days up to today; one that was chosen stays so while it is among them."""
        self._days = days
        self._today = today
        self._first = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
        if self._day is not None and not self._first <= self._day <= today:
            self._day = None
        shown = [count for day, count in days.items() if self._first <= day <= today]
        self.setAccessibleName(
            self.tr("Practice in the last 12 months: {days}, {minutes}").format(
                days=self.tr("1 day")
                if len(shown) == 1
                else self.tr("{count} days").format(count=number(len(shown))),
                minutes=duration(sum(count.minutes for count in shown) * 60)
                if shown
                else self.tr("0 min"),
            )
        )
        self._describe()
        self.update()

    def choose(self, day: date | None) -> None:
        """Marks a day without saying that it was gone to; None for none."""
        self._day = day
        self._describe()
        self.update()

    def words(self, day: date) -> str:
        """What there is to say about a day, such as `Tue 24 Nov 2026: 2 sessions, 20 min`."""
        when = self.locale().toString(QDate(day.year, day.month, day.day), "ddd d MMM yyyy")
        count = self._days.get(day)
        if count is None:
            return self.tr("{day}: no session").format(day=when)
        told = [sessions_in_words(count.sessions), duration(count.minutes * 60)]
        if count.tension is not None:
            text = self.tr("tension {before} before, {after} after")
            before, after = number(count.tension.before, 1), number(count.tension.after, 1)
            told.append(text.format(before=before, after=after))
        return f"{when}: {', '.join(told)}"

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Goes to another day."""
        key = Qt.Key(event.key())
        here = self._day
        if self._today == date.min:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Home:
            self._go_to(self._first)
        elif key == Qt.Key.Key_End or (here is None and (key in _STEPS or key in _MONTHS)):
            self._go_to(self._today)
        elif here is not None and key in _STEPS:
            self._go_to(here + timedelta(days=_STEPS[key]))
        elif here is not None and key in _MONTHS:
            later = QDate(here.year, here.month, here.day).addMonths(_MONTHS[key])
            self._go_to(date(later.year(), later.month(), later.day()))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._go_to(here or self._today)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Goes to the day that is pressed."""
        day = self._day_at(event.position())
        if day is not None:
            self._go_to(day)

    def event(self, event: QEvent) -> bool:
        """Says what a day held while the mouse rests on it."""
        if isinstance(event, QHelpEvent):
            day = self._day_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), self.words(day) if day else "", self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Shows where the keys are."""
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Shows it no more."""
        self.update()
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Takes the height that squares of this width need."""
        super().resizeEvent(event)
        height = self._height_for(self.width())
        if height != self.minimumHeight():
            self.setFixedHeight(height)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints months, weekdays, and every day up to today."""
        if self._today == date.min:
            return
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font(theme.px(_TYPE_PX)))
        painter.setPen(theme.faint)
        self._paint_months(painter)
        self._paint_weekdays(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range((self._today - self._first).days + 1):
            painter.setBrush(self._color(self._first + timedelta(days=index)))
            cell = self._cell(index)
            painter.drawRoundedRect(cell, cell.width() * 0.28, cell.width() * 0.28)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._day is not None:
            cell = self._cell((self._day - self._first).days).adjusted(-2, -2, 2, 2)
            painter.setPen(QPen(theme.text, theme.focus_px))
            painter.drawRoundedRect(cell, cell.width() * 0.3, cell.width() * 0.3)
        if self.hasFocus():
            painter.setPen(QPen(theme.calm, theme.focus_px))
            ring = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
            painter.drawRoundedRect(ring, 10, 10)

    def _paint_months(self, painter: QPainter) -> None:
        free_from = 0
        needed = max(_WEEKS_PER_NAME, round(self._theme.px(26) / self._pitch() + 0.5))
        for week in range(WEEKS):
            monday = self._first + timedelta(weeks=week)
            # The column with the first day of a month bears its name.
            sunday = monday + timedelta(days=_DAYS - 1)
            if sunday.day > _DAYS or week < free_from or week > WEEKS - 2:
                continue
            free_from = week + needed
            name = self.locale().toString(QDate(sunday.year, sunday.month, 1), "MMM")
            left = self._cell(week * _DAYS).left()
            painter.drawText(QPointF(left, self._theme.px(_TYPE_PX) + 4), name)

    def _paint_weekdays(self, painter: QPainter) -> None:
        half = self._theme.px(_TYPE_PX)
        for weekday in _NAMED_WEEKDAYS:
            name = self.locale().dayName(weekday + 1, self.locale().FormatType.ShortFormat)
            middle = self._cell(weekday).center().y()
            area = QRectF(6, middle - half, self._left() - 10, 2 * half)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)

    def _go_to(self, day: date) -> None:
        self._day = max(self._first, min(day, self._today))
        self._describe()
        self.update()
        announce(self, self.words(self._day))
        self.chosen.emit(self._day)

    def _describe(self) -> None:
        keys = self.tr("Arrow keys go from day to day and from week to week.")
        here = f"{self.words(self._day)}. " if self._day is not None else ""
        self.setAccessibleDescription(here + keys)

    def _day_at(self, point: QPointF) -> date | None:
        if self._today == date.min:
            return None
        for index in range((self._today - self._first).days + 1):
            air = self._pitch() * (1 - _CELL_SHARE) / 2
            if self._cell(index).adjusted(-air, -air, air, air).contains(point):
                return self._first + timedelta(days=index)
        return None

    def _left(self) -> int:
        return self._theme.px(_WEEKDAYS_PX) + 6

    def _pitch(self) -> float:
        return min(float(_WIDEST_PX), max(4.0, (self.width() - self._left() - 6) / WEEKS))

    def _height_for(self, width: int) -> int:
        pitch = min(float(_WIDEST_PX), max(4.0, (width - self._left() - 6) / WEEKS))
        return round(self._theme.px(_MONTHS_PX) + pitch * _DAYS + 8)

    def _cell(self, index: int) -> QRectF:
        """Where a day lies, counted from the first Monday."""
        pitch = self._pitch()
        side = pitch * _CELL_SHARE
        week, weekday = divmod(index, _DAYS)
        top = self._theme.px(_MONTHS_PX) + 4
        return QRectF(self._left() + week * pitch, top + weekday * pitch, side, side)

    def _color(self, day: date) -> QColor:
        count = self._days.get(day)
        return shade(None if count is None else count.minutes, self._theme)


def shade(minutes: float | None, theme: Theme) -> QColor:
    """The colour of a day with so many minutes; None for a day without a session."""
    if minutes is None:
        # A line of high contrast would shout where there is nothing.
        return mixed(theme.card, theme.line, 0.25 if theme.high_contrast else 0.5)
    share = 0.35 + 0.65 * min(1.0, minutes / FULL_MINUTES)
    return mixed(theme.card, theme.calm, share)
