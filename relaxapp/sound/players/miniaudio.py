"""A player on the system's sound device, through the miniaudio package."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from relaxapp.errors import DeviceError
from relaxapp.sound.players.alsa import silence_alsa
from relaxapp.sound.players.delay import DelayedClock
from relaxapp.sound.transport import Transport
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from relaxapp.sound.mix import Mix
    from relaxapp.sound.players.player import Clock
    from relaxapp.sound.samples import Block
    from relaxapp.timeline.clip import Bus

    Source: TypeAlias = Generator[Block | bytes, int, None]

PERIOD_MILLISECONDS = 200
"""How much a device asks for at a time: enough to sit out a busy moment of the window."""
PERIODS = 2
"""How many of these fit into the buffer of devices that have one of their own."""
LOST_SECONDS = 1.0
"""A device that has not asked for this long is gone: no backend says so by itself."""
SETTLING_SECONDS = 4.0
"""A server that wakes an idle device takes its time over the first calls."""
_SETTLING_CALLS = 3
CLOSING_SECONDS = 0.5
"""How long a device is kept after closing: the fade, and what the device still holds."""

_BACKENDS = {
    "linux": ("PULSEAUDIO", "ALSA"),
    "win32": ("WASAPI", "DSOUND", "WINMM"),
    "darwin": ("COREAUDIO",),
}
_OTHER_BACKENDS = ("SNDIO", "AUDIO4", "OSS")


class Device(Protocol):
    """What of miniaudio's `PlaybackDevice` is used here."""

    backend: str

    def start(self, callback_generator: Source, /) -> None:
        """Begin to ask the generator for frames, which `next` has already been called on."""

    def close(self) -> None:
        """Stop asking, and give the device back."""


def _in_a_thread(seconds: float, action: Callable[[], None]) -> None:
    threading.Timer(seconds, action).start()


class MiniaudioPlayer:
    """Plays through the system's default device."""

    name = "miniaudio"

    def __init__(
        self,
        mix: Mix,
        clock: Clock,
        open_device: Callable[[], Device] | None = None,
        later: Callable[[float, Callable[[], None]], None] = _in_a_thread,
    ) -> None:
        """Open the device, and stand at the beginning of a mix.

        Args:
            mix: what is to be heard.
            clock: seconds that never go back.
            open_device: gives the device, or raises DeviceError; the default device where None.
            later: does something after so many seconds; in a thread of its own.

        Raises:
            DeviceError: there is no device.
        """
        self._transport = Transport(mix)
        self._clock = clock
        self._delay = DelayedClock()
        self._lock = threading.Lock()
        self._called_at: float | None = None
        self._calls = 0
        device = (open_device or open_default_device)()
        self._device: Device | None = device
        self._own_buffer = device.backend != "PulseAudio"
        self._later = later

    @property
    def position(self) -> int:
        """The frame that is heard now."""
        with self._lock:
            heard = self._delay.heard(self._clock())
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
            settling = self._calls < _SETTLING_CALLS
            allowed = SETTLING_SECONDS if settling else LOST_SECONDS
            return self._clock() - self._called_at > allowed

    def start(self) -> None:
        """Begin to play.

        Raises:
            DeviceError: the device does not take the sound, or the player has been closed.
        """
        if self._device is None:
            raise DeviceError("The sound device has been closed. Start the session again.")
        source = self._source()
        next(source)
        with self._lock:
            self._called_at = self._clock()
        try:
            self._device.start(source)
        except Exception as error:
            # miniaudio's own error type is not imported until a device is opened; whatever a
            # device raises here, the person needs to know that it does not play.
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
            self._later(CLOSING_SECONDS, device.close)
        else:
            device.close()

    def _source(self) -> Source:
        """What the device pulls from, in a thread of its own: sent a count, it yields frames."""
        count = yield b""
        while True:
            now = self._clock()
            with self._lock:
                self._called_at = now
                self._calls += 1
                buffered = (PERIODS - 1) * count if self._own_buffer and self._calls > 1 else 0
                self._delay.given(count, now, buffered=buffered)
            count = yield self._transport.pull(count)


def open_default_device() -> Device:
    """The system's default device, for float32 stereo at `FRAMES_PER_SECOND`.

    Raises:
        DeviceError: there is none.
    """
    import miniaudio  # noqa: PLC0415 - takes a tenth of a second, and only playing needs it

    try:
        device: Device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.FLOAT32,
            nchannels=2,
            sample_rate=FRAMES_PER_SECOND,
            buffersize_msec=PERIOD_MILLISECONDS,
            callback_periods=PERIODS,
            backends=_backends(miniaudio),
            app_name="relaxapp",
        )
    except miniaudio.MiniaudioError as error:
        raise DeviceError(_no_device(error)) from error
    return device


def device_report() -> str:
    """A sentence on where sound goes on this computer.

    Raises:
        DeviceError: it goes nowhere.
    """
    import miniaudio  # noqa: PLC0415 - see above

    try:
        devices = miniaudio.Devices(_backends(miniaudio))
        names = [str(device["name"]) for device in devices.get_playbacks()]
    except miniaudio.MiniaudioError as error:
        raise DeviceError(_no_device(error)) from error
    if not names:
        raise DeviceError(
            f"{devices.backend} is there, but has no device to play on. Plug one in and switch it on."
        )
    others = f" ({len(names) - 1} more)" if len(names) > 1 else ""
    return f"Sound goes through {devices.backend} to {names[0]}{others}."


def _backends(miniaudio: Any) -> list[Any]:
    """The backends to try, in order: a sound server before a bare device."""
    if sys.platform == "linux":
        silence_alsa()
    names = _BACKENDS.get(sys.platform, _OTHER_BACKENDS)
    return [getattr(miniaudio.Backend, name) for name in names]


def _no_device(error: Exception) -> str:
    # The first of what miniaudio gives is its sentence, the rest a number.
    reason = error.args[0] if error.args else error
    return (
        f"No sound device could be opened ({reason}). Check that one is plugged in and switched on; "
        "the session can also be followed without sound."
    )
