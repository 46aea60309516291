"""A number on its way to another."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.sound.ramp import Ramp


def test_it_goes_a_little_every_frame_and_then_stays() -> None:
    ramp = Ramp(1)
    ramp.toward(0, 4)

    way = ramp.take(6)
    assert isinstance(way, np.ndarray)
    assert way[:, 0].tolist() == [0.75, 0.5, 0.25, 0, 0, 0]
    assert ramp.take(10) == 0
    assert ramp.value == 0


def test_it_can_turn_round_on_the_way() -> None:
    ramp = Ramp(0)
    ramp.toward(1, 10)
    ramp.take(5)
    ramp.toward(0, 10)

    way = ramp.take(10)
    assert isinstance(way, np.ndarray)
    assert way[0, 0] == pytest.approx(0.45)
    assert way[-1, 0] == 0


@given(counts=st.lists(st.integers(1, 40), max_size=8), length=st.integers(0, 100))
def test_passing_over_frames_comes_to_the_same_point(counts: list[int], length: int) -> None:
    taken, skipped = Ramp(0.2), Ramp(0.2)
    for ramp in (taken, skipped):
        ramp.toward(0.9, length)
    for count in counts:
        taken.take(count)
        skipped.skip(count)

    assert taken.value == pytest.approx(skipped.value)
    assert taken.left == skipped.left == max(0, length - sum(counts))
