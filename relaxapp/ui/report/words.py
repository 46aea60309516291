"""The figures of a report in words, with units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from relaxapp.journal.comparison import ENOUGH_SESSIONS
from relaxapp.journal.entry import MarkKind, Outcome
from relaxapp.journal.report import Grain
from relaxapp.ui.factor_words import factor_name, many_words
from relaxapp.ui.formats import duration, number

if TYPE_CHECKING:
    from datetime import date

    from relaxapp.journal.factor_comparison import FactorDays
    from relaxapp.journal.factors import Factor
    from relaxapp.journal.period import Period
    from relaxapp.journal.report import ListedSession, Summary
    from relaxapp.journal.statistics import Practice, Tension

NONE = "\N{EN DASH}"
_DIFFERENCES_FROM = 0.05
"""What is less would be written as 0.0."""


def title() -> str:
    """What the report is called."""
    return _tr("Relaxation practice")


def day(when: date) -> str:
    """A day in full, such as `24 November 2026`."""
    return _dated(when, "d MMMM yyyy")


def day_short(when: date) -> str:
    """A day with its weekday, such as `Tue 24 Nov 2026`."""
    return _dated(when, "ddd d MMM yyyy")


def period(about: Period) -> str:
    """A period, such as `1 September to 24 November 2026`."""
    if about.first == about.last:
        return day(about.first)
    pattern = "d MMMM" if about.first.year == about.last.year else "d MMMM yyyy"
    return _tr("{first} to {last}").format(first=_dated(about.first, pattern), last=day(about.last))


def sessions(count: int) -> str:
    """A number of sessions."""
    return _tr("1 session") if count == 1 else _tr("{count} sessions").format(count=number(count))


def minutes(count: float) -> str:
    """Practised time; nothing at all is no seconds but no minutes."""
    return duration(count * 60) if count else _tr("0 min")


def change(points: float) -> str:
    """How far tension changed on average, with its sign."""
    if abs(points) < _DIFFERENCES_FROM:
        return number(0, 1)
    return f"+{number(points, 1)}" if points > 0 else number(points, 1)


def sessions_below(summary: Summary) -> str:
    """What to know about the number of sessions."""
    whole = summary.sessions - summary.stopped - summary.interrupted
    return _tr("{count} to the end").format(count=number(whole)) if summary.sessions else ""


def each(summary: Summary) -> str:
    """How long a session was on average."""
    if not summary.sessions:
        return ""
    return _tr("{minutes} a session").format(minutes=minutes(summary.minutes / summary.sessions))


def factor_days(days_: FactorDays) -> str:
    """Average tension on some days, and on how many."""
    if days_.tension is None:
        return NONE
    return _tr("{tension} on {days}").format(
        tension=number(days_.tension, 1), days=days(days_.days)
    )


def before_and_after(tension: Tension) -> str:
    """Average tension before and after."""
    return f"{number(tension.before, 1)} → {number(tension.after, 1)}"


def rated(count: int) -> str:
    """What an average of tension is from, and whether that is enough."""
    if count == 0:
        return _tr("not rated")
    if count < ENOUGH_SESSIONS:
        return _tr("{sessions}: too few to say").format(sessions=sessions(count))
    return _tr("average of {sessions}").format(sessions=sessions(count))


def practice_heading(grain: Grain) -> str:
    """The heading above the bars."""
    return {
        Grain.WEEK: _tr("Minutes by week"),
        Grain.MONTH: _tr("Minutes by month"),
        Grain.YEAR: _tr("Minutes by year"),
    }[grain]


def tension_heading(grain: Grain) -> str:
    """The heading above the lines."""
    return {
        Grain.WEEK: _tr("Tension before and after, by week"),
        Grain.MONTH: _tr("Tension before and after, by month"),
        Grain.YEAR: _tr("Tension before and after, by year"),
    }[grain]


def practice_name(practice: Practice, grain: Grain) -> str:
    """The week, month or year that a bar stands for."""
    if grain is Grain.WEEK:
        return _tr("Week of {day}").format(day=day(practice.starts_on))
    return _dated(practice.starts_on, "MMMM yyyy" if grain is Grain.MONTH else "yyyy")


def practice_said(practice: Practice, grain: Grain) -> str:
    """A bar for whoever does not see it."""
    return _tr("{name}: {minutes}, {sessions} on {days}.").format(
        name=practice_name(practice, grain),
        minutes=minutes(practice.minutes),
        sessions=sessions(practice.sessions),
        days=days(practice.days),
    )


def tension_said(practice: Practice, grain: Grain) -> str:
    """A point of the lines for whoever does not see it; empty where there is none."""
    tension = practice.tension
    if tension is None:
        return ""
    return _tr("{name}: {before} before, {after} after, {sessions}.").format(
        name=practice_name(practice, grain),
        before=number(tension.before, 1),
        after=number(tension.after, 1),
        sessions=sessions(tension.sessions),
    )


def days(count: int) -> str:
    """A number of days."""
    return _tr("1 day") if count == 1 else _tr("{count} days").format(count=number(count))


def outcome(session: ListedSession) -> str:
    """How a session ended."""
    match session.outcome:
        case Outcome.FINISHED:
            return _tr("entered by hand") if session.by_hand else _tr("to the end")
        case Outcome.STOPPED:
            return _tr("ended early")
        case Outcome.INTERRUPTED:
            return _tr("interrupted")
        case Outcome.RUNNING:
            return _tr("running")


def practised(session: ListedSession) -> str:
    """How long a session was practised."""
    return duration(session.practised_seconds)


def tension(before: int | None, after: int | None) -> str:
    """Tension before and after a session; empty where neither was given."""
    if before is None and after is None:
        return ""
    return f"{NONE if before is None else before} → {NONE if after is None else after}"


def area(name: str, kind: MarkKind) -> str:
    """An area with a capital, and what it did if not tension."""
    name = QCoreApplication.translate("Areas", name[:1].upper() + name[1:])
    return name if kind is MarkKind.TENSION else _tr("{area}, twitching").format(area=name)


def factor(which: Factor) -> str:
    """Much of a day factor, such as `Sleep: well or very well`."""
    return f"{factor_name(which)}: {many_words(which, is_much=True)}"


def technique(name: str) -> str:
    """A technique with a capital."""
    return name[:1].upper() + name[1:] if name else _tr("Without a technique")


def of(count: int, all_: int) -> str:
    """How many of how many."""
    return _tr("{count} of {all}").format(count=number(count), all=number(all_))


def page(at: int, of_: int) -> str:
    """Which page it is, from 1."""
    return _tr("Page {page} of {pages}").format(page=number(at), pages=number(of_))


def pages(count: int) -> str:
    """How many pages there are."""
    return _tr("1 page") if count == 1 else _tr("{count} pages").format(count=number(count))


def unit(grain: Grain) -> str:
    """What a bar stands for."""
    return {Grain.WEEK: _tr("week"), Grain.MONTH: _tr("month"), Grain.YEAR: _tr("year")}[grain]


def counted(count: int, one: str, many: str) -> str:
    """One of two sentences, the latter with the number in it."""
    return one if count == 1 else many.replace("{count}", number(count))


def _dated(when: date, pattern: str) -> str:
    return QLocale().toString(QDate(when.year, when.month, when.day), pattern)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Report", text)
