"""A script made to fit a person: areas left out or only imagined, no tensing, no breath holds, the stronger hand, eyes that stay open, a breath of their own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from relaxapp.script.body import DOMINANT, OTHER, Area, Group, Side
from relaxapp.script.cue import (
    Ambience,
    Breathe,
    BreatheRamp,
    BreathMove,
    Cue,
    ForEach,
    Note,
    Notice,
    Release,
    Repeat,
    Say,
    Sound,
    Tense,
    TimedCue,
)
from relaxapp.script.language import language_of
from relaxapp.script.order import written_out
from relaxapp.script.placeholder import fill
from relaxapp.script.script import Part, Rounds, Script, Step
from relaxapp.script.span import Span
from relaxapp.timeline.breath_fit import BreathFit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relaxapp.script.breath_pattern import BreathPattern


@dataclass(frozen=True, slots=True)
class Tailoring:
    """What a person's body asks for.

    Attributes:
        left_out: areas that are neither tensed nor dwelt on.
        imagined: areas whose tensing is only imagined.
        no_tensing: imagine every tension.
        no_breath_holds: breathe on where a pattern holds, and word it so.
        stronger_hand: the side that `dominant` means.
        eyes_open: word it for eyes that stay open.
        own_pace: breaths a minute that a change from one's own pace begins at; None if not known.
        breath: the lengths of the breath that the script is about; None as the script says.
        slowest_rate: breaths a minute that a change of pace ends at; None as the script says.
    """

    left_out: frozenset[Area] = frozenset()
    imagined: frozenset[Area] = frozenset()
    no_tensing: bool = False
    no_breath_holds: bool = False
    stronger_hand: Side = Side.RIGHT
    eyes_open: bool = False
    own_pace: float | None = None
    breath: BreathPattern | None = None
    slowest_rate: float | None = None

    @property
    def has_no_holds(self) -> bool:
        """Whether nothing may be said about holding the breath."""
        wanted = self.breath
        return self.no_breath_holds or (wanted is not None and not wanted.hold + wanted.rest)

    def leaves_out(self, cue: Tense | Notice) -> bool:
        """Whether a cue is dropped: a tension that touches a left-out area, a notice of nothing else."""
        areas = cue.group.areas(self.stronger_hand)
        if isinstance(cue, Tense):
            return bool(areas & self.left_out)
        return areas <= self.left_out

    def imagines(self, cue: Tense) -> bool:
        """Whether a tension is only imagined."""
        return self.no_tensing or bool(cue.group.areas(self.stronger_hand) & self.imagined)


def tailor(script: Script, tailoring: Tailoring) -> Script:
    """The script as that person is led through it.

    A step in which every tension and notice is left out goes as a whole; where others remain, the
    words that lead up to a left-out cue and the release after it go with it. The last step always
    stays, so that every session leads back.
    """
    worded = script.worded(eyes_open=tailoring.eyes_open, no_holds=tailoring.has_no_holds)
    breath = BreathFit(
        worded,
        own_pace=tailoring.own_pace,
        pattern=tailoring.breath,
        slowest_rate=tailoring.slowest_rate,
    )
    tailor_ = _Tailor(tailoring, script.language, breath)
    last = worded.steps[-1]
    return replace(worded, parts=tuple(tailor_.parts(worded.parts, last)))


class _Tailor:
    """Rewrites the parts of one script for one person."""

    def __init__(self, tailoring: Tailoring, language: str, breath: BreathFit) -> None:
        self._tailoring = tailoring
        self._breath = breath
        self._language = language
        hand = tailoring.stronger_hand
        self._sides = {DOMINANT: hand, OTHER: hand.opposite}

    def parts(self, parts: tuple[Part, ...], last: Step) -> Iterator[Part]:
        for part in parts:
            if isinstance(part, Rounds):
                inner = tuple(self.parts(part.parts, last))
                if inner:
                    yield replace(part, parts=inner)
            elif part is last or not self._is_left_out(part):
                title = self._sided(part.title)
                yield replace(part, title=title, cues=tuple(self._cues(part.cues)))

    def _is_left_out(self, step: Step) -> bool:
        about_the_body = list(_about_the_body(step.cues))
        return bool(about_the_body) and all(map(self._tailoring.leaves_out, about_the_body))

    def _cues(self, cues: tuple[Cue, ...]) -> Iterator[Cue]:
        leading: list[Cue] = []  # words that lead up to the next cue
        drops_release = False
        for cue in cues:
            if isinstance(cue, Say | Note | Sound):
                leading.append(self._filled(cue))
                continue
            if isinstance(cue, Release) and drops_release:
                leading.clear()
                drops_release = False
                continue
            if isinstance(cue, Tense | Notice) and self._tailoring.leaves_out(cue):
                leading.clear()
                drops_release = isinstance(cue, Tense)
                continue
            drops_release = False
            if isinstance(cue, Tense) and self._tailoring.imagines(cue):
                sentence = language_of(self._language).only_imagined
                yield Say(line=cue.line, words=(sentence,))
            yield from leading
            leading.clear()
            yield self._filled(cue)
        yield from leading

    def _filled(self, cue: Cue) -> Cue:
        """The cue as this person meets it, and cues inside it likewise."""
        match cue:
            case Repeat():
                return replace(cue, cues=tuple(self._cues(cue.cues)))
            case ForEach():
                return replace(cue, rounds=tuple(tuple(self._cues(each)) for each in cue.rounds))
            case Note():
                return replace(cue, text=self._sided(cue.text))
            case Sound() | Ambience():
                return cue
            case _:
                return self._with_words(cue)

    def _sided(self, text: str) -> str:
        return fill(text, self._sides, self._language)

    def _with_words(self, cue: Say | TimedCue) -> Cue:
        hand = self._tailoring.stronger_hand
        words = tuple(map(self._sided, cue.words))
        match cue:
            case Tense() if self._tailoring.imagines(cue):
                seconds = Span.exactly(cue.seconds)
                return Notice(line=cue.line, words=words, group=cue.group.on(hand), seconds=seconds)
            case Tense() | Notice():
                return replace(cue, words=words, group=cue.group.on(hand))
            case Release(group=Group() as group):
                return replace(cue, words=words, group=group.on(hand))
            case Breathe() | BreatheRamp():
                breathing = replace(self._breath.fitted(cue), words=words)
                return _without_holds(breathing) if self._tailoring.no_breath_holds else breathing
            case _:
                return replace(cue, words=words)


def _without_holds(cue: Breathe | BreatheRamp) -> Breathe | BreatheRamp:
    if isinstance(cue, BreatheRamp):
        return cue
    parts = tuple(part for part in cue.parts if part.move is not BreathMove.HOLD)
    return replace(cue, parts=parts) if parts else cue


def _about_the_body(cues: tuple[Cue, ...]) -> Iterator[Tense | Notice]:
    return (cue for cue in written_out(cues) if isinstance(cue, Tense | Notice))
