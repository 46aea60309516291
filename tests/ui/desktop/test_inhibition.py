"""The display is kept awake between hold and release, each system in its own way."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest

from relaxapp.ui.desktop.inhibition import Inhibition
from relaxapp.ui.desktop.macos_inhibition import MacInhibition
from relaxapp.ui.desktop.windows_inhibition import WindowsInhibition

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

KEEPS_DISPLAY_ON = 0x80000003
KEEPS_NOTHING = 0x80000000


def nothing() -> None:
    """Nobody waits for word."""


def test_windows_is_told_that_the_display_is_needed_and_then_that_it_is_not() -> None:
    states: list[int] = []

    def set_state(state: int) -> int:
        states.append(state)
        return KEEPS_NOTHING

    settled: list[bool] = []
    inhibition = WindowsInhibition(lambda: settled.append(True), set_state)
    inhibition.hold("A session is running")
    assert (inhibition.is_held, inhibition.trouble, settled) == (True, "", [True])
    inhibition.release()
    assert not inhibition.is_held
    assert states == [KEEPS_DISPLAY_ON, KEEPS_NOTHING]


def test_a_refusal_of_windows_is_said_in_a_sentence() -> None:
    inhibition = WindowsInhibition(nothing, lambda _: 0)
    inhibition.hold("A session is running")
    assert not inhibition.is_held
    assert inhibition.trouble == "Windows refused to keep the display on."


@pytest.mark.skipif(sys.platform == "win32", reason="a shell script stands in for the program")
def test_the_program_of_macos_runs_until_it_is_let_go_of(qtbot: QtBot, tmp_path: Path) -> None:
    words = tmp_path / "words"
    program = tmp_path / "caffeinate"
    program.write_text(
        f'#!/bin/sh\necho "$@" > "{words}.new"\nmv "{words}.new" "{words}"\nexec tail -f /dev/null\n'
    )
    program.chmod(0o700)
    inhibition = MacInhibition(nothing, str(program))
    inhibition.hold("A session is running")
    assert (inhibition.is_held, inhibition.trouble) == (True, "")
    qtbot.waitUntil(words.exists)
    assert words.read_text().split() == ["-d", "-w", str(os.getpid())]
    inhibition.release()
    assert not inhibition.is_held


def test_a_missing_program_is_said_in_a_sentence(tmp_path: Path) -> None:
    inhibition = MacInhibition(nothing, str(tmp_path / "caffeinate"))
    inhibition.hold("A session is running")
    assert not inhibition.is_held
    assert "caffeinate cannot be run (No such file or directory)" in inhibition.trouble
    inhibition.release()


@pytest.mark.skipif(sys.platform == "darwin", reason="there the program is")
def test_each_system_is_asked_in_its_own_way(qtbot: QtBot) -> None:
    inhibition = Inhibition("darwin")
    with qtbot.waitSignal(inhibition.settled):
        inhibition.hold("A session is running")
    assert (inhibition.way, inhibition.is_held) == ("caffeinate", False)
    assert Inhibition("win32").way == "SetThreadExecutionState"
    assert Inhibition("linux").way == ""


def test_letting_go_without_holding_does_nothing(qtbot: QtBot) -> None:
    Inhibition("win32").release()
