"""A swell fitted to a breath."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.sound.swell import FittedSamples
from tests.sound.sounds import noise

BASE = noise(3_000, 2, seed=5)


@pytest.mark.parametrize("length", [2, 100, 2_999, 3_000, 3_001, 12_345])
def test_it_begins_and_ends_with_the_breath_whatever_its_length(length: int) -> None:
    fitted = FittedSamples(BASE, length)

    assert fitted.length == length
    assert fitted.read(0, 1)[0] == pytest.approx(BASE[0])
    assert fitted.read(length - 1, 1)[0] == pytest.approx(BASE[-1], abs=1e-5)


def test_its_highest_point_comes_at_the_same_share_of_the_breath() -> None:
    rise = np.concatenate([np.linspace(0, 1, 800), np.linspace(1, 0, 200)])[:, None]
    fitted = FittedSamples(rise.astype(np.float32), 4_000)

    assert int(fitted.read(0, 4_000).argmax()) == pytest.approx(3_200, abs=5)


@given(length=st.integers(1, 9_000), cut=st.floats(0, 1))
def test_it_is_the_same_in_one_piece_and_in_two(length: int, cut: float) -> None:
    fitted = FittedSamples(BASE, length)
    middle = int(length * cut)

    pieces = np.concatenate([fitted.read(0, middle), fitted.read(middle, length - middle)])

    assert np.array_equal(pieces, fitted.read(0, length))
