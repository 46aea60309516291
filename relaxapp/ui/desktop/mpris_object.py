"""What stands on the bus for a session, and passes on what the desktop asks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMetaType, QObject
from PySide6.QtDBus import QDBusArgument, QDBusConnection, QDBusMessage

from relaxapp.ui.desktop.mpris_interfaces import (
    PLAYER_INTERFACE,
    Player,
    Root,
    metadata,
    microseconds,
    playback_status,
)
from relaxapp.ui.desktop.mpris_wishes import MprisWishes

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from relaxapp.ui.desktop.media_state import MediaState

PATH = "/org/mpris/MediaPlayer2"


class MprisObject(MprisWishes):
    """The object on the bus that carries both interfaces, and what the desktop asks it for.

    Args:
        connection: the name of an open connection to the bus.
        state: tells the session as it was shown last.
        position_seconds: tells where it is now.
        parent: whoever it is to go with.
    """

    def __init__(
        self,
        connection: str,
        state: Callable[[], MediaState],
        position_seconds: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._connection = connection
        # Qt exports the adaptors that are children of the object.
        Root(self)
        self._player = Player(self, state, position_seconds)
        self._name = ""

    def enter(self, names: Sequence[str]) -> str:
        """Goes onto the bus under the first of some names that is free; which one, or none."""
        bus = QDBusConnection(self._connection)
        # The object comes first: whoever waits for the name looks at it at once.
        bus.registerObject(PATH, self, QDBusConnection.RegisterOption.ExportAdaptors)
        self._name = next((name for name in names if bus.registerService(name)), "")
        return self._name

    def leave(self) -> None:
        """Goes off the bus; harmless if it is not on it."""
        bus = QDBusConnection(self._connection)
        if self._name:
            bus.unregisterService(self._name)
            self._name = ""
        bus.unregisterObject(PATH)

    def tell_change(self, before: MediaState, after: MediaState) -> None:
        """Tells whoever listens what is different; the position is asked for, never told."""
        known, current = _properties(before), _properties(after)
        changed = {name: value for name, value in current.items() if known[name] != value}
        if changed:
            message = QDBusMessage.createSignal(
                PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged"
            )
            message.setArguments([PLAYER_INTERFACE, changed, _no_names()])
            QDBusConnection(self._connection).send(message)

    def tell_jump(self, position_seconds: float) -> None:
        """Tells whoever listens that the position is not where one would expect it."""
        self._player.Seeked.emit(microseconds(position_seconds))


def _properties(state: MediaState) -> dict[str, Any]:
    return {
        "PlaybackStatus": playback_status(state),
        "Metadata": metadata(state),
        "CanGoNext": state.can_go_next,
        "CanGoPrevious": state.can_go_back,
    }


def _no_names() -> QDBusArgument:
    """An empty list of texts: from an empty Python list nobody could tell what it is a list of."""
    names = QDBusArgument()
    names.beginArray(QMetaType(QMetaType.Type.QString.value))
    names.endArray()
    return names
