"""A gain along the timeline, the same however it is read."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.sound.envelope import Envelope, ducking

LINE = Envelope([(10, 0.0), (20, 1.0), (30, 1.0), (45, 0.3), (45, 0.3), (60, 0.3)])


def roots(envelope: Envelope, frame: int, count: int) -> list[float]:
    return [float(root) for root in np.broadcast_to(envelope.roots(frame, count), (count, 1))[:, 0]]


@given(frame=st.integers(-5, 70), count=st.integers(1, 80))
def test_it_is_the_same_frame_by_frame_and_in_one(frame: int, count: int) -> None:
    one_by_one = [roots(LINE, at, 1)[0] for at in range(frame, frame + count)]

    assert roots(LINE, frame, count) == one_by_one


def test_it_goes_through_its_points_and_stays_at_its_ends() -> None:
    line = roots(LINE, 0, 100)

    assert [line[at] for at in (0, 10, 15, 20, 30)] == [0, 0, 0.5, 1, 1]
    assert line[45:] == pytest.approx([0.3] * 55)


def test_a_level_stretch_is_one_number() -> None:
    assert not isinstance(LINE.roots(20, 10), np.ndarray)
    assert not isinstance(LINE.roots(1_000, 4_096), np.ndarray)
    assert isinstance(LINE.roots(20, 12), np.ndarray)


@given(
    st.lists(st.tuples(st.integers(0, 200_000), st.integers(1, 200_000)), min_size=1, max_size=12)
)
def test_ducking_is_full_under_every_word_and_never_jumps(gaps: list[tuple[int, int]]) -> None:
    spans, at = [], 0
    for gap, length in gaps:
        spans.append((at + gap, at + gap + length))
        at += gap + length
    duck = ducking(spans)

    for start, end in spans:
        for frame in (start, (start + end) // 2, end - 1):
            assert roots(duck, frame, 1)[0] ** 2 == pytest.approx(0.1)
    line = np.array(roots(duck, 0, at + 100_000))
    # Its steepest slope is that of stepping back, in 0.4 s.
    assert np.abs(np.diff(line)).max() < 1.01 * (1 - 0.1**0.5) / 19_200
    assert line[-1] == 1
