"""A small log is counted at once, a large one elsewhere, and only the last question is answered."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThreadPool

from relaxapp.errors import JournalError
from relaxapp.ui.history import counting
from relaxapp.ui.history.counting import Counting
from tests.ui.house import practised

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal


@pytest.fixture
def pool() -> Iterator[QThreadPool]:
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    yield pool
    pool.waitForDone()


@pytest.fixture
def owner(qtbot: QtBot) -> QObject:
    return QObject()


@pytest.fixture
def one(journal: Journal, pool: QThreadPool, owner: QObject) -> Counting:
    practised(journal, "Long exhale")
    return Counting(journal, pool, owner)


@pytest.fixture
def answers(one: Counting) -> list[object]:
    """What was answered, in order."""
    told: list[object] = []
    one.counted.connect(told.append)
    return told


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """One session is a large log already."""
    monkeypatch.setattr(counting, "AT_ONCE", 0)


def who(journal: Journal) -> tuple[int, bool]:
    """How many sessions there are, and whether the window's own thread counted them."""
    return journal.count(), threading.current_thread() is threading.main_thread()


def test_a_small_log_is_counted_before_the_question_comes_back(
    one: Counting, answers: list[object]
) -> None:
    one.count(who)
    assert answers == [(1, True)]
    assert not one.is_busy


@pytest.mark.usefixtures("large")
def test_a_large_log_is_counted_on_another_thread(
    one: Counting, answers: list[object], qtbot: QtBot
) -> None:
    one.count(who)
    assert one.is_busy
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [(1, False)]
    assert not one.is_busy


@pytest.mark.usefixtures("large")
def test_an_answer_to_an_earlier_question_is_not_given(
    one: Counting, answers: list[object], pool: QThreadPool, qtbot: QtBot
) -> None:
    gate = threading.Event()

    def slow(_journal: Journal) -> str:
        gate.wait(10)
        return "old"

    one.count(slow)
    one.count(lambda _journal: "new")
    gate.set()
    qtbot.waitUntil(lambda: bool(answers))
    pool.waitForDone()
    qtbot.wait(1)
    assert answers == ["new"]


@pytest.mark.usefixtures("large")
def test_running_sessions_are_still_the_journals_when_the_other_connection_is_closed(
    one: Counting, answers: list[object], journal: Journal, qtbot: QtBot
) -> None:
    let_go: list[bool] = []
    journal._running.let_go_of_all = lambda: let_go.append(True)  # type: ignore[method-assign]
    one.count(who)
    qtbot.waitUntil(lambda: bool(answers))
    assert let_go == []


@pytest.mark.usefixtures("large")
def test_trouble_on_the_other_thread_is_told(one: Counting, qtbot: QtBot) -> None:
    def fail(_journal: Journal) -> None:
        raise JournalError("The journal cannot be read.")

    with qtbot.waitSignal(one.failed) as told:
        one.count(fail)
    assert str(told.args[0]) == "The journal cannot be read."
    assert not one.is_busy


@pytest.mark.usefixtures("large")
def test_a_view_that_goes_while_it_is_counting_takes_nothing_with_it(
    journal: Journal, pool: QThreadPool, qtbot: QtBot
) -> None:
    practised(journal, "Long exhale")
    owner = QObject()
    one = Counting(journal, pool, owner)
    told: list[object] = []
    one.counted.connect(told.append)
    gate = threading.Event()
    one.count(lambda _journal: gate.wait(10))
    owner.deleteLater()
    del one, owner
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gate.set()
    pool.waitForDone()
    qtbot.wait(1)
    assert told == []
