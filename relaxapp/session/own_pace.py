"""How fast a person breathes, from the moments at which they tapped with each breath in."""

from __future__ import annotations

from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from relaxapp.script.clinical.breathing import FASTEST_OWN_RATE, SLOWEST_OWN_RATE

if TYPE_CHECKING:
    from collections.abc import Sequence

TAPS_NEEDED = 5
"""From so many taps on a pace is known."""
_SAME_BREATH_SECONDS = 1.0
"""Nobody at rest breathes in again so soon: a second tap belongs to the first."""


def breaths_tapped(moments: Sequence[float]) -> tuple[float, ...]:
    """The moments at which breaths began: taps without those that came twice.

    Args:
        moments: when each tap was, in seconds that only grow.
    """
    breaths: list[float] = []
    for moment in moments:
        if not breaths or moment - breaths[-1] >= _SAME_BREATH_SECONDS:
            breaths.append(moment)
    return tuple(breaths)


def pace_of(moments: Sequence[float]) -> float | None:
    """Breaths a minute, to a tenth, from 8 to 20; None while too few are tapped.

    One breath that was not tapped, and taps that came twice, hardly change it.

    Args:
        moments: when each tap was, in seconds that only grow.
    """
    breaths = breaths_tapped(moments)
    if len(breaths) < TAPS_NEEDED:
        return None
    seconds = median(after - before for before, after in pairwise(breaths))
    return round(min(max(60 / seconds, SLOWEST_OWN_RATE), FASTEST_OWN_RATE), 1)
