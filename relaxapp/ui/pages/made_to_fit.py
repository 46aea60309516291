"""What a person's choices change about a script."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.script.body import DOMINANT, OTHER, Area
from relaxapp.script.clinical.wording import words_of
from relaxapp.script.condition import Condition
from relaxapp.script.cue import (
    Ambience,
    Breathe,
    BreathMove,
    Cue,
    Note,
    Notice,
    Release,
    Tense,
)
from relaxapp.script.order import written_out
from relaxapp.script.placeholder import names_a_hand

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relaxapp.script.body import Group
    from relaxapp.script.script import Script
    from relaxapp.timeline.tailoring import Tailoring


@dataclass(frozen=True, slots=True)
class Fit:
    """What is in a script that a person's choices bear on.

    Attributes:
        areas: the areas it tenses or dwells on, in the order of the body.
        tensed: those of them that it tenses.
        left_out: those that are left out.
        imagined: those that are tensed in the mind only.
        tenses: whether it tenses anything.
        holds_breath: whether it holds the breath.
        has_sides: whether it says "the stronger hand" or the like.
        has_eyes: whether it says something else to who keeps the eyes open.
        ambiences: the sounds around it, in order, without `none`.
    """

    areas: tuple[Area, ...]
    tensed: tuple[Area, ...]
    left_out: tuple[Area, ...]
    imagined: tuple[Area, ...]
    tenses: bool
    holds_breath: bool
    has_sides: bool
    has_eyes: bool
    ambiences: tuple[str, ...]


def fit_of(script: Script, tailoring: Tailoring) -> Fit:
    """How a script is made to fit a person."""
    has_eyes = script.depends_on(Condition.EYES_OPEN)
    script = script.worded(eyes_open=tailoring.eyes_open, no_holds=tailoring.has_no_holds)
    cues = [cue for step in script.steps for cue in written_out(step.cues)]
    groups = [cue.group for cue in cues if isinstance(cue, Tense | Notice)]
    tensed_groups = [cue.group for cue in cues if isinstance(cue, Tense)]
    sided = [*groups, *(cue.group for cue in cues if isinstance(cue, Release) and cue.group)]
    areas = _areas(groups, tailoring)
    tensed = _areas(tensed_groups, tailoring)
    ambiences = [script.ambience, *(cue.name for cue in cues if isinstance(cue, Ambience))]
    return Fit(
        areas=areas,
        tensed=tensed,
        left_out=tuple(area for area in areas if area in tailoring.left_out),
        imagined=tuple(
            area for area in tensed if tailoring.no_tensing or area in tailoring.imagined
        ),
        tenses=bool(tensed),
        holds_breath=any(_holds(cue) for cue in cues),
        has_sides=any(
            name.split(" ")[0] in {DOMINANT, OTHER} for group in sided for name in group.names
        )
        or any(map(names_a_hand, _texts(script, cues))),
        has_eyes=has_eyes,
        ambiences=tuple(dict.fromkeys(name for name in ambiences if name != "none")),
    )


def _texts(script: Script, cues: Iterable[Cue]) -> Iterator[str]:
    """Every title, note and sentence."""
    yield from (step.title for step in script.steps)
    for cue in cues:
        if isinstance(cue, Note):
            yield cue.text
        else:
            yield from words_of(cue)


def _holds(cue: Cue) -> bool:
    return isinstance(cue, Breathe) and any(part.move is BreathMove.HOLD for part in cue.parts)


def _areas(groups: Iterable[Group], tailoring: Tailoring) -> tuple[Area, ...]:
    """The areas of some groups, each once, in the order of the body."""
    among = {area for group in groups for area in group.areas(tailoring.stronger_hand)}
    return tuple(area for area in Area if area in among)
