"""Work of a dialog that can be called off."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QProgressBar

from relaxapp.errors import RelaxError
from relaxapp.ui.exchange.errand import Errand

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from relaxapp.ui.exchange.errand import Told
    from relaxapp.ui.theme import Theme


@pytest.fixture
def pool() -> Iterator[QThreadPool]:
    made = QThreadPool()
    yield made
    made.waitForDone()


@pytest.fixture
def heard() -> list[object]:
    return []


@pytest.fixture
def errand(pool: QThreadPool, theme: Theme, qtbot: QtBot, heard: list[object]) -> Errand:
    made = Errand(pool, theme)
    qtbot.addWidget(made)
    made.ended.connect(heard.append)
    made.failed.connect(lambda error: heard.append(str(error)))
    made.called_off.connect(lambda: heard.append("called off"))
    return made


def test_a_task_is_seen_while_it_is_done(errand: Errand, heard: list[object], qtbot: QtBot) -> None:
    gate = Event()
    bar = errand.findChild(QProgressBar)
    assert bar is not None

    def task(told: Told) -> object:
        told(1, 2)
        assert gate.wait(10)
        return 7

    errand.run(task, "Counting")
    assert errand.isVisible()
    qtbot.waitUntil(lambda: bar.value() == bar.maximum() // 2)
    with qtbot.waitSignal(errand.over):
        gate.set()
    assert heard == [7]
    assert not errand.isVisible()
    assert not errand.is_busy


def test_of_a_hundred_thousand_pieces_few_are_told(
    errand: Errand, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    monkeypatch.setattr(errand, "_on_progress", lambda progress: seen.append(progress.done))

    def task(told: Told) -> object:
        for done in range(100_000):
            told(done + 1, 100_000)
        return None

    with qtbot.waitSignal(errand.over):
        errand.run(task, "Counting")
    assert len(seen) == 1_001
    assert seen[-1] == 1_000


def test_what_cannot_be_done_is_told(errand: Errand, heard: list[object], qtbot: QtBot) -> None:
    def task(_told: Told) -> object:
        raise RelaxError("It is not there.")

    with qtbot.waitSignal(errand.over):
        errand.run(task, "Counting")
    assert heard == ["It is not there."]


def test_what_is_called_off_ends_where_it_tells_how_far_it_is(
    errand: Errand, heard: list[object], qtbot: QtBot
) -> None:
    begun, gate, undone = Event(), Event(), Event()

    def task(told: Told) -> object:
        begun.set()
        assert gate.wait(10)
        try:
            told(1, 2)
        finally:
            undone.set()
        return 7

    with qtbot.waitSignal(errand.over):
        errand.run(task, "Counting")
        assert begun.wait(10)
        errand.button.click()
        assert not errand.button.isEnabled()
        gate.set()
    assert heard == ["called off"]
    assert undone.is_set()


def test_what_was_done_all_the_same_is_told_as_done(
    errand: Errand, heard: list[object], qtbot: QtBot
) -> None:
    begun, gate = Event(), Event()

    def task(_told: Told) -> object:
        begun.set()
        assert gate.wait(10)
        return 7

    with qtbot.waitSignal(errand.over):
        errand.run(task, "Counting")
        assert begun.wait(10)
        errand.call_off()
        gate.set()
    assert heard == [7]


def test_what_cannot_be_stopped_does_not_offer_it(errand: Errand, qtbot: QtBot) -> None:
    with qtbot.waitSignal(errand.over):
        errand.run(lambda _told: None, "Counting", can_stop=False)
        assert errand.isVisible()
        assert not errand.button.isVisible()


def test_to_call_off_nothing_does_nothing(errand: Errand, heard: list[object]) -> None:
    errand.call_off()
    assert heard == []
