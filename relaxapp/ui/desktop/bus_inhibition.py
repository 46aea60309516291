"""The display kept awake on Linux, by whichever service of the desktop can do it.

Tried in turn: `org.freedesktop.ScreenSaver`, which KDE, GNOME, Cinnamon and Xfce have; the session
manager of GNOME, which MATE has as well; and the portal, which in a sandbox is the only one that can
be reached, and is asked first there. Each ends the inhibition when the connection of whoever asked is
closed, so that is how it is let go of, and a crash lets go of it as well.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from relaxapp.ui.desktop import session_bus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtDBus import QDBusMessage, QDBusPendingCallWatcher

PATIENCE_MS = 2000
"""How long a service may take to answer before the next one is asked."""
BLOCKING_MS = 500
"""How long a call may take that has to be waited for."""

_APPLICATION = "relaxapp"
_IDLE = 8
"""The flag of the portal and of the session manager for what happens after a time without input."""
_SANDBOX_MARK = Path("/.flatpak-info")

_connections = itertools.count(1)


@dataclass(frozen=True, slots=True)
class Service:
    """A service of the desktop that can keep the display awake.

    Attributes:
        name: its name on the bus.
        path: the object that is asked.
        interface: the interface with the method `Inhibit`.
        can_be_started: whether the bus may start it in order to be asked.
    """

    name: str
    path: str
    interface: str
    can_be_started: bool = False


SCREEN_SAVER = Service(
    "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"
)
SESSION_MANAGER = Service(
    "org.gnome.SessionManager", "/org/gnome/SessionManager", "org.gnome.SessionManager"
)
PORTAL = Service(
    "org.freedesktop.portal.Desktop",
    "/org/freedesktop/portal/desktop",
    "org.freedesktop.portal.Inhibit",
    can_be_started=True,
)


class BusInhibition:
    """Asks one service after the other, without waiting for any.

    Args:
        settled: called when it is known whether the display is held.
        is_sandboxed: whether the program runs in a sandbox; found out where None.
    """

    def __init__(self, settled: Callable[[], None], *, is_sandboxed: bool | None = None) -> None:
        self._settled = settled
        if is_sandboxed is None:
            is_sandboxed = _SANDBOX_MARK.exists()
        outside = (SCREEN_SAVER, SESSION_MANAGER)
        self._services = (PORTAL, *outside) if is_sandboxed else (*outside, PORTAL)
        self._left: Iterator[Service] = iter(())
        self._connection = ""
        self._watcher: QDBusPendingCallWatcher | None = None
        self._asked: Service | None = None
        self._refusals: list[str] = []
        self._reason = ""
        self.name = ""
        self.is_held = False
        self.trouble = ""

    def hold(self, reason: str) -> None:
        """Begins to ask."""
        self._reason = reason
        self._refusals = []
        self.trouble = ""
        # Of its own, so that closing it lets go of the display and of nothing else.
        connection = f"relaxapp-awake-{next(_connections)}"
        if not session_bus.connect(connection):
            self._settle("There is no session bus to ask the desktop through.")
            return
        self._connection = connection
        self._left = iter(self._services)
        self._ask_next()

    def release(self) -> None:
        """Closes the connection, upon which the service lets go."""
        self._watcher = None
        self.is_held = False
        if self._connection:
            session_bus.disconnect(self._connection)
            self._connection = ""

    def _ask_next(self) -> None:
        service = next(self._left, None)
        if service is None:
            self._settle(f"Nothing on this desktop keeps the display on: {self._refused()}.")
            return
        self.name = service.name
        if service is SCREEN_SAVER:
            # Its words are plain texts, which can be sent without knowing more of it.
            message = _call(service, service.interface, "Inhibit")
            message.setArguments([_APPLICATION, self._reason])
        else:
            # Others want numbers of a certain size, which only go out once their introspection has
            # been read. That is done again below, waiting for it; so see first whether it answers.
            message = _call(service, "org.freedesktop.DBus.Introspectable", "Introspect")
        self._send(service, message)

    def _send(self, service: Service, message: QDBusMessage) -> None:
        from PySide6.QtDBus import (  # noqa: PLC0415 - not before it is needed
            QDBusConnection,
            QDBusPendingCallWatcher,
        )

        call = QDBusConnection(self._connection).asyncCall(message, PATIENCE_MS)
        watcher = QDBusPendingCallWatcher(call)
        watcher.finished.connect(self._on_answer)
        self._watcher = watcher
        self._asked = service

    def _on_answer(self) -> None:
        watcher, service = self._watcher, self._asked
        if watcher is None or service is None or not watcher.isFinished():
            return  # it was let go of meanwhile
        self._watcher = None
        error = watcher.error().name() if watcher.isError() else ""
        if not error and service is not SCREEN_SAVER:
            error = self._inhibit(service)
        if error:
            self._refusals.append(f"{service.name} ({error.rpartition('.')[2]})")
            self._ask_next()
        else:
            self._settle("")

    def _inhibit(self, service: Service) -> str:
        """Asks a service whose numbers have sizes; the name of the error, empty if it agreed."""
        from PySide6.QtCore import Q_ARG, Q_RETURN_ARG, QMetaObject, Qt  # noqa: PLC0415 - as above
        from PySide6.QtDBus import QDBusConnection, QDBusInterface  # noqa: PLC0415

        connection = QDBusConnection(self._connection)
        interface = QDBusInterface(service.name, service.path, service.interface, connection)
        interface.setTimeout(BLOCKING_MS)
        text, number = "QString", "uint"
        if service is PORTAL:
            signature = "Inhibit(QString,uint,QVariantMap)"
            returned = Q_RETURN_ARG("QDBusObjectPath")
            words = [
                Q_ARG(text, ""),
                Q_ARG(number, _IDLE),
                Q_ARG("QVariantMap", {"reason": self._reason}),
            ]
        else:
            signature = "Inhibit(QString,uint,QString,uint)"
            returned = Q_RETURN_ARG(number)
            words = [
                Q_ARG(text, _APPLICATION),
                Q_ARG(number, 0),  # no window is named: Wayland has no numbers for them
                Q_ARG(text, self._reason),
                Q_ARG(number, _IDLE),
            ]
        if interface.metaObject().indexOfMethod(signature) < 0:
            return "UnknownMethod"
        QMetaObject.invokeMethod(
            interface, "Inhibit", Qt.ConnectionType.DirectConnection, returned, *words
        )
        return interface.lastError().name()

    def _settle(self, trouble: str) -> None:
        self.is_held = not trouble
        self.trouble = trouble
        self._settled()

    def _refused(self) -> str:
        return ", ".join(self._refusals)


def _call(service: Service, interface: str, method: str) -> QDBusMessage:
    from PySide6.QtDBus import QDBusMessage  # noqa: PLC0415 - as above

    message = QDBusMessage.createMethodCall(service.name, service.path, interface, method)
    message.setAutoStartService(service.can_be_started)
    return message
