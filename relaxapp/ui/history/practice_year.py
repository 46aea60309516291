"""A year of practice as small squares, one for each day, a column for each week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from relaxapp.ui.formats import duration, number
from relaxapp.ui.theme import Theme, mixed

if TYPE_CHECKING:
    from collections.abc import Mapping

WEEKS = 52
_DAYS = 7
_FULL_MINUTES = 30.0
"""From here on a day has the strongest colour."""
_CELL_SHARE = 0.78


class PracticeYear(QWidget):
    """The days of the last 52 weeks; a day without practice is simply quiet."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._minutes: Mapping[date, float] = {}
        self._first = date.min
        self._today = date.min
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Squares of about 11 pixels."""
        return QSize(12 * WEEKS, 12 * _DAYS)

    def show_days(self, minutes: Mapping[date, float], today: date) -> None:
        """Shows minutes by day, up to today."""
        self._minutes = minutes
        self._today = today
        self._first = today - timedelta(days=today.weekday(), weeks=WEEKS - 1)
        shown = [each for day, each in minutes.items() if day >= self._first]
        self.setAccessibleName(
            self.tr("Practice in the last 12 months: {days}, {minutes}").format(
                days=self.tr("1 day")
                if len(shown) == 1
                else self.tr("{count} days").format(count=number(len(shown))),
                minutes=duration(sum(shown) * 60),
            )
        )
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paints every day up to today."""
        if self._today == date.min:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(0, 0, 0, 0))
        for index in range((self._today - self._first).days + 1):
            painter.setBrush(self._color(self._first + timedelta(days=index)))
            cell = self._cell(index)
            painter.drawRoundedRect(cell, cell.width() * 0.28, cell.width() * 0.28)

    def event(self, event: QEvent) -> bool:
        """Says what a day held while the mouse rests on it."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._words_at(QPointF(event.pos())), self)
            return True
        return super().event(event)

    def _words_at(self, point: QPointF) -> str:
        for index in range((self._today - self._first).days + 1):
            if self._cell(index).contains(point):
                day = self._first + timedelta(days=index)
                minutes = self._minutes.get(day)
                when = self.locale().toString(QDate(day.year, day.month, day.day))
                return f"{when}: {duration(minutes * 60)}" if minutes else when
        return ""

    def _cell(self, index: int) -> QRectF:
        """Where a day lies, counted from the first Monday."""
        pitch = min(self.width() / WEEKS, self.height() / _DAYS)
        across = self.width() / WEEKS
        side = pitch * _CELL_SHARE
        week, weekday = divmod(index, _DAYS)
        return QRectF(week * across, weekday * pitch, side, side)

    def _color(self, day: date) -> QColor:
        minutes = self._minutes.get(day, 0.0)
        if minutes <= 0:
            # A line of high contrast would shout where there is nothing.
            return mixed(
                self._theme.card, self._theme.line, 0.25 if self._theme.high_contrast else 0.5
            )
        share = 0.35 + 0.65 * min(1.0, minutes / _FULL_MINUTES)
        return mixed(self._theme.card, self._theme.calm, share)
