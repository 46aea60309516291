"""A session on the session bus, so that media keys, headsets and panels can pause it (MPRIS)."""

from __future__ import annotations

import itertools
import os
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from relaxapp.ui.desktop import session_bus
from relaxapp.ui.desktop.media_state import MediaState

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.ui.desktop.mpris_object import MprisObject

SERVICE = "org.mpris.MediaPlayer2.relaxapp"
JUMP_SECONDS = 1.0
"""How far the position may be from where it was expected before it counts as a jump."""

_connections = itertools.count(1)


class Mpris(QObject):
    """Takes the wishes of the desktop from the first `show` until `stop`.

    Where there is no session bus it does nothing, quietly.

    Args:
        now: monotonic time in seconds, by which the position goes on between two `show`s.
        parent: whoever it is to go with.
    """

    play_pause_asked = Signal()
    """To pause, or to go on: what headset buttons send."""
    play_asked = Signal()
    """To go on."""
    pause_asked = Signal()
    """To pause."""
    next_asked = Signal()
    """The next step."""
    back_asked = Signal()
    """The step before."""
    stop_asked = Signal()
    """The end of the session."""
    raise_asked = Signal()
    """The window in front."""

    def __init__(
        self, *, now: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._now = now
        self._state = MediaState("")
        self._shown_at = 0.0
        self._is_on = False
        self._object: MprisObject | None = None
        self.service = ""
        """The name on the bus; empty while there is none."""

    def show(self, state: MediaState) -> None:
        """Shows a session, or how it has changed; cheap enough to be called at every glance."""
        before, expected = self._state, self.position_seconds
        self._state, self._shown_at = state, self._now()
        if not self._is_on:
            self._is_on = True
            self._enter()
        elif self._object is not None:
            self._object.tell_change(before, state)
            if abs(state.position_seconds - expected) > JUMP_SECONDS:
                self._object.tell_jump(state.position_seconds)

    def stop(self) -> None:
        """Leaves the bus; harmless if it is not on it."""
        self._is_on = False
        self.service = ""
        if self._object is not None:
            self._object.leave()

    @property
    def position_seconds(self) -> float:
        """Where the session is now, as far as it can be told from what was shown last."""
        state = self._state
        since = self._now() - self._shown_at if state.playing else 0.0
        return max(0.0, min(state.position_seconds + since, state.length_seconds))

    def _enter(self) -> None:
        if self._object is None:
            self._object = self._made()
        if self._object is not None:
            # The longer name is the specification's, for when another relaxapp plays as well.
            names = (SERVICE, f"{SERVICE}.instance{os.getpid()}")
            self.service = self._object.enter(names)

    def _made(self) -> MprisObject | None:
        """What is on the bus during sessions; None where there is no bus.

        Its connection stays open until the program ends. While one is closed, Qt's thread for the bus
        says goodbye to this object, which is Python's, and waits for Python; should Python be waiting
        for that thread just then, neither would ever go on.
        """
        connection = f"relaxapp-media-{next(_connections)}"
        if not session_bus.connect(connection):
            return None
        from relaxapp.ui.desktop.mpris_object import MprisObject  # noqa: PLC0415 - it needs QtDBus

        media = MprisObject(connection, lambda: self._state, lambda: self.position_seconds, self)
        media.play_pause.connect(self.play_pause_asked)
        media.play.connect(self.play_asked)
        media.pause.connect(self.pause_asked)
        media.next.connect(self.next_asked)
        media.back.connect(self.back_asked)
        media.stop.connect(self.stop_asked)
        media.raised.connect(self.raise_asked)
        return media
