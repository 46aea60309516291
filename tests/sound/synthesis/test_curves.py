"""The curves that sounds are shaped with."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.sound.synthesis.curves import (
    AMBIENCE_FRAMES,
    TURN_FRAMES,
    TURN_POINTS,
    TURN_SECONDS,
    closing,
    drawn,
    rise,
    wander,
)
from relaxapp.timeline.clip import frames


@given(st.floats(20, 5_000))
def test_a_closing_tone_is_near_its_pitch_and_a_quarter_wave_on_after_a_turn(hertz: float) -> None:
    closed = closing(hertz)

    assert closed == pytest.approx(hertz, abs=1 / TURN_SECONDS)
    assert (closed * TURN_SECONDS) % 1 == pytest.approx(0.25, abs=1e-6)


@given(st.integers(0, 1_000), st.floats(0.1, 20))
def test_wandering_is_smooth_stays_within_bounds_and_closes(seed: int, every: float) -> None:
    curve = wander(np.random.default_rng(seed), every)
    steps = np.abs(np.diff(curve, append=curve[:1]))

    assert len(curve) == TURN_POINTS
    assert curve.min() >= 0
    assert curve.max() <= 1
    # The steepest a curve eased between 0 and 1 can be.
    assert steps.max() < np.pi / 2 / (every * 100) * 1.2


def test_a_drawn_curve_is_the_same_a_turn_later() -> None:
    curve = drawn(wander(np.random.default_rng(2), 5))

    assert len(curve) == AMBIENCE_FRAMES
    assert curve[TURN_FRAMES:] == pytest.approx(curve[: AMBIENCE_FRAMES - TURN_FRAMES], abs=1e-9)


def test_a_rise_begins_at_nothing_and_stays_at_one() -> None:
    curve = rise(frames(1), 0.1)

    assert curve[0] == 0
    assert (np.diff(curve) >= 0).all()
    assert (curve[frames(0.1) :] == 1).all()
    assert len(rise(100, 0.1)) == 100
