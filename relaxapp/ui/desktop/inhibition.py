"""The display kept awake while a session runs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


class Way(Protocol):
    """How one system is asked to leave the display on. Nothing it does raises or takes long."""

    @property
    def name(self) -> str:
        """What holds the display awake, or was tried last; empty before the first try."""

    @property
    def is_held(self) -> bool:
        """Whether the system has agreed."""

    @property
    def trouble(self) -> str:
        """A sentence about why it cannot be; empty if it can, or is not known yet."""

    def hold(self, reason: str) -> None:
        """Asks for it."""

    def release(self) -> None:
        """Lets go."""


class Inhibition(QObject):
    """Keeps the display from going dark and locking, between `hold` and `release`.

    Nothing here raises or blocks the window. The system lets go by itself if the program dies.

    Args:
        platform: the system, as in `sys.platform`.
        parent: whoever it is to go with.
    """

    settled = Signal()
    """After `hold`: it is held now, or known that it cannot be."""

    def __init__(self, platform: str = sys.platform, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._way = _way(platform, self.settled.emit)
        self._is_wanted = False

    @property
    def is_held(self) -> bool:
        """Whether the display is kept awake; on Linux true only some moments after `hold`."""
        return self._way.is_held

    @property
    def trouble(self) -> str:
        """A sentence for log and doctor about why it cannot be held; empty if it can."""
        return self._way.trouble

    @property
    def way(self) -> str:
        """What keeps the display awake, such as the name of a service; empty before `hold`."""
        return self._way.name

    def hold(self, reason: str) -> None:
        """Keeps the display awake; once is enough.

        Args:
            reason: what the desktop may show to the person, in a few words.
        """
        if not self._is_wanted:
            self._is_wanted = True
            self._way.hold(reason)

    def release(self) -> None:
        """Lets the display go dark again; harmless if it was not held."""
        if self._is_wanted:
            self._is_wanted = False
            self._way.release()


def _way(platform: str, settled: Callable[[], None]) -> Way:
    # Each is loaded on its own system only, and not before a session starts.
    if platform == "win32":
        from relaxapp.ui.desktop.windows_inhibition import WindowsInhibition  # noqa: PLC0415

        return WindowsInhibition(settled)
    if platform == "darwin":
        from relaxapp.ui.desktop.macos_inhibition import MacInhibition  # noqa: PLC0415

        return MacInhibition(settled)
    from relaxapp.ui.desktop.bus_inhibition import BusInhibition  # noqa: PLC0415

    return BusInhibition(settled)
