"""Scripts for the timeline's tests: a readable one, and any that hypothesis can think of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from relaxapp.script.body import GROUP_NAMES, Group
from relaxapp.script.cue import (
    SCENES,
    Ambience,
    Breathe,
    BreatheRamp,
    BreathMove,
    BreathPart,
    Cue,
    ForEach,
    Imagine,
    Note,
    Notice,
    Pause,
    Play,
    Release,
    Repeat,
    Say,
    Sound,
    Tense,
    Wait,
)
from relaxapp.script.script import Ending, Part, Rounds, Script, Step
from relaxapp.script.span import Count, Span
from relaxapp.timeline.lengths import Lengths, spoken_frames

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

LENGTHS = Lengths(sentence=spoken_frames, recording=lambda _: 96_000)
"""A voice at the estimated pace, and recordings of two seconds."""


def script(
    *parts: Part, minutes: float = 5, ending: Ending = Ending.RETURN, language: str = "en"
) -> Script:
    """A script with these parts."""
    return Script(
        title="A script",
        technique="breathing",
        minutes=minutes,
        about="",
        author="",
        source="",
        cautions=(),
        evidence="",
        ambience="rain",
        language=language,
        ending=ending,
        others=(),
        parts=parts,
        fingerprint="0" * 64,
    )


def step(*cues: Cue, title: str = "A step") -> Step:
    """A step with these cues."""
    return Step(line=1, title=title, cues=cues)


def tense(group: str, seconds: float = 6, *words: str) -> Tense:
    """A tension of one group."""
    return Tense(line=1, group=Group((group,)), seconds=seconds, words=words)


def release(group: str, shortest: float = 20, longest: float = 40, *words: str) -> Release:
    """A release of one group."""
    return Release(line=1, group=Group((group,)), seconds=Span(shortest, longest), words=words)


def pause(shortest: float, longest: float, *words: str) -> Pause:
    """A pause between two lengths."""
    return Pause(line=1, seconds=Span(shortest, longest), words=words)


def say(*words: str) -> Say:
    """A paragraph."""
    return Say(line=1, words=words)


def breathe(*parts: float, shortest: float, longest: float) -> Breathe:
    """A pattern of in, (hold,) out, (hold), from 2 to 4 numbers of seconds."""
    moves = {
        2: (BreathMove.IN, BreathMove.OUT),
        3: (BreathMove.IN, BreathMove.HOLD, BreathMove.OUT),
        4: (BreathMove.IN, BreathMove.HOLD, BreathMove.OUT, BreathMove.HOLD),
    }[len(parts)]
    return Breathe(
        line=1,
        parts=tuple(BreathPart(move, each) for move, each in zip(moves, parts, strict=True)),
        seconds=Span(shortest, longest),
    )


_lengths = st.floats(0, 30)
_spans = st.tuples(_lengths, _lengths).map(lambda ends: Span(min(ends), max(ends)))
_counts = st.tuples(st.integers(1, 3), st.integers(1, 3)).map(
    lambda ends: Count(min(ends), max(ends))
)
_sentences = st.sampled_from(
    ("Let go.", "Notice how the hand rests.", "In, and out, quite gently.")
)
_words = st.lists(_sentences, max_size=3).map(tuple)
_groups = st.lists(st.sampled_from(GROUP_NAMES), min_size=1, max_size=2).map(
    lambda names: Group(tuple(names))
)
_parts = st.lists(
    st.builds(BreathPart, st.sampled_from(BreathMove), st.floats(2, 10)), min_size=1, max_size=4
).map(tuple)
_line = st.just(1)
_simple_cues: SearchStrategy[Cue] = st.one_of(
    st.builds(Say, line=_line, words=st.lists(_sentences, min_size=1, max_size=3).map(tuple)),
    st.builds(Note, line=_line, text=_sentences),
    st.builds(Pause, line=_line, seconds=_spans, words=_words),
    st.builds(Tense, line=_line, group=_groups, seconds=st.floats(1, 10), words=_words),
    st.builds(Release, line=_line, group=st.none() | _groups, seconds=_spans, words=_words),
    st.builds(Notice, line=_line, group=_groups, seconds=_spans, words=_words),
    st.builds(Imagine, line=_line, scene=st.sampled_from(SCENES), seconds=_spans, words=_words),
    st.builds(Breathe, line=_line, parts=_parts, seconds=_spans, words=_words),
    st.builds(Breathe, line=_line, parts=_parts, times=_counts, words=_words),
    st.builds(
        BreatheRamp,
        line=_line,
        start_rate=st.floats(8, 15),
        end_rate=st.floats(4, 8),
        breaths=st.integers(2, 12),
        words=_words,
    ),
    st.builds(Sound, line=_line, name=st.just("bell")),
    st.builds(Ambience, line=_line, name=st.sampled_from(("none", "rain"))),
    st.builds(Wait, line=_line, words=_words),
    st.builds(Play, line=_line, file=st.just("a.wav"), words=_words),
)
_cues: SearchStrategy[Cue] = st.recursive(
    _simple_cues,
    lambda inner: st.one_of(
        st.builds(Repeat, line=_line, times=_counts, cues=st.lists(inner, max_size=3).map(tuple)),
        st.builds(
            ForEach,
            line=_line,
            values=st.just(("right", "left")),
            rounds=st.lists(st.lists(inner, max_size=2).map(tuple), max_size=2).map(tuple),
        ),
    ),
    max_leaves=6,
)
_steps: SearchStrategy[Part] = st.builds(
    Step,
    line=_line,
    title=st.sampled_from(("Settle", "Arms")),
    cues=st.lists(_cues, max_size=6).map(tuple),
)
_rounds: SearchStrategy[Part] = st.builds(
    Rounds, line=_line, times=_counts, parts=st.lists(_steps, min_size=1, max_size=3).map(tuple)
)
scripts: SearchStrategy[Script] = st.builds(
    lambda parts, minutes, ending: script(*parts, minutes=minutes, ending=ending),
    st.lists(_steps | _rounds, min_size=1, max_size=4),
    st.floats(1, 40),
    st.sampled_from(Ending),
)
"""Any script that a parser could make."""
