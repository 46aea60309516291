"""A timeline in the words of a table of contents: each step, what is done in it, and how long it takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from relaxapp.timeline.clip import seconds
from relaxapp.timeline.phase import Phase, PhaseKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from relaxapp.timeline.timeline import Timeline


class Tone(StrEnum):
    """The colour of a step."""

    WARM = "warm"
    """Something is tensed."""
    CALM = "calm"
    """Something else is done: breathing, noticing, imagining, letting go."""
    QUIET = "quiet"
    """Words and quiet time."""


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step of a session, as it is listed.

    Attributes:
        title: its name.
        words: what is done in it, in a few words; may be empty.
        seconds: how long it takes.
        tone: its colour.
    """

    title: str
    words: str
    seconds: float
    tone: Tone


def what_happens(timeline: Timeline) -> tuple[StepRow, ...]:
    """Every step of a timeline, in order; a step that comes back is listed each time."""
    phases_of = {
        step: tuple(phases)
        for step, phases in groupby(timeline.phases, key=lambda phase: phase.step)
    }
    return tuple(
        StepRow(
            step.title,
            few_words(phases_of.get(index, ())),
            seconds(step.end - step.start),
            _tone(phases_of.get(index, ())),
        )
        for index, step in enumerate(timeline.steps)
    )


def few_words(phases: Sequence[Phase]) -> str:
    """What the phases of one step ask for, in a few words; empty if it is only words and quiet."""
    said = list(_deeds(phases))
    return ", ".join(said[:2])


def _deeds(phases: Sequence[Phase]) -> Iterable[str]:
    kinds = {phase.kind for phase in phases}
    if PhaseKind.TENSE in kinds:
        yield _times(_tr("tense and let go"), sum(_is(phases, PhaseKind.TENSE)))
    elif PhaseKind.RELEASE in kinds:
        yield _times(_tr("let go"), sum(_is(phases, PhaseKind.RELEASE)))
    for _, run in groupby((p for p in phases if p.breath), key=_exercise()):
        yield _breathing(tuple(run))
    noticed = tuple(dict.fromkeys(p.group for p in phases if p.kind is PhaseKind.NOTICE))
    if noticed:
        yield _noticing(noticed)
    for scene in dict.fromkeys(p.scene for p in phases if p.kind is PhaseKind.IMAGINE):
        yield _tr("imagine: {scene}").format(scene=scene)
    if PhaseKind.PLAY in kinds:
        yield _tr("a recording")
    if PhaseKind.WAIT in kinds:
        yield _tr("goes on when you do")


def _is(phases: Sequence[Phase], kind: PhaseKind) -> Iterable[bool]:
    return (phase.kind is kind for phase in phases)


def _times(words: str, count: int) -> str:
    if count == 1:
        return words
    if count == 2:  # noqa: PLR2004 - English has a word for it
        return _tr("{what}, twice").format(what=words)
    return _tr("{what}, {count} times").format(what=words, count=count)


class _exercise:  # noqa: N801 - a key function with a memory
    """Tells one breathing exercise from the next one by its first breath."""

    def __init__(self) -> None:
        self._number = 0
        self._cycle = 0

    def __call__(self, phase: Phase) -> int:
        assert phase.breath is not None
        if phase.breath.cycle < self._cycle:
            self._number += 1
        self._cycle = phase.breath.cycle
        return self._number


def _breathing(phases: Sequence[Phase]) -> str:
    cycles = [tuple(cycle) for _, cycle in groupby(phases, key=_cycle)]
    first, last = cycles[0], cycles[-1]
    breaths = _breaths(len(cycles))
    if _length(first) != _length(last):
        return _tr("slower from breath to breath, {breaths}").format(breaths=breaths)
    parts = [
        _tr("{move} {seconds}").format(
            move=_move(phase.kind), seconds=f"{seconds(phase.length):.3g}"
        )
        for phase in first
    ]
    return ", ".join([*parts, breaths])


def _cycle(phase: Phase) -> int:
    assert phase.breath is not None
    return phase.breath.cycle


def _length(phases: Sequence[Phase]) -> int:
    return sum(phase.length for phase in phases)


def _breaths(count: int) -> str:
    if count == 1:
        return _tr("one breath")
    return _tr("{count} breaths").format(count=count)


def _move(kind: PhaseKind) -> str:
    match kind:
        case PhaseKind.INHALE:
            return _tr("in")
        case PhaseKind.EXHALE:
            return _tr("out")
        case _:
            return _tr("hold")


def _noticing(groups: Sequence[str]) -> str:
    if len(groups) == 1:
        return _tr("notice {what}").format(what=groups[0])
    return _tr("notice {count} places").format(count=len(groups))


def _tone(phases: Sequence[Phase]) -> Tone:
    kinds = {phase.kind for phase in phases}
    if PhaseKind.TENSE in kinds:
        return Tone.WARM
    if kinds <= {PhaseKind.SAY, PhaseKind.PAUSE, PhaseKind.WAIT}:
        return Tone.QUIET
    return Tone.CALM


def _tr(text: str) -> str:
    return QCoreApplication.translate("WhatHappens", text)
