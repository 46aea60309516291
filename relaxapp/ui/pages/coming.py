"""What comes next in a session, and how much of the present is left: pure functions of the timeline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.timeline.phase import PhaseKind
from relaxapp.ui.pages.breath import breaths_left
from relaxapp.ui.pages.showing import is_imagined

if TYPE_CHECKING:
    from relaxapp.timeline.timeline import Timeline

_QUIET = frozenset({PhaseKind.SAY, PhaseKind.PAUSE, PhaseKind.PLAY, PhaseKind.WAIT})
"""Phases that ask for nothing by themselves."""
_BODY = frozenset({PhaseKind.TENSE, PhaseKind.NOTICE})


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes next; of its parts those that are known.

    Attributes:
        group: the next muscle group.
        kind: what is asked of it; `IMAGINE` where its tension is only imagined.
        step: the title of the next step.
        breaths: how many breaths are left, the present one included.
    """

    group: str = ""
    kind: PhaseKind | None = None
    step: str = ""
    breaths: int | None = None


NOTHING = Coming()


def coming_after(timeline: Timeline, index: int) -> Coming:
    """What comes next as seen from a phase.

    While breathing: how many breaths are left in the step. After letting go, and in quiet phases at
    the end of a step: the next muscle group, else the next step. Otherwise nothing, because the
    phase has enough to show.
    """
    phase = timeline.phases[index]
    if phase.breath is not None:
        return Coming(breaths=breaths_left(timeline, index))
    if phase.kind is not PhaseKind.RELEASE and phase.kind not in _QUIET:
        return NOTHING
    for each in range(index + 1, len(timeline.phases)):
        following = timeline.phases[each]
        if following.step > phase.step + (phase.kind is PhaseKind.RELEASE):
            break
        if phase.kind is PhaseKind.RELEASE and following.kind in _BODY and following.group:
            kind = PhaseKind.IMAGINE if is_imagined(timeline, each) else following.kind
            return Coming(group=following.group, kind=kind)
        if following.kind not in _QUIET and following.step == phase.step:
            return NOTHING
    return _next_step(timeline, phase.step)


def _next_step(timeline: Timeline, step: int) -> Coming:
    if step + 1 >= len(timeline.steps):
        return NOTHING
    return Coming(step=timeline.steps[step + 1].title)
