"""What the breathing pacer shows: one moment of the breath, and the breath of a whole session."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, pi
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the breath to come or gone by, for the form that shows it ahead.

    Attributes:
        start: seconds from the beginning of the session.
        end: likewise; after `start`.
        fullness_at_start: how full the lungs are when it begins, 0 to 1.
        fullness_at_end: how full they are when it ends.
    """

    start: float
    end: float
    fullness_at_start: float
    fullness_at_end: float

    def fullness(self, seconds: float) -> float:
        """How full the lungs are at a second of it: a sine, slow at both ends."""
        share = min(max((seconds - self.start) / (self.end - self.start), 0.0), 1.0)
        eased = (1 - cos(pi * share)) / 2
        return self.fullness_at_start + (self.fullness_at_end - self.fullness_at_start) * eased


Course: TypeAlias = tuple[Stretch, ...]
"""The breath of a whole session, in order; between its stretches the lungs are empty."""


@dataclass(frozen=True, slots=True)
class Pace:
    """What the pacer shows at one moment.

    Attributes:
        fullness: how full the lungs are, 0 to 1, already eased.
        progress: how much of the phase is over, 0 to 1; None shows no progress.
        label: what to do, in a word or two; may be empty.
        count: a count under it; may be empty.
        seconds: when in its course it is, from the beginning of the session.
        side: which of the four parts of a breath it is, from 0; None where it has no four.
    """

    fullness: float
    progress: float | None = None
    label: str = ""
    count: str = ""
    seconds: float = 0.0
    side: int | None = None


RESTING = Pace(fullness=0.0)
"""Lungs that are asked for nothing; as full as a breath begins and ends with, so that none jumps."""
