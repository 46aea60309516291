"""A session that leaves areas of the body out from where it is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from relaxapp.script.body import AREAS_BY_NAME, Area, Group
from relaxapp.script.cue import Note, Notice, Say, Wait
from relaxapp.script.script import Ending
from relaxapp.script.span import Span
from relaxapp.timeline.clip import Bus, frames
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.layout import STEP_CUE
from relaxapp.timeline.leaving_out import QUIET_FRAMES, leave_out
from relaxapp.timeline.phase import PhaseKind
from tests.timeline.scripts import LENGTHS, pause, release, say, script, scripts, step, tense

if TYPE_CHECKING:
    from relaxapp.script.script import Script
    from relaxapp.timeline.phase import Phase
    from relaxapp.timeline.timeline import Timeline

CALF = AREAS_BY_NAME["right calf"]
JAW = AREAS_BY_NAME["jaw"]

area_sets = st.frozensets(st.sampled_from(Area), max_size=6)


def laid_out(given_script: Script) -> Timeline:
    return Fitting(given_script, LENGTHS).usual()


def first(timeline: Timeline, kind: PhaseKind, group: str) -> Phase:
    return next(each for each in timeline.phases if (each.kind, each.group) == (kind, group))


def titles(timeline: Timeline) -> list[str]:
    return [each.title for each in timeline.steps]


LEGS = laid_out(
    script(
        step(pause(10, 20), title="Settle"),
        step(say("Now your calf."), tense("right calf"), release("right calf"), title="Calf"),
        step(say("And your jaw."), tense("jaw"), release("jaw"), title="Jaw"),
        step(say("The calf again."), tense("right calf"), release("right calf"), title="Again"),
        step(pause(10, 20), say("Look around."), title="Return"),
    )
)


@given(scripts, st.floats(0, 1), area_sets)
def test_nothing_before_the_present_changes_and_all_still_abuts(
    given_script: Script, where: float, areas: frozenset[Area]
) -> None:
    before = laid_out(given_script)
    frame = int(where * (before.length - 1))
    after = leave_out(before, frame, areas)
    assert after.phases[0].start == after.steps[0].start == 0
    assert all(one.end == other.start for one, other in pairwise(after.phases))
    assert all(one.end == other.start for one, other in pairwise(after.steps))
    assert all(each.length > 0 for each in after.phases)
    assert after.length == after.phases[-1].end == after.steps[-1].end
    for phase in after.phases:
        span = after.steps[phase.step]
        assert span.start <= phase.start <= phase.end <= span.end
    here = before.index_at(frame)
    assert after.phases[:here] == before.phases[:here]
    assert {each for each in before.clips if each.end <= frame} <= set(after.clips)
    begun = [(each.at, each.sound) for each in before.clips if each.at < frame]
    assert [(each.at, each.sound) for each in after.clips if each.at < frame] == begun
    assert [each for each in after.stops if each <= frame] == [
        each for each in before.stops if each <= frame
    ]
    if frame:
        assert after.caption_at(frame - 1) == before.caption_at(frame - 1)


@given(scripts, st.floats(0, 1), area_sets)
def test_no_phase_of_those_areas_comes_after(
    given_script: Script, where: float, areas: frozenset[Area]
) -> None:
    before = laid_out(given_script)
    frame = int(where * (before.length - 1))
    after = leave_out(before, frame, areas)
    for phase in after.phases:
        if phase.start < frame:
            continue
        if phase.kind in {PhaseKind.TENSE, PhaseKind.RELEASE}:
            assert phase.areas.isdisjoint(areas)
        if phase.kind is PhaseKind.NOTICE:
            assert not phase.areas <= areas


@given(scripts, st.floats(0, 1), area_sets)
def test_everything_is_where_its_phase_is(
    given_script: Script, where: float, areas: frozenset[Area]
) -> None:
    before = laid_out(given_script)
    after = leave_out(before, int(where * (before.length - 1)), areas)
    assert list(after.captions) == sorted(after.captions, key=lambda each: each.start)
    assert all(one.end <= other.start for one, other in pairwise(after.captions))
    assert all(0 <= each.at < after.length for each in after.clips)
    assert all(each.end <= after.length for each in after.clips if each.bus is Bus.AMBIENCE)
    assert set(after.stops) == {each.end for each in after.phases if each.kind is PhaseKind.WAIT}
    assert titles(after)[-1] == titles(before)[-1]
    swells = {each.at for each in after.clips if each.bus is Bus.BREATH}
    assert swells == {each.start for each in after.phases if each.breath is not None}


@given(scripts, st.floats(0, 1), area_sets)
def test_the_ambience_goes_on(given_script: Script, where: float, areas: frozenset[Area]) -> None:
    before = laid_out(given_script)
    frame = int(where * (before.length - 1))
    after = leave_out(before, frame, areas)

    def sounding(timeline: Timeline) -> list[object]:
        return [
            (each.at, each.sound)
            for each in timeline.clips
            if each.bus is Bus.AMBIENCE and each.at <= frame < each.end
        ]

    assert sounding(after) == sounding(before)


def test_the_ambience_goes_on_from_the_very_first_frame() -> None:
    before = laid_out(script(step(tense("forehead")), step(pause(5, 5))))
    after = leave_out(before, 0, frozenset({Area.FOREHEAD}))
    rain = [each for each in after.clips if each.bus is Bus.AMBIENCE]
    assert (rain[0].at, rain[0].end) == (0, after.length)


@given(scripts, st.floats(0, 1), area_sets)
def test_leaving_out_what_is_left_out_changes_nothing(
    given_script: Script, where: float, areas: frozenset[Area]
) -> None:
    before = laid_out(given_script)
    frame = int(where * (before.length - 1))
    once = leave_out(before, frame, areas)
    assert leave_out(once, frame, areas) == once


def test_a_tension_is_broken_off_and_followed_by_a_short_quiet() -> None:
    tensing = first(LEGS, PhaseKind.TENSE, "right calf")
    frame = tensing.start + frames(2)
    after = leave_out(LEGS, frame, CALF)
    here = after.index_at(frame)
    assert after.phases[here - 1].end == frame
    assert after.phases[here].kind is PhaseKind.PAUSE
    assert after.phases[here].length == QUIET_FRAMES
    assert after.phases[here + 1].text == "And your jaw."


def test_a_step_of_nothing_else_goes_as_a_whole_later_on() -> None:
    frame = first(LEGS, PhaseKind.TENSE, "right calf").start + frames(2)
    after = leave_out(LEGS, frame, CALF)
    assert titles(after) == ["Settle", "Calf", "Jaw", "Return"]
    texts = {caption.text for caption in after.captions if caption.start >= frame}
    assert texts == {"And your jaw.", "Look around."}


def test_a_sentence_that_is_being_said_is_broken_off_with_the_group() -> None:
    timeline = laid_out(
        script(
            step(tense("jaw"), release("jaw", 20, 20, "Let it hang, quite loosely."), title="Jaw"),
            step(pause(5, 5), title="Return"),
        )
    )
    saying = next(each for each in timeline.clips if each.bus is Bus.VOICE)
    frame = saying.at + saying.length // 2
    after = leave_out(timeline, frame, JAW)
    (cut,) = (each for each in after.clips if each.bus is Bus.VOICE)
    assert (cut.at, cut.end) == (saying.at, frame)
    assert after.caption_at(frame - 1) == "Let it hang, quite loosely."
    assert after.caption_at(frame) == ""


def test_words_that_lead_up_go_with_the_tension_and_others_in_the_step_stay() -> None:
    timeline = laid_out(
        script(
            step(
                say("Now your jaw."),
                tense("jaw"),
                release("jaw"),
                say("Now your calf."),
                tense("right calf"),
                release("right calf"),
                title="Both",
            ),
            step(pause(5, 5), title="Return"),
        )
    )
    after = leave_out(timeline, 0, JAW)
    assert [each.text for each in after.captions] == ["Now your calf."]
    assert titles(after) == ["Both", "Return"]


def test_what_is_wider_than_the_areas_is_still_dwelt_on() -> None:
    whole = Notice(line=1, group=Group(("whole body",)), seconds=Span.exactly(30))
    timeline = laid_out(script(step(whole, title="Body"), step(pause(5, 5), title="Return")))
    assert leave_out(timeline, 0, JAW) == timeline


def test_a_session_without_the_area_stays_the_very_same() -> None:
    assert leave_out(LEGS, 0, AREAS_BY_NAME["forehead"]) is LEGS


def test_at_the_very_end_nothing_is_left_to_leave_out() -> None:
    assert leave_out(LEGS, LEGS.length, CALF) is LEGS


def test_a_last_step_of_nothing_else_leaves_a_short_quiet() -> None:
    timeline = laid_out(
        script(
            step(pause(5, 5), title="Settle"),
            step(tense("jaw"), release("jaw"), title="Jaw"),
            ending=Ending.SLEEP,
        )
    )
    after = leave_out(timeline, 0, JAW)
    assert titles(after) == ["Settle", "Jaw"]
    assert after.phases[-1].kind is PhaseKind.PAUSE
    assert after.phases[-1].length == QUIET_FRAMES


def test_a_step_that_loses_its_beginning_is_still_rung_in() -> None:
    timeline = laid_out(
        script(
            step(pause(5, 5), title="Settle"),
            step(
                say("Now your jaw."),
                tense("jaw"),
                release("jaw"),
                say("Now your calf."),
                tense("right calf"),
                release("right calf"),
                title="Both",
            ),
            step(pause(5, 5), title="Return"),
        )
    )
    after = leave_out(timeline, 0, JAW)
    rung = [each.at for each in after.clips if each.sound == STEP_CUE]
    assert rung == [each.start for each in after.steps[1:]]


def test_a_note_goes_with_what_it_is_about() -> None:
    timeline = laid_out(
        script(
            step(
                tense("right calf"),
                release("right calf"),
                Note(line=1, text="Teeth apart."),
                tense("jaw"),
                release("jaw"),
                pause(5, 5),
                title="Both",
            ),
            step(pause(5, 5), title="Return"),
        )
    )
    assert any(each.note for each in timeline.phases)
    assert not any(each.note for each in leave_out(timeline, 0, JAW).phases)


def test_a_wait_in_a_step_that_goes_is_not_waited_at() -> None:
    timeline = laid_out(
        script(
            step(Say(line=1, words=("Arrive.",)), title="Settle"),
            step(tense("jaw"), release("jaw"), Wait(line=1), title="Jaw"),
            step(pause(5, 5), title="Return"),
        )
    )
    assert timeline.stops
    assert leave_out(timeline, 0, JAW).stops == ()
