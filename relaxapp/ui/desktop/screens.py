"""Which screens there are, and a window that fills one of them for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from relaxapp.ui.desktop.standing import Standing

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget


def screen_names() -> tuple[str, ...]:
    """The names of the screens that are there now, the main one first."""
    return tuple(dict.fromkeys(screen.name() for screen in QGuiApplication.screens()))


class Placement:
    """A window that fills a screen, and goes back to where it was."""

    def __init__(self) -> None:
        self._window: QWidget | None = None
        self._before: Standing | None = None

    @property
    def is_filling(self) -> bool:
        """Whether a window fills a screen because of this."""
        return self._window is not None and self._window.isFullScreen()

    def fill_screen(self, window: QWidget, screen_name: str = "") -> None:
        """Fills a screen with a window, and remembers where it was.

        Args:
            window: the window.
            screen_name: which screen; the one the window is on if it is empty, or not there any more.
        """
        if self._window is None:
            self._before = Standing.of(window)
        self._window = window
        screen = _screen(screen_name)
        if screen is not None and screen is not window.screen():
            # A window goes full screen where most of it is, so it has to be there first.
            window.setWindowState(Qt.WindowState.WindowNoState)
            window.setScreen(screen)
            window.setGeometry(screen.availableGeometry())
        window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)

    def leave(self) -> None:
        """Puts the window where it was, as it was.

        A window that left the full screen in the meantime, as a person may ask the desktop for, is
        left alone.
        """
        window, self._window = self._window, None
        if window is not None and self._before is not None and window.isFullScreen():
            self._before.restore(window)


def _screen(name: str) -> QScreen | None:
    return next((each for each in QGuiApplication.screens() if each.name() == name), None)
