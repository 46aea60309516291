"""A copy of the journal in words: when and where it was made, what is in it, and why it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from relaxapp.journal.backup import BY_HAND, DAILY
from relaxapp.ui.formats import day, number, time_of_day

if TYPE_CHECKING:
    from datetime import date, datetime

    from relaxapp.journal.backup import Backup

DOT = "  \N{MIDDLE DOT}  "
"""Stands between what is said in one line."""


def made(backup: Backup, now: datetime) -> str:
    """When it was made, as seen from now: `Today 21:40`, or `Thu 19 Nov 08:15`."""
    at = backup.made_at.astimezone(now.tzinfo)
    return f"{day(at, now)} {time_of_day(at)}"


def where_made(backup: Backup, computer: str) -> str:
    """On which computer it was made; empty where that is not known.

    Args:
        backup: the copy.
        computer: what this computer goes by.
    """
    if not backup.computer:
        return ""
    if backup.computer == computer:
        return _tr("this computer")
    # What follows the last hyphen only tells computers of one name apart.
    return backup.computer.rpartition("-")[0] or backup.computer


def contents(backup: Backup) -> str:
    """What is in it: `312 sessions, 3 Mar 2026 to 24 Nov 2026`."""
    if backup.trouble:
        return _tr("It cannot be used")
    if backup.first_day is None or backup.last_day is None:
        return _tr("No sessions")
    if backup.sessions == 1:
        return _tr("1 session, {day}").format(day=_written(backup.first_day))
    if backup.first_day == backup.last_day:
        return _tr("{count} sessions, {day}").format(
            count=number(backup.sessions), day=_written(backup.first_day)
        )
    return _tr("{count} sessions, {first} to {last}").format(
        count=number(backup.sessions),
        first=_written(backup.first_day),
        last=_written(backup.last_day),
    )


def reason(backup: Backup) -> str:
    """Why it was made."""
    words = {
        DAILY: _tr("the copy of the day"),
        BY_HAND: _tr("made by you"),
        "import": _tr("before sessions came in"),
        "restore": _tr("before going back"),
    }
    return words.get(backup.reason, _tr("before relaxapp was renewed"))


def lines(backup: Backup, now: datetime, computer: str) -> tuple[str, str]:
    """Both lines of a list of copies: when, with where or why it was made, and what is in it.

    Args:
        backup: the copy.
        now: the time of day.
        computer: what this computer goes by.
    """
    is_usual = backup.reason == DAILY or backup.computer not in {"", computer}
    origin = where_made(backup, computer) if is_usual else reason(backup)
    first = made(backup, now) + (f"{DOT}{origin}" if origin else "")
    return first, contents(backup)


def _written(which: date) -> str:
    return QLocale().toString(QDate(which.year, which.month, which.day), "d MMM yyyy")


def _tr(text: str) -> str:
    return QCoreApplication.translate("BackupWords", text)
