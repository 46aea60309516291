"""Media keys and panels see a session on the session bus, and their wishes come out as signals."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from relaxapp.ui.desktop.media_state import MediaState
from relaxapp.ui.desktop.mpris import SERVICE, Mpris

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.desktop.conftest import Program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has MPRIS")

PATH = "/org/mpris/MediaPlayer2"
ROOT, PLAYER = "org.mpris.MediaPlayer2", "org.mpris.MediaPlayer2.Player"
STATE = MediaState("Seven groups", "Right hand", 1200, 61.5, playing=True)


class Watch:
    """Monotonic time moved by hand."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def watch() -> Watch:
    """The time by which positions go on."""
    return Watch()


@pytest.fixture
def mpris(qtbot: QtBot, bus: str, watch: Watch) -> Iterator[Mpris]:
    """A session that is on the bus."""
    media = Mpris(now=watch)
    media.show(STATE)
    yield media
    media.stop()


def read(send: Callable[..., str], interface: str, name: str) -> str:
    """A property, as dbus-send prints it."""
    method = "org.freedesktop.DBus.Properties.Get"
    return send(SERVICE, PATH, method, f"string:{interface}", f"string:{name}")


@pytest.mark.parametrize(
    ("interface", "method", "signal"),
    [
        (PLAYER, "PlayPause", "play_pause_asked"),
        (PLAYER, "Play", "play_asked"),
        (PLAYER, "Pause", "pause_asked"),
        (PLAYER, "Next", "next_asked"),
        (PLAYER, "Previous", "back_asked"),
        (PLAYER, "Stop", "stop_asked"),
        (ROOT, "Raise", "raise_asked"),
    ],
)
def test_a_wish_of_the_desktop_comes_out_as_its_signal(  # noqa: PLR0917 - fixtures, and a case
    qtbot: QtBot, mpris: Mpris, send: Callable[..., str], interface: str, method: str, signal: str
) -> None:
    with qtbot.waitSignal(getattr(mpris, signal)):
        send(SERVICE, PATH, f"{interface}.{method}")


def test_what_cannot_be_wished_for_is_taken_without_a_signal(
    qtbot: QtBot, mpris: Mpris, send: Callable[..., str]
) -> None:
    signals = [mpris.stop_asked, mpris.next_asked, mpris.back_asked, mpris.play_pause_asked]
    with (
        qtbot.assertNotEmitted(signals[0]),
        qtbot.assertNotEmitted(signals[1]),
        qtbot.assertNotEmitted(signals[2]),
        qtbot.assertNotEmitted(signals[3]),
    ):
        send(SERVICE, PATH, f"{PLAYER}.Seek", "int64:5000000")
        send(SERVICE, PATH, f"{PLAYER}.SetPosition", "objpath:/relaxapp/session", "int64:5000000")
        send(SERVICE, PATH, f"{PLAYER}.OpenUri", "string:file:///nothing")
        send(SERVICE, PATH, f"{ROOT}.Quit")


@pytest.mark.parametrize(
    ("interface", "name", "value"),
    [
        (ROOT, "Identity", "relaxapp"),
        (ROOT, "DesktopEntry", "relaxapp"),
        (ROOT, "CanRaise", "boolean true"),
        (ROOT, "CanQuit", "boolean false"),
        (ROOT, "HasTrackList", "boolean false"),
        (ROOT, "SupportedUriSchemes", "array [ ]"),
        (ROOT, "SupportedMimeTypes", "array [ ]"),
        (PLAYER, "PlaybackStatus", "Playing"),
        (PLAYER, "CanSeek", "boolean false"),
        (PLAYER, "CanControl", "boolean true"),
        (PLAYER, "CanGoNext", "boolean true"),
        (PLAYER, "Rate", "double 1"),
        (PLAYER, "Position", "int64 61500000"),
    ],
)
def test_panels_can_read_what_the_specification_names(
    mpris: Mpris, send: Callable[..., str], interface: str, name: str, value: str
) -> None:
    assert read(send, interface, name).removeprefix("variant ") == value


