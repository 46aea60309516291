"""How much of what a device was given has been heard, as its callbacks tell."""

from __future__ import annotations

import pytest

from relaxapp.sound.players.delay import DelayedClock
from relaxapp.timeline.clip import FRAMES_PER_SECOND, frames

PERIOD_SECONDS = 0.2
HELD_SECONDS = 0.1
"""What the device still holds when it asks as late as it does."""


class Device:
    """Plays from second 0 on, and asks for the next period when it still holds a little."""

    def __init__(self) -> None:
        self.clock = DelayedClock()
        self.given = 0.0
        self._give(-0.06)

    def ask(self, *, late: float = 0.0) -> None:
        """Ask for a period, later (or, below 0, earlier) than usual."""
        self._give(self.given - HELD_SECONDS + late)

    def behind(self, seconds: float) -> float:
        """By how many seconds less counts as heard at a time than was."""
        return seconds - self.clock.heard(seconds) / FRAMES_PER_SECOND

    def _give(self, now: float) -> None:
        self.clock.given(frames(PERIOD_SECONDS), now, buffered=frames(HELD_SECONDS))
        self.given += PERIOD_SECONDS


def test_filling_the_buffer_at_the_beginning_holds_nothing_back() -> None:
    device = Device()
    for _ in range(4):
        device.ask()
    assert device.behind(0.8) == pytest.approx(0, abs=0.001)


def test_asking_early_by_turns_does_not_count_as_heard() -> None:
    device = Device()
    for turn in range(100):
        device.ask(late=-0.02 * (turn % 3))
        assert device.behind(device.given - PERIOD_SECONDS) >= -0.001
    assert device.behind(20) == pytest.approx(0, abs=0.001)


def test_a_busy_moment_of_the_computer_is_made_up_for_within_seconds() -> None:
    device = Device()
    for _ in range(20):
        device.ask()
    device.ask(late=0.06)
    assert device.behind(4.3) == pytest.approx(0.06, abs=0.001)
    for _ in range(20):
        device.ask()
    assert device.behind(8.3) == pytest.approx(0, abs=0.001)


def test_what_counts_as_heard_never_falls_and_is_never_more_than_was_given() -> None:
    device = Device()
    before = 0
    for turn in range(60):
        device.ask(late=(0.0, -0.03, 0.09, -0.01)[turn % 4])
        for step in range(5):
            heard = device.clock.heard(device.given + step * PERIOD_SECONDS / 4)
            assert before <= heard <= frames(device.given)
            before = heard
