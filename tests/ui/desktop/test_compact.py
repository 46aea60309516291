"""The small window lies in its corner above the others, and grows back to what it was."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from relaxapp.ui.desktop.compact import MARGIN, Compact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

PLACE = QRect(60, 50, 640, 480)
LEAST, SMALL = QSize(500, 400), QSize(300, 160)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window that is usually not small."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setMinimumSize(LEAST)
    window.setGeometry(PLACE)
    window.show()
    return window


@pytest.fixture
def display() -> Iterator[str]:
    """An X server with a desktop that knows about windows above others; its name."""
    programs = ("Xvfb", "openbox", "xprop")
    missing = [name for name in programs if shutil.which(name) is None]
    if missing:
        pytest.skip(f"there is no {' and no '.join(missing)} here")
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1500x950x24"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        assert server.stdout is not None
        name = f":{server.stdout.readline().strip()}"
        environ = {**os.environ, "DISPLAY": name}
        with subprocess.Popen(
            [shutil.which("openbox") or ""], env=environ, stderr=subprocess.DEVNULL
        ) as desktop:
            yield name
            desktop.terminate()
        server.terminate()


def is_on_top(window: QWidget) -> bool:
    """Whether the window asks to be above the others."""
    return bool(window.windowHandle().flags() & Qt.WindowType.WindowStaysOnTopHint)


def test_a_window_becomes_small_in_the_lower_right_and_stays_on_top(window: QWidget) -> None:
    compact = Compact()
    compact.shrink(window, SMALL)
    assert compact.is_small
    assert window.size() == SMALL
    assert is_on_top(window)
    corner = window.screen().availableGeometry().bottomRight() + QPoint(1, 1)
    assert window.pos() == corner - QPoint(300 + MARGIN, 160 + MARGIN)


def test_it_grows_back_to_its_place_its_size_and_its_least_size(window: QWidget) -> None:
    compact = Compact()
    compact.shrink(window, SMALL)
    compact.grow()
    assert not compact.is_small
    assert window.geometry() == PLACE
    assert window.minimumSize() == LEAST
    assert not is_on_top(window)


def test_the_small_window_can_be_made_larger_but_no_smaller(window: QWidget) -> None:
    Compact().shrink(window, SMALL)
    window.resize(10, 10)
    assert window.size() == SMALL
    window.resize(400, 200)
    assert window.size() == QSize(400, 200)


@pytest.mark.parametrize("state", [Qt.WindowState.WindowMaximized, Qt.WindowState.WindowFullScreen])
def test_a_window_that_filled_the_screen_fills_it_again(
    window: QWidget, state: Qt.WindowState
) -> None:
    window.setWindowState(state)
    compact = Compact()
    compact.shrink(window, SMALL)
    assert window.windowState() == Qt.WindowState.WindowNoState
    assert window.size() == SMALL
    compact.grow()
    assert window.windowState() == state


def test_the_small_window_comes_back_to_where_it_was_put(window: QWidget) -> None:
    compact = Compact()
    compact.shrink(window, SMALL)
    window.move(33, 44)
    compact.grow()
    assert compact.place == QPoint(33, 44)
    again = Compact(compact.place)
    again.shrink(window, SMALL)
    assert window.pos() == QPoint(33, 44)


def test_a_place_on_a_screen_that_is_gone_is_not_gone_to(window: QWidget) -> None:
    Compact(QPoint(9000, 7000)).shrink(window, SMALL)
    assert window.screen().availableGeometry().contains(window.frameGeometry())


def test_to_shrink_twice_is_to_shrink_once(window: QWidget) -> None:
    compact = Compact()
    compact.shrink(window, SMALL)
    compact.shrink(window, QSize(200, 100))
    assert window.size() == SMALL
    compact.grow()
    assert window.geometry() == PLACE


def test_growing_without_having_shrunk_does_nothing(window: QWidget) -> None:
    Compact().grow()
    assert window.geometry() == PLACE


def test_where_a_desktop_does_not_allow_for_it_a_sentence_says_so(
    window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    compact = Compact()
    assert compact.remark == ""
    monkeypatch.setattr(QGuiApplication, "platformName", staticmethod(lambda: "wayland"))
    assert "cannot keep itself above the others" in compact.remark
    compact.shrink(window, SMALL)
    assert window.size() == SMALL
    assert not is_on_top(window)


@pytest.mark.skipif(sys.platform != "linux", reason="X11 is looked at on Linux")
def test_on_x11_it_stays_the_same_window_goes_on_top_and_takes_no_focus(display: str) -> None:
    environ = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    script = str(Path(__file__).with_name("compact_tried.py"))
    told = subprocess.run(
        [sys.executable, script],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert told.returncode == 0, told.stderr
    seen = json.loads(told.stdout)
    before, small, afterwards = seen["before"], seen["small"], seen["afterwards"]
    assert small["id"] == before["id"]
    assert (before["above"], small["above"], afterwards["above"]) == (False, True, False)
    assert small["size"] == small["least"] == [340, 180]
    assert small["in the corner"]
    assert small["other is active"]
    assert before["maximised"]
    assert afterwards == before
