"""What helps, and how days with little and much of something compare, as plots and in plain words."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.journal.comparison import ENOUGH_SESSIONS
from relaxapp.journal.factor_comparison import ENOUGH_DAYS
from relaxapp.ui.factor_words import factor_name, many_words
from relaxapp.ui.formats import number
from relaxapp.ui.history.entry_words import technique
from relaxapp.ui.history.figures import sessions_in_words
from relaxapp.ui.plots.plot_data import Kind, PlotData, Role, Series

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.journal.comparison import Change
    from relaxapp.journal.factor_comparison import FactorComparison, FactorDays

_LEAST_SCALE = 4
"""A picture reaches from no change to at least four points less."""
_NAMED = 6
"""So many of those that are too few are called by their names."""


def change_plot(title: str, about: str, changes: Sequence[Change]) -> PlotData:
    """How far tension changed with each kind of session that there were enough of.

    Args:
        title: the plot's.
        about: what is told apart, such as `Technique`.
        changes: all of them, in the order they are shown.
    """
    enough = [change for change in changes if change.is_enough]
    averages = [change.average for change in enough]
    rise = max(0, ceil(max(averages, default=0)))
    fall = max(_LEAST_SCALE, ceil(-min(averages, default=0)))
    return PlotData(
        title=title,
        about=about,
        labels=tuple(name_of(change) for change in enough),
        series=(
            Series(_tr("change"), tuple(averages), Role.CALM, 1, is_signed=True),
            Series(_tr("clearly down"), tuple(float(each.down) for each in enough)),
            Series(_tr("hardly changed"), tuple(float(each.little) for each in enough)),
            Series(_tr("clearly up"), tuple(float(each.up) for each in enough)),
        ),
        kind=Kind.ROWS,
        scale=tuple(float(step) for step in range(rise, -fall - 1, -1)),
        remarks=tuple(sessions_in_words(change.sessions) for change in enough),
        remark_name=_tr("Sessions"),
        summary=_tr(
            "The average change of tension from before to after: the further to the right, the less "
            "tense afterwards."
        )
        if enough
        else "",
        nothing=""
        if any(changes)
        else _tr(
            "Nothing is rated before and after in this time. Two keys at each end are enough."
        ),
    )


def too_few(changes: Sequence[Change]) -> str:
    """Names what there were too few sessions of; empty if there is no such thing."""
    few = [change for change in changes if not change.is_enough]
    if not few:
        return ""
    few.sort(key=lambda change: -change.sessions)
    named = [f"{name_of(each)} ({sessions_in_words(each.sessions)})" for each in few[:_NAMED]]
    if len(few) > _NAMED:
        named.append(_tr("and {count} more").format(count=number(len(few) - _NAMED)))
    text = _tr("Too few to say yet, below {count} rated sessions: {names}.")
    return text.format(count=number(ENOUGH_SESSIONS), names=", ".join(named))


def name_of(change: Change) -> str:
    """A technique with a capital, a script by its title."""
    return technique(change.name) or _tr("Without a name")


def factor_plot(comparisons: Sequence[FactorComparison]) -> PlotData:
    """Tension before sessions on days with little and with much of each thing there is enough of."""
    labels, tensions, twitching, remarks = [], [], [], []
    for comparison in comparisons:
        if not comparison.is_enough:
            continue
        for days, is_much in ((comparison.low, False), (comparison.high, True)):
            labels.append(
                f"{factor_name(comparison.factor)}: {many_words(comparison.factor, is_much=is_much)}"
            )
            tensions.append(days.tension)
            twitching.append(float(days.twitching))
            remarks.append(days_in_words(days))
    return PlotData(
        title=_tr("Tension before practice, by how the day was"),
        about=_tr("Days"),
        labels=tuple(labels),
        series=(
            Series(_tr("tension"), tuple(tensions), Role.PLAIN, 1),
            Series(_tr("days with twitching"), tuple(twitching)),
        ),
        kind=Kind.ROWS,
        scale=tuple(float(level) for level in range(11)),
        remarks=tuple(remarks),
        remark_name=_tr("Days noted"),
    )


def too_few_days(comparisons: Sequence[FactorComparison]) -> str:
    """Says what there are not enough noted days of; empty if there is enough of everything."""
    few = [
        f"{factor_name(each.factor)} ({number(each.low.days)} + {number(each.high.days)})"
        for each in comparisons
        if not each.is_enough
    ]
    if not few:
        return ""
    if not any(each.low.days + each.high.days for each in comparisons):
        return _tr(
            "No day with a rated session has been noted in this time. Below the year in the overview "
            "there is room for it, for today and for any day before."
        )
    text = _tr(
        "Too few days to compare: {names}. It takes {count} days of either kind, with little and with "
        "much of it, that were noted and had a session rated before."
    )
    return text.format(count=number(ENOUGH_DAYS), names=", ".join(few))


def days_in_words(days: FactorDays) -> str:
    """How many days, and on how many of them something twitched."""
    text = _tr("1 day") if days.days == 1 else _tr("{count} days").format(count=number(days.days))
    if not days.twitching:
        return text
    return _tr("{days}, twitching on {count}").format(days=text, count=number(days.twitching))


def _tr(text: str) -> str:
    return QCoreApplication.translate("ChangePlots", text)
