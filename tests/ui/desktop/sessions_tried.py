"""Many short sessions one after the other, on a bus where somebody asks about them all the time."""

from __future__ import annotations

import sys
from itertools import cycle

from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage

from relaxapp.ui.desktop.media_state import MediaState
from relaxapp.ui.desktop.mpris import SERVICE, Mpris

PATH = "/org/mpris/MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
QUESTIONS: tuple[tuple[str, str, list[str]], ...] = (
    ("org.freedesktop.DBus.Introspectable", "Introspect", []),
    ("org.freedesktop.DBus.Properties", "GetAll", [PLAYER]),
    (PLAYER, "PlayPause", []),
)


def say(word: str) -> None:
    """Prints a line at once."""
    sys.stdout.write(f"{word}\n")
    sys.stdout.flush()


def ask_for_ever() -> None:
    """Asks until it is killed."""
    for interface, method, words in cycle(QUESTIONS):
        message = QDBusMessage.createMethodCall(SERVICE, PATH, interface, method)
        message.setArguments(words)
        QDBusConnection.sessionBus().call(message)


def go_through_sessions(application: QCoreApplication) -> None:
    """Sixty sessions; each program of the tests has some of them."""
    for _ in range(60):
        media = Mpris(parent=application)
        for step in ("Right hand", "Left hand", "Forehead"):
            media.show(MediaState("Seven groups", step, 1200))
            application.processEvents()
        media.stop()
        media.deleteLater()
    say("done")


own = QCoreApplication([])
say("ready")
if sys.argv[1] == "ask":
    ask_for_ever()
else:
    go_through_sessions(own)
