"""Plots to look at."""

from __future__ import annotations

import pytest

from relaxapp.ui.plots.plot_data import Kind, PlotData, Role, Series, Tick


@pytest.fixture
def band() -> PlotData:
    """Tension over four weeks, of which one has nothing."""
    return PlotData(
        title="Tension",
        about="Week",
        labels=("2 Nov", "9 Nov", "16 Nov", "23 Nov"),
        series=(
            Series("before", (7.0, 6.0, None, 5.0), Role.WARM, 1),
            Series("after", (3.0, 4.0, None, 2.5), Role.CALM, 1),
        ),
        kind=Kind.BAND,
        scale=(0, 5, 10),
        ticks=(Tick(0, "Nov"),),
        remarks=("3 sessions", "1 session", "", "2 sessions"),
        remark_name="Rated",
        summary="On average 6.0 and 3.2.",
        nothing="Nothing yet.",
    )


@pytest.fixture
def rows() -> PlotData:
    """How tension changed with two techniques."""
    return PlotData(
        title="Change",
        about="Technique",
        labels=("Body scan", "Breathing"),
        series=(Series("change", (-3.25, 0.5), decimals=1, is_signed=True),),
        kind=Kind.ROWS,
        scale=(1, 0, -1, -2, -3, -4),
        remarks=("8 sessions", "5 sessions"),
        remark_name="Sessions",
    )
