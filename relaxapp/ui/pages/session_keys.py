"""What keys ask for while a session runs, those of keyboards with media keys among them."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class Asked(Enum):
    """What can be asked of a session by one key."""

    TOGGLE = auto()
    GO_ON = auto()
    PAUSE = auto()
    RESUME = auto()
    NEXT = auto()
    BACK = auto()
    REPEAT = auto()
    LONGER = auto()
    LEAVE_OUT = auto()
    WORSE = auto()
    MUTE = auto()
    TIMES = auto()
    COMPACT = auto()
    FULL_SCREEN = auto()
    END = auto()


_KEYS = {
    Qt.Key.Key_Space: Asked.TOGGLE,
    Qt.Key.Key_Return: Asked.GO_ON,
    Qt.Key.Key_Enter: Asked.GO_ON,
    Qt.Key.Key_Left: Asked.BACK,
    Qt.Key.Key_Right: Asked.NEXT,
    Qt.Key.Key_R: Asked.REPEAT,
    Qt.Key.Key_L: Asked.LONGER,
    Qt.Key.Key_S: Asked.LEAVE_OUT,
    Qt.Key.Key_W: Asked.WORSE,
    Qt.Key.Key_M: Asked.MUTE,
    Qt.Key.Key_T: Asked.TIMES,
    Qt.Key.Key_C: Asked.COMPACT,
    Qt.Key.Key_F: Asked.FULL_SCREEN,
    Qt.Key.Key_Escape: Asked.END,
    Qt.Key.Key_MediaPlay: Asked.RESUME,
    Qt.Key.Key_MediaPause: Asked.PAUSE,
    Qt.Key.Key_MediaTogglePlayPause: Asked.TOGGLE,
    Qt.Key.Key_MediaStop: Asked.END,
    Qt.Key.Key_MediaNext: Asked.NEXT,
    Qt.Key.Key_MediaPrevious: Asked.BACK,
}


def asked_by(event: QKeyEvent) -> Asked | None:
    """What a key asks for; None for nothing, or for what is the window's matter."""
    # The keys of the number block say that they are of it.
    if event.isAutoRepeat() or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    return _KEYS.get(Qt.Key(event.key()))
