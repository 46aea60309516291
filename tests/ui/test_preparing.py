"""Tests of slow work on another thread, and of the view that waits for it."""

from __future__ import annotations

from threading import Event, current_thread, main_thread
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from relaxapp.errors import SoundError
from relaxapp.ui.preparing import Preparation, PreparingView, Progress

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def pool(qapp: QApplication) -> Iterator[QThreadPool]:
    pool = QThreadPool()
    yield pool
    pool.waitForDone()


def test_work_is_done_elsewhere_and_told_here(pool: QThreadPool, qtbot: QtBot) -> None:
    def work(progress: Callable[[int, int], None], _cancelled: Callable[[], bool]) -> object:
        progress(1, 2)
        progress(2, 2)
        return current_thread()

    preparation = Preparation(work, pool)
    told: list[tuple[object, object]] = []
    preparation.progressed.connect(lambda it: told.append((it, current_thread())))
    with qtbot.waitSignal(preparation.ended) as ended:
        preparation.start()
    assert ended.args is not None
    assert ended.args[0] is not main_thread()
    assert told == [(Progress(1, 2), main_thread()), (Progress(2, 2), main_thread())]


def test_what_cannot_be_done_is_told_in_its_own_words(pool: QThreadPool, qtbot: QtBot) -> None:
    def work(_progress: object, _cancelled: object) -> object:
        raise SoundError("The recording rain.wav is missing.")

    preparation = Preparation(work, pool)
    with qtbot.waitSignal(preparation.failed) as failed:
        preparation.start()
    assert failed.args is not None
    assert str(failed.args[0]) == "The recording rain.wav is missing."


def test_a_bug_in_the_work_is_not_swallowed(pool: QThreadPool, qtbot: QtBot) -> None:
    def work(_progress: object, _cancelled: object) -> object:
        raise ZeroDivisionError

    preparation = Preparation(work, pool)
    with qtbot.captureExceptions() as raised:
        preparation.start()
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError


def test_cancelled_work_is_asked_to_end_and_heard_of_no_more(
    pool: QThreadPool, qtbot: QtBot
) -> None:
    began, was_cancelled = Event(), Event()

    def work(_progress: object, cancelled: Callable[[], bool]) -> object:
        began.set()
        while not cancelled():
            was_cancelled.wait(0.001)
        was_cancelled.set()
        return None

    preparation = Preparation(work, pool)
    with qtbot.assertNotEmitted(preparation.ended), qtbot.assertNotEmitted(preparation.failed):
        preparation.start()
        assert began.wait(5)
        preparation.cancel()
        assert was_cancelled.wait(5)
        pool.waitForDone()


def test_the_view_tells_how_far_the_work_is(qtbot: QtBot) -> None:
    view = PreparingView()
    qtbot.addWidget(view)
    view.show_progress(Progress(12, 48))
    assert "12 of 48 sentences" in [label.text() for label in view.findChildren(QLabel)]


def test_the_view_can_be_left(qtbot: QtBot) -> None:
    view = PreparingView()
    qtbot.addWidget(view)
    view.show()
    button = view.findChild(QPushButton)
    assert button is not None
    with qtbot.waitSignal(view.cancelled):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
