"""The cues of a step: each one instruction of a script, with the line it stands on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from relaxapp.script.body import Group
    from relaxapp.script.span import Count, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cue:
    """What every cue has.

    Attributes:
        line: the line of the script it stands on, from 1.
    """

    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _TimedCue(_Cue):
    """A cue that lasts, and may be spoken over.

    Attributes:
        words: the sentences said and shown while it lasts, in order; empty for silence.
    """

    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Say(_Cue):
    """A paragraph said by itself, taking the time it takes.

    Attributes:
        words: its sentences, in order, at least one.
    """

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(_Cue):
    """A remark that is shown and not spoken, until the next note or the end of the step."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause(_TimedCue):
    """Quiet time."""

    seconds: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Tense(_TimedCue):
    """Tighten a muscle group; never stretched."""

    group: Group
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Release(_TimedCue):
    """Let go of what was tensed.

    Attributes:
        group: the group of the tension before it; None where nothing was tensed in this step.
    """

    group: Group | None
    seconds: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(_TimedCue):
    """Pay attention to a part of the body and change nothing (body scan, passive relaxation)."""

    group: Group
    seconds: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Imagine(_TimedCue):
    """Be somewhere else in the mind.

    Attributes:
        scene: a name out of `SCENES`.
    """

    scene: str
    seconds: Span


class BreathMove(StrEnum):
    """What the breath does during one part of a cycle."""

    IN = "in"
    HOLD = "hold"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class BreathPart:
    """One part of a breathing cycle; its length is never stretched."""

    move: BreathMove
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Breathe(_TimedCue):
    """Breathe in a pattern, in whole cycles.

    Exactly one of `seconds` and `times` is given.

    Attributes:
        parts: one cycle, in order; a `HOLD` after an `OUT` is a hold with empty lungs.
        seconds: how long to go on, or None.
        times: how many cycles, or None.
    """

    parts: tuple[BreathPart, ...]
    seconds: Span | None = None
    times: Count | None = None

    @property
    def cycle_seconds(self) -> float:
        """The length of one cycle."""
        return sum(part.seconds for part in self.parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class BreatheRamp(_TimedCue):
    """Breathe slower from one breath to the next, two parts in to three parts out.

    Attributes:
        start_rate: breaths a minute of the first cycle.
        end_rate: breaths a minute of the last cycle.
        breaths: how many cycles, at least 2.
        from_own_pace: whether it begins at the person's own pace where that is known; `start_rate`
            and `breaths` are for where it is not.
    """

    start_rate: float
    end_rate: float
    breaths: int
    from_own_pace: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound(_Cue):
    """Sound a cue by name, a name out of `SOUNDS`; takes no time of its own."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambience(_Cue):
    """Change the ambience from here on to a name out of `AMBIENCES`; `none` ends it."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait(_TimedCue):
    """Stand still until the person goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Play(_TimedCue):
    """Play a recording that lies beside the script.

    Attributes:
        file: a plain file name, without folders.
    """

    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat(_Cue):
    """Cues done several times within a step."""

    times: Count
    cues: tuple[Cue, ...] = field(default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class ForEach(_Cue):
    """Cues done once for each of several words, `{side}` already filled in.

    Attributes:
        values: the words, such as `right` and `left`.
        rounds: one tuple of cues a word.
    """

    values: tuple[str, ...]
    rounds: tuple[tuple[Cue, ...], ...]


TimedCue: TypeAlias = (
    Pause | Tense | Release | Notice | Imagine | Breathe | BreatheRamp | Wait | Play
)
Cue: TypeAlias = Say | Note | TimedCue | Sound | Ambience | Repeat | ForEach

SCENES = ("calm place", "shore", "forest", "hillside", "night sky", "rain on a window")
"""The scenes that can be imagined, and that the window paints."""

SOUNDS = ("bell", "tense", "release", "close")
"""The cue sounds a script may ask for by name."""

AMBIENCES = (
    "none",
    "rain",
    "ocean",
    "wind",
    "stream",
    "night",
    "fire",
    "brown",
    "pink",
    "drone",
)
"""The ambiences a script may ask for by name."""
