"""What plays a mix, as everything else sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.sound.mix import Mix
    from relaxapp.timeline.clip import Bus

Clock: TypeAlias = "Callable[[], float]"
"""Seconds that never go back, such as `time.monotonic`."""


class Player(Protocol):
    """One mix on one device, or in silence.

    All of it may be called from any thread, at any time between `start` and `close`; `seek`,
    `replace` and `set_volume` also before. Positions are frames of the timeline.
    """

    @property
    def name(self) -> str:
        """What plays, in a word."""

    @property
    def position(self) -> int:
        """The frame that is heard now; it never falls but by `seek`, which it follows at once."""

    @property
    def standing(self) -> bool:
        """Whether the position stands at a stop until `go_on`."""

    @property
    def ended(self) -> bool:
        """Whether the whole mix has been heard."""

    @property
    def lost(self) -> bool:
        """Whether the device has stopped asking for sound; the position then stands."""

    def start(self) -> None:
        """Begin to play where the position is.

        Raises:
            DeviceError: there is no device, or it does not take the sound.
        """

    def pause(self) -> None:
        """Fade out and stand."""

    def resume(self) -> None:
        """Fade in and go on."""

    def seek(self, frame: int) -> None:
        """Go to a frame of the mix."""

    def go_on(self) -> None:
        """Leave the stop at which the position stands."""

    def replace(self, mix: Mix) -> None:
        """Go on in another mix at the same position.

        A device already holds some tenths of a second: a mix that agrees with the old one for
        half a second beyond `position` is heard without a seam.
        """

    def set_volume(self, bus: Bus, level: float) -> None:
        """Set the volume of a bus, 0 to 1."""

    def close(self) -> None:
        """End playing and let go of the device; calling it again does nothing."""