def test_the_session_is_named_with_its_step_and_its_length(
    mpris: Mpris, send: Callable[..., str]
) -> None:
    words = read(send, PLAYER, "Metadata")
    assert "mpris:trackid variant /relaxapp/session" in words
    assert "xesam:title variant Seven groups" in words
    assert "xesam:artist variant array [ Right hand ]" in words
    assert "mpris:length variant int32 1200000000" in words


def test_the_length_of_a_long_session_is_not_cut_off(
    mpris: Mpris, send: Callable[..., str]
) -> None:
    mpris.show(replace(STATE, length_seconds=3600))
    assert "mpris:length variant int64 3600000000" in read(send, PLAYER, "Metadata")


def test_the_position_goes_on_while_it_plays_and_stands_while_it_does_not(
    mpris: Mpris, send: Callable[..., str], watch: Watch
) -> None:
    watch.seconds += 2
    assert read(send, PLAYER, "Position") == "variant int64 63500000"
    mpris.show(replace(STATE, position_seconds=64, playing=False))
    watch.seconds += 60
    assert read(send, PLAYER, "Position") == "variant int64 64000000"
    assert read(send, PLAYER, "PlaybackStatus") == "variant Paused"


def test_the_position_never_passes_the_end(mpris: Mpris, watch: Watch) -> None:
    watch.seconds += 5000
    assert mpris.position_seconds == STATE.length_seconds


def test_a_change_is_told_and_nothing_else(
    qtbot: QtBot, mpris: Mpris, start: Callable[..., Program], watch: Watch
) -> None:
    listener = start("media_listener.py")
    watch.seconds += 1
    mpris.show(replace(STATE, position_seconds=62.5))  # as expected: nothing to tell
    mpris.show(replace(STATE, position_seconds=62.5, playing=False))
    qtbot.waitUntil(lambda: len(listener.lines) == 2)
    assert listener.lines[1] == f"changed {PLAYER} {{'PlaybackStatus': 'Paused'}} []"


def test_a_jump_to_another_step_is_told(
    qtbot: QtBot, mpris: Mpris, start: Callable[..., Program]
) -> None:
    listener = start("media_listener.py")
    mpris.show(replace(STATE, position_seconds=300, can_go_next=False))
    qtbot.waitUntil(lambda: len(listener.lines) == 3)
    assert listener.lines[1:] == [f"changed {PLAYER} {{'CanGoNext': False}} []", "seeked 300000000"]


def test_after_the_session_nothing_is_left_on_the_bus(
    qtbot: QtBot, mpris: Mpris, send: Callable[..., str]
) -> None:
    def names() -> str:
        bus = "org.freedesktop.DBus"
        return send(bus, "/org/freedesktop/DBus", f"{bus}.ListNames")

    assert SERVICE in names()
    mpris.stop()
    assert mpris.service == ""
    qtbot.waitUntil(lambda: SERVICE not in names())
    mpris.show(STATE)
    assert SERVICE in names()


def test_sessions_never_wait_for_those_who_ask_about_them(
    qtbot: QtBot, bus: str, start: Callable[..., Program]
) -> None:
    start("sessions_tried.py", "ask")
    sessions = start("sessions_tried.py", "go")
    qtbot.waitUntil(lambda: "done" in sessions.lines, timeout=15_000)


def test_a_second_relaxapp_takes_the_longer_name(mpris: Mpris) -> None:
    other = Mpris()
    other.show(STATE)
    assert mpris.service == SERVICE
    assert other.service.startswith(f"{SERVICE}.instance")
    other.stop()


def test_without_a_bus_it_does_nothing(qtbot: QtBot, no_bus: None) -> None:
    media = Mpris()
    media.show(STATE)
    media.show(replace(STATE, playing=False))
    assert media.service == ""
    media.stop()
