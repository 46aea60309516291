"""A clock that is moved by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from relaxapp.session.clock import Clock

TODAY = datetime(2026, 11, 24, 20, 40, tzinfo=UTC)
"""A Tuesday evening."""


class Hands:
    """The hands of a clock; time stands still until they are moved.

    Attributes:
        clock: shows where they are.
    """

    def __init__(self, now: datetime = TODAY) -> None:
        self._now = now
        self._seconds = 0.0
        self.clock = Clock(monotonic=lambda: self._seconds, now=lambda: self._now)

    def move(self, seconds: float) -> None:
        """Lets time pass."""
        self._seconds += seconds
        self._now += timedelta(seconds=seconds)

    def set(self, now: datetime) -> None:
        """Shows another time of day; what was measured in seconds stays as it is."""
        self._now = now
