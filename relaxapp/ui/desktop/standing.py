"""How a window stands: its place, its size, and whether it fills the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Standing:
    """How a window stood, to be given back to it.

    Attributes:
        geometry: in Qt's own form, which knows about screens that are gone by then.
        normal: where it is when it fills no screen, in pixels and without its frame.
        state: whether it is maximised, minimised or fills the screen.
    """

    geometry: bytes
    normal: QRect
    state: Qt.WindowState

    @classmethod
    def of(cls, window: QWidget) -> Standing:
        """How a window stands now."""
        return cls(
            bytes(window.saveGeometry().data()), window.normalGeometry(), window.windowState()
        )

    def restore(self, window: QWidget) -> None:
        """Lets a window stand like this, or nearby where the screen is not there any more."""
        window.setWindowState(Qt.WindowState.WindowNoState)
        screen = QGuiApplication.screenAt(self.normal.center())
        if screen is None:
            window.restoreGeometry(self.geometry)
        else:
            # restoreGeometry would forget the usual size of a window that fills a screen.
            window.setScreen(screen)
            window.setGeometry(self.normal)
        window.setWindowState(self.state)
