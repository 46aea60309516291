"""The window made small and kept above the others, for whoever goes on working beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication

from relaxapp.ui.desktop.standing import Standing

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

MARGIN = 32
"""How far the small window is from the edges of the screen, in pixels; room for its title as well."""


class Compact:
    """A window that is small and on top for a while.

    Args:
        place: where the small window was last time, if it was there before.
    """

    def __init__(self, place: QPoint | None = None) -> None:
        self.place = place
        """Where the small window is put, or was when it grew again; None for the lower right."""
        self._window: QWidget | None = None
        self._before: Standing | None = None
        self._least = QSize()

    @property
    def is_small(self) -> bool:
        """Whether a window is small because of this."""
        return self._window is not None

    @property
    def remark(self) -> str:
        """A sentence for the person where a window cannot be kept on top; empty where it can."""
        if _can_stay_on_top():
            return ""
        return QCoreApplication.translate(
            "Compact",
            "On this desktop a window cannot keep itself above the others; it stays small.",
        )

    def shrink(self, window: QWidget, size: QSize) -> None:
        """Makes a window small and keeps it on top, without giving it the focus.

        Args:
            window: the window, which is shown.
            size: how small; the person can make it larger, but no smaller.
        """
        if self._window is not None:
            return
        self._window = window
        self._before = Standing.of(window)
        self._least = window.minimumSize()
        screen = window.screen().availableGeometry()
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.setMinimumSize(size)
        window.resize(size)
        self._keep_on_top(on_top=True)
        if self.place is None or not _is_on_a_screen(QRect(self.place, size)):
            corner = screen.bottomRight() + QPoint(1, 1)
            window.move(corner - QPoint(size.width() + MARGIN, size.height() + MARGIN))
        else:
            window.move(self.place)

    def grow(self) -> None:
        """Gives the window back the size, the place and the state it had; harmless if it has them."""
        window, before = self._window, self._before
        if window is None or before is None:
            return
        self.place = window.pos()
        self._keep_on_top(on_top=False)
        window.setMinimumSize(self._least)
        before.restore(window)
        self._window = None

    def _keep_on_top(self, *, on_top: bool) -> None:
        # QWidget.setWindowFlag would hide the window and make it anew; the window itself need not be.
        handle = None if self._window is None else self._window.windowHandle()
        if handle is not None and _can_stay_on_top():
            handle.setFlag(Qt.WindowType.WindowStaysOnTopHint, on_top)


def _can_stay_on_top() -> bool:
    # Wayland leaves it to the desktop what is above what.
    return not QGuiApplication.platformName().startswith("wayland")


def _is_on_a_screen(place: QRect) -> bool:
    """Whether all of it can be seen on one screen."""
    return any(each.availableGeometry().contains(place) for each in QGuiApplication.screens())
