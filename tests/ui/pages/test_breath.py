"""What of the breath is seen at a position."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.timeline.clip import frames
from relaxapp.timeline.phase import Breath, PhaseKind
from relaxapp.ui.pages.breath import (
    breaths_left,
    course_of,
    form_at,
    fullness_of,
    is_near_breath,
    side_at,
)
from tests.ui.leading import Part, breaths, muscles, timeline_of

if TYPE_CHECKING:
    from relaxapp.timeline.timeline import Timeline

BOX_KINDS = (
    (PhaseKind.INHALE, 0, 1),
    (PhaseKind.HOLD, 1, 1),
    (PhaseKind.EXHALE, 1, 0),
    (PhaseKind.REST, 0, 0),
)


def box(cycles: int = 3, *, seconds: tuple[float, ...] = (4, 4, 4, 4)) -> Timeline:
    """Settle 10 s; breaths of four parts; then two of two parts, in the next step."""
    parts = [Part("Settle", PhaseKind.SAY, 10)]
    for cycle in range(1, cycles + 1):
        for (kind, start, end), length in zip(BOX_KINDS, seconds, strict=True):
            parts.append(Part("Box", kind, length, breath=Breath(cycle, cycles, start, end)))
    for cycle in (1, 2):
        parts.append(Part("Easy", PhaseKind.INHALE, 4, breath=Breath(cycle, 2, 0, 1)))
        parts.append(Part("Easy", PhaseKind.EXHALE, 6, breath=Breath(cycle, 2, 1, 0)))
    return timeline_of(parts)


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


@given(st.floats(0, 49.9))
def test_the_line_ahead_is_the_breath_itself(seconds: float) -> None:
    timeline = breaths()
    position = frames(seconds)
    inside = [each for each in course_of(timeline) if each.start <= seconds < each.end]
    shown = inside[0].fullness(seconds) if inside else 0.0
    assert shown == pytest.approx(fullness_of(timeline.at(position), position), abs=1e-3)


@pytest.mark.parametrize("seconds", [(4, 4, 4, 4), (4, 7, 8, 2)])
def test_a_breath_of_four_parts_has_a_square(seconds: tuple[float, ...]) -> None:
    timeline = box(seconds=seconds)
    assert form_at(timeline, 0, "square") == "square"
    assert [side_at(timeline, index) for index in range(1, 9)] == [0, 1, 2, 3] * 2
    assert side_at(timeline, 0) is None


def test_a_breath_of_other_parts_is_shown_as_a_wave_instead() -> None:
    timeline = box()
    last = len(timeline.phases) - 1
    assert form_at(timeline, last, "square") == "wave"
    assert side_at(timeline, last) is None
    assert form_at(breaths(), 3, "square") == "wave"


def test_a_breath_taken_in_two_steps_is_no_square() -> None:
    timeline = timeline_of(
        [
            Part("Sigh", PhaseKind.INHALE, 2, breath=Breath(1, 1, 0, 0.6)),
            Part("Sigh", PhaseKind.INHALE, 1, breath=Breath(1, 1, 0.6, 1)),
            Part("Sigh", PhaseKind.HOLD, 1, breath=Breath(1, 1, 1, 1)),
            Part("Sigh", PhaseKind.EXHALE, 7, breath=Breath(1, 1, 1, 0)),
        ]
    )
    assert form_at(timeline, 1, "square") == "wave"


@pytest.mark.parametrize("wish", ["orb", "bar", "wave"])
def test_other_forms_are_as_wished(wish: str) -> None:
    assert form_at(box(), 0, wish) == wish  # type: ignore[arg-type]


def test_breaths_are_counted_down_to_the_last_of_the_step() -> None:
    timeline = box()
    left = [breaths_left(timeline, index) for index in range(len(timeline.phases))]
    assert left == [None, *([3] * 4), *([2] * 4), *([1] * 4), 2, 2, 1, 1]


def test_breaths_of_several_exercises_in_a_step_are_counted_together() -> None:
    twice = [
        Part("Breathe", kind, 4, breath=Breath(cycle, 2, start, 1 - start))
        for _ in range(2)
        for cycle in (1, 2)
        for kind, start in ((PhaseKind.INHALE, 0), (PhaseKind.EXHALE, 1))
    ]
    timeline = timeline_of(twice)
    assert [breaths_left(timeline, index) for index in range(8)] == [4, 4, 3, 3, 2, 2, 1, 1]


def test_the_wave_moves_as_soon_as_a_breath_comes_in_sight() -> None:
    timeline = breaths()
    assert not is_near_breath(timeline, 0, frames(2), 7)
    assert is_near_breath(timeline, 0, frames(4), 7)
    assert not is_near_breath(muscles(), 0, frames(9), 7)
