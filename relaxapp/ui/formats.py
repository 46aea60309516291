"""Durations, dates and numbers as people write them, in the language and habits of the computer."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

_MINUTE = 60
_HOUR = 3600


def clock(seconds: float) -> str:
    """A place in a session as on a clock: `4:12`, or `1:02:03` from an hour on; whole seconds begun."""
    whole = max(0, int(seconds))
    hours, rest = divmod(whole, _HOUR)
    minutes, rest = divmod(rest, _MINUTE)
    if hours:
        return f"{hours}:{minutes:02}:{rest:02}"
    return f"{minutes}:{rest:02}"


def duration(seconds: float) -> str:
    """About how long something takes: `30 s`, `8 min`, `1 h 20 min`."""
    whole = round(max(0.0, seconds))
    if whole < _MINUTE:
        return seconds_long(whole)
    minutes = int(seconds / _MINUTE + 0.5)  # half a minute more is told, never one less
    if minutes < _MINUTE:
        return _translated("%n min").replace("%n", number(minutes))
    hours, minutes = divmod(minutes, _MINUTE)
    in_hours = _translated("%n h").replace("%n", number(hours))
    if not minutes:
        return in_hours
    return f"{in_hours} {_translated('%n min').replace('%n', number(minutes))}"


def seconds_long(seconds: int) -> str:
    """A count of seconds: `4 s`, and `90 s` as it is."""
    return _translated("%n s").replace("%n", number(seconds))


def number(value: float, decimals: int = 0) -> str:
    """A number with the separators of the place; a minus is a real minus."""
    if decimals:
        return QLocale().toString(float(value), "f", decimals).replace("-", "\N{MINUS SIGN}")
    return QLocale().toString(round(value)).replace("-", "\N{MINUS SIGN}")


def day(when: datetime, now: datetime) -> str:
    """A day as seen from now: `Today`, `Yesterday`, `Thu 19 Nov`, or `19 Nov 2025` in another year."""
    date = when.date()
    if date == now.date():
        return _translated("Today")
    if date == now.date() - timedelta(days=1):
        return _translated("Yesterday")
    pattern = "ddd d MMM" if date.year == now.year else "d MMM yyyy"
    return QLocale().toString(QDate(date.year, date.month, date.day), pattern)


def day_and_time(when: datetime, now: datetime) -> str:
    """A moment as seen from now: `Today 21:40`; further back the day alone, as `day` writes it."""
    if when.date() == now.date():
        return f"{day(when, now)} {time_of_day(when)}"
    return day(when, now)


def time_of_day(when: datetime) -> str:
    """Hours and minutes in the habit of the place, such as `21:40`."""
    return QLocale().toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)


def _translated(text: str) -> str:
    return QCoreApplication.translate("Formats", text)
