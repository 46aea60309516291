"""The session for a bad moment, begun with one key and no questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relaxapp.settings import Settings
    from relaxapp.ui.pages.offer import Offer

BEST_HELP = "ground-54321"
"""The script that is begun unless the person chose another one: it needs open eyes and nothing else."""


def quick_help_offer(offers: Iterable[Offer], settings: Settings) -> Offer | None:
    """What the quick help begins; None where no script can be read.

    It is what the person chose, or else `BEST_HELP`, or else the shortest breathing, or else the
    shortest session of all.

    Args:
        offers: the scripts there are.
        settings: what the person chose.
    """
    readable = [offer for offer in offers if offer.script is not None]
    for script_id in (settings.quick_help, BEST_HELP):
        for offer in readable:
            if offer.script_id == script_id:
                return offer
    return min(readable, key=_length, default=None)


def grounding_offer(offers: Iterable[Offer], settings: Settings) -> Offer | None:
    """What is begun for who feels worse in a session; None where nothing is fit for that.

    Only what the person chose, or `BEST_HELP`: to breathe by a pattern can make a bad moment worse.

    Args:
        offers: the scripts there are.
        settings: what the person chose.
    """
    readable = {offer.script_id: offer for offer in offers if offer.script is not None}
    return readable.get(settings.quick_help) or readable.get(BEST_HELP)


def _length(offer: Offer) -> tuple[bool, float, str]:
    assert offer.script is not None
    return offer.technique != "breathing", offer.script.minutes, offer.script_id
