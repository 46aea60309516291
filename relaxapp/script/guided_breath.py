"""The breathing a script is about: the one that a person may breathe in lengths of their own."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeAlias

from relaxapp.script.clinical.breathing import refusal_of_aim
from relaxapp.script.cue import Breathe, BreatheRamp, Cue, ForEach, Repeat
from relaxapp.script.estimate import cycles
from relaxapp.script.script import Part, Script, Step

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_Times: TypeAlias = int
_Breathing: TypeAlias = Breathe | BreatheRamp


def guided_breath(script: Script) -> Breathe | BreatheRamp | None:
    """What a script guides the breath to.

    It is the change to the slowest pace, if there is one that may end elsewhere; else the pattern
    that goes on for the longest time in all.

    Returns:
        The first cue of it; None where nothing guides the breath.
    """
    breathing = list(_breathing(script.parts))
    slower = [
        cue for cue, _ in breathing if isinstance(cue, BreatheRamp) and _may_end_elsewhere(cue)
    ]
    if slower:
        return min(slower, key=lambda cue: cue.end_rate)
    seconds: defaultdict[object, float] = defaultdict(float)
    steady = [(cue, times) for cue, times in breathing if isinstance(cue, Breathe)]
    for cue, times in steady:
        seconds[cue.parts] += times * cycles(cue).most * cue.cycle_seconds
    return max((cue for cue, _ in steady), key=lambda cue: seconds[cue.parts], default=None)


def begins_at_own_pace(script: Script) -> bool:
    """Whether a script leads the breath on from the person's own pace."""
    return any(
        isinstance(cue, BreatheRamp) and cue.from_own_pace for cue, _ in _breathing(script.parts)
    )


def _may_end_elsewhere(ramp: BreatheRamp) -> bool:
    return ramp.end_rate < ramp.start_rate and not refusal_of_aim(ramp.end_rate)


def _breathing(parts: Iterable[Part], times: int = 1) -> Iterator[tuple[_Breathing, _Times]]:
    """Every breathing cue once, and how often it comes at the most."""
    for part in parts:
        if isinstance(part, Step):
            yield from _among(part.cues, times)
        else:
            yield from _breathing(part.parts, times * part.times.most)


def _among(cues: Iterable[Cue], times: int) -> Iterator[tuple[_Breathing, _Times]]:
    for cue in cues:
        if isinstance(cue, Repeat):
            yield from _among(cue.cues, times * cue.times.most)
        elif isinstance(cue, ForEach):
            for each in cue.rounds:
                yield from _among(each, times)
        elif isinstance(cue, Breathe | BreatheRamp):
            yield cue, times
