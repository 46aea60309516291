"""A script made to fit a person."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.script.body import Area, Group, Side
from relaxapp.script.breath_pattern import BreathPattern
from relaxapp.script.condition import Condition
from relaxapp.script.cue import Breathe, Imagine, Note, Notice, Release, Say, Sound, Tense
from relaxapp.script.script import Form, Rounds
from relaxapp.script.span import Count, Span
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.phase import PhaseKind
from relaxapp.timeline.tailoring import Tailoring, tailor
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

RETURN = step(say("Look around."), title="Return")


def _words(given_script: Script) -> list[str]:
    return [
        text
        for each in given_script.steps
        for cue in each.cues
        if not isinstance(cue, Sound | Note)
        for text in getattr(cue, "words", ())
    ]


def test_a_step_that_is_all_about_a_left_out_area_goes_as_a_whole() -> None:
    jaw = step(say("Now the jaw."), tense("jaw"), release("jaw"), title="Jaw")
    tailored = tailor(script(jaw, RETURN), Tailoring(left_out=frozenset({Area.JAW})))
    assert [each.title for each in tailored.steps] == ["Return"]


def test_where_other_cues_remain_only_what_belongs_to_the_left_out_one_goes() -> None:
    face = step(
        say("The forehead first."),
        tense("forehead"),
        release("forehead", 20, 40, "Smooth."),
        say("Now the jaw."),
        tense("jaw"),
        release("jaw", 20, 40, "Loose."),
        say("The whole face."),
    )
    tailored = tailor(script(face, RETURN), Tailoring(left_out=frozenset({Area.JAW})))
    assert _words(tailored) == [
        "The forehead first.",
        "Smooth.",
        "The whole face.",
        "Look around.",
    ]


def test_a_tension_that_touches_a_left_out_area_is_left_out() -> None:
    arm = step(tense("right arm"), release("right arm"), title="Arm")
    tailored = tailor(script(arm, RETURN), Tailoring(left_out=frozenset({Area.RIGHT_HAND})))
    assert [each.title for each in tailored.steps] == ["Return"]


def test_a_notice_goes_only_if_nothing_of_it_remains() -> None:
    body = step(Notice(line=1, group=Group(("whole body",)), seconds=Span(10, 20)), title="Body")
    tailored = tailor(script(body, RETURN), Tailoring(left_out=frozenset({Area.JAW})))
    assert [each.title for each in tailored.steps] == ["Body", "Return"]


def test_the_last_step_stays_whatever_is_left_out() -> None:
    last = step(tense("jaw"), release("jaw"), say("Look around."), title="Return")
    tailored = tailor(script(last), Tailoring(left_out=frozenset(Area)))
    assert _words(tailored) == ["Look around."]


def test_an_imagined_tension_is_announced_and_only_noticed_for_as_long() -> None:
    jaw = step(tense("jaw", 5, "Press."), release("jaw", 20, 40, "And let go."), title="Jaw")
    tailored = tailor(script(jaw, RETURN), Tailoring(imagined=frozenset({Area.JAW})))
    announced, noticed, released = tailored.steps[0].cues
    assert isinstance(announced, Say)
    assert isinstance(noticed, Notice)
    assert (noticed.seconds, noticed.words) == (Span(5, 5), ("Press.",))
    assert isinstance(released, Release)


@given(scripts)
def test_without_tensing_nothing_is_tensed(given_script: Script) -> None:
    tailored = tailor(given_script, Tailoring(no_tensing=True))
    timeline = Fitting(tailored, LENGTHS).usual()
    assert not [phase for phase in timeline.phases if phase.kind is PhaseKind.TENSE]


@given(scripts)
def test_without_breath_holds_every_breath_that_moves_goes_on(given_script: Script) -> None:
    tailored = tailor(given_script, Tailoring(no_breath_holds=True))
    for phase in Fitting(tailored, LENGTHS).usual().phases:
        if phase.kind in {PhaseKind.HOLD, PhaseKind.REST}:
            assert phase.breath is not None
            # Only a pattern that is nothing but a hold keeps it.
            assert phase.breath.fullness_at_start == phase.breath.fullness_at_end == 0


def test_a_pattern_without_its_holds_keeps_its_other_parts() -> None:
    box = step(breathe(4, 4, 5, 4, shortest=60, longest=60))
    (cue,) = tailor(script(box), Tailoring(no_breath_holds=True)).steps[0].cues
    assert isinstance(cue, Breathe)
    assert [part.seconds for part in cue.parts] == [4, 5]


@pytest.mark.parametrize(("hand", "stronger"), [(Side.RIGHT, "right"), (Side.LEFT, "left")])
def test_dominant_means_the_side_of_the_stronger_hand_in_words_and_groups(
    hand: Side, stronger: str
) -> None:
    arm = step(
        say("{dominant} hand first."),
        tense("dominant arm", 6, "The {dominant} one."),
        title="{dominant} arm",
    )
    tailored = tailor(script(arm, RETURN), Tailoring(stronger_hand=hand)).steps[0]
    said, tensed = tailored.cues
    assert tailored.title == f"{stronger.capitalize()} arm"
    assert isinstance(said, Say)
    assert said.words == (f"{stronger.capitalize()} hand first.",)
    assert isinstance(tensed, Tense)
    assert tensed.words == (f"The {stronger} one.",)
    assert tensed.group.names == (f"{stronger} arm",)


def test_a_german_script_gets_german_words() -> None:
    jaw = step(tense("jaw"), say("Die {dominant} Hand."))
    tailored = tailor(script(jaw, language="de"), Tailoring(no_tensing=True))
    assert _words(tailored)[0].startswith("Das hier nur in der Vorstellung")
    assert _words(tailored)[-1] == "Die rechte Hand."


def test_steps_inside_rounds_are_left_out_too() -> None:
    rounds = Rounds(
        line=1,
        times=Count(2, 2),
        parts=(
            step(tense("jaw"), release("jaw"), title="Jaw"),
            step(tense("neck"), release("neck"), title="Neck"),
        ),
    )
    tailored = tailor(script(rounds, RETURN), Tailoring(left_out=frozenset({Area.JAW})))
    assert [each.title for each in tailored.steps] == ["Neck", "Return"]


@given(scripts, st.frozensets(st.sampled_from(Area)), st.frozensets(st.sampled_from(Area)))
def test_any_tailoring_leaves_a_session_that_touches_nothing_left_out(
    given_script: Script, left_out: frozenset[Area], imagined: frozenset[Area]
) -> None:
    tailored = tailor(given_script, Tailoring(left_out=left_out, imagined=imagined))
    for phase in Fitting(tailored, LENGTHS).usual().phases:
        if phase.kind is PhaseKind.TENSE:
            assert not phase.areas & (left_out | imagined)


def test_what_is_not_about_the_body_stays_as_it_is() -> None:
    quiet = step(
        say("Sit."),
        pause(5, 10, "Rest."),
        Imagine(line=1, scene="shore", seconds=Span(10, 20), words=("Listen.",)),
    )
    given_script = script(quiet)
    assert tailor(given_script, Tailoring(left_out=frozenset(Area))) == given_script


def test_who_keeps_the_eyes_open_is_led_in_other_words() -> None:
    closed, opened = step(say("Close."), title="One"), step(say("Look."), title="One")
    given_script = replace(
        script(closed), forms=(Form(frozenset({Condition.EYES_OPEN}), script(opened).parts),)
    )

    assert _words(tailor(given_script, Tailoring())) == ["Close."]
    assert _words(tailor(given_script, Tailoring(eyes_open=True))) == ["Look."]
    assert not tailor(given_script, Tailoring()).forms


def test_a_script_without_such_words_is_the_same_for_all_eyes() -> None:
    given_script = script(step(say("Sit.")))

    assert tailor(given_script, Tailoring(eyes_open=True)) == given_script


@pytest.mark.parametrize(
    ("tailoring", "words"),
    [
        (Tailoring(), "Stay."),
        (Tailoring(no_breath_holds=True), "Breathe on."),
        (Tailoring(breath=BreathPattern(4, 6)), "Breathe on."),
        (Tailoring(breath=BreathPattern(4, 6, hold=2)), "Stay."),
    ],
)
def test_who_holds_no_breath_is_told_of_none(tailoring: Tailoring, words: str) -> None:
    held, through = (step(say(each)) for each in ("Stay.", "Breathe on."))
    form = Form(frozenset({Condition.NO_HOLDS}), script(through).parts)
    given_script = replace(script(held), forms=(form,))

    assert _words(tailor(given_script, tailoring)) == [words]


@pytest.mark.parametrize(
    ("hand", "words"),
    [
        (Side.RIGHT, ["Der rechte Arm.", "Heb deinen linken Arm."]),
        (Side.LEFT, ["Der linke Arm.", "Heb deinen rechten Arm."]),
    ],
)
def test_a_german_script_has_german_sides(hand: Side, words: list[str]) -> None:
    arm = step(say("Der {dominant} Arm.", "Heb {other:deinen rechten|deinen linken} Arm."))
    tailored = tailor(script(arm, language="de-AT"), Tailoring(stronger_hand=hand))

    assert _words(tailored) == words
