"""A session made a bit longer from where it is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from relaxapp.script.script import Ending
from relaxapp.timeline.clip import Bus, frames
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengthening import lengthen
from relaxapp.timeline.phase import PhaseKind
from tests.timeline.scripts import (
    LENGTHS,
    breathe,
    pause,
    release,
    say,
    script,
    scripts,
    step,
    tense,
)

if TYPE_CHECKING:
    from relaxapp.script.script import Script

EXTRA = frames(30)


@given(scripts, st.floats(0, 1))
def test_nothing_before_the_present_changes_and_all_still_abuts(
    given_script: Script, where: float
) -> None:
    before = Fitting(given_script, LENGTHS).usual()
    frame = int(where * (before.length - 1))
    after = lengthen(before, frame, EXTRA)
    assert after.phases[0].start == 0
    assert all(one.end == other.start for one, other in pairwise(after.phases))
    assert all(one.end == other.start for one, other in pairwise(after.steps))
    assert after.length == after.phases[-1].end == after.steps[-1].end >= before.length
    heard = [clip for clip in before.clips if clip.end <= frame]
    assert [clip for clip in after.clips if clip.end <= frame] == heard
    assert after.at(frame).kind is before.at(frame).kind
    assert after.at(frame).start == before.at(frame).start


def test_a_release_grows_by_just_that_much() -> None:
    timeline = Fitting(script(step(tense("jaw"), release("jaw"))), LENGTHS).usual()
    releasing = next(phase for phase in timeline.phases if phase.kind is PhaseKind.RELEASE)
    longer = lengthen(timeline, releasing.start, EXTRA)
    grown = next(phase for phase in longer.phases if phase.kind is PhaseKind.RELEASE)
    assert grown.length == releasing.length + EXTRA
    assert longer.length == timeline.length + EXTRA


def test_a_tension_is_not_drawn_out_but_the_release_after_it() -> None:
    timeline = Fitting(script(step(tense("jaw"), release("jaw"))), LENGTHS).usual()
    tensing = next(phase for phase in timeline.phases if phase.kind is PhaseKind.TENSE)
    longer = lengthen(timeline, tensing.start, EXTRA)
    assert tensing in longer.phases
    assert longer.length == timeline.length + EXTRA


def test_breathing_gains_whole_breaths_that_are_counted_and_heard() -> None:
    exercise = step(breathe(4, 6, shortest=50, longest=50), title="Breathe")
    timeline = Fitting(script(exercise), LENGTHS).usual()
    third = [phase for phase in timeline.phases if phase.kind is PhaseKind.INHALE][2]
    longer = lengthen(timeline, third.start, EXTRA)
    breaths = [phase.breath for phase in longer.phases if phase.breath]
    assert [breath.cycle for breath in breaths] == [n for n in range(1, 9) for _ in range(2)]
    assert {breath.cycles for breath in breaths} == {8}
    swells = [clip for clip in longer.clips if clip.bus is Bus.BREATH]
    moving = [phase for phase in longer.phases if phase.breath]
    assert [(clip.at, clip.length) for clip in swells] == [
        (phase.start, phase.length) for phase in moving
    ]


def test_ambience_goes_on_through_what_was_added() -> None:
    timeline = Fitting(script(step(pause(10, 10))), LENGTHS).usual()
    longer = lengthen(timeline, 0, EXTRA)
    (ambience,) = (clip for clip in longer.clips if clip.bus is Bus.AMBIENCE)
    assert (ambience.at, ambience.length) == (0, longer.length)


def test_where_nothing_may_stretch_the_timeline_stays_as_it_is() -> None:
    timeline = Fitting(script(step(say("Sit.")), ending=Ending.SLEEP), LENGTHS).usual()
    said = timeline.phases[-1]
    assert lengthen(timeline, said.start, EXTRA) is timeline
