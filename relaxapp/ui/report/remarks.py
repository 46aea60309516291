"""The sentences of a report: how its figures came about, and what they can and cannot say."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.journal.comparison import ENOUGH_SESSIONS
from relaxapp.journal.factor_comparison import ENOUGH_DAYS
from relaxapp.journal.report import Grain
from relaxapp.journal.rises import CLEAR_RISE
from relaxapp.ui.formats import number
from relaxapp.ui.report import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relaxapp.journal.report import Report, Summary

_SUNDAY = 6


def made(report: Report) -> str:
    """When the report was made, of what, and by what."""
    return _tr(
        "Made on {day} by relaxapp from the log on this computer. Minutes are measured by the clock."
    ).format(day=words.day(report.made_on))


def about_sessions(summary: Summary) -> str:
    """How the sessions ended and where they are from."""
    return " ".join(_about_sessions(summary))


def _about_sessions(summary: Summary) -> Iterator[str]:
    if not summary.sessions:
        yield _tr("No session of a minute or more is in the log for these days.")
    elif not (summary.stopped or summary.interrupted):
        yield _tr("None was ended early.")
    if summary.stopped:
        yield words.counted(
            summary.stopped, _tr("1 was ended early."), _tr("{count} were ended early.")
        )
    if summary.interrupted:
        yield words.counted(
            summary.interrupted,
            _tr("1 was interrupted, by the program or the computer."),
            _tr("{count} were interrupted, by the program or the computer."),
        )
    if summary.by_hand:
        yield words.counted(
            summary.by_hand,
            _tr("1 was entered by hand ({minutes}), which no clock measured."),
            _tr("{count} were entered by hand ({minutes}), which no clock measured."),
        ).format(minutes=words.minutes(summary.by_hand_minutes))
    if summary.uncounted:
        yield words.counted(
            summary.uncounted,
            _tr("1 more was begun and left within a minute; it does not count in any figure."),
            _tr(
                "{count} more were begun and left within a minute; they do not count in any figure."
            ),
        )


def limits(*, has_tension: bool) -> str:
    """What the figures can and cannot say."""
    felt = _tr(
        "Tension is what the person felt, from 0, loose and at ease, to 10, as tense as can be, asked "
        "before and after a session. Nothing was measured on the body."
    )
    return " ".join(
        (
            _tr(
                "A session counts when it was finished or practised for a minute; pauses are left out."
            ),
            *((felt,) if has_tension else ()),
            _tr(
                "The figures show what went together in time. They do not show what caused what, and "
                "they are no diagnosis. The person chose the days and the parts of this report."
            ),
        )
    )


def about_practice(report: Report) -> str:
    """Which bars stand for less than a whole week, month or year; empty if none does."""
    about, whole = report.period, report.practice
    is_cut = {
        Grain.WEEK: (about.first.weekday() > 0, about.last.weekday() < _SUNDAY),
        Grain.MONTH: (about.first.day > 1, (about.last + timedelta(days=1)).day > 1),
        Grain.YEAR: (
            (about.first.month, about.first.day) > (1, 1),
            (about.last.month, about.last.day) < (12, 31),
        ),
    }[report.grain]
    first, last = (cut and any(part.sessions for part in whole) for cut in is_cut)
    if not (first or last) or len(whole) == 1:
        return ""
    which = (
        _tr("Of the first and the last {unit}")
        if first and last
        else _tr("Of the first {unit}")
        if first
        else _tr("Of the last {unit}")
    ).format(unit=words.unit(report.grain))
    return _tr("{which}, only the days of this report count.").format(which=which)


def too_few_rated(count: int) -> str:
    """Why there is no average of tension."""
    if count == 0:
        return _tr("No session of these days was rated both before and after.")
    return words.counted(
        count,
        _tr("1 session was rated both before and after: too few to say."),
        _tr("{count} sessions were rated both before and after: too few to say."),
    )


def about_tension(count: int, grain: Grain) -> str:
    """What the lines are made of."""
    return _tr(
        "Averages of the {sessions} rated both before and after. A {unit} with few of them says "
        "little by itself."
    ).format(sessions=words.sessions(count), unit=words.unit(grain))


def about_changes() -> str:
    """How the tables of changes are to be read."""
    return _tr(
        "Tension after a session less that before it, in sessions rated both times. Clearly means by "
        "{clear} points or more. An average is given from {enough} sessions on; with fewer it would be "
        "chance. What is used when tension is high has more to lower, so the order is no ranking."
    ).format(clear=number(CLEAR_RISE), enough=number(ENOUGH_SESSIONS))


def about_body() -> str:
    """How the figures of the body are to be read."""
    return _tr(
        "Where the person marked tension or twitching. The darker an area, the more sessions it was "
        "marked in. Right and left are the person's own."
    )


def about_body_table() -> str:
    """How the table of areas is to be read."""
    return _tr(
        "Gone and weaker count sessions after which the person answered at all, so that silence "
        "does not pass for relief. Strength is from 1 to 3, on average."
    )


def about_factors() -> str:
    """How the table of day factors is to be read."""
    return _tr(
        "Average tension before sessions, on days that were noted like that and on the other days that "
        "were noted. A difference is given from {enough} days of either kind on. That two things come "
        "on the same days does not show that one brings the other: both may have another cause, and a "
        "tense day is noted differently."
    ).format(enough=number(ENOUGH_DAYS))


def listed_sessions(report: Report) -> str:
    """How many sessions the list has."""
    there, all_ = len(report.sessions), report.sessions_in_period
    if not all_:
        return _tr("There are no sessions in the log for these days.")
    if there < all_:
        return _tr(
            "The {count} latest of {all} are listed. A shorter time lists all of its sessions, and the "
            "CSV file has every one."
        ).format(count=number(there), all=words.sessions(all_))
    return words.counted(
        all_, _tr("1 session, as it was."), _tr("All {count} sessions, oldest first.")
    )


def more_rows(count: int) -> str:
    """What a table that would be too long leaves out."""
    return _tr("{count} more are not listed.").format(count=number(count))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)
