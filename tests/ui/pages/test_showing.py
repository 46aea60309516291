"""What of a session is seen at a position."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.script.body import AREAS_BY_NAME, Area
from relaxapp.timeline.clip import frames
from relaxapp.timeline.phase import PhaseKind
from relaxapp.ui.pages.phase_words import announcement, phase_word
from relaxapp.ui.pages.showing import (
    FINISHED_CALM,
    View,
    area_states,
    attention_of,
    between,
    counted_lights,
    eased,
    group_number,
    is_imagined,
    lights_at,
    scene_of,
    seconds_left,
    settled_states,
    view_of,
)
from relaxapp.ui.painted.body_map import AreaState
from tests.ui.leading import Part, breaths, muscles, shore, timeline_of

if TYPE_CHECKING:
    from relaxapp.timeline.timeline import Timeline


def scanned() -> Timeline:
    """Shoulders tense and let go; jaw imagined and let go; arms noticed; quiet time."""
    return timeline_of(
        [
            Part("Shoulders", PhaseKind.TENSE, 6, "shoulders"),
            Part("Shoulders", PhaseKind.RELEASE, 20, "shoulders"),
            Part("Jaw", PhaseKind.NOTICE, 6, "jaw"),
            Part("Jaw", PhaseKind.RELEASE, 20, "jaw"),
            Part("Arms", PhaseKind.NOTICE, 30, "arms"),
            Part("Rest", PhaseKind.PAUSE, 10),
        ]
    )


SHOULDERS = AREAS_BY_NAME["shoulders"]
NOBODY = frozenset[Area]()


def test_words_before_an_exercise_are_shown_with_its_picture() -> None:
    assert view_of(muscles(), 0) is View.BODY
    assert view_of(breaths(), 0) is View.BREATH
    assert view_of(shore(), 0) is View.SCENE


def test_words_after_an_exercise_keep_its_picture() -> None:
    assert view_of(muscles(), 5) is View.BODY
    assert view_of(shore(), 2) is View.SCENE


def test_words_between_two_exercises_belong_to_their_step() -> None:
    mixed = timeline_of(
        [
            Part("Jaw", PhaseKind.TENSE, 5, "jaw"),
            Part("Jaw", PhaseKind.PAUSE, 5),
            Part("Shore", PhaseKind.SAY, 5),
            Part("Shore", PhaseKind.IMAGINE, 30, scene="shore"),
        ]
    )
    assert view_of(mixed, 1) is View.BODY
    assert view_of(mixed, 2) is View.SCENE


def test_a_single_step_of_words_alone_has_the_resting_orb() -> None:
    assert view_of(timeline_of([Part("Words", PhaseKind.SAY, 5)]), 0) is View.BREATH


def senses() -> Timeline:
    """Arrive 10 s; three to hear, 30 s; one to taste, 10 s."""
    return timeline_of(
        [
            Part("Arrive", PhaseKind.SAY, 10),
            Part("Three to hear", PhaseKind.PAUSE, 30),
            Part("One to taste", PhaseKind.PAUSE, 10),
        ]
    )


def test_steps_of_words_alone_are_counted_by_lights() -> None:
    assert {view_of(senses(), index) for index in range(3)} == {View.WORDS}


@pytest.mark.parametrize(
    ("second", "lights"),
    [
        (0, (0.0,)),
        (5, (0.5,)),
        (10, (0.0, 0.0, 0.0)),
        (15, (0.5, 0.0, 0.0)),
        (30, (1.0, 1.0, 0.0)),
        (35, (1.0, 1.0, 0.5)),
        (45, (0.5,)),
    ],
)
def test_a_step_that_names_a_number_has_so_many_lights(
    second: float, lights: tuple[float, ...]
) -> None:
    assert counted_lights(senses(), frames(second)) == pytest.approx(lights)


def test_without_numbers_each_step_has_its_light() -> None:
    words = timeline_of([Part(step, PhaseKind.SAY, 10) for step in ("Arrive", "Rest", "Close")])
    assert counted_lights(words, frames(15)) == pytest.approx((1.0, 0.5, 0.0))


@pytest.mark.parametrize(("title", "count"), [("5 to see", 5), ("Ten, slowly", 10), ("11 more", 2)])
def test_a_number_is_read_from_one_to_ten(title: str, count: int) -> None:
    words = timeline_of([Part(title, PhaseKind.SAY, 10), Part("Rest", PhaseKind.SAY, 10)])
    assert len(counted_lights(words, frames(2))) == count
    assert scene_of(timeline_of([Part("Words", PhaseKind.SAY, 5)]), 0) == ""


def test_the_scene_is_there_before_it_is_imagined_and_stays() -> None:
    assert [scene_of(shore(), index) for index in range(3)] == ["shore"] * 3


def test_a_tensed_area_becomes_warm_within_the_easing() -> None:
    timeline = muscles()
    start = frames(10)

    def warmth(seconds: float) -> float:
        states = area_states(timeline, 1, start + frames(seconds), NOBODY)
        return states[Area.LEFT_SHOULDER].warm

    assert warmth(0) == 0
    assert warmth(0.2) == pytest.approx(0.5)
    assert warmth(0.4) == 1
    assert warmth(5) == 1


def test_what_is_let_go_turns_from_warm_to_calm() -> None:
    timeline = muscles()
    at_first = area_states(timeline, 2, frames(16), NOBODY)[Area.LEFT_SHOULDER]
    later = area_states(timeline, 2, frames(18), NOBODY)[Area.LEFT_SHOULDER]
    assert (at_first.warm, at_first.calm) == (1, 0)
    assert (later.warm, later.calm) == (0, 1)


def test_a_finished_group_stays_calm_and_a_coming_one_is_plain() -> None:
    states = area_states(muscles(), 3, frames(50), NOBODY)
    assert all(states[area].calm == FINISHED_CALM for area in SHOULDERS)
    assert states[Area.JAW].warm == 1
    assert Area.CHEST not in states


def test_what_is_left_out_is_marked_in_every_phase() -> None:
    left_out = frozenset({Area.JAW, Area.LEFT_HAND})
    for index, phase in enumerate(muscles().phases):
        states = area_states(muscles(), index, phase.start, left_out)
        assert all(states[area].left_out and not states[area].warm for area in left_out)


@given(st.floats(0, 92), st.integers(0, 5))
def test_no_area_is_ever_more_than_warm_or_calm(seconds: float, index: int) -> None:
    for state in area_states(muscles(), index, frames(seconds), NOBODY).values():
        assert 0 <= state.warm <= 1
        assert 0 <= state.calm <= 1


def test_a_countdown_counts_seconds_begun_down_to_one() -> None:
    tense = muscles().phases[1]
    assert seconds_left(tense, tense.start) == 6
    assert seconds_left(tense, tense.start + 1) == 6
    assert seconds_left(tense, tense.start + frames(1)) == 5
    assert seconds_left(tense, tense.end - 1) == 1
    assert seconds_left(tense, tense.end) == 0


def test_groups_are_counted_once_however_often_they_come() -> None:
    twice = timeline_of(
        [
            Part("Jaw", PhaseKind.TENSE, 5, "jaw"),
            Part("Jaw", PhaseKind.RELEASE, 10, "jaw"),
            Part("Jaw", PhaseKind.TENSE, 5, "jaw"),
            Part("Neck", PhaseKind.TENSE, 5, "neck"),
            Part("Return", PhaseKind.SAY, 5),
        ]
    )
    assert [group_number(twice, index) for index in range(5)] == [(1, 2)] * 3 + [(2, 2), None]


def test_a_look_through_the_whole_body_is_no_group_of_a_session_that_lets_groups_go() -> None:
    looked_through = timeline_of(
        [
            Part("Jaw", PhaseKind.TENSE, 5, "jaw"),
            Part("Jaw", PhaseKind.RELEASE, 20, "jaw"),
            Part("All of it", PhaseKind.NOTICE, 20, "whole body"),
        ]
    )
    assert [group_number(looked_through, index) for index in range(3)] == [(1, 1), (1, 1), None]


def test_where_nothing_is_let_go_every_group_that_is_dwelt_on_counts() -> None:
    noticed = timeline_of(
        [
            Part("Jaw", PhaseKind.NOTICE, 20, "jaw"),
            Part("Neck", PhaseKind.NOTICE, 20, "neck"),
        ]
    )
    assert [group_number(noticed, index) for index in range(2)] == [(1, 2), (2, 2)]


@given(st.floats(0, 91.9))
def test_no_area_ever_jumps(seconds: float) -> None:
    """Also from a release to the next group, and at the end of what was noticed."""
    timeline = scanned()
    before, now = (
        area_states(timeline, timeline.index_at(position), position, NOBODY)
        for position in (frames(seconds), frames(seconds + 1 / 60))
    )
    for area in Area:
        old, new = before.get(area, AreaState()), now.get(area, AreaState())
        for one, other in (
            (old.warm, new.warm),
            (old.calm, new.calm),
            (old.imagined, new.imagined),
        ):
            assert abs(one - other) < 0.1


def test_after_a_jump_areas_ease_from_what_was_seen() -> None:
    seen = {Area.JAW: AreaState(warm=1.0)}
    wanted = {Area.NECK: AreaState(calm=1.0)}
    half = between(seen, wanted, eased(frames(100.2), frames(100)))
    assert half[Area.JAW].warm == pytest.approx(0.5)
    assert half[Area.NECK].calm == pytest.approx(0.5)
    assert between(seen, wanted, eased(frames(101), frames(100))) == wanted


def test_a_tension_in_the_mind_is_noticed_and_then_let_go() -> None:
    timeline = scanned()
    kinds = [timeline.phases[index].kind for index in range(6) if is_imagined(timeline, index)]
    assert kinds == [PhaseKind.NOTICE]
    index = next(index for index in range(6) if is_imagined(timeline, index))
    states = settled_states(timeline, index)
    assert {states[area].imagined for area in AREAS_BY_NAME["jaw"]} == {1.0}
    assert attention_of(timeline, index, NOBODY) == NOBODY


def test_a_light_goes_along_what_is_noticed_from_its_beginning_to_its_end() -> None:
    timeline = scanned()
    index = next(
        index
        for index, phase in enumerate(timeline.phases)
        if phase.kind is PhaseKind.NOTICE and not is_imagined(timeline, index)
    )
    phase = timeline.phases[index]
    first, last = (
        lights_at(timeline, index, position, NOBODY)[0]
        for position in (phase.start + frames(1), phase.end - frames(1))
    )
    assert last.y > first.y + 20
    assert lights_at(timeline, index, phase.start, phase.areas) == ()
    assert lights_at(timeline, index - 1, phase.start, NOBODY) == ()


@pytest.mark.parametrize("kind", PhaseKind)
def test_every_kind_of_phase_has_a_word(kind: PhaseKind) -> None:
    assert phase_word(kind)


def test_a_screen_reader_is_told_what_to_do_with_what_and_nothing_the_voice_says() -> None:
    settle, tense = muscles().phases[:2]
    assert announcement(tense) == "Tense: shoulders"
    assert announcement(settle) == ""
