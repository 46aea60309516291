"""What a person's settings ask of every session."""

from __future__ import annotations

import json

import pytest

from relaxapp.script.breath_pattern import BreathPattern
from relaxapp.script.parser import parse
from relaxapp.session.wishes import tailoring_for, tailoring_of, tailoring_record
from relaxapp.settings import Settings
from relaxapp.timeline.tailoring import Tailoring


def test_eyes_that_stay_open_are_a_wish_that_the_journal_keeps() -> None:
    tailoring = tailoring_of(Settings(eyes_open=True))

    assert tailoring.eyes_open
    assert json.loads(tailoring_record(tailoring)) == {"eyes_open": True}


def test_nothing_is_kept_of_what_was_not_asked_for() -> None:
    assert json.loads(tailoring_record(tailoring_of(Settings()))) == {}


STEADY = parse(
    "Title: T\nTechnique: breathing\nMinutes: 2\nCaution: No holds in pregnancy.\n\n"
    "# Breathe\n\n[breathe in 4s, hold 2s, out 6s, for 1 min to 2 min]\nGently.\n",
    "steady",
)
SLOWER = parse(
    "Title: T\nTechnique: breathing\nMinutes: 4\n\n"
    "# Breathe\n\n[breathe own pace to 6 per minute]\nGently.\n",
    "slower",
)


def test_the_breath_wanted_of_a_script_is_asked_of_that_script_alone() -> None:
    settings = Settings().with_breath("steady", {"inhale": 5, "hold": 0, "exhale": 7})

    assert tailoring_for(settings, STEADY, "steady").breath == BreathPattern(5, 7)
    assert tailoring_for(settings, STEADY, "another").breath is None
    assert tailoring_for(settings, SLOWER, "steady") == tailoring_of(settings)


@pytest.mark.parametrize(
    "lengths",
    [
        {},
        {"inhale": 5.0},
        {"inhale": 5.0, "exhale": 12.0},
        {"inhale": 4.0, "exhale": 6.0, "rest": 2.0},
        {"per_minute": 5.5},
    ],
)
def test_a_breath_that_is_not_safe_or_does_not_fit_is_not_asked_for(
    lengths: dict[str, float],
) -> None:
    settings = Settings().with_breath("steady", lengths)

    assert tailoring_for(settings, STEADY, "steady").breath is None


def test_the_end_of_a_change_of_pace_is_asked_for_if_it_is_safe() -> None:
    slow, slower = (Settings().with_breath("a", {"per_minute": rate}) for rate in (5.5, 4.0))

    assert tailoring_for(slow, SLOWER, "a").slowest_rate == 5.5
    assert tailoring_for(slower, SLOWER, "a").slowest_rate is None
    assert tailoring_for(slow, STEADY, "a").slowest_rate is None


def test_the_pace_tapped_last_is_asked_of_scripts_that_begin_at_ones_own() -> None:
    settings = Settings(own_pace_per_minute=14.0)

    assert tailoring_for(settings, SLOWER, "a").own_pace == 14
    assert tailoring_for(settings, STEADY, "a").own_pace is None


def test_the_journal_keeps_what_was_changed_about_the_breath() -> None:
    changed = Tailoring(own_pace=14.0, breath=BreathPattern(5, 7, hold=1), slowest_rate=5.5)

    assert json.loads(tailoring_record(changed)) == {
        "own_pace": 14.0,
        "breath": {"inhale": 5, "hold": 1, "exhale": 7},
        "slowest_rate": 5.5,
    }
