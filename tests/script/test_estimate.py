"""How long things take before a voice has been measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.script.cue import Breathe, BreatheRamp
from relaxapp.script.estimate import (
    cue_length,
    cycles,
    parts_length,
    ramp_between,
    ramp_step,
    spoken_seconds,
    word_count,
)
from relaxapp.script.span import Count, Span

if TYPE_CHECKING:
    from tests.script.conftest import Cues, Read


def _length(cues_of: Cues, text: str) -> Span:
    (cue,) = cues_of(text)
    return cue_length(cue)


def test_words_are_counted_by_the_spaces_between_them() -> None:
    assert word_count(("One two three.", "Four.")) == 4
    assert word_count(()) == 0


def test_a_calm_voice_says_115_words_a_minute() -> None:
    assert spoken_seconds((" ".join(["word"] * 115),)) == 60
    assert spoken_seconds(()) == 0


def test_a_cue_never_ends_before_its_words(cues_of: Cues) -> None:
    words = " ".join(["word"] * 23)  # 12 s
    length = _length(cues_of, f"[pause 5s to 20s]\n{words}.")

    assert length.shortest == pytest.approx(12.9)
    assert length.longest == 20


def test_a_tension_keeps_its_length(cues_of: Cues) -> None:
    tense, _ = cues_of("[tense jaw for 6s]\nPress, and breathe on.\n\n[release for 20s]")

    assert cue_length(tense) == Span(6, 6)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("in 4s, out 6s, 4 to 8 times", Span(40, 80)),
        ("in 4s, out 6s, for 64s to 96s", Span(60, 100)),
        ("in 4s, out 6s, for 1s to 2s", Span(10, 10)),
        ("12 to 12 per minute, over 24 breaths", Span(120, 120)),
    ],
)
def test_breathing_takes_whole_breaths(cues_of: Cues, text: str, span: Span) -> None:
    assert _length(cues_of, f"[breathe {text}]") == span


def test_each_sentence_begins_with_a_breath(cues_of: Cues) -> None:
    length = _length(cues_of, "[breathe in 4s, out 6s, 1 time]\nGently. Not deep. Still gently.")

    assert length == Span(30, 30)


def test_a_ramp_from_12_to_6_in_24_breaths_takes_about_172_seconds(cues_of: Cues) -> None:
    (ramp,) = cues_of("[breathe 12 to 6 per minute, over 24 breaths]")

    assert isinstance(ramp, BreatheRamp)
    assert ramp_step(ramp) == pytest.approx(1.0306, abs=1e-4)
    assert cue_length(ramp).longest == pytest.approx(172, abs=2)


@pytest.mark.parametrize(
    ("start", "end", "breaths", "seconds"),
    [(12, 6, 24, 173), (15, 6, 31, 203), (16, 5.45, 37, 250)],
)
def test_a_ramp_from_ones_own_pace_grows_by_3_percent_a_breath_wherever_it_begins(
    cues_of: Cues, start: float, end: float, breaths: int, seconds: float
) -> None:
    (own,) = cues_of("[breathe own pace to 6 per minute]")
    assert isinstance(own, BreatheRamp)
    ramp = ramp_between(own, start, end)

    assert ramp.breaths == breaths
    assert ramp_step(ramp) == pytest.approx(1.03, abs=0.002)
    assert cue_length(ramp).longest == pytest.approx(seconds, abs=1)


def test_a_ramp_never_begins_slower_than_it_ends(cues_of: Cues) -> None:
    (own,) = cues_of("[breathe own pace to 10 per minute]")
    assert isinstance(own, BreatheRamp)

    assert ramp_between(own, 8, 10).start_rate == 10


def test_a_ramp_to_another_end_is_as_steep_as_it_was(cues_of: Cues) -> None:
    (ramp,) = cues_of("[breathe 12 to 6 per minute, over 16 breaths]")
    assert isinstance(ramp, BreatheRamp)

    assert ramp_step(ramp_between(ramp, 12, 8)) == pytest.approx(ramp_step(ramp), abs=0.005)


def test_cycles_are_those_nearest_to_the_time(cues_of: Cues) -> None:
    (cue,) = cues_of("[breathe in 4s, out 6s, for 64s to 2 min]")

    assert isinstance(cue, Breathe)
    assert cycles(cue) == Count(6, 12)


def test_repeats_take_their_fewest_to_their_most_rounds(cues_of: Cues) -> None:
    repeat = "[repeat 1 to 3 times]\n[pause 5s to 10s]\n[end repeat]"
    each = "[repeat for right, left]\n[pause 5s to 10s]\n[end repeat]"

    assert _length(cues_of, repeat) == Span(5, 30)
    assert _length(cues_of, each) == Span(10, 20)


def test_rounds_take_their_fewest_to_their_most_times_their_steps(script_of: Read) -> None:
    script = script_of("[repeat 1 to 3 times]\n# A\n[pause 5s to 10s]\n[end repeat]")
    before_and_after = 9.5

    assert parts_length(script.parts) == Span(5 + before_and_after, 30 + before_and_after)


@pytest.mark.parametrize("text", ["> note", "[sound bell]", "[ambience rain]", "[wait]"])
def test_what_only_marks_a_moment_takes_no_time(cues_of: Cues, text: str) -> None:
    cues = cues_of(f"{text}\n\n[pause 1s]")

    assert cue_length(cues[0]) == Span(0, 0)


def test_the_calmer_a_step_the_longer_its_words_take(cues_of: Cues) -> None:
    (cue,) = cues_of(f"{' '.join(['word'] * 95)}.")

    assert cue_length(cue, 2) == Span(61, 61)
    assert cue_length(cue).longest < cue_length(cue, 1).longest < 61


def test_a_language_with_longer_words_has_fewer_of_them_in_a_minute(script_of: Read) -> None:
    words = " ".join(["Wort"] * 92) + "."
    script = script_of(f"# A\n{words}")
    english, german = (parts_length(script.parts, language) for language in ("en", "de"))

    assert spoken_seconds((words,), language="de") == pytest.approx(60)
    assert spoken_seconds((words,), language="de-AT") == pytest.approx(60)
    assert german.shortest - english.shortest == pytest.approx(60 - 60 * 0.8)
