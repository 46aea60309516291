"""What is to be done when: the stretches a session consists of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relaxapp.script.body import Area


class PhaseKind(StrEnum):
    """What a phase asks of the person."""

    SAY = "say"
    PAUSE = "pause"
    TENSE = "tense"
    RELEASE = "release"
    INHALE = "inhale"
    HOLD = "hold"
    EXHALE = "exhale"
    REST = "rest"
    """A hold with empty lungs."""
    IMAGINE = "imagine"
    NOTICE = "notice"
    PLAY = "play"
    WAIT = "wait"


@dataclass(frozen=True, slots=True)
class Breath:
    """Where in a breathing exercise a phase is.

    Attributes:
        cycle: which cycle, from 1.
        cycles: how many cycles the exercise has.
        fullness_at_start: how full the lungs are when the phase begins, 0 to 1.
        fullness_at_end: how full they are when it ends, 0 to 1.
    """

    cycle: int
    cycles: int
    fullness_at_start: float
    fullness_at_end: float


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of a session.

    Attributes:
        start: its first frame.
        end: the frame after its last.
        kind: what it asks of the person.
        step: the index of its step in `Timeline.steps`.
        label: what to do in a word or two, plain English.
        text: everything said while it lasts, as one paragraph; may be empty.
        note: a remark to show and not to speak; may be empty.
        group: the muscle group it is about, as people say it; may be empty.
        areas: the areas of that group.
        scene: the scene to paint while imagining; may be empty.
        breath: where in a breathing exercise it is; None for every other kind.
        stretchable: whether "a bit longer" may lengthen it.
    """

    start: int
    end: int
    kind: PhaseKind
    step: int
    label: str
    text: str = ""
    note: str = ""
    group: str = ""
    areas: frozenset[Area] = frozenset()
    scene: str = ""
    breath: Breath | None = None
    stretchable: bool = False

    @property
    def length(self) -> int:
        """Frames from start to end."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Caption:
    """One sentence on the screen, from the frame it is said until the next, or the end of its step."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class StepSpan:
    """Where one step of the session lies; a step that is repeated has one span each time."""

    title: str
    start: int
    end: int
