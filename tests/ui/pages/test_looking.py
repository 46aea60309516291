"""When a session is looked at next."""

from __future__ import annotations

import pytest

from relaxapp.session.conductor import Glance
from relaxapp.session.session import State
from relaxapp.timeline.clip import frames
from relaxapp.timeline.phase import Phase, PhaseKind
from relaxapp.ui.pages.looking import (
    DRIFTING_MS,
    HIDDEN_MS,
    LEAST_MS,
    MOVING_MS,
    STANDING_MS,
    interval_ms,
)
from relaxapp.ui.pages.motion import Motion

MOTIONS = {
    Motion.MOVING: MOVING_MS,
    Motion.DRIFTING: DRIFTING_MS,
    Motion.STANDING: STANDING_MS,
}


def glance_at(
    seconds: float, *, state: State = State.RUNNING, is_waiting: bool = False, ahead: int = 0
) -> Glance:
    """A moment of a phase that lasts ten seconds, by some frames later."""
    return Glance(
        position=frames(seconds) + ahead,
        length=frames(60),
        state=state,
        phase=Phase(0, frames(10), PhaseKind.SAY, 0, ""),
        caption="",
        is_waiting=is_waiting,
        trouble=None,
        remark=None,
        happenings=(),
    )


@pytest.mark.parametrize("motion", Motion)
def test_it_is_looked_at_as_often_as_what_is_shown_moves(motion: Motion) -> None:
    assert interval_ms(glance_at(3), motion, is_seen=True) == MOTIONS[motion]


@pytest.mark.parametrize("motion", Motion)
@pytest.mark.parametrize("milliseconds", [5, 9, 15])
def test_the_last_look_before_a_phase_is_followed_by_one_right_at_it(
    motion: Motion, milliseconds: int
) -> None:
    glance = glance_at(10 - milliseconds / 1000)
    assert interval_ms(glance, motion, is_seen=True) == milliseconds


def test_it_is_never_looked_at_before_the_phase_has_begun() -> None:
    """Part of a millisecond is rounded up."""
    glance = glance_at(10 - 0.008, ahead=-1)
    assert interval_ms(glance, Motion.STANDING, is_seen=True) == 9


def test_a_position_that_does_not_get_to_the_phase_is_not_looked_at_all_the_time() -> None:
    glance = glance_at(10, ahead=-1)
    assert interval_ms(glance, Motion.STANDING, is_seen=True) == LEAST_MS


def test_a_wait_ends_by_itself_at_no_moment() -> None:
    glance = glance_at(10, ahead=-1, is_waiting=True)
    assert interval_ms(glance, Motion.STANDING, is_seen=True) == STANDING_MS


def test_what_nobody_sees_is_looked_at_seldom() -> None:
    glance = glance_at(10, ahead=-1)
    assert interval_ms(glance, Motion.MOVING, is_seen=False) == HIDDEN_MS


@pytest.mark.parametrize("state", [state for state in State if state is not State.RUNNING])
def test_what_does_not_run_is_not_looked_at(state: State) -> None:
    assert interval_ms(glance_at(3, state=state), Motion.MOVING, is_seen=True) is None
