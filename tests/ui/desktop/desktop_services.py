"""A desktop's services as far as they keep a display awake, in a process of their own.

Prints what they are asked, and who leaves the bus.
"""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusConnection, QDBusObjectPath

# PySide takes more here than its annotations know.
class_info: Any = ClassInfo


def say(*words: object) -> None:
    """Prints a line at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


@class_info({"D-Bus Interface": "org.freedesktop.ScreenSaver"})
class ScreenSaver(QDBusAbstractAdaptor):
    """What KDE, GNOME and others have."""

    name, path = "org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"

    @Slot(str, str, result="uint")
    def Inhibit(self, application: str, reason: str) -> int:  # noqa: N802
        say("inhibit", application, "|", reason)
        return 4_000_000_001


@class_info({"D-Bus Interface": "org.gnome.SessionManager"})
class SessionManager(QDBusAbstractAdaptor):
    """What GNOME and MATE have."""

    name, path = "org.gnome.SessionManager", "/org/gnome/SessionManager"

    @Slot(str, "uint", str, "uint", result="uint")
    def Inhibit(self, application: str, window: int, reason: str, flags: int) -> int:  # noqa: N802
        say("inhibit", application, window, flags, "|", reason)
        return 4_000_000_001


@class_info({"D-Bus Interface": "org.freedesktop.portal.Inhibit"})
class Portal(QDBusAbstractAdaptor):
    """What a sandbox lets through."""

    name, path = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"

    @Slot(str, "uint", "QVariantMap", result=QDBusObjectPath)
    def Inhibit(self, window: str, flags: int, options: dict[str, str]) -> QDBusObjectPath:  # noqa: N802
        say("inhibit", repr(window), flags, "|", options["reason"])
        return QDBusObjectPath("/org/freedesktop/portal/desktop/request/1")


@class_info({"D-Bus Interface": "org.gnome.SessionManager"})
class StrangeManager(QDBusAbstractAdaptor):
    """Something else under the name of the session manager."""

    name, path = "org.gnome.SessionManager", "/org/gnome/SessionManager"

    @Slot()
    def Inhibit(self) -> None:  # noqa: N802
        say("inhibit by mistake")


SERVICES: dict[str, Any] = {
    "screensaver": ScreenSaver,
    "session-manager": SessionManager,
    "portal": Portal,
    "strange": StrangeManager,
}


def serve(names: list[str]) -> None:
    """Serves until it is killed."""
    application = QCoreApplication([])
    bus = QDBusConnection.sessionBus()
    bus.interface().serviceOwnerChanged.connect(
        lambda name, before, now: say("left", name) if before and not now else None
    )
    objects = []
    for name in names:
        kind, parent = SERVICES[name], QObject()
        objects.append((parent, kind(parent)))
        bus.registerObject(kind.path, parent, QDBusConnection.RegisterOption.ExportAdaptors)
        bus.registerService(kind.name)
    say("ready")
    application.exec()


serve(sys.argv[1:])
