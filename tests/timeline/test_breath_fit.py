"""A script breathed at a person's own pace, and in their own lengths."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.script.breath_pattern import BreathPattern
from relaxapp.script.cue import Breathe, BreatheRamp, Cue
from relaxapp.script.estimate import ramp_from_own_pace, ramp_step
from relaxapp.timeline.clip import seconds
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.phase import PhaseKind
from relaxapp.timeline.tailoring import Tailoring, tailor
from tests.timeline.scripts import LENGTHS, breathe, pause, say, script, scripts, step

if TYPE_CHECKING:
    from relaxapp.script.script import Script

OWN = ramp_from_own_pace(line=1, words=("Gently.",), end_rate=6)
SLOWER = script(
    step(say("Begin."), pause(5, 60), OWN, breathe(4, 6, shortest=20, longest=900)),
    step(say("Look around.")),
)


def _cues(given_script: Script, **wishes: object) -> tuple[Cue, ...]:
    tailored = tailor(given_script, Tailoring(**wishes))  # type: ignore[arg-type]
    return tailored.steps[0].cues


def _ramp(given_script: Script, **wishes: object) -> BreatheRamp:
    return next(cue for cue in _cues(given_script, **wishes) if isinstance(cue, BreatheRamp))


def _lengths(given_script: Script, **wishes: object) -> list[list[float]]:
    return [
        [part.seconds for part in cue.parts]
        for cue in _cues(given_script, **wishes)
        if isinstance(cue, Breathe)
    ]


@pytest.mark.parametrize(("pace", "breaths"), [(12, 24), (15, 31), (20, 41), (8, 10)])
def test_a_change_from_ones_own_pace_begins_there_and_takes_the_breaths_it_needs(
    pace: float, breaths: int
) -> None:
    ramp = _ramp(SLOWER, own_pace=pace)
    assert (ramp.start_rate, ramp.end_rate, ramp.breaths) == (pace, 6, breaths)
    assert ramp.words == ("Gently.",)


@pytest.mark.parametrize(("pace", "taken"), [(3, 8), (40, 20)])
def test_a_pace_beyond_what_is_usual_is_led_back_into_it(pace: float, taken: float) -> None:
    assert _ramp(SLOWER, own_pace=pace).start_rate == taken


def test_a_change_between_two_paces_begins_where_the_script_says() -> None:
    ramp = BreatheRamp(line=1, start_rate=10, end_rate=6, breaths=16)
    assert _ramp(script(step(ramp)), own_pace=15) == ramp


@given(st.floats(8, 20), st.sampled_from((5.0, 6.0, 8.0)), st.floats(7, 14))
def test_the_session_stays_as_long_as_was_wished_for(
    pace: float, aim: float, minutes: float
) -> None:
    tailored = tailor(SLOWER, Tailoring(own_pace=pace, slowest_rate=aim))
    timeline = Fitting(tailored, LENGTHS).fit(minutes * 60)
    assert seconds(timeline.length) == pytest.approx(minutes * 60, abs=1)
    first, last = (
        next(phase for phase in phases if phase.kind is PhaseKind.INHALE)
        for phases in (timeline.phases, timeline.phases[::-1])
    )
    assert seconds(first.length) == pytest.approx(0.4 * 60 / max(pace, aim), abs=0.01)
    assert seconds(last.length) == pytest.approx(0.4 * 60 / aim, abs=0.11)


def test_a_change_of_pace_ends_where_the_person_wants_and_the_breath_after_it_goes_on_so() -> None:
    ramp = _ramp(SLOWER, slowest_rate=5.0)
    assert (ramp.start_rate, ramp.end_rate) == (12, 5)
    assert ramp_step(ramp) == pytest.approx(1.03, abs=0.002)
    assert _lengths(SLOWER, slowest_rate=5.0) == [[4.8, 7.2]]


def test_a_pattern_that_does_not_go_on_from_the_change_stays() -> None:
    other = script(step(OWN, breathe(4, 4, shortest=20, longest=60)))
    assert _lengths(other, slowest_rate=5.0) == [[4, 4]]


def test_an_aim_that_is_not_safe_is_not_taken() -> None:
    assert _ramp(SLOWER, slowest_rate=3.0) == OWN


def test_every_cue_of_the_main_pattern_is_breathed_in_the_persons_lengths() -> None:
    breathing = script(
        step(
            breathe(3, 4, shortest=20, longest=20),
            breathe(4, 6, shortest=60, longest=90),
            breathe(4, 6, shortest=60, longest=90),
        )
    )
    assert _lengths(breathing, breath=BreathPattern(5, 7)) == [[3, 4], [5, 7], [5, 7]]


def test_lengths_that_are_not_safe_are_not_taken() -> None:
    breathing = script(step(breathe(4, 6, shortest=60, longest=90)))
    assert _lengths(breathing, breath=BreathPattern(5, 12)) == [[4, 6]]
    assert _lengths(breathing, breath=BreathPattern(4, 6, hold=3)) == [[4, 6]]


def test_holds_of_the_persons_lengths_are_dropped_with_all_others() -> None:
    box = script(step(breathe(4, 4, 4, 4, shortest=60, longest=90)))
    wanted = BreathPattern(3, 5, 2, 1)
    assert _lengths(box, breath=wanted) == [[3, 2, 5, 1]]
    assert _lengths(box, breath=wanted, no_breath_holds=True) == [[3, 5]]


def test_a_change_of_pace_is_not_given_the_lengths_of_a_pattern() -> None:
    assert _lengths(SLOWER, breath=BreathPattern(5, 5)) == [[4, 6]]


@given(scripts)
def test_who_asks_for_nothing_breathes_as_the_script_says(given_script: Script) -> None:
    tailored = tailor(given_script, Tailoring())
    breathing = [cue for each in given_script.steps for cue in each.cues if _breathes(cue)]
    assert [cue for each in tailored.steps for cue in each.cues if _breathes(cue)] == breathing


def _breathes(cue: Cue) -> bool:
    return isinstance(cue, Breathe | BreatheRamp)
