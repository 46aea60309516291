"""Tells what the desktop shows of a session: once for every change, and not for the time that goes by."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from relaxapp.session.session import State
from relaxapp.timeline.clip import seconds
from relaxapp.ui.pages.session_state import SessionState

if TYPE_CHECKING:
    from relaxapp.session.conductor import Glance
    from relaxapp.timeline.timeline import Timeline


class Telling(QObject):
    """Keeps what was told last of the session that is on."""

    changed = Signal(object)
    """Something is another now; carries a `SessionState`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._title = ""
        self._known: tuple[int, int, bool] | None = None
        self._told: SessionState | None = None

    def begin(self, title: str) -> None:
        """Another session is on."""
        self._title = title
        self._told = self._known = None

    def tell_anew(self) -> None:
        """After a jump it is told where the session is, even if the step stays the same."""
        self._known = None

    def tell(self, timeline: Timeline, glance: Glance) -> None:
        """Tell of a moment, if more than the time is another than before."""
        running = glance.state is State.RUNNING and not glance.is_waiting
        known = (glance.phase.step, glance.length, running)
        if known == self._known:
            return
        self._known = known
        self._told = SessionState(
            title=self._title,
            step=timeline.steps[glance.phase.step].title,
            played_seconds=seconds(glance.position),
            length_seconds=seconds(glance.length),
            running=running,
        )
        self.changed.emit(self._told)

    def end(self) -> None:
        """The session is over."""
        if self._told is not None:
            self._told = replace(self._told, running=False, is_over=True)
            self.changed.emit(self._told)
