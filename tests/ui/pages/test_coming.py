"""What is said to come next."""

from __future__ import annotations

from relaxapp.timeline.phase import PhaseKind
from relaxapp.ui.pages.coming import NOTHING, Coming, coming_after
from relaxapp.ui.pages.phase_words import coming_words
from tests.ui.leading import Part, breaths, muscles, shore, timeline_of


def words(coming: Coming, *, times: bool = True) -> str:
    return coming_words(coming, times=times)


def test_while_letting_go_the_next_group_is_said_with_what_to_do() -> None:
    assert coming_after(muscles(), 2) == Coming(group="jaw", kind=PhaseKind.TENSE)
    assert words(coming_after(muscles(), 2)) == "Next: jaw  ·  tense"


def test_after_the_last_group_the_next_step_is_said() -> None:
    assert words(coming_after(muscles(), 4)) == "Next: Return"


def test_a_group_that_is_only_imagined_is_said_to_be() -> None:
    timeline = timeline_of(
        [
            Part("Jaw", PhaseKind.TENSE, 6, "jaw"),
            Part("Jaw", PhaseKind.RELEASE, 20, "jaw"),
            Part("Neck", PhaseKind.SAY, 4),
            Part("Neck", PhaseKind.NOTICE, 6, "neck"),
            Part("Neck", PhaseKind.RELEASE, 20, "neck"),
        ]
    )
    assert words(coming_after(timeline, 1)) == "Next: neck  ·  imagine"
    assert coming_after(timeline, 2) == NOTHING


def test_at_the_end_of_a_quiet_step_the_next_one_is_said() -> None:
    assert words(coming_after(muscles(), 0)) == "Next: Shoulders"
    assert words(coming_after(shore(), 0)) == "Next: Shore"


def test_words_before_an_exercise_of_the_same_step_say_nothing() -> None:
    timeline = timeline_of(
        [
            Part("Jaw", PhaseKind.SAY, 5),
            Part("Jaw", PhaseKind.TENSE, 6, "jaw"),
            Part("Return", PhaseKind.SAY, 5),
        ]
    )
    assert coming_after(timeline, 0) == NOTHING


def test_a_phase_that_asks_for_something_and_the_last_step_say_nothing() -> None:
    assert coming_after(muscles(), 1) == NOTHING
    assert coming_after(muscles(), 5) == NOTHING
    assert words(NOTHING) == ""


def test_breaths_are_counted_down_unless_times_are_kept_from_sight() -> None:
    assert words(coming_after(breaths(), 1)) == "4 breaths left"
    assert words(coming_after(breaths(), 8)) == "Last breath"
    assert words(coming_after(breaths(), 1), times=False) == ""
    assert words(coming_after(muscles(), 2), times=False) == "Next: jaw  ·  tense"
