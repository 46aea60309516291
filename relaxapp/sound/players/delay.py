"""How much of what a device was given has been heard, told by a clock between its callbacks."""

from __future__ import annotations

from collections import deque

from relaxapp.timeline.clip import FRAMES_PER_SECOND

_FILLING_CALLS = 2
"""While a device fills its buffers, before anything is heard, its callbacks tell nothing for later."""
_REMEMBERED_CALLS = 8
"""Among so many there is one that asks as late as the device does."""
_CREEP_SECONDS = 0.005
"""How far one callback can bring the estimate forward again."""
_JUMP_SECONDS = 0.25
"""A callback this much too early is no jitter: the device caught up, and the count starts anew."""


class DelayedClock:
    """The number of frames heard, which never falls and moves evenly.

    Devices ask early and late by turns. One that asks late without a gap in the sound had more
    left than was thought, so the latest of the last callbacks tells how much has been heard. Where
    that one was late because the computer was busy, the ones after it bring the estimate back.
    """

    def __init__(self) -> None:
        """Nothing has been heard."""
        self._offset: float | None = None
        self._offsets: deque[float] = deque(maxlen=_REMEMBERED_CALLS)
        self._calls = 0
        self._given = 0
        self._heard = 0

    def given(self, count: int, now: float, *, buffered: int) -> None:
        """A device took `count` frames at `now`, when `buffered` earlier ones were yet to be heard."""
        offset = (self._given - buffered) / FRAMES_PER_SECOND - now
        self._given += count
        self._calls += 1
        caught_up = self._offset is not None and offset - self._offset > _JUMP_SECONDS
        if self._offset is None or self._calls <= _FILLING_CALLS or caught_up:
            self._offsets.clear()
            self._offset = offset
        self._offsets.append(offset)
        self._offset = min(*self._offsets, self._offset + _CREEP_SECONDS)

    def heard(self, now: float) -> int:
        """How many frames have been heard at `now`: at most as many as were given."""
        if self._offset is not None:
            estimate = int((now + self._offset) * FRAMES_PER_SECOND)
            self._heard = max(self._heard, min(estimate, self._given))
        return self._heard
