"""How much of what a device was given has been heard, told by a clock between its callbacks."""

from __future__ import annotations

from relaxapp.timeline.clip import FRAMES_PER_SECOND

_CREEP_SECONDS = 0.0005
"""How far one callback can bring the estimate forward again."""
_JUMP_SECONDS = 0.25
"""A callback this much too early is no jitter: the device caught up, and the count starts anew."""


class DelayedClock:
    """The number of frames heard, which never falls and moves evenly.

    Devices ask early and late by turns. One that asks late without a gap in the sound had more
    left than was thought, so the latest callbacks tell how much has been heard, and the early
    ones only slowly pull that forward.
    """

    def __init__(self) -> None:
        """Nothing has been heard."""
        self._offset: float | None = None
        self._given = 0
        self._heard = 0

    def given(self, count: int, now: float, *, buffered: int) -> None:
        """A device took `count` frames at `now`, when `buffered` earlier ones were yet to be heard."""
        offset = (self._given - buffered) / FRAMES_PER_SECOND - now
        if self._offset is None or not 0 <= offset - self._offset <= _JUMP_SECONDS:
            self._offset = offset
        else:
            self._offset += min(offset - self._offset, _CREEP_SECONDS)
        self._given += count

    def heard(self, now: float) -> int:
        """How many frames have been heard at `now`: at most as many as were given."""
        if self._offset is not None:
            estimate = int((now + self._offset) * FRAMES_PER_SECOND)
            self._heard = max(self._heard, min(estimate, self._given))
        return self._heard
