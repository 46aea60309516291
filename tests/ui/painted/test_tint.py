"""The tint over the page."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from relaxapp.ui.painted.ground import Ground
from relaxapp.ui.painted.tint import tint_of
from relaxapp.ui.theme import contrast, light, mixed, night
from tests.ui.painted.pixels import rgb

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme

CHANGES = {
    "in to out": ((1, 0), (-1, 0)),
    "tense to calm": ((0, 1), (0, -1)),
    "usual to tense": ((0, 0), (0, 1)),
}
STRONGEST = ((1, 0), (-1, 0), (0, 1), (0, -1))


def mean_luma(theme: Theme, qtbot: QtBot, tone: tuple[int, int]) -> float:
    """The page's mean brightness as the eye weighs it, 0 to 100."""
    ground = Ground(theme)
    qtbot.addWidget(ground)
    ground.resize(320, 200)
    ground.set_tint(tint_of(theme, brightness=tone[0], warmth=tone[1]))
    red, green, blue = (rgb(ground.grab().toImage())[..., index].mean() for index in range(3))
    return float(0.299 * red + 0.587 * green + 0.114 * blue) / 2.55


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("make", [night, light])
def test_a_change_is_seen_and_is_small(
    make: Callable[[], Theme], change: str, qtbot: QtBot
) -> None:
    before, after = (mean_luma(make(), qtbot, tone) for tone in CHANGES[change])
    assert 3.9 <= abs(after - before) <= 8


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("tone", STRONGEST)
@pytest.mark.parametrize("make", [night, light])
def test_words_on_a_tinted_ground_keep_their_contrast(
    make: Callable[[], Theme], tone: tuple[int, int]
) -> None:
    theme = make()
    tint = tint_of(theme, brightness=tone[0], warmth=tone[1])
    for ground in (theme.ground_top, theme.ground_bottom, theme.glow):
        assert contrast(theme.dim, over(ground, tint)) >= 4.5


@pytest.mark.usefixtures("qapp")
def test_without_a_tone_there_is_no_tint() -> None:
    assert tint_of(night(), brightness=0, warmth=0).alpha() == 0


@pytest.mark.usefixtures("qapp")
def test_from_tone_to_tone_there_is_no_step() -> None:
    """Neither colour nor opacity changes by more than the eye takes for the same."""
    theme = night()
    steps = [tint_of(theme, brightness=0, warmth=1 - step / 50) for step in range(101)]
    shown = [over(theme.ground_top, tint) for tint in steps]
    for before, now in pairwise(shown):
        assert abs(before.red() - now.red()) <= 2
        assert abs(before.lightness() - now.lightness()) <= 2


def over(ground: QColor, tint: QColor) -> QColor:
    """What is seen of a ground under a tint."""
    opaque = QColor(tint)
    opaque.setAlphaF(1.0)
    return mixed(ground, opaque, tint.alphaF())
