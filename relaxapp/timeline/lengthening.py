"""A session made a bit longer from where it is, without a change to what has been heard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.timeline.clip import Bus, Clip

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.timeline.phase import Phase
    from relaxapp.timeline.timeline import Timeline


def lengthen(timeline: Timeline, frame: int, extra: int) -> Timeline:
    """The timeline with about `extra` more frames for what is being done at `frame`.

    The first phase from there on that may stretch becomes longer by exactly `extra`; a breathing
    exercise gains as many whole breaths as come nearest, at least one. Where nothing that follows
    may stretch, the same timeline is returned.
    """
    for index in range(timeline.index_at(frame), len(timeline.phases)):
        phase = timeline.phases[index]
        if phase.stretchable:
            return _stretched(timeline, index, extra)
        if phase.breath is not None:
            return _with_more_breaths(timeline, index, extra)
    return timeline


def _stretched(timeline: Timeline, index: int, extra: int) -> Timeline:
    phases = list(timeline.phases)
    at = phases[index].end
    phases[index] = replace(phases[index], end=at + extra)
    phases[index + 1 :] = [_moved_phase(phase, extra) for phase in phases[index + 1 :]]
    return _shifted(timeline, tuple(phases), at, extra, ())


def _with_more_breaths(timeline: Timeline, index: int, extra: int) -> Timeline:
    phases = timeline.phases
    first, last = _around(phases, index, _same_cycle)
    exercise_first, exercise_last = _around(phases, index, _same_exercise)
    cycle = phases[first : last + 1]
    start, at = cycle[0].start, cycle[-1].end
    length = at - start
    count = max(1, round(extra / length))
    added = count * length
    longer = (
        *phases[:exercise_first],
        *(_renumbered(phase, 0, count) for phase in phases[exercise_first : last + 1]),
        *(
            _renumbered(_moved_phase(phase, turn * length), turn, count)
            for turn in range(1, count + 1)
            for phase in cycle
        ),
        *(
            _renumbered(_moved_phase(phase, added), count, count)
            for phase in phases[last + 1 : exercise_last + 1]
        ),
        *(_moved_phase(phase, added) for phase in phases[exercise_last + 1 :]),
    )
    swells = tuple(
        replace(clip, at=clip.at + turn * length)
        for turn in range(1, count + 1)
        for clip in timeline.clips
        if clip.bus is Bus.BREATH and start <= clip.at < at
    )
    return _shifted(timeline, longer, at, added, swells)


def _around(
    phases: tuple[Phase, ...], index: int, alike: Callable[[Phase, Phase], bool]
) -> tuple[int, int]:
    """The first and last index of the run of phases around `index` that are alike."""
    first = last = index
    while first > 0 and alike(phases[first - 1], phases[index]):
        first -= 1
    while last + 1 < len(phases) and alike(phases[last + 1], phases[index]):
        last += 1
    return first, last


def _same_exercise(one: Phase, other: Phase) -> bool:
    return (
        one.breath is not None
        and other.breath is not None
        and (one.step, one.breath.cycles) == (other.step, other.breath.cycles)
    )


def _same_cycle(one: Phase, other: Phase) -> bool:
    if one.breath is None or other.breath is None:
        return False
    return _same_exercise(one, other) and one.breath.cycle == other.breath.cycle


def _renumbered(phase: Phase, by: int, more: int) -> Phase:
    """The phase of a breath `by` cycles later in an exercise of `more` cycles more."""
    assert phase.breath is not None
    breath = replace(phase.breath, cycle=phase.breath.cycle + by, cycles=phase.breath.cycles + more)
    return replace(phase, breath=breath)


def _shifted(
    timeline: Timeline, phases: tuple[Phase, ...], at: int, extra: int, added: tuple[Clip, ...]
) -> Timeline:
    """Everything from `at` on moved by `extra` frames, with the phases given."""

    def moved(frame: int) -> int:
        return frame + extra if frame >= at else frame

    return replace(
        timeline,
        length=timeline.length + extra,
        phases=phases,
        steps=tuple(
            replace(step, start=moved(step.start), end=moved(step.end)) for step in timeline.steps
        ),
        captions=tuple(
            replace(caption, start=moved(caption.start), end=moved(caption.end))
            for caption in timeline.captions
        ),
        clips=tuple(
            sorted(
                (*(_moved_clip(clip, at, extra) for clip in timeline.clips), *added),
                key=lambda clip: (clip.at, clip.bus),
            )
        ),
        stops=tuple(moved(stop) for stop in timeline.stops),
    )


def _moved_phase(phase: Phase, by: int) -> Phase:
    return replace(phase, start=phase.start + by, end=phase.end + by)


def _moved_clip(clip: Clip, at: int, extra: int) -> Clip:
    if clip.at >= at:
        return replace(clip, at=clip.at + extra)
    if clip.bus is Bus.AMBIENCE and clip.end >= at:
        return replace(clip, length=clip.length + extra)
    return clip
