"""One window for one data folder: a second start hands over to the first, and ends."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from relaxapp.ui.desktop.claim import Claim

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    # Sockets between processes of this computer only: QLocalSocket knows no hosts.
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

    from relaxapp.ui.desktop.guest import Guest

LOCK_NAME = "window.lock"
PATIENCE_SECONDS = 3.0
"""How long a second start waits for the first to answer before it opens a window of its own."""
MOST_GUESTS = 8
"""How many may be connected at once."""

_TRY_MS = 100


class Instance(QObject):
    """This process among those that show windows on the same data folder.

    `claim` costs next to nothing and is decided before there is a window; `listen` loads what it needs
    to be asked, and is for when the window has been painted.

    Args:
        data: the data folder, which exists.
        parent: whoever it is to go with.
        environ: the environment variables.
    """

    asked = Signal(object)
    """A second start asked for something: a `Request`."""

    def __init__(
        self,
        data: Path,
        parent: QObject | None = None,
        *,
        environ: Mapping[str, str] = os.environ,
    ) -> None:
        super().__init__(parent)
        self._data = data
        self._environ = environ
        self._claim = Claim(data / LOCK_NAME)
        self._server: QLocalServer | None = None
        self._guests: list[Guest] = []
        self.trouble = ""
        """A sentence for log and doctor about why second starts cannot be noticed; empty if they can."""

    @property
    def name(self) -> str:
        """What the first one listens on: a path where there is a folder of the person's for it."""
        import getpass  # noqa: PLC0415 - after the window was painted
        import hashlib  # noqa: PLC0415

        person = f"{getpass.getuser() if sys.platform == 'win32' else os.getuid()}"
        key = f"{person}\0{os.path.realpath(self._data)}"
        name = f"relaxapp-{hashlib.sha256(os.fsencode(key)).hexdigest()[:24]}"
        folder = self._environ.get("XDG_RUNTIME_DIR", "")
        # Elsewhere Qt finds a place: the person's temporary folder, or the pipes of Windows.
        return str(Path(folder, name)) if folder and Path(folder).is_dir() else name

    def claim(self) -> bool:
        """Whether this process is the first; true as well if that cannot be told."""
        try:
            return self._claim.take()
        except OSError as error:
            self.trouble = (
                f"Second starts cannot be noticed, since {self._data / LOCK_NAME} cannot be locked "
                f"({error.strerror or error})."
            )
            return True

    def listen(self) -> bool:
        """Begins to hear of second starts, if this process is the first; whether it does."""
        if not self._claim.is_held or self._server is not None:
            return self._server is not None
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415 - after the window was painted

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.setMaxPendingConnections(MOST_GUESTS)
        server.newConnection.connect(self._on_guest)
        if not server.listen(self.name):
            # Whoever holds the claim knows that nobody listens: a crash has left the socket behind.
            QLocalServer.removeServer(self.name)
            if not server.listen(self.name):
                self.trouble = f"Second starts cannot be noticed ({server.errorString()})."
                server.deleteLater()
                return False
        self._server = server
        return True

    def hand_over(
        self,
        file_or_id: str = "",
        *,
        patience_seconds: float = PATIENCE_SECONDS,
        now: Callable[[], float] = time.monotonic,
    ) -> bool:
        """Asks the first one for what this start was asked for; whether it took it.

        It may be on its way to its window still, so this waits a while for it to answer.

        Args:
            file_or_id: the path of a file or the id of a script; empty for the window alone.
            patience_seconds: how long to wait at the most.
            now: monotonic time in seconds.
        """
        from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415 - no window waits for it

        from relaxapp.ui.desktop.request import Request, asked_for  # noqa: PLC0415

        token = self._environ.get("XDG_ACTIVATION_TOKEN", "")
        message = Request(asked_for(file_or_id), token).to_bytes()
        if Request.from_bytes(message) is None:
            return False  # it would not be taken
        _let_others_come_forward()
        until = now() + patience_seconds
        while now() < until:
            socket = QLocalSocket()
            socket.connectToServer(self.name)
            if socket.waitForConnected(_TRY_MS):
                return _is_taken(socket, message, round((until - now()) * 1000))
            time.sleep(_TRY_MS / 1000)
        return False

    def close(self) -> None:
        """Stops listening and lets go of the claim; harmless if there was none."""
        server, self._server = self._server, None
        if server is not None:
            server.close()
            for guest in tuple(self._guests):
                guest.drop()
            server.deleteLater()
        self._claim.let_go()

    def _on_guest(self) -> None:
        from relaxapp.ui.desktop.guest import Guest  # noqa: PLC0415 - a usual start has none

        assert self._server is not None
        while (socket := self._server.nextPendingConnection()) is not None:
            guest = Guest(socket, self)
            # No function that refers to the guest is connected to it: Python and Qt would each see
            # the end of such a circle at a time of their own, and take the guest apart twice.
            guest.asked.connect(self.asked)
            guest.gone.connect(self._on_gone)
            self._guests.append(guest)
            if len(self._guests) > MOST_GUESTS:
                guest.drop()
            else:
                guest.listen()

    def _on_gone(self, guest: Guest) -> None:
        self._guests.remove(guest)
        guest.deleteLater()


def _is_taken(socket: QLocalSocket, message: bytes, patience_ms: int) -> bool:
    from relaxapp.ui.desktop.request import TAKEN  # noqa: PLC0415 - as above

    socket.write(message)
    socket.flush()
    while not socket.canReadLine():
        if patience_ms <= 0 or not socket.waitForReadyRead(patience_ms):
            return False
    return bytes(socket.readLine().data()) == TAKEN


def _let_others_come_forward() -> None:
    """Windows lets only the program in front put a window there; it may pass that on."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - on Windows only

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
