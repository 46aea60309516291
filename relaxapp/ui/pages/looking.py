"""How often a session is looked at: as often as what is seen changes, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.session.session import State
from relaxapp.ui.pages.stage import Motion

if TYPE_CHECKING:
    from relaxapp.session.conductor import Glance

MOVING_MS = 16
"""Between two looks while something moves."""
DRIFTING_MS = 50
"""While something moves slowly."""
STANDING_MS = 100
"""While only numbers change."""
HIDDEN_MS = 500
"""While nobody sees the page; the conductor must be looked at once a second."""

_INTERVALS = {
    Motion.MOVING: MOVING_MS,
    Motion.DRIFTING: DRIFTING_MS,
    Motion.STANDING: STANDING_MS,
}


def interval_ms(glance: Glance, motion: Motion, *, is_seen: bool) -> int | None:
    """Milliseconds until the next look; None while nothing changes by itself.

    Args:
        glance: what was seen last.
        motion: how fast what is shown moves.
        is_seen: whether the page is visible.
    """
    if glance.state is not State.RUNNING:
        return None
    if not is_seen:
        return HIDDEN_MS
    return STANDING_MS if glance.is_waiting else _INTERVALS[motion]
