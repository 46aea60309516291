"""A player without a device: the position moves with a clock and nothing is heard."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from relaxapp.sound.transport import Transport
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from relaxapp.sound.mix import Mix
    from relaxapp.sound.players.player import Clock
    from relaxapp.timeline.clip import Bus


class SilentPlayer:
    """Plays to nobody, at the pace of a clock.

    The clock is looked at whenever something is asked of the player; what has passed since the
    last look then counts as played.
    """

    name = "silent"
    lost = False

    def __init__(self, mix: Mix, clock: Clock, *, speed: float = 1.0) -> None:
        """Stand at the beginning of a mix.

        Args:
            mix: what would be heard.
            clock: seconds that never go back.
            speed: how many times as fast as the clock the position moves.
        """
        self._transport = Transport(mix)
        self._clock = clock
        self._speed = speed
        self._started_at: float | None = None
        self._lock = threading.Lock()

    @property
    def position(self) -> int:
        """The frame at which the position is now."""
        return self._at_present().position

    @property
    def standing(self) -> bool:
        """Whether the position stands at a stop until `go_on`."""
        return self._at_present().standing

    @property
    def ended(self) -> bool:
        """Whether the end has been reached."""
        return self._at_present().ended

    def start(self) -> None:
        """Let the position move with the clock."""
        if self._started_at is None:
            self._started_at = self._clock()

    def pause(self) -> None:
        """Stand."""
        self._at_present().pause(at_once=True)

    def resume(self) -> None:
        """Go on."""
        self._at_present().resume()

    def seek(self, frame: int) -> None:
        """Go to a frame of the mix."""
        self._at_present().seek(frame)

    def go_on(self) -> None:
        """Leave the stop at which the position stands."""
        self._at_present().go_on()

    def replace(self, mix: Mix) -> None:
        """Go on in another mix at the same position."""
        self._at_present().replace(mix)

    def set_volume(self, bus: Bus, level: float) -> None:
        """Set the volume of a bus, 0 to 1."""
        self._at_present().set_volume(bus, level)

    def close(self) -> None:
        """Stand for good."""
        self._at_present()
        self._started_at = None

    def _at_present(self) -> Transport:
        """The transport, moved on by what the clock says has passed."""
        with self._lock:
            if self._started_at is not None:
                passed = (self._clock() - self._started_at) * self._speed
                due = int(passed * FRAMES_PER_SECOND + 1e-6) - self._transport.out
                if due > 0:
                    self._transport.skip(due)
        return self._transport
