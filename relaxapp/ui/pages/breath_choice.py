"""What a person can choose about the breath of a script, and what is chosen."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from relaxapp.script.breath_pattern import BreathPattern
from relaxapp.script.clinical.breathing import refusal_of_aim, refusal_of_pattern
from relaxapp.script.cue import Breathe, BreatheRamp
from relaxapp.script.guided_breath import guided_breath

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relaxapp.script.script import Script
    from relaxapp.timeline.tailoring import Tailoring

PER_MINUTE = "per_minute"
"""The name of the pace that a change of pace ends at, as the settings keep it."""


@dataclass(frozen=True, slots=True)
class BreathChoice:
    """The breath of a script, as it says and as it is now.

    Attributes:
        guided: the breathing as the script has it.
        scripted: seconds by the names of the parts of a breath, or the pace it ends at.
        values: the same as the person wants it.
    """

    guided: Breathe | BreatheRamp
    scripted: Mapping[str, float]
    values: Mapping[str, float]

    @property
    def is_changed(self) -> bool:
        """Whether the person wants something else than the script says."""
        return self.values != self.scripted

    @property
    def is_of_pace(self) -> bool:
        """Whether it is the end of a change of pace that can be chosen."""
        return isinstance(self.guided, BreatheRamp)

    @property
    def begins_at_own_pace(self) -> bool:
        """Whether that change begins at the person's own pace."""
        return isinstance(self.guided, BreatheRamp) and self.guided.from_own_pace

    def pattern(
        self, values: Mapping[str, float] | None = None, *, no_holds: bool = False
    ) -> BreathPattern:
        """The breath in some values; in those of now, if none are given."""
        pattern = BreathPattern(**(self.values if values is None else values))
        return pattern.without_holds if no_holds else pattern

    def refusal(self, wanted: Mapping[str, float]) -> str:
        """Why values cannot be chosen, in a sentence; empty if they can."""
        if isinstance(self.guided, BreatheRamp):
            return refusal_of_aim(wanted[PER_MINUTE])
        changed = replace(self.guided, parts=self.pattern(wanted).parts)
        return refusal_of_pattern(self.guided, changed)


def breath_choice(script: Script, tailoring: Tailoring) -> BreathChoice | None:
    """What there is to choose about the breath of a script; None for nothing."""
    guided = guided_breath(script)
    if isinstance(guided, BreatheRamp):
        aim = tailoring.slowest_rate or guided.end_rate
        return BreathChoice(guided, {PER_MINUTE: guided.end_rate}, {PER_MINUTE: aim})
    pattern = BreathPattern.of(guided.parts) if guided is not None else None
    if guided is None or pattern is None:
        return None
    scripted = pattern.lengths()
    now = (tailoring.breath or pattern).lengths()
    return BreathChoice(guided, scripted, {name: now.get(name, 0.0) for name in scripted})
