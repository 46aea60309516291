"""What the desktop does for a session while it is on: the display stays awake, media keys reach it, the window has its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Signal

from relaxapp.ui.desktop.compact import Compact
from relaxapp.ui.desktop.screens import Placement
from relaxapp.ui.message import Message

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from relaxapp.settings import Settings
    from relaxapp.ui.desktop.inhibition import Inhibition
    from relaxapp.ui.desktop.mpris import Mpris
    from relaxapp.ui.pages.session_state import SessionState
    from relaxapp.ui.pages.steering import Steering
    from relaxapp.ui.practice import Practice

SMALL_SIZE = QSize(340, 260)
"""How small the window is made for whoever goes on working beside it."""


class Attendance(QObject):
    """Attends to one session at a time, from `attend` to `leave`.

    Args:
        window: what shows the session; goes with it.
    """

    said = Signal(object)
    """Something to say to the person: a `Message`."""

    made_small = Signal(bool)
    """The window is small now, or as large as it was."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._practice: Practice | None = None
        self._inhibition: Inhibition | None = None
        self._media: Mpris | None = None
        self._compact = Compact()
        self._placement = Placement()

    @property
    def is_small(self) -> bool:
        """Whether the window is small for now."""
        return self._compact.is_small

    def attend(self, practice: Practice, settings: Settings) -> None:
        """Begins to attend to a session.

        Args:
            practice: the session, from its first question on.
            settings: what the person chose.
        """
        self._practice = practice
        practice.state_changed.connect(self._tell)
        practice.compact_asked.connect(self._fit)
        practice.full_screen_asked.connect(self.toggle_full_screen)
        if settings.full_screen:
            self._placement.fill_screen(self._window, settings.session_screen)

    def leave(self) -> None:
        """Gives the desktop and the window back as they were."""
        self._practice = None
        self._quieten()
        if self._compact.is_small:
            self._compact.grow()
            self.made_small.emit(False)
        self._placement.leave()

    def toggle_full_screen(self) -> None:
        """Fills the screen with the window, or gives it its size back."""
        if self._placement.is_filling:
            self._placement.leave()
        else:
            if self._compact.is_small:
                self._fit(compact=False)
            self._placement.fill_screen(self._window)

    def _fit(self, compact: bool) -> None:  # noqa: FBT001 - a slot for a signal
        """Makes the window small, or gives it its size back."""
        if self._practice is None or compact == self._compact.is_small:
            return
        self._practice.set_compact(compact)
        self.made_small.emit(compact)
        if compact:
            self._placement.leave()
            self._compact.shrink(self._window, SMALL_SIZE)
            if self._compact.remark:
                self.said.emit(Message(self._compact.remark))
        else:
            self._compact.grow()

    def _tell(self, state: SessionState) -> None:
        """Passes on how the session is to whoever keeps the display awake and shows what plays."""
        if state.is_over:
            self._quieten()
            return
        self._awake(running=state.running, title=state.title)
        if self._media is None:
            self._media = self._reached_by_keys()
        from relaxapp.ui.desktop.media_state import MediaState  # noqa: PLC0415 - start-up

        self._media.show(
            MediaState(
                title=state.title,
                step=state.step,
                length_seconds=state.length_seconds,
                position_seconds=state.played_seconds,
                playing=state.running,
            )
        )

    def _quieten(self) -> None:
        """Nothing runs any more; what comes after it needs no display."""
        if self._inhibition is not None:
            self._inhibition.release()
        if self._media is not None:
            self._media.stop()

    def _awake(self, *, running: bool, title: str) -> None:
        if self._inhibition is None:
            from relaxapp.ui.desktop.inhibition import Inhibition  # noqa: PLC0415 - start-up

            self._inhibition = Inhibition(parent=self)
        if running:
            self._inhibition.hold(self.tr("A session is running: {title}").format(title=title))
        else:
            self._inhibition.release()

    def _reached_by_keys(self) -> Mpris:
        from relaxapp.ui.desktop.mpris import Mpris  # noqa: PLC0415 - start-up

        media = Mpris(parent=self)
        wishes: dict[SignalInstance, Callable[[Steering], None]] = {
            media.play_pause_asked: lambda session: session.toggle(),
            media.play_asked: lambda session: session.resume(),
            media.pause_asked: lambda session: session.pause(),
            media.next_asked: lambda session: session.next(),
            media.back_asked: lambda session: session.back(),
            media.stop_asked: lambda session: session.ask_to_end(),
        }
        for asked, wish in wishes.items():
            asked.connect(lambda wish=wish: self._pass_on(wish))
        media.raise_asked.connect(self._come_forward)
        return media

    def _pass_on(self, wish: Callable[[Steering], None]) -> None:
        session = None if self._practice is None else self._practice.steering
        if session is not None:
            wish(session)

    def _come_forward(self) -> None:
        from relaxapp.ui.desktop.foreground import come_forward  # noqa: PLC0415 - start-up

        come_forward(self._window)
