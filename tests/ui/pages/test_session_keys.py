"""What keys ask for while a session runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from relaxapp.ui.actions import ACTIONS, Place
from relaxapp.ui.pages.session_keys import Asked, asked_by

NONE = Qt.KeyboardModifier.NoModifier


def event(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE, *, again: bool = False) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "", again)


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        (Qt.Key.Key_MediaPlay, Asked.RESUME),
        (Qt.Key.Key_MediaPause, Asked.PAUSE),
        (Qt.Key.Key_MediaTogglePlayPause, Asked.TOGGLE),
        (Qt.Key.Key_MediaStop, Asked.END),
        (Qt.Key.Key_MediaNext, Asked.NEXT),
        (Qt.Key.Key_MediaPrevious, Asked.BACK),
    ],
)
def test_media_keys_do_what_is_printed_on_them(key: Qt.Key, asked: Asked) -> None:
    assert asked_by(event(key)) is asked


def test_every_key_of_the_help_asks_for_something() -> None:
    keys = [keys for each in ACTIONS if each.place is Place.SESSION for keys in each.keys]
    for each in keys:
        key = Qt.Key(QKeySequence.fromString(each)[0].key())  # type: ignore[index]
        assert asked_by(event(key)) is not None, each


def test_a_key_that_is_held_down_asks_once() -> None:
    assert asked_by(event(Qt.Key.Key_L, again=True)) is None


def test_keys_with_control_are_the_windows_matter() -> None:
    assert asked_by(event(Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)) is None


def test_enter_of_the_number_block_is_enter() -> None:
    enter = event(Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert asked_by(enter) is Asked.GO_ON
