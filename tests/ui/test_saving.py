"""A session is saved as audio from its sheet, while the person goes on."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import mutagen
import pytest
import soundfile
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QProgressBar

from relaxapp.errors import ExportError
from relaxapp.ui.pages.wish import Wish
from relaxapp.ui.saving import SavingBar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme
    from relaxapp.ui.window import MainWindow


@pytest.fixture
def bar(theme: Theme, qtbot: QtBot) -> Iterator[SavingBar]:
    pool = QThreadPool()
    bar = SavingBar(pool, theme)
    qtbot.addWidget(bar)
    yield bar
    bar.cancel()
    pool.waitForDone()


class Slow:
    """Work that reports, and then waits to be told to end."""

    def __init__(self, done: int = 120) -> None:
        self.may_end = Event()
        self.was_cancelled = Event()
        self._done = done

    def __call__(
        self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> object:
        progress(self._done, 1_000)
        while not self.may_end.wait(0.001):
            if cancelled():
                self.was_cancelled.set()
                return None
        return None


def test_it_says_how_far_it_is_and_where_the_file_is(
    bar: SavingBar, qtbot: QtBot, tmp_path: Path
) -> None:
    work = Slow()
    bar.save(work, "A rest", tmp_path / "rest.mp3")
    qtbot.waitUntil(lambda: bar.text == "Saving “A rest” as audio: 12 %")
    shown = bar.findChild(QProgressBar)
    assert shown is not None
    assert (shown.value(), shown.maximum()) == (120, 1_000)
    assert bar.isVisible()

    work.may_end.set()
    qtbot.waitUntil(lambda: not bar.is_busy)
    assert bar.text == f"“A rest” is saved as rest.mp3 in {tmp_path}."
    assert bar.button.text() == "Close"
    QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert bar.isHidden()


def test_cancel_calls_the_work_off_and_says_no_more(
    bar: SavingBar, qtbot: QtBot, tmp_path: Path
) -> None:
    work = Slow()
    bar.save(work, "A rest", tmp_path / "rest.mp3")
    QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert work.was_cancelled.wait(5)
    assert bar.isHidden()
    assert not bar.is_busy


def test_another_one_takes_the_place_of_the_first(
    bar: SavingBar, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = Slow(), Slow(300)
    bar.save(first, "First", tmp_path / "1.mp3")
    bar.save(second, "Second", tmp_path / "2.mp3")
    assert first.was_cancelled.wait(5)
    qtbot.waitUntil(lambda: bar.text == "Saving “Second” as audio: 30 %")


def test_what_cannot_be_saved_is_told_in_its_own_words(
    bar: SavingBar, qtbot: QtBot, tmp_path: Path
) -> None:
    def work(_progress: object, _cancelled: object) -> object:
        raise ExportError("The disk is full. Make room.")

    bar.save(work, "A rest", tmp_path / "rest.mp3")
    qtbot.waitUntil(lambda: bar.text == "The disk is full. Make room.")
    assert not bar.is_busy


def _ask_with(window: MainWindow, monkeypatch: pytest.MonkeyPatch, path: Path | None) -> list[str]:
    asked: list[str] = []

    def choose(title: str) -> Path | None:
        asked.append(title)
        return path

    monkeypatch.setattr(window, "choose_audio_file", choose)
    return asked


def test_a_session_is_saved_from_its_sheet_with_what_it_says_about_itself(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = _ask_with(window, monkeypatch, tmp_path / "shoulders.flac")
    window.open_named("shoulders")
    QTest.mouseClick(window.sheet.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.saving.is_busy, timeout=20_000)

    assert asked == ["Shoulders and jaw"]
    assert window.saving.text.startswith("“Shoulders and jaw” is saved as shoulders.flac")
    assert soundfile.info(tmp_path / "shoulders.flac").frames == 180 * 48_000
    tags = mutagen.File(tmp_path / "shoulders.flac")
    assert (tags["title"], tags["artist"], tags["date"]) == (
        ["Shoulders and jaw"],
        ["A. Therapist"],
        ["2026-11-24"],
    )
    assert tags["chapter002name"] == ["Shoulders"]
    assert tags.pictures[0].mime == "image/png"


def test_whoever_names_no_file_saves_nothing(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    _ask_with(window, monkeypatch, None)
    window.open_named("shoulders")
    QTest.mouseClick(window.sheet.save_button, Qt.MouseButton.LeftButton)
    assert not window.saving.is_busy


def test_a_script_with_errors_cannot_be_saved(window: MainWindow) -> None:
    window.open_named("broken")
    assert window.sheet.save_button.isHidden()


def test_it_is_out_of_sight_during_a_session_and_back_afterwards(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.open_named("shoulders")
    work = Slow()
    window.saving.save(work, "A rest", tmp_path / "rest.mp3")
    assert window.saving.isVisible()
    assert window.sheet.offer is not None
    window.occupation.practise(Wish(window.sheet.offer, 180))
    assert window.saving.isHidden()
    work.may_end.set()
    qtbot.waitUntil(lambda: not window.saving.is_busy)
    assert window.practice is not None
    window.practice.left.emit()
    assert window.saving.isVisible()
    assert "is saved as rest.mp3" in window.saving.text


def test_closing_the_window_calls_it_off(window: MainWindow, tmp_path: Path) -> None:
    work = Slow()
    window.saving.save(work, "A rest", tmp_path / "rest.mp3")
    window.close()
    assert work.was_cancelled.is_set()
