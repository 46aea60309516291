"""How far a length or a number may shrink and stretch."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A length in seconds that may lie anywhere between two ends.

    Attributes:
        shortest: seconds, at least 0.
        longest: seconds, at least `shortest`.
    """

    shortest: float
    longest: float

    def __post_init__(self) -> None:
        if not 0 <= self.shortest <= self.longest:
            raise ValueError(f"not a span: {self.shortest} to {self.longest}")

    @classmethod
    def exactly(cls, seconds: float) -> Span:
        """A span that neither shrinks nor stretches."""
        return cls(seconds, seconds)


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number of breaths or rounds that may lie anywhere between two ends.

    Attributes:
        fewest: at least 1.
        most: at least `fewest`.
    """

    fewest: int
    most: int

    def __post_init__(self) -> None:
        if not 1 <= self.fewest <= self.most:
            raise ValueError(f"not a count: {self.fewest} to {self.most}")

    @classmethod
    def exactly(cls, times: int) -> Count:
        """A count that neither shrinks nor grows."""
        return cls(times, times)
