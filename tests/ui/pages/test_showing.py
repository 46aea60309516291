"""What of a session is seen at a position."""

from __future__ import annotations

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
    fullness_of,
    group_number,
    is_easing,
    scene_of,
    seconds_left,
    view_of,
)
from tests.ui.leading import Part, breaths, muscles, shore, timeline_of

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


def test_a_session_of_words_alone_has_the_resting_orb() -> None:
    assert view_of(timeline_of([Part("Words", PhaseKind.SAY, 5)]), 0) is View.BREATH
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


@given(st.floats(10, 50))
def test_the_lungs_never_jump(seconds: float) -> None:
    timeline = breaths()

    def fullness(at: float) -> float:
        position = frames(at)
        return fullness_of(timeline.at(position), position)

    assert 0 <= fullness(seconds) <= 1
    assert abs(fullness(seconds) - fullness(seconds - 1 / 60)) < 0.01


def test_the_breath_is_slow_at_both_ends() -> None:
    inhale = breaths().phases[1]

    def fullness(share: float) -> float:
        return fullness_of(inhale, inhale.start + round(inhale.length * share))

    assert fullness(0.1) < 0.05
    assert fullness(0.5) == pytest.approx(0.5, abs=0.001)
    assert fullness(0.9) > 0.95


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


def test_only_the_beginning_of_a_phase_eases() -> None:
    tense = muscles().phases[1]
    assert is_easing(tense, tense.start + frames(0.1))
    assert not is_easing(tense, tense.start + frames(1))
    assert not is_easing(muscles().phases[0], frames(0.1))


@pytest.mark.parametrize("kind", PhaseKind)
def test_every_kind_of_phase_has_a_word(kind: PhaseKind) -> None:
    assert phase_word(kind)


def test_a_screen_reader_is_told_what_to_do_with_what_and_nothing_the_voice_says() -> None:
    settle, tense = muscles().phases[:2]
    assert announcement(tense) == "Tense: shoulders"
    assert announcement(settle) == ""
