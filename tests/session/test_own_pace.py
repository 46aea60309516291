"""How fast a person breathes, from their taps."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.session.own_pace import TAPS_NEEDED, breaths_tapped, pace_of

_breath = st.floats(3.2, 7)
"""Seconds of a breath, at paces well between the slowest and the fastest."""
_unevenness = st.lists(st.floats(0.95, 1.05), min_size=6, max_size=14)


def _taps(breath: float, unevenness: list[float], start: float = 0.0) -> list[float]:
    return list(accumulate((breath * each for each in unevenness), initial=start))


def test_before_five_taps_no_pace_is_known() -> None:
    taps = [0.0, 4.0, 8.0, 12.0]
    assert pace_of([]) is None
    assert pace_of(taps) is None
    assert len(taps) + 1 == TAPS_NEEDED
    assert pace_of([*taps, 16.0]) == 15


def test_taps_that_come_twice_do_not_make_it_known_sooner() -> None:
    assert pace_of([0.0, 0.2, 4.0, 4.1, 8.0, 12.0]) is None


@pytest.mark.parametrize(("breath", "pace"), [(1.5, 20), (3, 20), (4.3, 14), (7.5, 8), (12, 8)])
def test_it_stays_between_8_and_20_breaths_a_minute(breath: float, pace: float) -> None:
    assert pace_of([breath * each for each in range(7)]) == pytest.approx(pace, abs=0.05)


@given(_breath, _unevenness, st.floats(-1e6, 1e6))
def test_it_is_that_of_uneven_breaths_in_the_middle_whenever_they_begin(
    breath: float, unevenness: list[float], start: float
) -> None:
    pace = pace_of(_taps(breath, unevenness, start))
    assert pace == pytest.approx(60 / breath, rel=0.06)


@given(_breath, _unevenness, st.data())
def test_one_breath_that_was_not_tapped_hardly_changes_it(
    breath: float, unevenness: list[float], data: st.DataObject
) -> None:
    taps = _taps(breath, unevenness)
    missed = data.draw(st.integers(0, len(taps) - 1))
    pace = pace_of([*taps[:missed], *taps[missed + 1 :]])
    assert pace == pytest.approx(60 / breath, rel=0.06)


@given(_breath, _unevenness, st.data())
def test_taps_that_came_twice_change_nothing(
    breath: float, unevenness: list[float], data: st.DataObject
) -> None:
    taps = _taps(breath, unevenness)
    doubled = data.draw(st.sets(st.sampled_from(taps)))
    delay = data.draw(st.floats(0.02, 0.9))
    pressed = sorted([*taps, *(tap + delay for tap in doubled)])
    assert breaths_tapped(pressed) == tuple(taps)
    assert pace_of(pressed) == pace_of(taps)
