"""A player on a device that asks for frames whenever it needs some."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Protocol, TypeAlias

from relaxapp.errors import DeviceError
from relaxapp.sound.players.delay import DelayedClock
from relaxapp.sound.transport import PAUSE_SECONDS, Transport

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from relaxapp.sound.mix import Mix
    from relaxapp.sound.players.player import Clock
    from relaxapp.sound.samples import Block
    from relaxapp.timeline.clip import Bus

    Source: TypeAlias = Generator[Block | bytes, int, None]
    """Sent a number of frames, it yields them; `next` is called on it before."""

LOST_SECONDS = 1.0
"""A device that has not asked for this long is gone: no backend says so by itself."""
SETTLING_SECONDS = 4.0
"""A server that wakes an idle device takes its time over the first calls."""
_SETTLING_CALLS = 3


class Device(Protocol):
    """What plays frames, from a thread or a process of its own.

    Attributes:
        holds_seconds: how much sound it holds at most that is yet to be heard.
    """

    holds_seconds: float

    def start(self, source: Source, /) -> None:
        """Begin to ask for frames; a device that knows that it asks no more closes the source."""

    def close(self) -> None:
        """Stop asking, and give the device back."""

    def buffered(self, asked: int) -> int:
        """How many frames given before are yet to be heard when this many are asked for."""


def in_a_thread(seconds: float, action: Callable[[], None]) -> None:
    """Do something after so many seconds, and meanwhile nothing."""
    threading.Timer(seconds, action).start()


class DevicePlayer:
    """Plays through a device.

    Attributes:
        name: what plays, in a word.
    """

    def __init__(
        self,
        name: str,
        mix: Mix,
        clock: Clock,
        device: Device,
        later: Callable[[float, Callable[[], None]], None] = in_a_thread,
    ) -> None:
        """Stand at the beginning of a mix.

        Args:
            name: what plays, in a word.
            mix: what is to be heard.
            clock: seconds that never go back.
            device: what asks for it; closed with the player.
            later: does something after so many seconds; in a thread of its own.
        """
        self.name = name
        self._transport = Transport(mix)
        self._clock = clock
        self._delay = DelayedClock()
        self._lock = threading.Lock()
        self._called_at: float | None = None
        self._calls = 0
        self._gone_at: float | None = None
        self._device: Device | None = device
        self._later = later

    @property
    def position(self) -> int:
        """The frame that is heard now."""
        gone_at = self._gone_at
        with self._lock:
            heard = self._delay.heard(self._clock() if gone_at is None else gone_at)
        return self._transport.position_at(heard)

    @property
    def standing(self) -> bool:
        """Whether a stop has been heard to be reached, and the position stands there."""
        return self._transport.standing and self.position >= self._transport.position

    @property
    def ended(self) -> bool:
        """Whether the whole mix has been heard."""
        return self._transport.ended and self.position >= self._transport.position

    @property
    def lost(self) -> bool:
        """Whether the device, once started, has stopped asking."""
        with self._lock:
            if self._called_at is None or self._device is None:
                return False
            if self._gone_at is not None:
                return True
            settling = self._calls < _SETTLING_CALLS
            allowed = SETTLING_SECONDS if settling else LOST_SECONDS
            return self._clock() - self._called_at > allowed

    def start(self) -> None:
        """Begin to play.

        Raises:
            DeviceError: the device does not take the sound, or the player has been closed.
        """
        device = self._device
        if device is None:
            raise DeviceError("The sound device has been closed. Start the session again.")
        source = self._source(device)
        next(source)
        with self._lock:
            self._called_at = self._clock()
        try:
            device.start(source)
        except Exception as error:
            # Whatever a device raises here, the person needs to know that it does not play.
            self.close()
            raise DeviceError(
                f"The sound device cannot be started ({error}). Check that it is plugged in and not in use, then try again."
            ) from error

    def pause(self) -> None:
        """Fade out and stand."""
        self._transport.pause()

    def resume(self) -> None:
        """Fade in and go on."""
        self._transport.resume()

    def seek(self, frame: int) -> None:
        """Go to a frame of the mix."""
        self._transport.seek(frame)

    def go_on(self) -> None:
        """Leave the stop at which the position stands."""
        self._transport.go_on()

    def replace(self, mix: Mix) -> None:
        """Go on in another mix at the same position."""
        self._transport.replace(mix)

    def set_volume(self, bus: Bus, level: float) -> None:
        """Set the volume of a bus, 0 to 1."""
        self._transport.set_volume(bus, level)

    def close(self) -> None:
        """Fade out what can still be heard, and then give the device back; returns at once."""
        sounds = self._calls > 0 and not (self.lost or self.ended)
        device, self._device = self._device, None
        if device is None:
            return
        if sounds:
            self._transport.pause()
            self._later(PAUSE_SECONDS + device.holds_seconds, device.close)
        else:
            device.close()

    def _source(self, device: Device) -> Source:
        """What the device pulls from, in a thread of its own: sent a count, it yields frames."""
        try:
            count = yield b""
            while True:
                now = self._clock()
                with self._lock:
                    self._called_at = now
                    self._calls += 1
                    self._delay.given(count, now, buffered=device.buffered(count))
                count = yield self._transport.pull(count)
        finally:
            self._gone_at = self._clock()
