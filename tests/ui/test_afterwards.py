"""What comes after a session: time to come back, the dark for who is to sleep, and how one is now."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relaxapp.journal.entry import Outcome
from relaxapp.sound.cancelled import CancelledError
from relaxapp.ui import practice as practice_module
from relaxapp.ui.pages.checkin import CheckInPage
from relaxapp.ui.pages.closing import ClosingPage
from relaxapp.ui.pages.dim import DimPage
from relaxapp.ui.pages.room import RoomPage
from relaxapp.ui.pages.session import SessionPage
from tests.ui.house import practised
from tests.ui.practising import begun, into_session, let_play, session_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.script.script import Script
    from relaxapp.settings import SettingsFile
    from relaxapp.ui.practice import Practice
    from relaxapp.ui.window import MainWindow
    from tests.ui.house import FakeClock


def _after_closing(practice: Practice) -> CheckInPage:
    """Go on from the time to come back to the question."""
    closing = practice.currentWidget()
    assert isinstance(closing, ClosingPage)
    QTest.keyClick(closing, Qt.Key.Key_Space)
    page = practice.currentWidget()
    assert isinstance(page, CheckInPage)
    return page


def test_a_session_that_came_to_its_end_leaves_time_to_come_back(
    window: MainWindow, clock: FakeClock, journal: Journal, qtbot: QtBot
) -> None:
    practice = begun(window, qtbot)
    let_play(session_of(practice), clock, 400)
    assert journal.entries()[0].outcome is Outcome.FINISHED
    _after_closing(practice)


def test_the_time_to_come_back_is_shorter_after_a_short_session(
    window: MainWindow, clock: FakeClock, qtbot: QtBot
) -> None:
    practice = begun(window, qtbot)
    page = session_of(practice)
    let_play(page, clock, 200)
    while page.is_leading:
        QTest.keyClick(page, Qt.Key.Key_Right)
    closing = practice.currentWidget()
    assert isinstance(closing, ClosingPage)
    clock.advance(20.5)
    closing._look()
    assert isinstance(practice.currentWidget(), CheckInPage)


def test_after_a_long_session_it_takes_a_minute(
    window: MainWindow, clock: FakeClock, qtbot: QtBot
) -> None:
    window.open_named("breath")
    window.sheet.minutes.slider.setValue(window.sheet.minutes.slider.maximum())
    window.sheet.start_button.click()
    practice = window.practice
    assert practice is not None
    question = practice.currentWidget()
    assert isinstance(question, CheckInPage)
    question.skip()
    qtbot.waitUntil(lambda: isinstance(practice.currentWidget(), SessionPage))
    let_play(session_of(practice), clock, 1000)
    closing = practice.currentWidget()
    assert isinstance(closing, ClosingPage)
    clock.advance(58)
    closing._look()
    assert practice.currentWidget() is closing
    clock.advance(3)
    closing._look()
    assert isinstance(practice.currentWidget(), CheckInPage)


def test_who_hides_the_time_that_is_left_finds_it_hidden_next_time(
    window: MainWindow, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    practice = begun(window, qtbot)
    QTest.keyClick(session_of(practice), Qt.Key.Key_T)
    assert settings_file.load().hide_countdown


def test_after_a_clear_rise_a_calm_sentence_names_no_verdict(
    window: MainWindow, clock: FakeClock, journal: Journal, qtbot: QtBot
) -> None:
    practised(journal, "Long breath out", days_ago=1, tension=(3, 6))
    practice = begun(window, qtbot, tension=4)
    let_play(session_of(practice), clock, 400)
    page = _after_closing(practice)
    QTest.keyClick(page, Qt.Key.Key_5)
    assert not page._remark.isVisible()
    QTest.keyClick(page, Qt.Key.Key_6)
    assert "another technique may suit you better" in page._remark.text()
    assert page._remark.isVisible()


class TestNoQuestions:
    """Quick help: nothing is asked, before or after."""

    def test_it_begins_and_ends_without_a_question(
        self, practice_of: Callable[..., Practice], clock: FakeClock, qtbot: QtBot
    ) -> None:
        practice = practice_of("breath", asks=False)
        practice.start()
        qtbot.waitUntil(lambda: isinstance(practice.currentWidget(), SessionPage))
        with qtbot.waitSignal(practice.ended) as ended:
            let_play(session_of(practice), clock, 400)
        assert ended.args[0].entry.outcome is Outcome.FINISHED

    def test_who_needs_help_does_not_wait_for_a_voice(
        self,
        practice_of: Callable[..., Practice],
        monkeypatch: pytest.MonkeyPatch,
        qtbot: QtBot,
    ) -> None:
        go_on = Event()

        def prepare(script: Script, path: Path, *more: object, speaks: bool = True) -> object:
            if speaks:
                go_on.wait(5)
                raise CancelledError
            return usual(script, path, speaks=False)

        monkeypatch.setattr(practice_module, "PATIENCE_MS", 20)
        practice = practice_of("breath", asks=False)
        usual = practice._studio.prepare
        monkeypatch.setattr(practice._studio, "prepare", prepare)
        practice.start()
        assert isinstance(practice.currentWidget(), RoomPage)
        qtbot.waitUntil(lambda: isinstance(practice.currentWidget(), SessionPage))
        go_on.set()


class TestSleep:
    """A session that leads to sleep."""

    def test_it_ends_in_the_dark_and_asks_only_who_presses_a_key(
        self, practice_of: Callable[..., Practice], clock: FakeClock, journal: Journal, qtbot: QtBot
    ) -> None:
        practice = practice_of("sleep")
        practice.start()
        let_play(into_session(practice, qtbot), clock, 200)
        dim = practice.currentWidget()
        assert isinstance(dim, DimPage)
        assert journal.entries()[0].outcome is Outcome.FINISHED
        clock.advance(8 * 3600)
        assert practice.currentWidget() is dim
        QTest.keyClick(dim, Qt.Key.Key_A)
        assert isinstance(practice.currentWidget(), CheckInPage)
