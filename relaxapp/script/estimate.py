"""How long the parts of a script take, roughly: before any voice has been measured."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.script.cue import (
    Ambience,
    Breathe,
    BreatheRamp,
    Cue,
    ForEach,
    Note,
    Play,
    Repeat,
    Say,
    Sound,
    Tense,
    Wait,
)
from relaxapp.script.language import ENGLISH
from relaxapp.script.pace import (
    AFTER_CUE_SECONDS,
    AFTER_PARAGRAPH_SECONDS,
    AFTER_SENTENCE_SECONDS,
    CLOSING_SECONDS,
    OPENING_SECONDS,
    words_per_minute,
)
from relaxapp.script.script import Part, Step
from relaxapp.script.span import Count, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

USUAL_PACE = 12.0
"""Breaths a minute that somebody's own pace is taken for while it is not known."""
LONGER_EACH_BREATH = 1.03
"""By which factor, about, each breath of a change from one's own pace is longer than the one before."""

_GENTLEST_STEP = 1.01
_ROUNDING = 1e-6
_AROUND = OPENING_SECONDS + CLOSING_SECONDS
_NO_TIME = Span.exactly(0)


def word_count(sentences: Iterable[str]) -> int:
    """How many words sentences have; between their words is one space each."""
    text = " ".join(sentences)
    return text.count(" ") + 1 if text else 0


def spoken_seconds(sentences: Sequence[str], calm: int = 0, language: str = ENGLISH) -> float:
    """How long sentences are heard, one after the other, without the quiet around them.

    Args:
        sentences: what is said.
        calm: how calm it is said, which sets the pace.
        language: what it is written in, which does so too.
    """
    if not sentences:
        return 0.0
    words = word_count(sentences) * 60 / words_per_minute(calm, language)
    return words + AFTER_SENTENCE_SECONDS * (len(sentences) - 1)


def parts_length(parts: Iterable[Part], language: str = ENGLISH) -> Span:
    """The shortest and the longest time a script takes, recordings and waiting left out."""
    length = _sum(_part_length(part, language) for part in parts)
    return Span(length.shortest + _AROUND, length.longest + _AROUND)


def step_length(step: Step, language: str = ENGLISH) -> Span:
    """The shortest and the longest time one step takes."""
    return _sum(cue_length(cue, step.calm, language) for cue in step.cues)


def cue_length(  # noqa: PLR0911 - one for each kind of cue
    cue: Cue, calm: int = 0, language: str = ENGLISH
) -> Span:
    """The shortest and the longest time a cue takes; a cue never ends before its words.

    Args:
        cue: the cue.
        calm: how calm its step is spoken.
        language: what it is spoken in.
    """
    if isinstance(cue, Note | Sound | Ambience):
        return _NO_TIME
    if isinstance(cue, Say):
        return Span.exactly(spoken_seconds(cue.words, calm, language) + AFTER_PARAGRAPH_SECONDS)
    if isinstance(cue, Repeat):
        once = _sum(cue_length(each, calm, language) for each in cue.cues)
        return Span(once.shortest * cue.times.fewest, once.longest * cue.times.most)
    if isinstance(cue, ForEach):
        return _sum(cue_length(each, calm, language) for cues in cue.rounds for each in cues)
    if isinstance(cue, Tense):
        return Span.exactly(cue.seconds)
    if isinstance(cue, Breathe):
        return _breathing(cue, calm, language)
    spoken = 0.0
    if cue.words:
        spoken = (
            AFTER_CUE_SECONDS + spoken_seconds(cue.words, calm, language) + AFTER_SENTENCE_SECONDS
        )
    if isinstance(cue, Wait | Play):
        return Span.exactly(spoken)
    if isinstance(cue, BreatheRamp):
        return Span.exactly(max(_ramp_seconds(cue), spoken))
    return Span(max(cue.seconds.shortest, spoken), max(cue.seconds.longest, spoken))


def cycles(cue: Breathe) -> Count:
    """How many whole cycles are asked for: as many as come nearest to the time, at least one."""
    if cue.times is not None:
        return cue.times
    assert cue.seconds is not None
    cycle = cue.cycle_seconds
    fewest = max(1, round(cue.seconds.shortest / cycle))
    return Count(fewest, max(fewest, round(cue.seconds.longest / cycle)))


def ramp_step(ramp: BreatheRamp) -> float:
    """By which factor each breath of a ramp is longer than the one before."""
    return float((ramp.start_rate / ramp.end_rate) ** (1 / (ramp.breaths - 1)))


def ramp_from_own_pace(*, line: int, words: tuple[str, ...], end_rate: float) -> BreatheRamp:
    """A ramp that begins at a person's own pace, as it is while that is not known."""
    breaths = _breaths(USUAL_PACE, end_rate, LONGER_EACH_BREATH)
    return BreatheRamp(
        line=line,
        words=words,
        start_rate=USUAL_PACE,
        end_rate=end_rate,
        breaths=breaths,
        from_own_pace=True,
    )


def ramp_between(ramp: BreatheRamp, start_rate: float, end_rate: float) -> BreatheRamp:
    """A ramp to slower breaths between other rates, as steep as it was.

    The number of its breaths follows from that; it never begins slower than it ends.
    """
    start_rate = max(start_rate, end_rate)
    step = LONGER_EACH_BREATH if ramp.from_own_pace else max(ramp_step(ramp), _GENTLEST_STEP)
    breaths = _breaths(start_rate, end_rate, step)
    return replace(ramp, start_rate=start_rate, end_rate=end_rate, breaths=breaths)


def _breaths(start_rate: float, end_rate: float, step: float) -> int:
    steps = math.log(start_rate / end_rate) / math.log(step)
    return max(2, 1 + math.floor(steps + _ROUNDING))


def _part_length(part: Part, language: str) -> Span:
    if isinstance(part, Step):
        return step_length(part, language)
    once = _sum(_part_length(each, language) for each in part.parts)
    return Span(once.shortest * part.times.fewest, once.longest * part.times.most)


def _breathing(cue: Breathe, calm: int, language: str) -> Span:
    """Whole cycles, at least as many as the words need when each sentence begins with a breath."""
    cycle = cue.cycle_seconds
    counted = cycles(cue)
    needed = sum(
        math.ceil((spoken_seconds((sentence,), calm, language) + AFTER_SENTENCE_SECONDS) / cycle)
        for sentence in cue.words
    )
    fewest = max(counted.fewest, needed)
    return Span(fewest * cycle, max(counted.most, fewest) * cycle)


def _ramp_seconds(ramp: BreatheRamp) -> float:
    step = ramp_step(ramp)
    first = 60 / ramp.start_rate
    if math.isclose(step, 1):
        return first * ramp.breaths
    return first * (step**ramp.breaths - 1) / (step - 1)


def _sum(spans: Iterable[Span]) -> Span:
    shortest = longest = 0.0
    for span in spans:
        shortest += span.shortest
        longest += span.longest
    return Span(shortest, longest)
