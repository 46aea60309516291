"""Tests of the bar that says what happened."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from relaxapp.ui.message import Message, MessageBar

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def bar(qtbot: QtBot) -> MessageBar:
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


def _button(bar: MessageBar, text: str) -> QPushButton:
    return next(button for button in bar.findChildren(QPushButton) if button.text() == text)


def test_nothing_is_shown_until_there_is_something_to_say(bar: MessageBar, qtbot: QtBot) -> None:
    assert bar.isHidden()
    with qtbot.waitSignal(bar.shown, check_params_cb=lambda shown: shown):
        bar.say(Message("The disk is full."))
    label = bar.findChild(QLabel)
    assert label is not None
    assert label.text() == "The disk is full."
    assert not bar.isHidden()


def test_a_message_is_read_as_it_is_written(bar: MessageBar) -> None:
    bar.say(Message("<b>Title</b> & more"))
    label = bar.findChild(QLabel)
    assert label is not None
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_the_offer_is_done_once_and_closes_the_bar(bar: MessageBar) -> None:
    done: list[str] = []
    bar.say(Message("Deleted.", "Undo", lambda: done.append("undo")))
    QTest.mouseClick(_button(bar, "Undo"), Qt.MouseButton.LeftButton)
    assert done == ["undo"]
    assert bar.message is None
    assert bar.isHidden()


def test_without_an_offer_there_is_no_button_for_it(bar: MessageBar) -> None:
    bar.say(Message("Deleted.", "Undo", lambda: None))
    bar.say(Message("Just so."))
    assert _button(bar, "").isHidden()


def test_what_the_offer_says_next_stays(bar: MessageBar) -> None:
    bar.say(Message("Deleted.", "Undo", lambda: bar.say(Message("It is back."))))
    QTest.mouseClick(_button(bar, "Undo"), Qt.MouseButton.LeftButton)
    assert bar.message == Message("It is back.")


def test_a_message_can_be_closed(bar: MessageBar) -> None:
    bar.say(Message("Something."))
    QTest.mouseClick(_button(bar, "Close"), Qt.MouseButton.LeftButton)
    assert bar.isHidden()
