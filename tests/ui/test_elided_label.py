"""Tests of the line that is cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.ui.elided_label import ElidedLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_takes_any_width_and_holds_the_whole_text_in_its_tool_tip(qtbot: QtBot) -> None:
    label = ElidedLabel("small")
    qtbot.addWidget(label)
    label.setText("in 4, hold 2, out 6, eight breaths")
    assert label.minimumSizeHint().width() == 0
    label.resize(60, 20)
    label.grab()
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    label.grab()
    assert label.toolTip() == ""
