"""Practice over time as plots: the minutes of weeks, and tension before and after by week or by month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from relaxapp.journal.comparison import ENOUGH_SESSIONS
from relaxapp.journal.statistics import Month
from relaxapp.ui.formats import duration, number
from relaxapp.ui.history.figures import sessions_in_words
from relaxapp.ui.plots.plot_data import Kind, PlotData, Role, Series, Tick, minute_scale

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from relaxapp.journal.statistics import Practice, Week

_LEAST_WEEKS = 8
_TENSION_SCALE = (0, 2, 4, 6, 8, 10)


def since_first(weeks: Sequence[Week]) -> tuple[Week, ...]:
    """The weeks from the first one with a session on, so that a short log is not lost among empty weeks."""
    first = next((at for at, week in enumerate(weeks) if week.sessions), len(weeks))
    return tuple(weeks[min(first, max(0, len(weeks) - _LEAST_WEEKS)) :])


def minutes_by_week(weeks: Sequence[Week], aim_minutes: int) -> PlotData:
    """How many minutes each week had.

    Args:
        weeks: oldest first; the last one is not over yet.
        aim_minutes: how many a week the person wants; 0 for no aim.
    """
    minutes = tuple(week.minutes for week in weeks)
    has_any = any(minutes)
    practised = [week for week in weeks if week.sessions]
    summary = ""
    if practised:
        summary = _tr("{time} in {sessions}, in {weeks} of the last {all} weeks.").format(
            time=duration(sum(minutes) * 60),
            sessions=sessions_in_words(sum(week.sessions for week in weeks)),
            weeks=number(len(practised)),
            all=number(len(weeks)),
        )
    if has_any and aim_minutes:
        text = _tr("The dashed line is your aim, {time} a week.")
        summary = f"{summary} {text.format(time=duration(aim_minutes * 60))}"
    return PlotData(
        title=_tr("Minutes by week"),
        about=_tr("Week"),
        labels=tuple(_label(week) for week in weeks),
        series=(
            Series(
                _tr("minutes"),
                tuple(each if has_any else None for each in minutes),
                unit=_tr("min"),
            ),
        ),
        kind=Kind.BARS,
        scale=minute_scale(max(*minutes, aim_minutes, 10)),
        ticks=_ticks(weeks),
        remarks=tuple(sessions_in_words(week.sessions) for week in weeks),
        remark_name=_tr("Sessions"),
        aim=aim_minutes or None,
        summary=summary,
        nothing=_tr("The minutes of each week will be seen here once there is a session."),
    )


def tension_over_time(stretches: Sequence[Practice]) -> PlotData:
    """Tension before and after, on average over each week or month, oldest first."""
    by_month = bool(stretches) and isinstance(stretches[0], Month)
    tensions = [stretch.tension for stretch in stretches]
    return PlotData(
        title=_tr("Tension before and after"),
        about=_tr("Month") if by_month else _tr("Week"),
        labels=tuple(_label(stretch) for stretch in stretches),
        series=(
            Series(_tr("before"), tuple(t.before if t else None for t in tensions), Role.WARM, 1),
            Series(_tr("after"), tuple(t.after if t else None for t in tensions), Role.CALM, 1),
        ),
        kind=Kind.BAND,
        scale=_TENSION_SCALE,
        ticks=_ticks(stretches),
        remarks=tuple(sessions_in_words(t.sessions) if t else "" for t in tensions),
        remark_name=_tr("Rated sessions"),
        is_joined=sum(t.sessions for t in tensions if t) >= ENOUGH_SESSIONS,
        summary=_where_it_went(stretches),
        nothing=_tr(
            "How tense you were before and after will be seen here once a session is rated both times."
        ),
    )


def _where_it_went(stretches: Sequence[Practice]) -> str:
    rated = [tension for each in stretches if (tension := each.tension)]
    sessions = sum(each.sessions for each in rated)
    if not sessions:
        return ""
    if sessions < ENOUGH_SESSIONS:
        text = _tr("{sessions} rated: too few to say where it is going.")
        return text.format(sessions=sessions_in_words(sessions))
    before = sum(each.before * each.sessions for each in rated) / sessions
    after = sum(each.after * each.sessions for each in rated) / sessions
    text = _tr("On average {before} → {after}, in {sessions}.")
    return text.format(
        before=number(before, 1), after=number(after, 1), sessions=sessions_in_words(sessions)
    )


def _label(stretch: Practice) -> str:
    if isinstance(stretch, Month):
        return QLocale().toString(_date(stretch.starts_on), "MMMM yyyy")
    text = _tr("Week of {day}")
    return text.format(day=QLocale().toString(_date(stretch.starts_on), "d MMM yyyy"))


def _ticks(stretches: Sequence[Practice]) -> tuple[Tick, ...]:
    """A month's name below the first of it that begins in it."""
    ticks: list[Tick] = []
    month = None
    for at, stretch in enumerate(stretches):
        if stretch.starts_on.month != month:
            # The first week there is may be the last one of its month.
            if ticks or month is not None or stretch.starts_on.day <= 7:  # noqa: PLR2004 - a week
                ticks.append(Tick(at, QLocale().toString(_date(stretch.starts_on), "MMM")))
            month = stretch.starts_on.month
    return tuple(ticks)


def _date(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _tr(text: str) -> str:
    return QCoreApplication.translate("PracticePlots", text)
