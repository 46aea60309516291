"""Tests of the row that chooses what shows the breath."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from relaxapp.ui.sections.pacer_row import PacerRow
from relaxapp.ui.sections.row import Wording
from tests.ui.pressing import click

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme


def _row(choices: Choices, theme: Theme, qtbot: QtBot) -> PacerRow:
    row = PacerRow(
        choices,
        Wording("What shows the breath"),
        theme,
        (("orb", "Orb"), ("bar", "Bar"), ("wave", "Wave"), ("square", "Square")),
    )
    qtbot.addWidget(row)
    row.resize(700, 100)
    row.show()
    return row


def test_one_form_is_chosen(choices: Choices, theme: Theme, qtbot: QtBot) -> None:
    row = _row(choices, theme, qtbot)
    click(row.buttons["wave"])
    assert choices.settings.pacer == "wave"
    choices.change(pacer="bar")
    assert [form for form, button in row.buttons.items() if button.isChecked()] == ["bar"]


def test_every_form_has_a_picture_of_its_own(choices: Choices, theme: Theme, qtbot: QtBot) -> None:
    row = _row(choices, theme, qtbot)
    pictures = {
        bytes(button.icon().pixmap(button.iconSize()).toImage().constBits())
        for button in row.buttons.values()
    }
    assert len(pictures) == 4


def test_the_buttons_stand_two_by_two_where_there_is_no_width(
    choices: Choices, theme: Theme, qtbot: QtBot
) -> None:
    row = _row(choices, theme, qtbot)
    QApplication.processEvents()
    assert len({button.mapTo(row, QPoint()).y() for button in row.buttons.values()}) == 1
    row.resize(380, 160)
    QApplication.processEvents()
    assert len({button.mapTo(row, QPoint()).y() for button in row.buttons.values()}) == 2
