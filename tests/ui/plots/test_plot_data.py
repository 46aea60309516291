"""The values of a plot: what is said of them, and what their scale is."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.ui.plots.plot_data import Kind, PlotData, Series, Tick, minute_scale, spread


def test_a_point_is_told_with_every_value_and_its_remark(band: PlotData) -> None:
    assert band.words(0) == "2 Nov: before 7.0, after 3.0, 3 sessions"


def test_a_point_without_values_says_so(band: PlotData) -> None:
    assert band.words(2) == "16 Nov: nothing noted"


def test_a_single_series_is_told_without_its_name(rows: PlotData) -> None:
    assert rows.words(0) == "Body scan: \N{MINUS SIGN}3.3, 8 sessions"


def test_a_rise_has_a_plus(rows: PlotData) -> None:
    assert rows.series[0].number(1) == "+0.5"


def test_a_value_has_its_unit() -> None:
    assert Series("minutes", (12.0,), unit="min").measured(0) == "12 min"


def test_every_label_needs_a_value(band: PlotData) -> None:
    with pytest.raises(ValueError, match="one value of each series"):
        replace(band, labels=("one",))


def test_only_the_first_series_of_bars_and_rows_is_drawn(band: PlotData) -> None:
    assert len(band.drawn) == 2
    assert len(replace(band, kind=Kind.BARS).drawn) == 1


def test_zeros_are_values_and_gaps_are_none(rows: PlotData) -> None:
    assert replace(rows, series=(Series("change", (None, None)),)).is_empty
    assert not replace(rows, series=(Series("change", (0.0, None)),)).is_empty


@given(st.floats(0, 200_000))
def test_a_scale_of_minutes_holds_everything_in_few_even_steps(most: float) -> None:
    scale = minute_scale(most)
    steps = {round(high - low) for low, high in pairwise(scale)}
    assert scale[0] == 0
    assert scale[-1] >= most
    assert len(steps) == 1
    assert 3 <= len(scale) <= 8


@given(
    st.lists(st.integers(0, 60), unique=True, max_size=14).map(sorted),
    st.floats(5, 90),
    st.floats(1, 50),
)
def test_words_below_a_picture_never_overlap(places: list[int], width: float, pitch: float) -> None:
    ticks = [Tick(at, str(at)) for at in places]
    shown = spread(ticks, [width] * len(ticks), pitch)
    gaps = [(b.at - a.at) * pitch for a, b in pairwise(shown)]
    assert all(gap >= width - 1e-6 for gap in gaps)
    assert shown[-1:] == tuple(ticks[-1:])
