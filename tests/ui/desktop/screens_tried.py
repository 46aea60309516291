"""A window that fills the last screen there is and comes back, and prints where it was."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget

from relaxapp.ui.desktop.screens import Placement, screen_names

if TYPE_CHECKING:
    from collections.abc import Callable


def until(condition: Callable[[], bool]) -> None:
    """Lets the window live until something is so, for ten seconds at the most."""
    deadline = QDeadlineTimer(10_000)
    while not condition() and not deadline.hasExpired():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def standing() -> dict[str, object]:
    """Where the window is, and how."""
    return {
        "screen": window.screen().name(),
        "geometry": window.geometry().getRect(),
        "fills": window.isFullScreen(),
    }


application = QApplication(sys.argv[:1])
window = QWidget()
window.setGeometry(100, 80, 700, 500)
window.show()
until(lambda: window.windowHandle().isExposed())
placement = Placement()
placement.fill_screen(window, screen_names()[-1])
until(lambda: window.geometry() == window.screen().geometry())
filling = standing()
placement.leave()
until(lambda: window.width() == 700)
sys.stdout.write(
    json.dumps({"names": screen_names(), "filling": filling, "afterwards": standing()})
)
