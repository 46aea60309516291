"""Where the controls of a session stand in windows of every size."""

from __future__ import annotations

import pytest

from relaxapp.ui.pages.arrangement import (
    COMPACT,
    FEW,
    FEWEST,
    NARROW_ROWS,
    ONE_ROW,
    SELDOM,
    TWO_ROWS,
    Arrangement,
    Control,
    arrangement_for,
)

WIDTHS = dict.fromkeys(Control, 100) | {Control.VOLUMES: 300}


@pytest.mark.parametrize(
    ("width", "may_have_two_rows", "expected"),
    [
        (1400, True, ONE_ROW),
        (1000, True, TWO_ROWS),
        (700, True, NARROW_ROWS),
        (800, False, FEW),
        (600, False, FEWEST),
        (100, True, FEWEST),
    ],
)
def test_in_as_few_rows_as_there_is_room_for(
    width: int,
    may_have_two_rows: bool,  # noqa: FBT001 -- a case
    expected: Arrangement,
) -> None:
    found = arrangement_for(width, WIDTHS, middle=64, may_have_two_rows=may_have_two_rows)
    assert found == expected


@pytest.mark.parametrize("each", [ONE_ROW, TWO_ROWS, NARROW_ROWS, FEW, FEWEST])
def test_ways_out_and_steps_are_always_in_view(each: Arrangement) -> None:
    assert {Control.END, Control.WORSE, Control.BACK, Control.NEXT} <= set(each.shown)


@pytest.mark.parametrize("each", [ONE_ROW, TWO_ROWS, NARROW_ROWS, FEW, FEWEST])
def test_what_is_seldom_asked_for_is_in_view_or_behind_more(each: Arrangement) -> None:
    assert (Control.MORE in each.shown) != (set(SELDOM) <= set(each.shown))
    assert len(set(each.shown)) == len(each.shown)


def test_a_compact_window_has_the_way_back_alone() -> None:
    assert COMPACT.shown == (Control.FULL_SIZE,)


def test_the_round_button_stands_in_the_middle_of_the_room_it_needs() -> None:
    lopsided = Arrangement(left=(Control.END, Control.WORSE), after=(Control.NEXT,))
    assert lopsided.width(lambda _: 100, 64) == 2 * 216 + 64 + 16
