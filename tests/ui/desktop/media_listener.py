"""A panel that prints what it is told of a session on the bus."""

from __future__ import annotations

import sys
from typing import Any

from PySide6.QtCore import SLOT, QCoreApplication, QObject, Slot
from PySide6.QtDBus import QDBusConnection

PATH = "/org/mpris/MediaPlayer2"


def say(*words: object) -> None:
    """Prints a line at once."""
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


class Panel(QObject):
    """What listens."""

    @Slot(str, "QVariantMap", "QStringList")
    def changed(self, interface: str, values: dict[str, Any], others: list[str]) -> None:
        """Some properties have changed."""
        say("changed", interface, values, others)

    @Slot("qlonglong")
    def seeked(self, microseconds: int) -> None:
        """The position has jumped."""
        say("seeked", microseconds)


application = QCoreApplication([])
bus = QDBusConnection.sessionBus()
panel = Panel()
# PySide takes texts here, though its annotations say bytes.
changed: Any = SLOT("changed(QString,QVariantMap,QStringList)")
seeked: Any = SLOT("seeked(qlonglong)")
bus.connect("", PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged", panel, changed)
bus.connect("", PATH, "org.mpris.MediaPlayer2.Player", "Seeked", panel, seeked)
# The bus answers in order, so whatever it says from now on is heard.
bus.interface().isServiceRegistered("org.freedesktop.DBus")
say("ready")
application.exec()
