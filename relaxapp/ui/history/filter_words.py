"""What the sessions that are looked at have in common, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.journal.entry import Outcome
from relaxapp.ui.formats import number
from relaxapp.ui.history.spans import day_words, span_of, span_words

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from relaxapp.journal.filter import Filter
    from relaxapp.journal.period import Period

ANY, TO_THE_END, STOPPED, INTERRUPTED, BY_HAND = "", "finished", "stopped", "interrupted", "hand"
"""How a session ended, or that no clock was there when it did."""


def endings() -> tuple[tuple[str, str], ...]:
    """The ways in which sessions end, each with its words."""
    return (
        (TO_THE_END, _tr("to the end")),
        (STOPPED, _tr("stopped early")),
        (INTERRUPTED, _tr("interrupted")),
        (BY_HAND, _tr("entered by hand")),
    )


def ending_of(wanted: Filter) -> str:
    """The ending that a filter is about; `ANY` where it is about none of them."""
    if wanted.by_hand:
        return BY_HAND
    known = {
        Outcome.FINISHED: TO_THE_END,
        Outcome.STOPPED: STOPPED,
        Outcome.INTERRUPTED: INTERRUPTED,
    }
    return ANY if wanted.outcome is None else known.get(wanted.outcome, ANY)


def filter_words(wanted: Filter, now: datetime, title_of: Callable[[str], str]) -> str:
    """Everything a filter asks for, such as `breathing, stopped early, in the last 4 weeks`.

    Args:
        wanted: the filter.
        now: the time of day.
        title_of: gives the title of a script by its id.
    """
    parts = []
    if wanted.search.strip():
        parts.append(_tr("“{words}”").format(words=wanted.search.strip()))
    if wanted.technique is not None:
        parts.append(wanted.technique or _tr("no technique"))
    if wanted.script_id is not None:
        parts.append(title_of(wanted.script_id) or wanted.script_id or _tr("no script"))
    ending = ending_of(wanted)
    if ending:
        parts.append(dict(endings())[ending])
    elif wanted.by_hand is False:
        parts.append(_tr("not entered by hand"))
    if wanted.area is not None:
        parts.append(
            _tr("{area} marked").format(area=QCoreApplication.translate("Areas", wanted.area))
        )
    if wanted.period is not None:
        parts.append(period_words(wanted.period, now))
    return ", ".join(parts)


def period_words(period: Period, now: datetime) -> str:
    """Some days, such as `in the last 4 weeks`, `on Tue 24 Nov` or `from 3 Nov to 9 Nov`."""
    span = span_of(period, now)
    if span:
        return _tr("in {span}").format(span=span_words(span))
    if period.first == period.last:
        return _tr("on {day}").format(day=day_words(period.first, now, has_weekday=True))
    return _tr("from {first} to {last}").format(
        first=day_words(period.first, now), last=day_words(period.last, now)
    )


def count_words(count: int) -> str:
    """A number of sessions."""
    return _tr("1 session") if count == 1 else _tr("{count} sessions").format(count=number(count))


def found_words(found: int, total: int, words: str) -> str:
    """How many sessions there are to see, and why no more.

    Args:
        found: how many there are to see.
        total: how many there are.
        words: what the filter asks for; empty for no filter.
    """
    if not words:
        return count_words(total)
    return _tr("{found} of {total}: {words}").format(
        found=number(found), total=count_words(total), words=words
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("Filter", text)
