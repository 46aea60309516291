"""Ambience that swells with the breath."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.sound.tide import SETTLE_SECONDS, SWELL_DECIBELS, tide
from relaxapp.timeline.clip import frames
from relaxapp.timeline.phase import Breath, Phase, PhaseKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

KINDS = {
    (0, 1): PhaseKind.INHALE,
    (1, 1): PhaseKind.HOLD,
    (1, 0): PhaseKind.EXHALE,
    (0, 0): PhaseKind.REST,
}


def phases(*parts: tuple[float, tuple[int, int] | None]) -> list[Phase]:
    """Phases one after the other: their seconds, and how full the lungs are before and after."""
    made = []
    at = 0
    for seconds, lungs in parts:
        end = at + frames(seconds)
        breath = Breath(1, 1, *lungs) if lungs else None
        kind = KINDS[lungs] if lungs else PhaseKind.PAUSE
        made.append(Phase(at, end, kind, 0, "A phase", breath=breath))
        at = end
    return made


BOX = phases((10, None), (4, (0, 1)), (4, (1, 1)), (4, (1, 0)), (4, (0, 0)), (10, None))


def decibels(made: list[Phase], second: float) -> float:
    line = tide(made)
    assert line is not None
    return float(20 * np.log10(line.gain(frames(second))))


def test_it_is_loudest_with_full_lungs_and_softest_with_empty_ones() -> None:
    assert decibels(BOX, 10) == pytest.approx(-SWELL_DECIBELS, abs=0.01)
    assert decibels(BOX, 12) == pytest.approx(0, abs=0.1)
    assert decibels(BOX, 14) == pytest.approx(SWELL_DECIBELS, abs=0.01)
    assert decibels(BOX, 17.9) == pytest.approx(SWELL_DECIBELS, abs=0.01)
    assert decibels(BOX, 20) == pytest.approx(0, abs=0.1)
    assert decibels(BOX, 22) == pytest.approx(-SWELL_DECIBELS, abs=0.01)
    assert decibels(BOX, 25.9) == pytest.approx(-SWELL_DECIBELS, abs=0.01)


def test_outside_of_breathing_it_is_as_it_would_be_and_the_way_there_is_slow() -> None:
    assert decibels(BOX, 10 - SETTLE_SECONDS) == pytest.approx(0, abs=1e-4)
    assert decibels(BOX, 2) == 0
    assert -SWELL_DECIBELS < decibels(BOX, 8) < 0
    assert -SWELL_DECIBELS < decibels(BOX, 28) < 0
    assert decibels(BOX, 35) == 0


def test_where_nothing_is_breathed_there_is_none() -> None:
    assert tide(phases((10, None), (10, None))) is None


def test_it_comes_back_in_a_long_gap_and_stays_in_a_short_one() -> None:
    def between(seconds: float) -> float:
        breath = ((4, (0, 1)), (6, (1, 0)))
        return decibels(phases(*breath, (seconds, None), *breath), 10 + seconds / 2)

    assert between(20) == pytest.approx(0, abs=1e-4)
    assert between(2) == pytest.approx(-SWELL_DECIBELS, abs=0.01)


def test_two_breaths_in_make_one_rise() -> None:
    sigh = phases((2, (0, 1)), (1, (1, 1)), (7, (1, 0)))
    halves = [
        Phase(0, frames(2), PhaseKind.INHALE, 0, "In", breath=Breath(1, 1, 0, 2 / 3)),
        Phase(frames(2), frames(3), PhaseKind.INHALE, 0, "In", breath=Breath(1, 1, 2 / 3, 1)),
        sigh[-1],
    ]
    heard = [decibels(halves, second / 4) for second in range(12)]

    assert all(one < other for one, other in pairwise(heard))


@given(
    lengths=st.lists(st.floats(0.3, 12), min_size=1, max_size=12),
    start=st.integers(0, frames(60)),
    cut=st.integers(1, 4_095),
)
def test_it_is_the_same_in_one_piece_and_in_two_and_never_jumps(
    lengths: list[float], start: int, cut: int
) -> None:
    turns: list[tuple[int, int] | None] = [(0, 1), (1, 0), None]
    line = tide(phases(*((each, turns[number % 3]) for number, each in enumerate(lengths))))
    assert line is not None

    def swollen(frame: int, count: int) -> NDArray[np.float32]:
        ones = np.ones((count, 2), np.float32)
        line.swell(ones, frame)
        return ones

    whole = swollen(start, 4_096)

    assert np.array_equal(
        np.concatenate([swollen(start, cut), swollen(start + cut, 4_096 - cut)]), whole
    )
    assert whole[cut - 1, 0] == line.gain(start + cut - 1)
    # Six decibels within the shortest phase, steepest in its middle, five hundred times a second.
    steepest = 2 * SWELL_DECIBELS * np.pi / 2 / min(lengths) / 500
    assert np.abs(np.diff(20 * np.log10(whole), axis=0)).max() < 1.02 * steepest
    assert whole.max() <= 10 ** (SWELL_DECIBELS / 20) * 1.0001
    assert whole.min() >= 10 ** (-SWELL_DECIBELS / 20) * 0.9999


def test_mono_swells_like_stereo() -> None:
    line = tide(BOX)
    assert line is not None
    mono, stereo = np.ones((60_000, 1), np.float32), np.ones((60_000, 2), np.float32)

    line.swell(mono, frames(11))
    line.swell(stereo, frames(11))

    assert np.array_equal(mono[:, 0], stereo[:, 1])
