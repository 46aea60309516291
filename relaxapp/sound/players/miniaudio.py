"""A player on the system's sound device, through the miniaudio package."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any, Protocol

from relaxapp.errors import DeviceError
from relaxapp.sound.players.alsa import silence_alsa
from relaxapp.sound.players.device import DevicePlayer, in_a_thread
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.sound.mix import Mix
    from relaxapp.sound.players.device import Source
    from relaxapp.sound.players.player import Clock

PERIOD_MILLISECONDS = 200
"""How much a device asks for at a time: enough to sit out a busy moment of the window."""
PERIODS = 2
"""How many of these fit into the buffer of devices that have one of their own."""
SERVER_SECONDS = 0.1
"""What PulseAudio still holds when miniaudio asks: clicks are recorded this long after a count of
the frames that were asked for would have them heard."""

_BACKENDS = {
    "linux": ("PULSEAUDIO", "ALSA"),
    "win32": ("WASAPI", "DSOUND", "WINMM"),
    "darwin": ("COREAUDIO",),
}
_OTHER_BACKENDS = ("SNDIO", "AUDIO4", "OSS")


class PlaybackDevice(Protocol):
    """What of miniaudio's class of this name is used here."""

    backend: str

    def start(self, callback_generator: Source, /) -> None:
        """Begin to ask the generator for frames, which `next` has already been called on."""

    def close(self) -> None:
        """Stop asking, and give the device back."""


class MiniaudioDevice:
    """A device of miniaudio's, which asks from a thread of its own."""

    holds_seconds = PERIODS * PERIOD_MILLISECONDS / 1000

    def __init__(self, device: PlaybackDevice) -> None:
        """Receives the device, opened and not started."""
        self._device = device
        self._has_asked = False

    def start(self, source: Source) -> None:
        """Begin to ask."""
        self._device.start(source)

    def close(self) -> None:
        """Give the device back."""
        self._device.close()

    def buffered(self, asked: int) -> int:
        """What a device with a buffer of its own holds, or a server still has in hand."""
        if self._device.backend == "PulseAudio":
            return int(SERVER_SECONDS * FRAMES_PER_SECOND)
        has_asked, self._has_asked = self._has_asked, True
        return (PERIODS - 1) * asked if has_asked else 0


class MiniaudioPlayer(DevicePlayer):
    """Plays through the system's default device."""

    def __init__(
        self,
        mix: Mix,
        clock: Clock,
        open_device: Callable[[], PlaybackDevice] | None = None,
        later: Callable[[float, Callable[[], None]], None] = in_a_thread,
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
        device = MiniaudioDevice((open_device or open_default_device)())
        super().__init__("miniaudio", mix, clock, device, later)


def open_default_device() -> PlaybackDevice:
    """The system's default device, for float32 stereo at `FRAMES_PER_SECOND`.

    Raises:
        DeviceError: there is none.
    """
    import miniaudio  # noqa: PLC0415 - takes a tenth of a second, and only playing needs it

    try:
        device: PlaybackDevice = miniaudio.PlaybackDevice(
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
