"""The two interfaces of MPRIS 2.2, as Qt exports them to the bus.

https://specifications.freedesktop.org/mpris-spec/latest/ names the methods and properties; those
that a player without tracks of its own may leave out are left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import ClassInfo, Property, Signal, Slot
from PySide6.QtDBus import QDBusAbstractAdaptor, QDBusObjectPath

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.ui.desktop.media_state import MediaState
    from relaxapp.ui.desktop.mpris_wishes import MprisWishes

ROOT_INTERFACE = "org.mpris.MediaPlayer2"
PLAYER_INTERFACE = "org.mpris.MediaPlayer2.Player"
TRACK = "/relaxapp/session"
"""What a session is called; there is never another one beside it."""

# PySide takes the names of C++ types where its annotations know Python's only, and likewise here.
_TEXTS: Any = "QStringList"
_MAP: Any = "QVariantMap"
_INT64: Any = "qlonglong"
_class_info: Any = ClassInfo


@_class_info({"D-Bus Interface": ROOT_INTERFACE})
class Root(QDBusAbstractAdaptor):
    """What plays."""

    def __init__(self, media: MprisWishes) -> None:
        super().__init__(media)
        self._media = media

    @Property(bool, constant=True)
    def CanQuit(self) -> bool:  # noqa: N802 - the names from here on are those of the specification
        """Whether `Quit` does anything."""
        return False

    @Property(bool, constant=True)
    def CanRaise(self) -> bool:  # noqa: N802
        """Whether `Raise` does anything."""
        return True

    @Property(bool, constant=True)
    def HasTrackList(self) -> bool:  # noqa: N802
        """Whether there is a list of tracks."""
        return False

    @Property(str, constant=True)
    def Identity(self) -> str:  # noqa: N802
        """What people call it."""
        return "relaxapp"

    @Property(str, constant=True)
    def DesktopEntry(self) -> str:  # noqa: N802
        """The name of its desktop file, from which panels take its icon."""
        return "relaxapp"

    @Property(_TEXTS, constant=True)
    def SupportedUriSchemes(self) -> list[str]:  # noqa: N802
        """What `OpenUri` takes: nothing."""
        return []

    @Property(_TEXTS, constant=True)
    def SupportedMimeTypes(self) -> list[str]:  # noqa: N802
        """The kinds of file that can be opened from outside: none."""
        return []

    @Slot()
    def Raise(self) -> None:  # noqa: N802
        """Asks for the window."""
        self._media.raised.emit()

    @Slot()
    def Quit(self) -> None:  # noqa: N802
        """Does nothing: a session is ended in its window."""


@_class_info({"D-Bus Interface": PLAYER_INTERFACE})
class Player(QDBusAbstractAdaptor):
    """What is being played, and what can be asked of it.

    Args:
        media: what its wishes come out of.
        state: tells the session as it was shown last.
        position_seconds: tells where it is now.
    """

    def __init__(
        self,
        media: MprisWishes,
        state: Callable[[], MediaState],
        position_seconds: Callable[[], float],
    ) -> None:
        super().__init__(media)
        self._media = media
        self._state = state
        self._position_seconds = position_seconds

    Seeked = Signal(_INT64)
    """A jump, to a position in microseconds."""

    @Property(str)
    def PlaybackStatus(self) -> str:  # noqa: N802
        """Playing or Paused."""
        return playback_status(self._state())

    @Property(float, constant=True)
    def Rate(self) -> float:  # noqa: N802
        """The speed, which never changes."""
        return 1.0

    @Property(float, constant=True)
    def MinimumRate(self) -> float:  # noqa: N802
        """The least speed."""
        return 1.0

    @Property(float, constant=True)
    def MaximumRate(self) -> float:  # noqa: N802
        """The greatest speed."""
        return 1.0

    @Property(float, constant=True)
    def Volume(self) -> float:  # noqa: N802
        """Not to be changed from outside: a session has four volumes, not one."""
        return 1.0

    @Property(_INT64)
    def Position(self) -> int:  # noqa: N802
        """Where the session is, in microseconds."""
        return microseconds(self._position_seconds())

    @Property(_MAP)
    def Metadata(self) -> dict[str, Any]:  # noqa: N802
        """What is being played."""
        return metadata(self._state())

    @Property(bool)
    def CanGoNext(self) -> bool:  # noqa: N802
        """Whether there is a step to jump to."""
        return self._state().can_go_next

    @Property(bool)
    def CanGoPrevious(self) -> bool:  # noqa: N802
        """Whether there is a step to go back to."""
        return self._state().can_go_back

    @Property(bool, constant=True)
    def CanPlay(self) -> bool:  # noqa: N802
        """A session can be gone on with."""
        return True

    @Property(bool, constant=True)
    def CanPause(self) -> bool:  # noqa: N802
        """A session can be paused."""
        return True

    @Property(bool, constant=True)
    def CanSeek(self) -> bool:  # noqa: N802
        """Steps can be jumped, seconds cannot."""
        return False

    @Property(bool, constant=True)
    def CanControl(self) -> bool:  # noqa: N802
        """Wishes are taken."""
        return True

    @Slot()
    def Next(self) -> None:  # noqa: N802
        """Asks for the next step."""
        self._media.next.emit()

    @Slot()
    def Previous(self) -> None:  # noqa: N802
        """Asks for the step before."""
        self._media.back.emit()

    @Slot()
    def Pause(self) -> None:  # noqa: N802
        """Asks for a pause."""
        self._media.pause.emit()

    @Slot()
    def PlayPause(self) -> None:  # noqa: N802
        """Asks for a pause, or to go on."""
        self._media.play_pause.emit()

    @Slot()
    def Stop(self) -> None:  # noqa: N802
        """Asks for the end."""
        self._media.stop.emit()

    @Slot()
    def Play(self) -> None:  # noqa: N802
        """Asks to go on."""
        self._media.play.emit()

    @Slot("qlonglong")
    def Seek(self, microseconds: int) -> None:  # noqa: N802
        """Does nothing, as `CanSeek` says."""

    @Slot(QDBusObjectPath, "qlonglong")
    def SetPosition(self, track: QDBusObjectPath, microseconds: int) -> None:  # noqa: N802
        """Does nothing, as `CanSeek` says."""

    @Slot(str)
    def OpenUri(self, uri: str) -> None:  # noqa: N802
        """Does nothing, as no scheme is supported."""


def playback_status(state: MediaState) -> str:
    """The word of the specification for whether it moves."""
    return "Playing" if state.playing else "Paused"


def metadata(state: MediaState) -> dict[str, Any]:
    """What is being played, in the words of the specification."""
    # The specification asks for a length of 64 bits. PySide sends a number in a map as small as it
    # can: with 32 bits below 36 minutes. Listeners take either.
    words: dict[str, Any] = {
        "mpris:trackid": QDBusObjectPath(TRACK),
        "mpris:length": microseconds(state.length_seconds),
        "xesam:title": state.title,
    }
    if state.step:
        words["xesam:artist"] = [state.step]
    return words


def microseconds(seconds: float) -> int:
    """A time as the specification counts it."""
    return round(seconds * 1_000_000)
