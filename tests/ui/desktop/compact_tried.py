"""A window on a real X server that becomes small and grows again, seen with xprop; prints how it was."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QSize
from PySide6.QtWidgets import QApplication, QWidget

from relaxapp.ui.desktop.compact import Compact

if TYPE_CHECKING:
    from collections.abc import Callable


def until(condition: Callable[[], bool]) -> None:
    """Lets the window live until something is so, for ten seconds at the most."""
    deadline = QDeadlineTimer(10_000)
    while not condition() and not deadline.hasExpired():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)


def is_above() -> bool:
    """Whether the desktop keeps the window above the others."""
    command = ["xprop", "-id", str(int(window.winId())), "_NET_WM_STATE"]
    told = subprocess.run(command, capture_output=True, text=True, check=True)
    return "_NET_WM_STATE_ABOVE" in told.stdout


def standing() -> dict[str, object]:
    """How the window is."""
    return {
        "id": int(window.winId()),
        "size": window.size().toTuple(),
        "least": window.minimumSize().toTuple(),
        "usual": window.normalGeometry().getRect(),
        "maximised": window.isMaximized(),
        "above": is_above(),
        "other is active": other.isActiveWindow(),
    }


application = QApplication(sys.argv[:1])
window, other = QWidget(), QWidget()
window.setMinimumSize(600, 400)
window.setGeometry(100, 80, 700, 500)
window.show()
until(lambda: window.windowHandle().isExposed())
window.showMaximized()
until(lambda: window.width() > 1000)
other.show()
other.activateWindow()
until(other.isActiveWindow)
before = standing()
compact = Compact()
compact.shrink(window, QSize(340, 180))
until(lambda: is_above() and window.width() == 340)
small = standing()
frame, screen = window.frameGeometry(), window.screen().availableGeometry()
small["in the corner"] = screen.contains(frame) and frame.left() > screen.width() // 2
compact.grow()
until(lambda: not is_above() and window.width() > 1000)
sys.stdout.write(json.dumps({"before": before, "small": small, "afterwards": standing()}))
