"""The days that sessions are looked at over, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from relaxapp.journal.period import Period

if TYPE_CHECKING:
    from datetime import date, datetime

WEEK, FOUR_WEEKS, THREE_MONTHS, TWELVE_MONTHS = "7", "28", "91", "365"
"""What each goes by: the days it has."""
SPANS = (WEEK, FOUR_WEEKS, THREE_MONTHS, TWELVE_MONTHS)


def period_of(span: str, now: datetime, day_begins_hour: int) -> Period:
    """The days of a span."""
    return Period.of_last_days(now, int(span), day_begins_hour)


def span_of(period: Period, now: datetime) -> str:
    """The span that has just these days; empty if none has."""
    return next(
        (span for span in SPANS if period_of(span, now, period.day_begins_hour) == period), ""
    )


def span_words(span: str) -> str:
    """A span as it stands within a sentence, such as `the last 4 weeks`."""
    return {
        WEEK: _tr("the last 7 days"),
        FOUR_WEEKS: _tr("the last 4 weeks"),
        THREE_MONTHS: _tr("the last 3 months"),
        TWELVE_MONTHS: _tr("the last 12 months"),
    }[span]


def span_name(span: str) -> str:
    """A span by itself, such as `4 weeks`."""
    return {
        WEEK: _tr("7 days"),
        FOUR_WEEKS: _tr("4 weeks"),
        THREE_MONTHS: _tr("3 months"),
        TWELVE_MONTHS: _tr("12 months"),
    }[span]


def day_words(day: date, now: datetime, *, has_weekday: bool = False) -> str:
    """A day as it stands within a sentence, such as `24 Nov`; with its year where that is another."""
    pattern = "ddd d MMM" if has_weekday else "d MMM"
    if day.year != now.year:
        pattern = "d MMM yyyy"
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Spans", text)
