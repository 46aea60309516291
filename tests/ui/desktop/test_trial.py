"""Whether the display can be kept awake is found out without a screen, and let go of again."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from relaxapp.ui.desktop.trial import Trial, try_to_keep_awake

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from tests.ui.desktop.conftest import Program

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a session bus")


def test_what_keeps_the_display_awake_is_named_and_let_go_of(
    qtbot: QtBot, bus: str, start: Callable[..., Program]
) -> None:
    desktop = start("desktop_services.py", "screensaver")
    assert try_to_keep_awake() == Trial("org.freedesktop.ScreenSaver", "")
    qtbot.waitUntil(lambda: any(line.startswith("left :") for line in desktop.lines))


def test_where_nothing_does_a_sentence_says_why(qtbot: QtBot, no_bus: None) -> None:
    assert "no session bus" in try_to_keep_awake().trouble


def test_doctor_says_both_without_a_screen(bus: str, tmp_path: str) -> None:
    environ = {**os.environ, "RELAXAPP_DATA_DIR": str(tmp_path)}
    environ.pop("DISPLAY", None)
    environ.pop("QT_QPA_PLATFORM", None)
    command = [sys.executable, "-m", "relaxapp", "doctor"]
    told = subprocess.run(command, env=environ, capture_output=True, text=True, check=False)
    findings = {line[9:25].strip(): line for line in told.stdout.splitlines()}
    assert findings["session bus"].startswith("good ")
    assert findings["display sleep"].startswith("missing ")
    assert "org.gnome.SessionManager (NameHasNoOwner)" in findings["display sleep"]
