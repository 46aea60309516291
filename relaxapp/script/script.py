"""A step script, read and checked: what it says about itself, and its steps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        parts: steps and rounds of steps, in order, at least one; worded for eyes that may close.
        fingerprint: SHA-256 (hex) of the text with line ends made equal; names this version of it.
        warnings: what its author should know; errors never get this far.
        parts_eyes_open: the same as `parts`, worded for eyes that stay open; empty where the
            script says nothing that depends on it.
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
    parts_eyes_open: tuple[Part, ...] = ()

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step once, in the order written."""
        return tuple(_steps(self.parts))

    def worded(self, *, eyes_open: bool) -> Script:
        """The script worded for eyes that stay open or that close, and for nobody else."""
        parts = self.parts_eyes_open if eyes_open and self.parts_eyes_open else self.parts
        return replace(self, parts=parts, parts_eyes_open=())


def _steps(parts: tuple[Part, ...]) -> Iterator[Step]:
    for part in parts:
        if isinstance(part, Step):
            yield part
        else:
            yield from _steps(part.parts)
