"""Moments as a clock on the wall shows them, in the fields of a form."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QDate, QDateTime, QTime

_TO_THE_MINUTES = 5


def shown(moment: datetime) -> QDateTime:
    """What a clock on the wall shows at a moment, to the minute."""
    return QDateTime(
        QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute)
    )


def read(field: QDateTime) -> datetime:
    """What such a clock shows, naive: its place has to be known from elsewhere."""
    date, time = field.date(), field.time()
    return datetime(date.year(), date.month(), date.day(), time.hour(), time.minute())  # noqa: DTZ001 - as said


def at_place(wall: datetime, other: datetime) -> datetime:
    """A time that a clock on the wall shows, at the place of another moment.

    Where that is the place of this computer, its own rules say whether it was summer time.

    Args:
        wall: what the clock shows, naive.
        other: a moment at the same place, aware.
    """
    is_here = other.astimezone().utcoffset() == other.utcoffset()
    return wall.astimezone() if is_here else wall.replace(tzinfo=other.tzinfo)


def rounded(moment: datetime) -> datetime:
    """A moment down to whole steps of some minutes, as one remembers a time."""
    over = moment.minute % _TO_THE_MINUTES
    return moment.replace(second=0, microsecond=0) - timedelta(minutes=over)
