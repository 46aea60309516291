"""On Linux the display is kept awake by whichever service of the desktop can do it."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import TYPE_CHECKING

import pytest

from relaxapp.ui.desktop import bus_inhibition
from relaxapp.ui.desktop.bus_inhibition import BusInhibition
from relaxapp.ui.desktop.inhibition import Inhibition

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.desktop.conftest import Program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a session bus")


def held(qtbot: QtBot, reason: str = "A session is running") -> Inhibition:
    """An inhibition that was asked for, and knows what came of it."""
    inhibition = Inhibition("linux")
    with qtbot.waitSignal(inhibition.settled, timeout=10_000):
        inhibition.hold(reason)
    return inhibition


def inhibits(program: Program) -> list[str]:
    """What a service was asked."""
    return [line for line in program.lines if line.startswith("inhibit")]


@pytest.mark.parametrize(
    ("service", "way", "asked"),
    [
        ("screensaver", "org.freedesktop.ScreenSaver", "inhibit relaxapp | Seven groups"),
        ("session-manager", "org.gnome.SessionManager", "inhibit relaxapp 0 8 | Seven groups"),
        ("portal", "org.freedesktop.portal.Desktop", "inhibit '' 8 | Seven groups"),
    ],
)
def test_a_service_that_is_there_is_asked_with_the_reason(  # noqa: PLR0917 - fixtures, and a case
    qtbot: QtBot, bus: str, start: Callable[..., Program], service: str, way: str, asked: str
) -> None:
    desktop = start("desktop_services.py", service)
    inhibition = held(qtbot, "Seven groups")
    assert inhibition.is_held
    assert (inhibition.way, inhibition.trouble) == (way, "")
    qtbot.waitUntil(lambda: inhibits(desktop) == [asked])
    inhibition.release()


@pytest.mark.parametrize("service", ["screensaver", "session-manager", "portal"])
def test_letting_go_closes_the_connection_by_which_the_service_was_asked(
    qtbot: QtBot, bus: str, start: Callable[..., Program], service: str
) -> None:
    desktop = start("desktop_services.py", service)
    inhibition = held(qtbot)
    assert not any(line.startswith("left") for line in desktop.lines)
    inhibition.release()
    assert not inhibition.is_held
    qtbot.waitUntil(lambda: any(line.startswith("left :") for line in desktop.lines))


def test_one_service_is_enough_and_one_hold(
    qtbot: QtBot, bus: str, start: Callable[..., Program]
) -> None:
    desktop = start("desktop_services.py", "portal", "session-manager", "screensaver")
    inhibition = held(qtbot)
    inhibition.hold("again")
    qtbot.waitUntil(lambda: len(inhibits(desktop)) == 1)
    inhibition.release()
    with qtbot.waitSignal(inhibition.settled):
        inhibition.hold("after a pause")
    qtbot.waitUntil(lambda: len(inhibits(desktop)) == 2)
    inhibition.release()


def test_in_a_sandbox_the_portal_is_asked_first(
    qtbot: QtBot, bus: str, start: Callable[..., Program]
) -> None:
    start("desktop_services.py", "portal", "screensaver")
    settled: list[bool] = []
    inhibition = BusInhibition(lambda: settled.append(True), is_sandboxed=True)
    inhibition.hold("A session is running")
    qtbot.waitUntil(lambda: bool(settled))
    assert (inhibition.is_held, inhibition.name) == (True, "org.freedesktop.portal.Desktop")
    inhibition.release()


def test_a_service_that_speaks_otherwise_is_passed_over(
    qtbot: QtBot, bus: str, start: Callable[..., Program]
) -> None:
    desktop = start("desktop_services.py", "strange")
    inhibition = held(qtbot)
    assert not inhibition.is_held
    assert "org.gnome.SessionManager (UnknownMethod)" in inhibition.trouble
    assert not inhibits(desktop)


def test_a_bus_without_any_service_is_said_in_a_sentence(qtbot: QtBot, bus: str) -> None:
    inhibition = held(qtbot)
    assert not inhibition.is_held
    assert inhibition.trouble.startswith("Nothing on this desktop keeps the display on: org.")


def test_no_bus_is_said_in_a_sentence(qtbot: QtBot, no_bus: None) -> None:
    inhibition = held(qtbot)
    assert not inhibition.is_held
    assert inhibition.trouble == "There is no session bus to ask the desktop through."
    inhibition.release()


def test_a_bus_that_is_gone_is_no_bus(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    assert "no session bus" in held(qtbot).trouble


@pytest.mark.parametrize("service", ["screensaver", "session-manager"])
def test_a_service_that_hangs_does_not_hold_up_the_window(
    qtbot: QtBot,
    bus: str,
    start: Callable[..., Program],
    monkeypatch: pytest.MonkeyPatch,
    service: str,
) -> None:
    desktop = start("desktop_services.py", service)
    os.kill(desktop.process.processId(), signal.SIGSTOP)
    monkeypatch.setattr(bus_inhibition, "PATIENCE_MS", 200)
    inhibition = Inhibition("linux")
    began = time.monotonic()
    with qtbot.waitSignal(inhibition.settled, timeout=10_000):
        inhibition.hold("A session is running")
        # A call that waits would wait for 25 seconds.
        assert time.monotonic() - began < 5
    assert not inhibition.is_held
    assert "NoReply" in inhibition.trouble


def test_an_answer_that_comes_after_letting_go_counts_no_more(
    qtbot: QtBot, bus: str, start: Callable[..., Program]
) -> None:
    desktop = start("desktop_services.py", "screensaver")
    inhibition = Inhibition("linux")
    with qtbot.assertNotEmitted(inhibition.settled):
        inhibition.hold("A session is running")
        inhibition.release()
        qtbot.waitUntil(lambda: any(line.startswith("left :") for line in desktop.lines))
    assert not inhibition.is_held
