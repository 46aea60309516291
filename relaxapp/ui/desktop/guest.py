"""Somebody who has connected to the first window, until it is known what they want."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from relaxapp.ui.desktop.request import END, MOST_BYTES, TAKEN, Request

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

SILENCE_MS = 2000
"""How long somebody who connects may take to say what they want."""


class Guest(QObject):
    """Takes one request from a connection, and drops whatever is none.

    Args:
        socket: the connection, which goes with the guest from now on.
        parent: whoever it is to go with.
    """

    asked = Signal(object)
    """What the guest wants: a `Request`. They know already that it was taken."""
    gone = Signal(object)
    """The connection of this `Guest` is closed, for whatever reason."""

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(MOST_BYTES + 1)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self.drop)
        socket.readyRead.connect(self._on_words)
        socket.disconnected.connect(self._on_gone)

    def listen(self) -> None:
        """Begins with what came along with the connection."""
        self._patience.start(SILENCE_MS)
        self._on_words()

    def drop(self) -> None:
        """Closes the connection at once."""
        self._socket.abort()

    def _on_words(self) -> None:
        words = bytes(self._socket.peek(MOST_BYTES + 1).data())
        message, end, _ = words.partition(END)
        if not end:
            if len(words) > MOST_BYTES:
                self.drop()
            return
        request = Request.from_bytes(message)
        if request is None:
            self.drop()
            return
        self._socket.readyRead.disconnect(self._on_words)  # one is all that a guest may ask
        self._socket.write(TAKEN)
        self._socket.flush()
        self._socket.disconnectFromServer()
        self.asked.emit(request)

    def _on_gone(self) -> None:
        self._patience.stop()
        self.gone.emit(self)
