"""A breath in its four lengths: in, hold, out, rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.script.cue import BreathMove, BreathPart

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class BreathPattern:
    """One breath with one way in and one way out, each perhaps followed by a hold.

    Attributes:
        inhale: seconds, above 0.
        exhale: seconds, above 0.
        hold: seconds after breathing in; 0 for no hold.
        rest: seconds after breathing out; 0 for no hold.
    """

    inhale: float
    exhale: float
    hold: float = 0.0
    rest: float = 0.0

    @classmethod
    def of(cls, parts: Sequence[BreathPart]) -> BreathPattern | None:
        """The pattern of a breath; None for one that is not so plain, such as with two inhales."""
        names = _NAMES.get("".join(part.move.value[0] for part in parts))
        if names is None:
            return None
        return cls(**{name: part.seconds for name, part in zip(names, parts, strict=True)})

    @property
    def parts(self) -> tuple[BreathPart, ...]:
        """The breath part by part, without holds that take no time."""
        whole = (
            BreathPart(BreathMove.IN, self.inhale),
            BreathPart(BreathMove.HOLD, self.hold),
            BreathPart(BreathMove.OUT, self.exhale),
            BreathPart(BreathMove.HOLD, self.rest),
        )
        return tuple(part for part in whole if part.seconds > 0)

    @property
    def per_minute(self) -> float:
        """Breaths a minute."""
        return 60 / (self.inhale + self.hold + self.exhale + self.rest)

    @property
    def without_holds(self) -> BreathPattern:
        """The same breathed on where it holds."""
        return BreathPattern(self.inhale, self.exhale)

    def at_pace(self, per_minute: float) -> BreathPattern:
        """The same in its proportions at another pace, in whole tenths of a second."""
        longer = self.per_minute / per_minute
        inhale, hold, rest = (
            round(each * longer, 1) for each in (self.inhale, self.hold, self.rest)
        )
        # What rounding takes from the others goes to the breath out.
        exhale = round(60 / per_minute - inhale - hold - rest, 1)
        return BreathPattern(inhale, exhale, hold, rest)

    def lengths(self) -> dict[str, float]:
        """The lengths that are there, by their names, as they are kept in files."""
        named = {
            "inhale": self.inhale,
            "hold": self.hold,
            "exhale": self.exhale,
            "rest": self.rest,
        }
        return {name: seconds for name, seconds in named.items() if seconds > 0}


_NAMES = {
    "io": ("inhale", "exhale"),
    "iho": ("inhale", "hold", "exhale"),
    "ioh": ("inhale", "exhale", "rest"),
    "ihoh": ("inhale", "hold", "exhale", "rest"),
}
