"""What a desktop may ask of a session, as signals."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class MprisWishes(QObject):
    """Where the wishes come out that arrive by either interface; the object on the bus is one."""

    play_pause = Signal()
    play = Signal()
    pause = Signal()
    next = Signal()
    back = Signal()
    stop = Signal()
    raised = Signal()
