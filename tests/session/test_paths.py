"""Tests of what in the log speaks for a way through the sessions."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.entry import Outcome
from relaxapp.session import paths
from relaxapp.session.paths import Path, Place
from tests.session.logged import NOW, logged

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry
    from relaxapp.script.body import Area

WEEK = frozenset(Path.FIRST_WEEK.script_ids())
PLACES = frozenset(Path.TENSION.script_ids())


def test_the_first_week_goes_from_grounding_to_muscles_to_a_long_breath_out() -> None:
    known: list[Entry] = []
    for script_id in ("ground-54321", "pmr-7", "breath-long-exhale"):
        assert paths.first_week(known, NOW, WEEK, no_tensing=False) == script_id
        known.insert(0, logged(script_id))
    assert paths.first_week(known, NOW, WEEK, no_tensing=False) is None


def test_a_session_that_was_broken_off_is_known_and_one_that_runs_is_not() -> None:
    stopped = logged("ground-54321", outcome=Outcome.STOPPED)
    assert paths.first_week([stopped], NOW, WEEK, no_tensing=False) == "pmr-7"
    running = logged("ground-54321", outcome=Outcome.RUNNING)
    assert paths.first_week([running], NOW, WEEK, no_tensing=False) == "ground-54321"


def test_who_tenses_nothing_gets_a_first_week_without() -> None:
    there = WEEK | {"pmr-passive"}
    grounded = [logged("ground-54321")]
    assert paths.first_week(grounded, NOW, there, no_tensing=True) == "pmr-passive"


@pytest.mark.parametrize(("days_ago", "is_new"), [(6.9, True), (7.1, False)])
def test_the_first_week_is_a_week(days_ago: float, *, is_new: bool) -> None:
    entries = [logged("breath-box"), logged("breath-box", days_ago=days_ago)]
    found = paths.first_week(entries, NOW, WEEK, no_tensing=False)
    assert (found is not None) == is_new


def test_every_way_has_sessions_and_every_place_areas_of_its_own() -> None:
    assert all(path.script_ids() for path in Path)
    seen: set[Area] = set()
    for place in Place:
        assert place.areas
        assert not seen & place.areas
        seen |= place.areas


def test_twitching_that_was_marked_once_is_chance() -> None:
    assert paths.twitching([logged("x", twitching=("left eye",))], NOW) is None


def test_twitching_is_counted_among_the_check_ins_with_marks() -> None:
    entries = [
        logged("x", twitching=("left eye",)),
        logged("x", days_ago=1),
        logged("x", days_ago=2, tense=("jaw",)),
        logged("x", days_ago=3, twitching=("left eye",)),
    ]
    found = paths.twitching(entries, NOW)
    assert found is not None
    assert (found.count, found.of, found.areas, found.days) == (2, 3, 1, 3)
    assert not found.is_for_a_doctor


def test_twitching_in_two_places_is_for_a_doctor() -> None:
    entries = [
        logged("x", twitching=("left eye",)),
        logged("x", days_ago=1, twitching=("right calf",)),
    ]
    found = paths.twitching(entries, NOW)
    assert found is not None
    assert found.is_for_a_doctor


@pytest.mark.parametrize(("days", "is_long"), [((0, 7, 14), False), ((0, 7, 15), True)])
def test_twitching_for_more_than_two_weeks_is_for_a_doctor(
    days: tuple[int, ...], *, is_long: bool
) -> None:
    entries = [logged("x", days_ago=each, twitching=("left eye",)) for each in days]
    found = paths.twitching(entries, NOW)
    assert found is not None
    assert found.is_for_a_doctor == is_long


def test_a_twitch_that_went_away_for_long_has_not_lasted() -> None:
    days = (0, 1, 40, 41)
    entries = [logged("x", days_ago=each, twitching=("left eye",)) for each in days]
    found = paths.twitching(entries, NOW)
    assert found is not None
    assert found.days == 1


def test_the_place_marked_most_often_comes() -> None:
    entries = [
        logged("x", tense=("jaw", "left shoulder")),
        logged("x", days_ago=1, tense=("right eye",)),
        logged("x", days_ago=2, tense=("forehead", "neck")),
    ]
    found = paths.tense_place(entries, NOW, PLACES)
    assert found is not None
    assert (found[0], found[1].count, found[1].of) == (Place.FACE, 3, 3)
    without = paths.tense_place(entries, NOW, PLACES - {"face-jaw"})
    assert without is not None
    assert without[0] is Place.SHOULDERS


def test_marks_once_long_ago_or_unknown_say_nothing() -> None:
    assert paths.tense_place([logged("x", tense=("jaw",))], NOW, PLACES) is None
    old = [logged("x", days_ago=each, tense=("jaw",)) for each in (15, 16)]
    assert paths.tense_place(old, NOW, PLACES) is None
    unknown = [logged("x", tense=("tail",)) for _ in range(3)]
    assert paths.tense_place(unknown, NOW, PLACES) is None


def test_evenings_count_where_one_came_tense_by_number_or_mark() -> None:
    night = NOW + timedelta(hours=12)
    entries = [
        logged("x", now=night, tension=(5, 3)),
        logged("x", now=night, days_ago=1, tense=("jaw",)),
        logged("x", now=night, days_ago=2, tension=(4, 3)),
        logged("x", now=NOW, tension=(9, 3)),
        logged("x", now=night, days_ago=20, tension=(9, 3)),
    ]
    assert paths.tense_evenings(entries, night) == 2
