"""Areas on their way from one state to another."""

from __future__ import annotations

from relaxapp.script.body import Area
from relaxapp.timeline.clip import frames
from relaxapp.ui.pages.figure_easing import FigureEasing
from tests.ui.leading import muscles

SHOULDER = Area.LEFT_SHOULDER


def test_a_phase_that_follows_eases_from_the_one_before_it() -> None:
    easing = FigureEasing()
    easing.go_on(muscles(), 2)
    warm = [easing.states(frames(second))[SHOULDER].warm for second in (16, 16.2, 17)]
    assert warm[0] == 1
    assert 0 < warm[1] < 1
    assert warm[2] == 0
    assert easing.is_easing(frames(16.2))
    assert not easing.is_easing(frames(17))


def test_after_a_jump_it_eases_from_what_is_seen() -> None:
    easing = FigureEasing()
    easing.go_on(muscles(), 1)
    easing.states(frames(14))
    easing.jump(muscles(), 4, frames(60), running=True)
    assert easing.states(frames(60))[SHOULDER].warm == 1
    assert easing.states(frames(61))[SHOULDER].warm == 0


def test_while_all_stands_still_a_jump_is_seen_at_once() -> None:
    easing = FigureEasing()
    easing.go_on(muscles(), 1)
    easing.states(frames(14))
    easing.jump(muscles(), 4, frames(60), running=False)
    assert easing.states(frames(60)) == easing.settled()
