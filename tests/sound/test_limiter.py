"""The soft limit leaves what is soft alone and lets nothing pass."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.sound.limiter import PEAK, limit


def limited(samples: list[float]) -> list[float]:
    block = np.array(samples, np.float32).reshape(-1, 1)
    limit(block)
    values: list[float] = block[:, 0].tolist()
    return values


def test_its_curve_rises_smoothly_from_a_straight_line_to_the_peak() -> None:
    line = np.linspace(0, 3, 3_001)
    curve = np.array(limited(line.tolist()))
    slope = np.diff(curve) / np.diff(line)

    assert np.array_equal(curve[:700], line[:700].astype(np.float32))
    assert slope.min() >= 0
    assert slope.max() < 1.001
    # No corner: the slope itself changes little by little.
    assert np.abs(np.diff(slope)).max() < 0.02


@given(st.lists(st.floats(-(2.0**40), 2.0**40, width=32), min_size=1, max_size=20))
def test_nothing_passes_the_peak_and_each_sample_is_looked_at_by_itself(
    samples: list[float],
) -> None:
    together = limited(samples)

    assert max(map(abs, together)) <= PEAK
    assert together == [limited([sample])[0] for sample in samples]
    assert limited([-sample for sample in samples]) == [-sample for sample in together]
