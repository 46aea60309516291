"""What the media keys of keyboards and headsets ask for where they arrive as key presses."""

from __future__ import annotations

from typing import Literal, TypeAlias

from PySide6.QtCore import Qt

MediaWish: TypeAlias = Literal["play_pause", "play", "pause", "next", "back", "stop"]

_WISHES: dict[Qt.Key, MediaWish] = {
    Qt.Key.Key_MediaTogglePlayPause: "play_pause",
    # Most keyboards have one key for both, and most systems report it by this name.
    Qt.Key.Key_MediaPlay: "play_pause",
    Qt.Key.Key_MediaPause: "pause",
    Qt.Key.Key_MediaNext: "next",
    Qt.Key.Key_MediaPrevious: "back",
    Qt.Key.Key_MediaStop: "stop",
}


def media_wish(key: Qt.Key) -> MediaWish | None:
    """What a key asks a session for; None if it is no media key.

    Desktops that know MPRIS keep these keys to themselves and ask through it instead, so that no
    press counts twice.
    """
    return _WISHES.get(key)
