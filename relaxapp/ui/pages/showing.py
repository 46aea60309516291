"""What of a session is to be seen at a position: pure functions of the timeline."""

from __future__ import annotations

from enum import Enum, auto
from math import ceil, cos, pi
from typing import TYPE_CHECKING

from relaxapp.script.body import Area
from relaxapp.timeline.clip import seconds
from relaxapp.timeline.phase import Phase, PhaseKind
from relaxapp.ui.painted.body_map import AreaState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relaxapp.timeline.timeline import Timeline

EASING_SECONDS = 0.4
"""How long an area takes to become warm, or calm again."""
FINISHED_CALM = 0.8
"""How calm an area stays that has had its turn."""

_BODY_KINDS = frozenset({PhaseKind.TENSE, PhaseKind.RELEASE, PhaseKind.NOTICE})


class View(Enum):
    """Which picture a session is shown with."""

    BREATH = auto()
    BODY = auto()
    SCENE = auto()


def view_of(timeline: Timeline, index: int) -> View:
    """The view for a phase: its own, or that of its surroundings if it has none (words, a pause).

    The surroundings are what comes next in the same step, else what was shown before, else what
    comes next at all; so the picture does not change for a sentence in between.
    """
    phases = timeline.phases
    step = phases[index].step
    following = range(index, len(phases))
    for each in following:
        if phases[each].step != step:
            break
        if (view := _own_view(phases[each])) is not None:
            return view
    for each in (*reversed(range(index)), *following):
        if (view := _own_view(phases[each])) is not None:
            return view
    return View.BREATH


def scene_of(timeline: Timeline, index: int) -> str:
    """The scene for a phase: its own or the one before, else the next; empty without any."""
    phases = timeline.phases
    for each in (*reversed(range(index + 1)), *range(index, len(phases))):
        scene: str = phases[each].scene
        if scene:
            return scene
    return ""


def progress_of(phase: Phase, position: int) -> float:
    """How much of a phase is over at a position, 0 to 1."""
    return min(max((position - phase.start) / max(1, phase.length), 0.0), 1.0)


def seconds_left(phase: Phase, position: int) -> int:
    """What is left of a phase at a position, in seconds begun."""
    return max(0, ceil(seconds(phase.end - position) - 1e-6))


def fullness_of(phase: Phase, position: int) -> float:
    """How full the lungs are at a position, 0 to 1: a sine, slow at both ends; 0 without a breath."""
    breath = phase.breath
    if breath is None:
        return 0.0
    eased = (1 - cos(pi * progress_of(phase, position))) / 2
    return breath.fullness_at_start + (breath.fullness_at_end - breath.fullness_at_start) * eased


def area_states(
    timeline: Timeline, index: int, position: int, left_out: frozenset[Area]
) -> Mapping[Area, AreaState]:
    """How every area that is not plain is shown in the phase of an index, at a position.

    Tensed areas are warm; what is let go or noticed is calm, and what has had its turn stays so.
    """
    phase = timeline.phases[index]
    since = min(max(seconds(position - phase.start) / EASING_SECONDS, 0.0), 1.0)
    eased = since * since * (3 - 2 * since)
    done = frozenset[Area]().union(
        *(each.areas for each in timeline.phases[:index] if each.kind in _BODY_KINDS)
    )
    states = {area: AreaState(calm=FINISHED_CALM) for area in done}
    for area in phase.areas:
        before = FINISHED_CALM if area in done else 0.0
        match phase.kind:
            case PhaseKind.TENSE:
                states[area] = AreaState(warm=eased, calm=before * (1 - eased))
            case PhaseKind.RELEASE:
                states[area] = AreaState(warm=1 - eased, calm=eased)
            case PhaseKind.NOTICE:
                states[area] = AreaState(calm=before + (1 - before) * eased)
            case _:
                pass
    states.update({area: AreaState(left_out=True) for area in left_out})
    return states


def is_easing(phase: Phase, position: int) -> bool:
    """Whether an area is just becoming warm or calm."""
    return phase.kind in _BODY_KINDS and seconds(position - phase.start) <= EASING_SECONDS


def group_number(timeline: Timeline, index: int) -> tuple[int, int] | None:
    """Which muscle group it is of how many, counted once however often each comes; None for none."""
    names = [each.group for each in timeline.phases if each.kind in _BODY_KINDS and each.group]
    order = list(dict.fromkeys(names))
    group = timeline.phases[index].group
    return (order.index(group) + 1, len(order)) if group in order else None


def _own_view(phase: Phase) -> View | None:
    if phase.breath is not None:
        return View.BREATH
    if phase.kind is PhaseKind.IMAGINE and phase.scene:
        return View.SCENE
    if phase.kind in _BODY_KINDS and phase.areas:
        return View.BODY
    return None
