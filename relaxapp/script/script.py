"""A step script, read and checked: what it says about itself, and its steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from relaxapp.script.condition import Condition

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from relaxapp.script.cue import Cue
    from relaxapp.script.problem import Problem
    from relaxapp.script.span import Count


class Ending(StrEnum):
    """How a script leaves the person."""

    RETURN = "return"
    SLEEP = "sleep"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A named part of a script: what "back", "skip" and "repeat" move by.

    Attributes:
        calm: how calm it is spoken, from 0 at the beginning of a script to `CALM_LEVELS - 1`.
    """

    line: int
    title: str
    cues: tuple[Cue, ...]
    calm: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Rounds:
    """Steps that are gone through several times.

    Attributes:
        times: how often; for a repeat over words exactly 1, the steps written out for each word.
        parts: the steps of one round, in order.
    """

    line: int
    times: Count
    parts: tuple[Part, ...]


Part: TypeAlias = Step | Rounds


@dataclass(frozen=True, slots=True)
class Form:
    """The parts of a script as they are worded for some people.

    Attributes:
        conditions: what holds for them.
        parts: as those of the script.
    """

    conditions: frozenset[Condition]
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """A step script as it was written.

    Attributes:
        title: its name for people.
        technique: the kind of exercise, such as `muscle relaxation` or `breathing`.
        minutes: the length it is meant to have.
        about: one line for the card it is chosen from; may be empty.
        author: who wrote it; may be empty.
        source: what it is based on; may be empty.
        cautions: sentences to know before the start.
        evidence: what is known about how well it works; may be empty.
        ambience: the ambience it begins with, a name out of `AMBIENCES`.
        language: a language tag such as `en`.
        ending: whether it leads back or lets the person sleep.
        others: header lines relaxapp has no use for, name and value as written.
        parts: steps and rounds of steps, in order, at least one; worded as is usual: for eyes that
            may close, and for a breath that may be held.
        fingerprint: SHA-256 (hex) of the text with line ends made equal; names this version of it.
        warnings: what its author should know; errors never get this far.
        forms: the same as `parts`, worded for everybody else; one for each set of conditions that
            the script has different words for.
    """

    title: str
    technique: str
    minutes: float
    about: str
    author: str
    source: str
    cautions: tuple[str, ...]
    evidence: str
    ambience: str
    language: str
    ending: Ending
    others: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    fingerprint: str
    warnings: tuple[Problem, ...] = ()
    forms: tuple[Form, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step once, in the order written."""
        return tuple(steps_of(self.parts))

    def depends_on(self, condition: Condition) -> bool:
        """Whether it has different words for those for whom a condition holds."""
        return any(
            not form.conditions.isdisjoint((condition, condition.opposite)) for form in self.forms
        )

    def worded(self, *, eyes_open: bool = False, no_holds: bool = False) -> Script:
        """The script worded for one kind of people, and for nobody else.

        Args:
            eyes_open: whether their eyes stay open, or may close.
            no_holds: whether they do not hold their breath.
        """
        whose = {
            Condition.EYES_OPEN if eyes_open else Condition.EYES_CLOSED,
            Condition.NO_HOLDS if no_holds else Condition.HOLDS,
        }
        parts = next((form.parts for form in self.forms if form.conditions <= whose), self.parts)
        return replace(self, parts=parts, forms=())


def steps_of(parts: Iterable[Part]) -> Iterator[Step]:
    """Every step once, in the order written."""
    for part in parts:
        if isinstance(part, Step):
            yield part
        else:
            yield from steps_of(part.parts)
