"""Media keys that arrive as key presses ask for the same as those on the bus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from relaxapp.ui.desktop.media_keys import media_wish


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        (Qt.Key.Key_MediaTogglePlayPause, "play_pause"),
        (Qt.Key.Key_MediaPlay, "play_pause"),
        (Qt.Key.Key_MediaPause, "pause"),
        (Qt.Key.Key_MediaNext, "next"),
        (Qt.Key.Key_MediaPrevious, "back"),
        (Qt.Key.Key_MediaStop, "stop"),
        (Qt.Key.Key_Space, None),
        (Qt.Key.Key_VolumeUp, None),
    ],
)
def test_each_media_key_has_its_wish_and_other_keys_have_none(
    key: Qt.Key, wish: str | None
) -> None:
    assert media_wish(key) == wish
