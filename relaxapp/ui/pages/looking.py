"""When a session is looked at next: as often as what is seen changes, and right when a phase begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.session.session import State
from relaxapp.timeline.clip import FRAMES_PER_SECOND
from relaxapp.ui.pages.motion import Motion

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
LEAST_MS = 4
"""Ahead of a phase: a sound device that stutters there must not be looked at all the time."""

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
    if glance.is_waiting:
        return STANDING_MS
    frames_left = glance.phase.end - glance.position
    # Upwards: a look a moment too early would see the phase that ends.
    until_next = -(-frames_left * 1000 // FRAMES_PER_SECOND)
    return min(_INTERVALS[motion], max(LEAST_MS, until_next))
