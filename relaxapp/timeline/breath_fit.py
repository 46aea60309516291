"""The breathing of a script made to fit a person: begun at their own pace, and in their own lengths."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.script.breath_pattern import BreathPattern
from relaxapp.script.clinical.breathing import (
    FASTEST_OWN_RATE,
    SLOWEST_OWN_RATE,
    refusal_of_aim,
    refusal_of_pattern,
)
from relaxapp.script.cue import Breathe, BreatheRamp
from relaxapp.script.estimate import ramp_between
from relaxapp.script.guided_breath import guided_breath

if TYPE_CHECKING:
    from relaxapp.script.script import Script

_SAME_PACE = 0.02
"""A pattern whose breath is this near to the end of a change of pace goes on from it."""


class BreathFit:
    """Changes breathing cues of one script; what clinical rules refuse stays as the script has it.

    Args:
        script: the script, worded for the person.
        own_pace: breaths a minute that a change from one's own pace begins at; None for the script's.
        pattern: the lengths of the breath that the script is about; None for the script's.
        slowest_rate: breaths a minute that a change of pace ends at; None for the script's.
    """

    def __init__(
        self,
        script: Script,
        *,
        own_pace: float | None,
        pattern: BreathPattern | None,
        slowest_rate: float | None,
    ) -> None:
        self._own_pace = own_pace
        self._pattern = pattern
        self._slowest_rate = slowest_rate
        if slowest_rate is not None and refusal_of_aim(slowest_rate):
            self._slowest_rate = None
        self._guided = guided_breath(script)

    def fitted(self, cue: Breathe | BreatheRamp) -> Breathe | BreatheRamp:
        """A breathing cue as this person breathes it."""
        return self._ramp(cue) if isinstance(cue, BreatheRamp) else self._steady(cue)

    def _ramp(self, cue: BreatheRamp) -> BreatheRamp:
        start, end = cue.start_rate, cue.end_rate
        if cue.from_own_pace and self._own_pace is not None:
            start = min(max(self._own_pace, SLOWEST_OWN_RATE), FASTEST_OWN_RATE)
        guided = self._guided
        if self._slowest_rate is not None and isinstance(guided, BreatheRamp):
            end = self._slowest_rate if end == guided.end_rate else end
        if (start, end) == (cue.start_rate, cue.end_rate):
            return cue
        return ramp_between(cue, start, end)

    def _steady(self, cue: Breathe) -> Breathe:
        pattern = None
        if isinstance(self._guided, Breathe) and cue.parts == self._guided.parts:
            pattern = self._pattern
        elif isinstance(self._guided, BreatheRamp):
            pattern = self._after_the_ramp(cue, self._guided)
        if pattern is None:
            return cue
        changed = replace(cue, parts=pattern.parts)
        return cue if refusal_of_pattern(cue, changed) else changed

    def _after_the_ramp(self, cue: Breathe, ramp: BreatheRamp) -> BreathPattern | None:
        """The pattern a ramp leads into, at the pace that the ramp now ends at; None for any other."""
        pattern = BreathPattern.of(cue.parts)
        if pattern is None or self._slowest_rate is None:
            return None
        if abs(pattern.per_minute / ramp.end_rate - 1) > _SAME_PACE:
            return None
        return pattern.at_pace(self._slowest_rate)
