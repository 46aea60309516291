"""The line along the bottom of a session: what it shows, and how one goes to another step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from relaxapp.ui.painted.progress_line import ProgressLine, StepMark
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme

STEPS = (
    StepMark(0.0, "Settle at 0:00", "Step 1 of 3, Settle"),
    StepMark(0.25, "Arms at 0:20", "Step 2 of 3, Arms"),
    StepMark(0.75, "Return at 1:00", "Step 3 of 3, Return"),
)


@pytest.fixture
def line(qtbot: QtBot, theme: Theme) -> ProgressLine:
    widget = ProgressLine(theme)
    qtbot.addWidget(widget)
    widget.resize(400, 26)
    widget.set_steps(STEPS)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    return widget


def test_it_stays_between_nothing_and_all(line: ProgressLine) -> None:
    line.show_share(1.7)
    assert line.share == 1.0
    line.show_share(-1)
    assert line.share == 0.0


def test_a_move_too_small_to_see_is_left_out(line: ProgressLine) -> None:
    line.show_share(0.5)
    line.show_share(0.5001)
    assert line.share == 0.5


def test_small_moves_add_up(line: ProgressLine) -> None:
    for step in range(5001):
        line.show_share(step / 10_000)
    assert line.share == pytest.approx(0.5, abs=0.002)


def test_played_and_steps_are_seen(qtbot: QtBot, theme: Theme) -> None:
    line = ProgressLine(theme)
    qtbot.addWidget(line)
    line.resize(300, 26)
    pictures = [line.grab().toImage()]
    line.show_share(0.6)
    pictures.append(line.grab().toImage())
    line.set_steps(STEPS)
    pictures.append(line.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


@pytest.mark.parametrize(("x", "step"), [(5, 0), (60, 0), (150, 1), (290, 1), (320, 2), (399, 2)])
def test_a_click_goes_to_the_step_that_is_clicked(
    line: ProgressLine, qtbot: QtBot, x: int, step: int
) -> None:
    with qtbot.waitSignal(line.chosen) as chosen:
        click(line, QPoint(x, 13))
    assert chosen.args == [step]


def test_a_press_that_ends_elsewhere_goes_nowhere(line: ProgressLine) -> None:
    chosen: list[int] = []
    line.chosen.connect(chosen.append)
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=QPoint(150, 13))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton, pos=QPoint(150, 300))
    assert chosen == []


def test_the_mouse_is_told_which_step_it_rests_on(
    line: ProgressLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _at, text, *_: shown.append(text))
    place = QPoint(150, 13)
    QApplication.sendEvent(line, QHelpEvent(QEvent.Type.ToolTip, place, line.mapToGlobal(place)))
    assert shown == ["Arms at 0:20"]


def test_the_arrow_keys_choose_a_step_and_enter_goes_there(line: ProgressLine) -> None:
    chosen: list[int] = []
    line.chosen.connect(chosen.append)
    line.setFocus()
    press(line, Qt.Key.Key_Right)
    press(line, Qt.Key.Key_Right)
    press(line, Qt.Key.Key_Right)
    assert chosen == []
    press(line, Qt.Key.Key_Return)
    assert chosen == [2]


def test_choosing_begins_at_the_present_step(line: ProgressLine) -> None:
    chosen: list[int] = []
    line.chosen.connect(chosen.append)
    line.show_share(0.8)
    line.setFocus()
    press(line, Qt.Key.Key_Left)
    press(line, Qt.Key.Key_Space)
    assert chosen == [1]


def test_who_goes_away_without_enter_has_chosen_nothing(line: ProgressLine) -> None:
    pointed: list[int] = []
    line.pointed.connect(pointed.append)
    line.setFocus()
    press(line, Qt.Key.Key_End)
    line.clearFocus()
    assert pointed == [2, -1]


def test_a_screen_reader_hears_the_step_that_is_chosen(line: ProgressLine) -> None:
    interface = QAccessible.queryAccessibleInterface(line)
    assert interface.role() is QAccessible.Role.Slider
    line.show_share(0.3)
    assert line.accessibleName() == "Step 2 of 3, Arms"
    line.setFocus()
    press(line, Qt.Key.Key_Right)
    assert line.accessibleName() == "Step 3 of 3, Return"
    line.clearFocus()
    assert line.accessibleName() == "Step 2 of 3, Arms"


def test_other_keys_are_left_to_the_page(line: ProgressLine) -> None:
    chosen: list[int] = []
    line.chosen.connect(chosen.append)
    line.setFocus()
    press(line, Qt.Key.Key_S)
    press(line, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert line.accessibleName() == "Step 1 of 3, Settle"
    assert chosen == []


def test_the_mouse_points_and_leaves(line: ProgressLine) -> None:
    pointed: list[int] = []
    line.pointed.connect(pointed.append)
    QTest.mouseMove(line, QPoint(150, 13))
    QApplication.sendEvent(line, QEvent(QEvent.Type.Leave))
    assert pointed == [1, -1]
