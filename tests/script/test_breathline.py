"""Patterns and ramps of the breath."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relaxapp.script.breathline import read_breathing
from relaxapp.script.cue import Breathe, BreatheRamp, BreathMove, BreathPart
from relaxapp.script.findings import UnreadableError
from relaxapp.script.span import Count, Span

IN, HOLD, OUT = BreathMove.IN, BreathMove.HOLD, BreathMove.OUT


def _pattern(text: str) -> list[tuple[BreathMove, float]]:
    cue = read_breathing(text, 1, ())
    assert isinstance(cue, Breathe)
    return [(part.move, part.seconds) for part in cue.parts]


def _refusal(text: str) -> str:
    with pytest.raises(UnreadableError) as refused:
        read_breathing(text, 1, ())
    return str(refused.value)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("in 4s, out 6s, 9 times", [(IN, 4), (OUT, 6)]),
        ("in 4s out 6s, 9 times", [(IN, 4), (OUT, 6)]),
        ("in 4 s; out 6 sec; 9 times", [(IN, 4), (OUT, 6)]),
        ("inhale 4s, exhale 6s, 9 breaths", [(IN, 4), (OUT, 6)]),
        ("in 2s, in 1s, out 7s, 9 times", [(IN, 2), (IN, 1), (OUT, 7)]),
        (
            "in 4s, hold 4s, out 4s, hold 4s, for 2 min to 5 min",
            [(IN, 4), (HOLD, 4), (OUT, 4), (HOLD, 4)],
        ),
    ],
)
def test_a_pattern_is_one_breath(text: str, parts: list[tuple[BreathMove, float]]) -> None:
    assert _pattern(text) == parts


def test_a_pattern_goes_on_for_a_time_or_a_number_of_breaths() -> None:
    parts = (BreathPart(IN, 4), BreathPart(OUT, 6))

    assert read_breathing("in 4s, out 6s, for 1 to 3 min", 2, ("A.",)) == Breathe(
        line=2, words=("A.",), parts=parts, seconds=Span(60, 180)
    )
    assert read_breathing("in 4s, out 6s, 4 to 8 times", 2, ("A.",)) == Breathe(
        line=2, words=("A.",), parts=parts, times=Count(4, 8)
    )


@pytest.mark.parametrize(
    "text",
    [
        "12 to 6 per minute, over 24 breaths",
        "12 to 6 a minute over 24 breaths",
        "12-6/min in 24 breaths",
        "12.0 to 6 breaths per minute, over 24",
    ],
)
def test_a_ramp_goes_from_one_pace_to_another(text: str) -> None:
    assert read_breathing(text, 3, ("A.",)) == BreatheRamp(
        line=3, words=("A.",), start_rate=12, end_rate=6, breaths=24
    )


@pytest.mark.parametrize(
    "text",
    [
        "own pace to 6 per minute",
        "own pace to 6 a minute",
        "own rate - 6.0 breaths per min",
    ],
)
def test_a_ramp_may_begin_at_ones_own_pace(text: str) -> None:
    assert read_breathing(text, 3, ("A.",)) == BreatheRamp(
        line=3, words=("A.",), start_rate=12, end_rate=6, breaths=24, from_own_pace=True
    )


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("own pace to 6 per minute, over 24 breaths", "Leave out 'over 24 breaths'."),
        ("own pace to 12 per minute", "leads to a slower one, below 12 a minute."),
        ("own pace to 0 per minute", "leads to a slower one, below 12 a minute."),
        ("own pace to six", "this change from one's own pace cannot be read. Write for example"),
        ("in 4s, oot 6s, 4 times", "'oot' is no part of a breath. Did you mean 'out'?"),
        ("in 4s, out 6s", "how long does this breathing go on?"),
        (
            "in 4s, out 6s, 4 times, for 2 min",
            "how long is said twice: 'for 2 min' is one too many.",
        ),
        ("", "one breath is in and then out"),
        ("in 4s, 4 times", "one breath is in and then out"),
        ("out 4s, in 4s, 4 times", "one breath is in and then out"),
        ("in 4s, hold 2s, hold 2s, out 4s, 4 times", "one breath is in and then out"),
        ("in 4s, out 4s, in 4s, out 4s, 4 times", "one breath is in and then out"),
        ("in 4s to 5s, out 6s, 4 times", "'in' has one length and is never stretched"),
        ("in 0s, out 6s, 4 times", "'in' lasts no time. Leave it out, or give it a length."),
        ("in 4, out 6s, 4 times", "is '4' seconds or minutes?"),
        ("gently", "'gently' is no part of a breath."),
        ("12 to 6 per minute", "this change of pace cannot be read. Write for example"),
        ("12 to 0 per minute, over 24 breaths", "a pace needs at least some breaths a minute."),
        ("12 to 6 per minute, over 1 breath", "a change of pace takes from 2 to 10000 breaths."),
        ("12 to 6 per minute, over 9999 breaths", "could take longer than four hours"),
    ],
)
def test_what_is_no_breathing_is_told_with_what_was_meant(text: str, sentence: str) -> None:
    assert sentence in _refusal(text)


@given(st.text(alphabet=st.sampled_from("inouthldfrmes 0123456789,.;/")))
@settings(deadline=None)
def test_any_text_is_a_breathing_or_refused(text: str) -> None:
    try:
        cue = read_breathing(" ".join(text.split()), 1, ())
    except UnreadableError:
        return
    assert isinstance(cue, BreatheRamp) or cue.cycle_seconds > 0
