"""Whether the display can be kept awake here: found out by doing so for a moment."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer

from relaxapp.ui.desktop.inhibition import Inhibition

PATIENCE_MS = 8000
"""Longer than three services may take to answer, one after the other."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of it.

    Attributes:
        way: what kept the display awake, or was asked last.
        trouble: a sentence about why it cannot be kept awake; empty if it can.
    """

    way: str
    trouble: str


def try_to_keep_awake(platform: str = sys.platform) -> Trial:
    """Keeps the display awake for as long as it takes to see that it works; needs no screen.

    Args:
        platform: the system, as in `sys.platform`.
    """
    # Answers come through Qt's loop, which needs an application; it may be one without windows.
    application = QCoreApplication.instance() or QCoreApplication([])  # noqa: F841 - kept alive
    loop = QEventLoop()
    inhibition = Inhibition(platform)
    inhibition.settled.connect(loop.quit, Qt.ConnectionType.QueuedConnection)
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    inhibition.hold("relaxapp doctor")
    loop.exec()
    trial = Trial(inhibition.way, _trouble(inhibition))
    inhibition.release()
    return trial


def _trouble(inhibition: Inhibition) -> str:
    if inhibition.is_held:
        return ""
    return inhibition.trouble or f"{inhibition.way} does not answer."
