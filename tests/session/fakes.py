"""A clock moved by hand, and a player that goes where it is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from relaxapp.session.clock import Clock
from relaxapp.timeline.clip import frames

if TYPE_CHECKING:
    from relaxapp.sound.mix import Mix
    from relaxapp.timeline.clip import Bus


@dataclass
class HandClock:
    """Time that passes when it is told to."""

    monotonic_seconds: float = 1_000.0
    today: datetime = datetime(2026, 3, 1, 21, 0, tzinfo=UTC)

    def clock(self) -> Clock:
        """The clock a session gets."""
        return Clock(monotonic=lambda: self.monotonic_seconds, now=lambda: self.today)

    def pass_seconds(self, seconds: float) -> None:
        """Let both clocks go on."""
        self.monotonic_seconds += seconds
        self.today += timedelta(seconds=seconds)

    def sleep_seconds(self, seconds: float) -> None:
        """Let the computer sleep: only the time of day goes on."""
        self.today += timedelta(seconds=seconds)


@dataclass
class FakePlayer:
    """A player whose position is set by the test."""

    name: str = "fake"
    position: int = 0
    standing: bool = False
    ended: bool = False
    lost: bool = False
    calls: list[str] = field(default_factory=list)
    mixes: list[Mix] = field(default_factory=list)
    volumes: dict[Bus, float] = field(default_factory=dict)

    def start(self) -> None:
        self.calls.append("start")

    def pause(self) -> None:
        self.calls.append("pause")

    def resume(self) -> None:
        self.calls.append("resume")

    def seek(self, frame: int) -> None:
        self.calls.append("seek")
        self.position = frame

    def go_on(self) -> None:
        self.calls.append("go on")
        self.standing = False

    def replace(self, mix: Mix) -> None:
        self.calls.append("replace")
        self.mixes.append(mix)

    def set_volume(self, bus: Bus, level: float) -> None:
        self.volumes[bus] = level

    def close(self) -> None:
        self.calls.append("close")

    def play_seconds(self, seconds: float) -> None:
        """Move on, as if so much had been heard."""
        self.position += frames(seconds)
