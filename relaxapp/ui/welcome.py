"""What the first page shows: the scripts there are now, what to propose now, and how the week is going."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from relaxapp.errors import JournalError
from relaxapp.journal.day import practice_day
from relaxapp.journal.entry import Outcome
from relaxapp.ui.again import last_offer
from relaxapp.ui.history.figures import week_in_words
from relaxapp.ui.pages.suggestion import Suggestion, suggest
from relaxapp.ui.quick_help import quick_help_offer
from relaxapp.ui.shelves import offers

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from relaxapp.journal.entry import Entry
    from relaxapp.journal.journal import Journal
    from relaxapp.script.library import Library
    from relaxapp.settings import Settings
    from relaxapp.ui.pages.offer import Offer

LOOKED_AT = 150
"""How many of the last sessions the page is based on."""
RECENT_DAYS = 28
"""What was practised on one of so many days of practice, today being the first, was practised of late."""


@dataclass(frozen=True, slots=True)
class Welcome:
    """The contents of the first page.

    Attributes:
        offers: the scripts, in the order of the cards.
        suggestion: what to propose; None for nothing.
        week: how the week is going, in words; empty if the log cannot be read.
        again: what was practised last; None for nothing.
        quick_help: what is begun in a bad moment; None where there is no script.
        entries: the last sessions, newest first, on which all of it is based.
        trouble: a sentence about a log that cannot be read; empty if it can.
    """

    offers: tuple[Offer, ...]
    suggestion: Suggestion | None
    week: str
    again: Offer | None
    quick_help: Offer | None
    entries: Sequence[Entry] = ()
    trouble: str = ""


def welcome(library: Library, journal: Journal, now: datetime, settings: Settings) -> Welcome:
    """Reads the scripts and the log anew; a log that cannot be read takes nothing else away."""
    entries: Sequence[Entry] = ()
    week = trouble = ""
    try:
        entries = journal.entries(limit=LOOKED_AT)
        week = week_in_words(journal, now, settings)
    except JournalError as error:
        trouble = str(error)
    days_ago = practised_of_late(entries, now, settings.day_begins_hour)
    shown = tuple(
        replace(
            offer,
            is_favourite=offer.script_id in settings.favourites,
            days_ago=days_ago.get(offer.script_id),
            chosen_minutes=settings.minutes_by_script.get(offer.script_id),
        )
        for offer in offers(library)
    )
    scripts = {offer.script_id: offer.script for offer in shown if offer.script}
    return Welcome(
        offers=shown,
        suggestion=suggest(scripts, entries, now, no_tensing=settings.no_tensing),
        week=week,
        again=last_offer(shown, entries, settings.quick_help),
        quick_help=quick_help_offer(shown, settings),
        entries=entries,
        trouble=trouble,
    )


def practised_of_late(
    entries: Sequence[Entry], now: datetime, day_begins_hour: int
) -> dict[str, int]:
    """How many days of practice ago each script was practised last, by its id.

    Args:
        entries: the last sessions, newest first.
        now: the present moment, aware.
        day_begins_hour: the hour at which a day of practice begins.
    """
    today = practice_day(now, day_begins_hour)
    found: dict[str, int] = {}
    for entry in entries:
        days = (today - practice_day(entry.started_at, day_begins_hour)).days
        is_over = entry.outcome in {Outcome.FINISHED, Outcome.STOPPED}
        if is_over and 0 <= days < RECENT_DAYS:
            found.setdefault(entry.script_id, days)
    return found
