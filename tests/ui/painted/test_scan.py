"""The way of a light along areas of the figure."""

from __future__ import annotations

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from relaxapp.script.body import AREAS_BY_NAME, Area
from relaxapp.ui.painted.figure_paint import outline_path
from relaxapp.ui.painted.scan import lights

GROUPS = st.sampled_from(sorted(AREAS_BY_NAME))


@given(GROUPS, st.floats(0, 1))
def test_a_bright_light_lies_on_the_figure_or_close_to_it(group: str, share: float) -> None:
    outline = outline_path().boundingRect()
    for light in lights(AREAS_BY_NAME[group], share):
        assert 0 <= light.strength <= 1
        assert outline.contains(QPointF(light.x, light.y))


@given(GROUPS, st.floats(0, 0.999))
def test_a_light_that_is_seen_never_jumps(group: str, share: float) -> None:
    areas = AREAS_BY_NAME[group]
    for before, now in zip(lights(areas, share), lights(areas, share + 0.001), strict=True):
        if before.strength > 0.2 and now.strength > 0.2:
            assert hypot(now.x - before.x, now.y - before.y) < 1.5
        assert abs(now.strength - before.strength) < 0.3


def test_a_limb_is_gone_down_from_its_beginning_to_its_end() -> None:
    ys = [lights(AREAS_BY_NAME["left arm"], step / 20)[0].y for step in range(21)]
    assert ys == sorted(ys)
    assert ys[-1] - ys[0] > 50


def test_both_sides_have_a_light_each() -> None:
    right, left = lights(AREAS_BY_NAME["legs"], 0.5)
    assert right.x == pytest.approx(-left.x)
    assert right.y == pytest.approx(left.y)


def test_one_side_or_the_middle_has_one_light() -> None:
    assert len(lights(AREAS_BY_NAME["right leg"], 0.5)) == 1
    assert len(lights(frozenset({Area.ABDOMEN}), 0.5)) == 1


def test_it_comes_out_of_nothing_and_goes_into_nothing() -> None:
    for share in (0.0, 1.0):
        assert all(light.strength < 1e-9 for light in lights(AREAS_BY_NAME["whole body"], share))
