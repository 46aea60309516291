"""What a person wants to begin: a script, and how long it is to take."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relaxapp.ui.pages.offer import Offer


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person wants to begin.

    Attributes:
        offer: the script, one that can be read.
        seconds: how long it is to take.
    """

    offer: Offer
    seconds: float


def usual_wish(offer: Offer, minutes_by_script: Mapping[str, float]) -> Wish:
    """A script at the length it had last, or at its own."""
    assert offer.script is not None
    minutes = minutes_by_script.get(offer.script_id, offer.script.minutes)
    return Wish(offer, minutes * 60)
