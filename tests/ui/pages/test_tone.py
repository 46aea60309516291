"""The tone of the page at a position."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.timeline.clip import frames, seconds
from relaxapp.timeline.phase import Breath, PhaseKind
from relaxapp.ui.pages.tone import USUAL, Tone, is_toning, tone_at
from tests.ui.leading import Part, breaths, muscles, timeline_of

if TYPE_CHECKING:
    from relaxapp.timeline.timeline import Timeline


def at(timeline: Timeline, when: float) -> Tone:
    """The tone at a second."""
    position = frames(when)
    return tone_at(timeline, timeline.index_at(position), position)


def test_it_is_warm_while_tense_and_calm_while_letting_go() -> None:
    assert at(muscles(), 5) == USUAL
    assert at(muscles(), 14) == Tone(warmth=1)
    assert at(muscles(), 30) == Tone(warmth=-1)
    assert at(muscles(), 91) == USUAL


def test_it_is_brighter_breathing_in_and_darker_breathing_out() -> None:
    assert at(breaths(), 13) == Tone(brightness=1)
    assert at(breaths(), 19) == Tone(brightness=-1)


def test_a_hold_keeps_what_was_before_it() -> None:
    timeline = timeline_of(
        [
            Part("Box", PhaseKind.INHALE, 4, breath=Breath(1, 1, 0, 1)),
            Part("Box", PhaseKind.HOLD, 4, breath=Breath(1, 1, 1, 1)),
            Part("Box", PhaseKind.EXHALE, 4, breath=Breath(1, 1, 1, 0)),
            Part("Box", PhaseKind.REST, 4, breath=Breath(1, 1, 0, 0)),
        ]
    )
    assert [at(timeline, when).brightness for when in (3, 7, 11, 15)] == [1, 1, -1, -1]


def test_a_tension_in_the_mind_is_warm_as_well() -> None:
    timeline = timeline_of(
        [
            Part("Jaw", PhaseKind.NOTICE, 6, "jaw"),
            Part("Jaw", PhaseKind.RELEASE, 20, "jaw"),
        ]
    )
    assert at(timeline, 5) == Tone(warmth=1)


@given(st.floats(0, 91.9))
def test_it_never_changes_fast(when: float) -> None:
    """In a sixtieth of a second it goes a small part of the way, in any session."""
    for timeline in (muscles(), breaths(), panting()):
        if when + 1 / 60 < seconds(timeline.length):
            before, now = at(timeline, when), at(timeline, when + 1 / 60)
            assert abs(before.brightness - now.brightness) < 0.06
            assert abs(before.warmth - now.warmth) < 0.06


def panting() -> Timeline:
    """Breaths much shorter than the page takes to change."""
    return timeline_of(
        [
            Part("Fast", kind, 0.4, breath=Breath(cycle, 20, start, 1 - start))
            for cycle in range(1, 21)
            for kind, start in ((PhaseKind.INHALE, 0), (PhaseKind.EXHALE, 1))
        ]
    )


def test_phases_of_less_than_a_second_never_make_it_flicker() -> None:
    assert {at(panting(), when / 10) for when in range(150)} == {USUAL}


@pytest.mark.parametrize(
    ("when", "changes"), [(10.5, True), (12, False), (16.5, True), (30, False)]
)
def test_it_says_while_it_changes(when: float, changes: bool) -> None:  # noqa: FBT001 -- a case
    timeline = muscles()
    position = frames(when)
    assert is_toning(timeline, timeline.index_at(position), position) is changes
