"""The values of the settings in words, with their units."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication

from relaxapp.ui.formats import number, time_of_day


def in_percent(value: float) -> str:
    """A value in percent: `120 %`."""
    return _tr("{count} %").format(count=number(value))


def share_in_percent(share: float) -> str:
    """A share of 1 in percent: `80 %`; nothing of it is `off`."""
    return in_percent(100 * share) if share else _tr("off")


def words_a_minute(value: float) -> str:
    """A pace: `115 words a minute`."""
    return _tr("{count} words a minute").format(count=number(value))


def days_a_week(value: float) -> str:
    """An aim: `5 days a week`."""
    if value == 1:
        return _tr("1 day a week")
    return _tr("{count} days a week").format(count=number(value))


def minutes_a_week(value: float) -> str:
    """An aim: `60 minutes a week`, or that there is none."""
    return _tr("{count} minutes a week").format(count=number(value)) if value else _tr("no aim")


def at_hour(value: float) -> str:
    """An hour of the day in the habit of the place: `04:00`."""
    return time_of_day(datetime(2000, 1, 1, int(value), tzinfo=UTC))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Units", text)
