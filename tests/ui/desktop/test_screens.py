"""A window fills the screen it is asked to fill, and afterwards stands where it stood."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from relaxapp.ui.desktop.screens import Placement, screen_names

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PLACE = QRect(60, 50, 400, 300)


def screen(name: str, x: int, width: int, height: int) -> dict[str, object]:
    """A screen as Qt's platform without one is told of it."""
    size = {"x": x, "y": 0, "width": width, "height": height}
    return {"name": name, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1, **size}


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window somewhere on the screen."""
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(PLACE)
    window.show()
    return window


def test_the_screens_are_named_by_qt(qtbot: QtBot) -> None:
    assert screen_names() == (QGuiApplication.primaryScreen().name(),)


@pytest.mark.parametrize("name", ["", "one that was unplugged"])
def test_a_window_fills_its_own_screen_where_no_other_is_there(
    qtbot: QtBot, window: QWidget, name: str
) -> None:
    placement = Placement()
    placement.fill_screen(window, name)
    assert placement.is_filling
    qtbot.waitUntil(lambda: window.geometry() == window.screen().geometry())
    placement.leave()
    assert not window.isFullScreen()
    assert window.geometry() == PLACE


def test_a_maximised_window_is_maximised_again(window: QWidget) -> None:
    window.showMaximized()
    placement = Placement()
    placement.fill_screen(window)
    assert window.isFullScreen()
    placement.leave()
    assert window.isMaximized()
    assert not window.isFullScreen()


def test_a_window_that_filled_the_screen_before_goes_on_filling_it(window: QWidget) -> None:
    window.showFullScreen()
    placement = Placement()
    placement.fill_screen(window)
    placement.leave()
    assert window.isFullScreen()


def test_who_leaves_the_full_screen_in_another_way_is_left_alone(window: QWidget) -> None:
    placement = Placement()
    placement.fill_screen(window)
    window.showNormal()
    elsewhere = QRect(10, 20, 300, 200)
    window.setGeometry(elsewhere)
    assert not placement.is_filling
    placement.leave()
    assert window.geometry() == elsewhere


def test_to_fill_twice_is_to_fill_once(window: QWidget) -> None:
    placement = Placement()
    placement.fill_screen(window)
    placement.fill_screen(window)
    placement.leave()
    assert window.geometry() == PLACE


def test_leaving_without_filling_does_nothing(window: QWidget) -> None:
    Placement().leave()
    assert window.geometry() == PLACE


def test_a_window_goes_to_the_screen_that_is_named_and_back(tmp_path: Path) -> None:
    screens = tmp_path / "screens.json"
    both = [screen("left", 0, 1280, 800), screen("right", 1280, 1920, 1080)]
    screens.write_text(json.dumps({"screens": both}), encoding="utf-8")
    environ = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={screens}"}
    script = str(Path(__file__).with_name("screens_tried.py"))
    told = subprocess.run(
        [sys.executable, script],
        env=environ,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert json.loads(told.stdout) == {
        "names": ["left", "right"],
        "filling": {"screen": "right", "geometry": [1280, 0, 1920, 1080], "fills": True},
        "afterwards": {"screen": "left", "geometry": [100, 80, 700, 500], "fills": False},
    }


def test_a_geometry_kept_from_a_screen_that_is_gone_ends_on_one_that_is_there(
    window: QWidget, qtbot: QtBot
) -> None:
    window.move(QPoint(9000, 7000))
    kept = window.saveGeometry()
    following = QWidget()
    qtbot.addWidget(following)
    assert following.restoreGeometry(kept)
    following.show()
    assert following.screen().geometry().contains(following.geometry())
