"""What the first page shows: the scripts there are now, what to propose now, and how the week is going."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.errors import JournalError
from relaxapp.ui.pages.figures import week_in_words
from relaxapp.ui.pages.suggestion import LOOKED_AT, Suggestion, suggest
from relaxapp.ui.shelves import offers

if TYPE_CHECKING:
    from datetime import datetime

    from relaxapp.journal.journal import Journal
    from relaxapp.script.library import Library
    from relaxapp.settings import Settings
    from relaxapp.ui.pages.offer import Offer


@dataclass(frozen=True, slots=True)
class Welcome:
    """The contents of the first page.

    Attributes:
        offers: the scripts, in the order of the cards.
        suggestion: what to propose; None for nothing.
        week: how the week is going, in words; empty if the log cannot be read.
        trouble: a sentence about a log that cannot be read; empty if it can.
    """

    offers: tuple[Offer, ...]
    suggestion: Suggestion | None
    week: str
    trouble: str = ""


def welcome(library: Library, journal: Journal, now: datetime, settings: Settings) -> Welcome:
    """Reads the scripts and the log anew; a log that cannot be read takes nothing else away."""
    shown = offers(library)
    scripts = {offer.script_id: offer.script for offer in shown if offer.script}
    try:
        entries = journal.entries(limit=LOOKED_AT)
        week = week_in_words(journal, now, settings)
    except JournalError as error:
        return Welcome(shown, suggest(scripts, (), now.hour), "", str(error))
    return Welcome(shown, suggest(scripts, entries, now.hour), week)
