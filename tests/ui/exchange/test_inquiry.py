"""Questions that are answered on another thread."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool

from relaxapp.errors import RelaxError
from relaxapp.ui.exchange.inquiry import Inquiry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def pool() -> Iterator[QThreadPool]:
    made = QThreadPool()
    yield made
    made.waitForDone()


@pytest.fixture
def answers() -> list[object]:
    return []


@pytest.fixture
def inquiry(pool: QThreadPool, answers: list[object]) -> Inquiry:
    made = Inquiry(pool)
    made.answered.connect(answers.append)
    made.failed.connect(lambda error: answers.append(str(error)))
    return made


def _fail(_unwanted: object = None) -> object:
    raise RelaxError("It is not there.")


def test_a_question_is_answered(inquiry: Inquiry, answers: list[object], qtbot: QtBot) -> None:
    with qtbot.waitSignal(inquiry.over):
        inquiry.ask(lambda _unwanted: 7)
    assert answers == [7]


def test_what_cannot_be_answered_is_told(
    inquiry: Inquiry, answers: list[object], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(inquiry.over):
        inquiry.ask(_fail)
    assert answers == ["It is not there."]


def test_of_several_questions_the_latest_alone_is_answered(
    inquiry: Inquiry, answers: list[object], qtbot: QtBot
) -> None:
    gate = Event()
    asked: list[int] = []

    def first(_unwanted: object) -> object:
        assert gate.wait(10)
        return 1

    def second(_unwanted: object) -> object:
        asked.append(2)
        return 2

    with qtbot.waitSignal(inquiry.over):
        inquiry.ask(first)
        inquiry.ask(second)
        inquiry.ask(lambda _unwanted: 3)
        gate.set()
    assert answers == [3]
    assert asked == []


def test_nothing_is_answered_that_is_no_longer_wanted(
    inquiry: Inquiry, answers: list[object], qtbot: QtBot
) -> None:
    gate = Event()

    def slow(_unwanted: object) -> object:
        assert gate.wait(10)
        return _fail()

    with qtbot.waitSignal(inquiry.over):
        inquiry.ask(slow)
        inquiry.forget()
        gate.set()
    assert answers == []
    with qtbot.waitSignal(inquiry.over):
        inquiry.ask(lambda _unwanted: 7)
    assert answers == [7]


def test_what_is_no_longer_wanted_hears_of_it(
    inquiry: Inquiry, answers: list[object], qtbot: QtBot
) -> None:
    def until_unwanted(is_unwanted: Callable[[], bool]) -> object:
        patience = Event()
        while not is_unwanted():
            patience.wait(0.01)
        return 1

    with qtbot.waitSignal(inquiry.over):
        inquiry.ask(until_unwanted)
        inquiry.ask(lambda _unwanted: 2)
    assert answers == [2]
