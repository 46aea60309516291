"""Tests of the ways in words."""

from __future__ import annotations

import pytest

from relaxapp.session.course import Stage, Standing, Tally
from relaxapp.session.paths import Path, Place
from relaxapp.ui.pages import path_words

NONE = Tally(sessions=0, rated=0, drops=0)


@pytest.mark.parametrize("path", Path)
def test_every_way_has_a_title_of_its_own_and_says_what_it_is_for(path: Path) -> None:
    assert path_words.purpose(path).endswith(".")
    assert [path_words.title(each) for each in Path].count(path_words.title(path)) == 1


def test_every_place_has_words() -> None:
    assert len({path_words.place_name(place) for place in Place}) == len(Place)
    assert all(path_words.place_label(place.script_id) for place in Place)
    assert path_words.place_label("breath-box") == ""


def test_who_has_not_begun_is_told_where_it_begins() -> None:
    words = path_words.where(Standing(Stage.SIXTEEN, "pmr-16", NONE))
    assert words.startswith("The course begins here.")


def test_who_does_not_rate_is_not_counted_as_failing() -> None:
    words = path_words.where(Standing(Stage.CUE, "pmr-cue", Tally(sessions=4, rated=0, drops=0)))
    assert words.startswith("The cue word: this is where you are.")
    assert "0" not in words


def test_the_figures_so_far_are_told_without_hurry() -> None:
    words = path_words.where(Standing(Stage.FOUR, "pmr-4", Tally(sessions=9, rated=5, drops=2)))
    assert words == (
        "Four groups: 2 of the last 5 sessions took 2 or more off your tension so far. With 3 of 5 "
        "the next step is offered. There is no hurry."
    )


def test_the_last_stage_there_is_offers_nothing_further() -> None:
    words = path_words.where(Standing(Stage.FOUR, "pmr-4", Tally(sessions=5, rated=5, drops=5)))
    assert "furthest" in words
    assert "offered" not in words


def test_the_everyday_stage_needs_no_figures() -> None:
    standing = Standing(Stage.EVERYDAY, "pmr-rapid", Tally(sessions=5, rated=5, drops=0))
    assert "many times a day" in path_words.where(standing)


@pytest.mark.parametrize("script_id", [*Path.FIRST_WEEK.script_ids(), "pmr-passive"])
def test_every_session_of_the_first_week_has_a_reason(script_id: str) -> None:
    assert path_words.first_week_reason(script_id).endswith(".")
