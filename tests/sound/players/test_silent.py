"""The silent player moves with the clock it is given, and with nothing else."""

from __future__ import annotations

import pytest

from relaxapp.sound.players.silent import SilentPlayer
from relaxapp.timeline.clip import Bus, frames
from tests.sound.sounds import tone_mix


class HandClock:
    """A clock moved by hand."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def player(clock: HandClock) -> SilentPlayer:
    return SilentPlayer(tone_mix(20, stops=(frames(5),)), clock)


def test_nothing_moves_before_it_is_started(player: SilentPlayer, clock: HandClock) -> None:
    clock.now += 5

    assert player.position == 0


def test_the_position_follows_the_clock_to_the_frame(
    player: SilentPlayer, clock: HandClock
) -> None:
    player.start()
    for _ in range(30):
        clock.now += 0.1

        assert player.position == pytest.approx(frames(clock.now - 1_000), abs=1)


def test_looking_often_loses_nothing(player: SilentPlayer, clock: HandClock) -> None:
    player.start()
    for _ in range(10_000):
        clock.now += 0.0001
        _ = player.position

    assert player.position == pytest.approx(frames(1), abs=1)


def test_it_can_move_faster_than_the_clock(clock: HandClock) -> None:
    player = SilentPlayer(tone_mix(20), clock, speed=10)
    player.start()
    clock.now += 1.5

    assert player.position == frames(15)


def test_a_pause_is_there_at_once_and_the_time_it_lasts_is_not_played(
    player: SilentPlayer, clock: HandClock
) -> None:
    player.start()
    clock.now += 2
    player.pause()
    clock.now += 60
    assert player.position == frames(2)

    player.resume()
    clock.now += 1
    assert player.position == frames(3)


def test_it_stands_at_a_stop_however_late_the_clock_is_looked_at(
    player: SilentPlayer, clock: HandClock
) -> None:
    player.start()
    clock.now += 17
    assert player.position == frames(5)
    assert player.standing

    player.go_on()
    clock.now += 1
    assert player.position == frames(6)


def test_a_seek_and_a_new_mix_move_it_on_from_there(player: SilentPlayer, clock: HandClock) -> None:
    player.start()
    clock.now += 1
    player.seek(frames(8))
    clock.now += 1
    player.replace(tone_mix(9.5))
    player.set_volume(Bus.VOICE, 0.5)

    assert player.position == frames(9)
    clock.now += 1
    assert player.ended
    assert player.position == frames(9.5)


def test_a_closed_player_stands_and_may_be_closed_again(
    player: SilentPlayer, clock: HandClock
) -> None:
    player.start()
    clock.now += 1
    player.close()
    clock.now += 1
    player.close()

    assert player.position == frames(1)
    assert not player.lost
