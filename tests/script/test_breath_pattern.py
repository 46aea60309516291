"""A breath in its four lengths."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.script.breath_pattern import BreathPattern
from relaxapp.script.breathline import read_breathing
from relaxapp.script.cue import Breathe

_seconds = st.floats(0.5, 10)
_holds = st.just(0.0) | _seconds


def _of(text: str) -> BreathPattern | None:
    cue = read_breathing(f"{text}, 9 times", 1, ())
    assert isinstance(cue, Breathe)
    return BreathPattern.of(cue.parts)


@pytest.mark.parametrize(
    ("text", "pattern"),
    [
        ("in 4s, out 6s", BreathPattern(4, 6)),
        ("in 4s, hold 2s, out 6s", BreathPattern(4, 6, hold=2)),
        ("in 4s, out 6s, hold 2s", BreathPattern(4, 6, rest=2)),
        ("in 4s, hold 1s, out 6s, hold 2s", BreathPattern(4, 6, hold=1, rest=2)),
        ("in 2s, in 1s, out 7s", None),
        ("in 4s, out 3s, out 3s", None),
    ],
)
def test_only_a_breath_with_one_way_in_and_one_way_out_is_a_pattern(
    text: str, pattern: BreathPattern | None
) -> None:
    assert _of(text) == pattern


@given(_seconds, _seconds, _holds, _holds)
def test_a_pattern_is_the_pattern_of_its_parts(
    inhale: float, exhale: float, hold: float, rest: float
) -> None:
    pattern = BreathPattern(inhale, exhale, hold, rest)
    assert BreathPattern.of(pattern.parts) == pattern
    assert BreathPattern(**pattern.lengths()) == pattern


@given(st.floats(4, 8))
def test_at_another_pace_it_keeps_its_proportions(per_minute: float) -> None:
    pattern = BreathPattern(4, 6).at_pace(per_minute)
    assert pattern.per_minute == pytest.approx(per_minute, abs=0.1)
    assert pattern.inhale / pattern.exhale == pytest.approx(4 / 6, abs=0.03)


def test_without_holds_it_goes_on_where_it_held() -> None:
    assert BreathPattern(4, 5, 4, 4).without_holds == BreathPattern(4, 5)
