"""Ctrl+C in the terminal and the end of the desktop's session, which close the window in order."""

from __future__ import annotations

import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier

if TYPE_CHECKING:
    from collections.abc import Callable


class Interruption(QObject):
    """Calls back on the window's thread when the program is asked to end from outside.

    Python tells of a signal only between two of its own instructions, and while Qt waits there are
    none; a byte in a socket wakes Qt up.

    Args:
        close: what to do; called once for every signal.
        parent: whoever it is to go with.
    """

    def __init__(self, close: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._close = close
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_signal)
        signal.set_wakeup_fd(self._write.fileno())
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)

    def _on_signal(self) -> None:
        self._read.recv(64)
        self._close()
