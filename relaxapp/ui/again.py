"""The session that was practised last, to be begun again with one key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.journal.entry import Outcome
from relaxapp.ui.quick_help import BEST_HELP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from relaxapp.journal.entry import Entry
    from relaxapp.ui.pages.offer import Offer


def last_offer(
    offers: Iterable[Offer], entries: Sequence[Entry], quick_help: str = ""
) -> Offer | None:
    """The script that was practised last, to its end or not; None if there is none any more.

    What a person begins in a bad moment is not what they want to come back to, so it is passed over.

    Args:
        offers: the scripts there are.
        entries: the last sessions, newest first.
        quick_help: the script that the person chose for bad moments, by id; empty for the usual one.
    """
    readable = {offer.script_id: offer for offer in offers if offer.script is not None}
    for entry in entries:
        is_over = entry.outcome in {Outcome.FINISHED, Outcome.STOPPED}
        if is_over and entry.script_id in readable and entry.script_id != (quick_help or BEST_HELP):
            return readable[entry.script_id]
    return None
