"""What of a session is to be seen at a position: pure functions of the timeline."""

from __future__ import annotations

from enum import Enum, auto
from math import ceil
from typing import TYPE_CHECKING

from relaxapp.script.body import Area
from relaxapp.timeline.clip import seconds
from relaxapp.timeline.phase import Phase, PhaseKind
from relaxapp.ui.pages.breath import progress_of
from relaxapp.ui.painted.body_map import AreaState
from relaxapp.ui.painted.scan import Light, lights

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relaxapp.timeline.timeline import Timeline

EASING_SECONDS = 0.4
"""How long an area takes to become warm, or calm again."""
FINISHED_CALM = 0.8
"""How calm an area stays that has had its turn."""

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_BODY_KINDS = frozenset({PhaseKind.TENSE, PhaseKind.RELEASE, PhaseKind.NOTICE})
_STATES = {
    PhaseKind.TENSE: AreaState(warm=1.0),
    PhaseKind.RELEASE: AreaState(calm=1.0),
    PhaseKind.NOTICE: AreaState(calm=0.6),
}


class View(Enum):
    """Which picture a session is shown with."""

    BREATH = auto()
    BODY = auto()
    SCENE = auto()
    WORDS = auto()
    """A session that speaks and pauses, and nothing else."""


def view_of(timeline: Timeline, index: int) -> View:
    """The view for a phase: its own, or that of its surroundings if it has none (words, a pause).

    The surroundings are what comes next in the same step, else what was shown before, else what
    comes next at all; so the picture does not change for a sentence in between. Several steps of
    words alone are counted by lights; a single one has the resting pacer.
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
    return View.WORDS if len(timeline.steps) > 1 else View.BREATH


def counted_lights(timeline: Timeline, position: int) -> tuple[float, ...]:
    """The lights of a session of words alone at a position, each 0 to 1.

    A step whose title begins with a number has so many, lit one after the other while it lasts; the
    other steps of such a session have one. Without numbers there is a light for each step of the
    session, and the present one is lit while its step lasts.
    """
    steps = timeline.steps
    here = timeline.at(position).step
    step = steps[here]
    progress = (position - step.start) / max(1, step.end - step.start)
    if any(_number_in(each.title) for each in steps):
        count = _number_in(step.title) or 1
        return tuple(_softly(progress * count - light) for light in range(count))
    return tuple(
        1.0 if index < here else _softly(progress) if index == here else 0.0
        for index in range(len(steps))
    )


def _number_in(title: str) -> int:
    """The number that a title begins with, one to ten; 0 for none."""
    first = title.casefold().split(maxsplit=1)[0].strip(".,:;") if title.strip() else ""
    if first in _NUMBERS:
        return _NUMBERS.index(first) + 1
    return int(first) if first.isdecimal() and 1 <= int(first) <= len(_NUMBERS) else 0


def _softly(share: float) -> float:
    """A share of a change, slow at both ends."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3 - 2 * share)


def scene_of(timeline: Timeline, index: int) -> str:
    """The scene for a phase: its own or the one before, else the next; empty without any."""
    phases = timeline.phases
    for each in (*reversed(range(index + 1)), *range(index, len(phases))):
        scene: str = phases[each].scene
        if scene:
            return scene
    return ""


def seconds_left(phase: Phase, position: int) -> int:
    """What is left of a phase at a position, in seconds begun."""
    return max(0, ceil(seconds(phase.end - position) - 1e-6))


def settled_states(timeline: Timeline, index: int) -> Mapping[Area, AreaState]:
    """How every area that is not plain is shown once a phase has settled; nothing before the first.

    Tensed areas are warm, those tensed in the mind alone imagined; what is let go or noticed is
    calm, and what has had its turn stays so.
    """
    if index < 0:
        return {}
    phase = timeline.phases[index]
    done = frozenset[Area]().union(
        *(each.areas for each in timeline.phases[:index] if each.kind in _BODY_KINDS)
    )
    states = {area: AreaState(calm=FINISHED_CALM) for area in done}
    state = _STATES.get(phase.kind)
    if is_imagined(timeline, index):
        state = AreaState(imagined=1.0)
    if state is not None:
        states.update(dict.fromkeys(phase.areas, state))
    return states


def eased(position: int, since: int) -> float:
    """How far areas have changed at a position, 0 to 1, if they began to at a frame."""
    return _softly(seconds(position - since) / EASING_SECONDS)


def between(
    before: Mapping[Area, AreaState], after: Mapping[Area, AreaState], share: float
) -> Mapping[Area, AreaState]:
    """The states on the way from some to others; what is left out is so at once."""
    if share >= 1:
        return after
    plain = AreaState()
    states = {}
    for area in {**before, **after}:
        old, new = before.get(area, plain), after.get(area, plain)
        states[area] = AreaState(
            warm=old.warm + (new.warm - old.warm) * share,
            calm=old.calm + (new.calm - old.calm) * share,
            imagined=old.imagined + (new.imagined - old.imagined) * share,
            left_out=new.left_out,
        )
    return states


def without(
    states: Mapping[Area, AreaState], left_out: frozenset[Area]
) -> Mapping[Area, AreaState]:
    """The same states, with the areas that take no part marked as such."""
    return {**states, **dict.fromkeys(left_out, AreaState(left_out=True))}


def area_states(
    timeline: Timeline, index: int, position: int, left_out: frozenset[Area]
) -> Mapping[Area, AreaState]:
    """How every area that is not plain is shown in the phase of an index, at a position."""
    share = eased(position, timeline.phases[index].start)
    before, after = settled_states(timeline, index - 1), settled_states(timeline, index)
    return without(between(before, after, share), left_out)


def is_imagined(timeline: Timeline, index: int) -> bool:
    """Whether a phase is a tension in the mind alone: noticed, and then let go as if tensed."""
    phases = timeline.phases
    phase = phases[index]
    if phase.kind is not PhaseKind.NOTICE:
        return False
    for following in phases[index + 1 :]:
        if following.kind in _BODY_KINDS or following.step != phase.step:
            return following.kind is PhaseKind.RELEASE and following.group == phase.group
    return False


def attention_of(timeline: Timeline, index: int, left_out: frozenset[Area]) -> frozenset[Area]:
    """The areas that a light goes along in a phase; none but while something is noticed."""
    phase = timeline.phases[index]
    if phase.kind is not PhaseKind.NOTICE or is_imagined(timeline, index):
        return frozenset()
    return phase.areas - left_out


def lights_at(
    timeline: Timeline, index: int, position: int, left_out: frozenset[Area]
) -> tuple[Light, ...]:
    """The lights of attention at a position: from the beginning to the end of what is noticed."""
    areas = attention_of(timeline, index, left_out)
    return lights(areas, progress_of(timeline.phases[index], position)) if areas else ()


def group_number(timeline: Timeline, index: int) -> tuple[int, int] | None:
    """Which muscle group it is of how many, counted once however often each comes; None for none.

    Where groups are tensed or let go, in the body or in the mind, those are counted: what is only dwelt
    on, as in a look through the whole body afterwards, is none of them.
    """
    named = [each for each in timeline.phases if each.kind in _BODY_KINDS and each.group]
    done = [each for each in named if each.kind is not PhaseKind.NOTICE]
    order = list(dict.fromkeys(each.group for each in done or named))
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
