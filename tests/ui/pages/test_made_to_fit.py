"""Tests of what a person's choices change about a script."""

from __future__ import annotations

from relaxapp.script.body import Area, Side
from relaxapp.script.parser import parse
from relaxapp.timeline.tailoring import Tailoring
from relaxapp.ui.pages.made_to_fit import fit_of
from tests.ui.house import BREATH, SHOULDERS

SCRIPT = parse(SHOULDERS, "shoulders")


def test_the_areas_are_those_of_the_script_in_the_order_of_the_body() -> None:
    assert fit_of(SCRIPT, Tailoring()).areas == (
        Area.JAW,
        Area.RIGHT_SHOULDER,
        Area.LEFT_SHOULDER,
    )


def test_only_what_is_in_the_script_counts_as_left_out_or_imagined() -> None:
    tailoring = Tailoring(
        left_out=frozenset({Area.JAW, Area.LEFT_FOOT}),
        imagined=frozenset({Area.LEFT_SHOULDER, Area.CHEST}),
    )
    fit = fit_of(SCRIPT, tailoring)
    assert fit.left_out == (Area.JAW,)
    assert fit.imagined == (Area.LEFT_SHOULDER,)


def test_without_tensing_everything_tensed_is_imagined() -> None:
    fit = fit_of(SCRIPT, Tailoring(no_tensing=True))
    assert fit.imagined == fit.areas


def test_a_script_says_what_it_holds() -> None:
    muscles, breath = fit_of(SCRIPT, Tailoring()), fit_of(parse(BREATH, "b"), Tailoring())
    assert (muscles.tenses, muscles.holds_breath, muscles.ambiences) == (True, True, ("rain",))
    assert (breath.tenses, breath.holds_breath, breath.ambiences) == (False, False, ())
    assert breath.areas == ()


def test_sides_are_found_inside_repeats_and_follow_the_stronger_hand() -> None:
    text = SHOULDERS.replace(
        "[tense jaw for 5s]\nPress.\n\n[release for 20s to 60s]\nAnd let go.",
        "[repeat 2 times]\n\n[tense dominant hand for 5s]\nPress.\n\n"
        "[release for 20s to 60s]\nAnd let go.\n\n[end repeat]",
    )
    fit = fit_of(parse(text, "sided"), Tailoring(stronger_hand=Side.LEFT))
    assert fit.has_sides
    assert Area.LEFT_HAND in fit.areas
    assert not fit_of(SCRIPT, Tailoring()).has_sides


def test_a_hand_that_is_only_spoken_of_counts_as_a_side() -> None:
    text = SHOULDERS.replace("Press.", "Press, with the {dominant} hand.")
    assert fit_of(parse(text, "sided"), Tailoring()).has_sides


def test_a_script_says_whether_it_has_words_for_open_eyes() -> None:
    text = SHOULDERS.replace(
        "Open your eyes.", "{eyes closed: Open your eyes.} {eyes open: Your {other} hand.}"
    )
    eyed = parse(text, "eyed")
    closed, opened = (fit_of(eyed, Tailoring(eyes_open=each)) for each in (False, True))
    assert (closed.has_eyes, opened.has_eyes) == (True, True)
    assert (closed.has_sides, opened.has_sides) == (False, True)
    assert not fit_of(SCRIPT, Tailoring()).has_eyes
