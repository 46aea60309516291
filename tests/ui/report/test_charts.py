"""The small charts: every bar and point where its number says, and no number on another."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.report import Grain
from relaxapp.journal.statistics import Practice, Tension
from relaxapp.ui.report import charts
from relaxapp.ui.report.drawn import Box, Dot, Stroke, Words
from relaxapp.ui.report.typesetting import Typesetter

if TYPE_CHECKING:
    from relaxapp.ui.theme import Theme

WIDTH = 487.0


@pytest.fixture
def setter(theme: Theme) -> Typesetter:
    return Typesetter(theme.font_family)


def weeks(*minutes: float, tension: tuple[Tension | None, ...] = ()) -> tuple[Practice, ...]:
    start = date(2026, 8, 31)
    given = tension or (None,) * len(minutes)
    return tuple(
        Practice(start + timedelta(weeks=number), 1, each, 1, felt)
        for number, (each, felt) in enumerate(zip(minutes, given, strict=True))
    )


def test_bars_are_as_high_as_their_minutes(setter: Typesetter) -> None:
    drawn = charts.bars(setter, weeks(30, 0, 60, 90), Grain.WEEK, WIDTH)
    heights = [bar.height for bar in drawn if isinstance(bar, Box)]
    assert heights[1] == pytest.approx(2 * heights[0])
    assert heights[2] == pytest.approx(3 * heights[0])
    assert len(heights) == 3


@pytest.mark.parametrize("most", [0.5, 7, 59, 61, 480, 4_000, 90_000])
def test_the_scale_goes_beyond_the_highest_bar_with_few_lines(
    setter: Typesetter, most: float
) -> None:
    drawn = charts.bars(setter, weeks(most), Grain.WEEK, WIDTH)
    lines = [line for line in drawn if isinstance(line, Stroke)]
    (bar,) = (bar for bar in drawn if isinstance(bar, Box))
    assert 2 <= len(lines) <= 6
    assert bar.y >= min(line.points[0][1] for line in lines)


@pytest.mark.parametrize("count", [1, 4, 13, 27, 54])
@pytest.mark.parametrize("grain", Grain)
def test_no_name_of_a_week_month_or_year_lies_on_another(
    setter: Typesetter, count: int, grain: Grain
) -> None:
    drawn = charts.bars(setter, weeks(*[1_234] * count), grain, WIDTH)
    by_line: dict[float, list[Words]] = {}
    for words in drawn:
        if isinstance(words, Words):
            by_line.setdefault(words.baseline, []).append(words)
    for line in by_line.values():
        line.sort(key=lambda words: words.x)
        for before, after in itertools.pairwise(line):
            assert before.x + before.width <= after.x
        assert line[-1].x + line[-1].width <= WIDTH + 0.5


def test_weeks_without_a_rating_leave_a_gap_in_the_lines(setter: Typesetter) -> None:
    rated = Tension(8, 4, 2)
    practice = weeks(10, 10, 10, 10, tension=(rated, rated, None, rated))
    drawn = charts.lines(setter, practice, Grain.WEEK, WIDTH)
    dots = [dot for dot in drawn if isinstance(dot, Dot)]
    assert len([dot for dot in dots if dot.is_filled]) == 3
    assert len([dot for dot in dots if not dot.is_filled]) == 3
    lines = [line for line in drawn if isinstance(line, Stroke) and line.width > 1]
    assert [len(line.points) for line in lines] == [2, 2]


def test_high_tension_is_high_on_the_page(setter: Typesetter) -> None:
    practice = weeks(10, tension=(Tension(10, 0, 5),))
    before, after = (
        dot for dot in charts.lines(setter, practice, Grain.WEEK, WIDTH) if isinstance(dot, Dot)
    )
    assert before.y < after.y < charts.HEIGHT
    assert not before.is_filled
