"""Tests of one session from the wish to its end."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from relaxapp.errors import JournalError, SoundError
from relaxapp.journal.entry import Outcome
from relaxapp.session.session import State
from relaxapp.timeline.clip import Bus
from relaxapp.ui.message import Message
from relaxapp.ui.pages.checkin import CheckIn, CheckInPage
from relaxapp.ui.pages.session import SessionPage
from relaxapp.ui.pages.volume_row import VolumeChanged

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.settings import SettingsFile
    from relaxapp.ui.practice import Practice
    from relaxapp.ui.window import MainWindow
    from tests.ui.house import FakeClock


def _start(window: MainWindow, script_id: str = "breath") -> Practice:
    window.open_named(script_id)
    window.sheet.start_button.click()
    practice = window.practice
    assert practice is not None
    return practice


def _begun(window: MainWindow, qtbot: QtBot, tension: int | None = 7) -> Practice:
    """A session that runs, after the question before it was answered."""
    practice = _start(window)
    page = practice.currentWidget()
    assert isinstance(page, CheckInPage)
    page.answered.emit(CheckIn(tension, ()))
    qtbot.waitUntil(lambda: isinstance(practice.currentWidget(), SessionPage))
    return practice


def _session(practice: Practice) -> SessionPage:
    page = practice.currentWidget()
    assert isinstance(page, SessionPage)
    return page


def _skip_to_the_end(page: SessionPage) -> None:
    while page.is_leading:
        QTest.keyClick(page, Qt.Key.Key_Right)


def test_the_question_before_fills_the_window_and_escape_leads_back(window: MainWindow) -> None:
    practice = _start(window)
    assert window.side_bar.isHidden()
    page = practice.currentWidget()
    assert isinstance(page, CheckInPage)
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert window.practice is None
    assert window.pages.currentWidget() is window.sheet
    assert window.side_bar.isVisible()


def test_leaving_before_the_session_leaves_no_trace_in_the_log(
    window: MainWindow, journal: Journal
) -> None:
    page = _start(window).currentWidget()
    assert page is not None
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert journal.count() == 0


def test_the_answer_is_in_the_log_when_the_session_begins(
    window: MainWindow, journal: Journal, qtbot: QtBot
) -> None:
    _begun(window, qtbot, tension=7)
    entry = journal.entries()[0]
    assert (entry.tension_before, entry.outcome) == (7, Outcome.RUNNING)
    assert entry.title == "Long breath out"
    assert entry.planned_seconds == pytest.approx(300, abs=5)


def test_whoever_is_not_to_be_asked_goes_straight_to_the_session(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window(asks_before=False)
    practice = _start(window)
    qtbot.waitUntil(lambda: isinstance(practice.currentWidget(), SessionPage))


def test_the_length_chosen_is_remembered_for_the_script(
    window: MainWindow, settings_file: SettingsFile
) -> None:
    window.open_named("breath")
    window.sheet.minutes.slider.setValue(0)
    window.sheet.start_button.click()
    kept = settings_file.load().minutes_by_script["breath"]
    assert kept * 60 == pytest.approx(window.sheet.minutes.seconds)


def test_a_finished_session_is_asked_about_and_told_in_one_line(
    window: MainWindow, journal: Journal, qtbot: QtBot
) -> None:
    practice = _begun(window, qtbot, tension=7)
    _skip_to_the_end(_session(practice))
    asked = practice.currentWidget()
    assert isinstance(asked, CheckInPage)
    asked.answered.emit(CheckIn(3, ()))
    assert window.practice is None
    assert window.pages.currentWidget() is window.sessions
    entry = journal.entries()[0]
    assert (entry.outcome, entry.tension_after) == (Outcome.FINISHED, 3)
    message = window.message_bar.message
    assert message is not None
    assert message.text.endswith("Your tension went from 7 to 3.")
    assert message.accept is not None
    message.accept()
    assert window.pages.currentWidget() is window.history


def test_a_session_left_at_once_is_not_asked_about(
    window: MainWindow, journal: Journal, qtbot: QtBot
) -> None:
    practice = _begun(window, qtbot)
    _session(practice).steering.end()
    assert window.practice is None
    assert journal.entries()[0].outcome is Outcome.STOPPED


def test_a_session_stopped_after_a_minute_is_asked_about(
    window: MainWindow, clock: FakeClock, qtbot: QtBot
) -> None:
    practice = _begun(window, qtbot)
    page = _session(practice)
    for _ in range(16):
        clock.advance(4)
        page._look()
    page.steering.end()
    assert isinstance(practice.currentWidget(), CheckInPage)


def test_a_skipped_question_rates_nothing(
    window: MainWindow, journal: Journal, qtbot: QtBot
) -> None:
    practice = _begun(window, qtbot, tension=None)
    _skip_to_the_end(_session(practice))
    asked = practice.currentWidget()
    assert isinstance(asked, CheckInPage)
    asked.skip()
    entry = journal.entries()[0]
    assert (entry.tension_before, entry.tension_after) == (None, None)


def test_closing_the_window_stops_and_logs_the_session(
    window: MainWindow, journal: Journal, clock: FakeClock, qtbot: QtBot
) -> None:
    practice = _begun(window, qtbot)
    clock.advance(4)
    _session(practice)._look()
    page = _session(practice)
    window.close()
    page._look()
    assert practice.currentWidget() is page
    entry = journal.entries()[0]
    assert entry.outcome is Outcome.STOPPED
    assert entry.practised_seconds == pytest.approx(4, abs=0.2)


def test_while_a_session_is_on_nothing_leads_away_from_it(window: MainWindow, qtbot: QtBot) -> None:
    practice = _begun(window, qtbot)
    window.show_sessions()
    window.show_history()
    window.open_named("shoulders")
    window._open()
    assert not window._rooms.frame.acceptDrops()
    assert window.pages.currentWidget() is practice
    assert practice._conductor is not None
    assert practice._conductor.state is State.RUNNING


def test_everything_on_the_session_page_that_takes_the_focus_has_a_name(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = _session(_begun(window, qtbot))
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not (widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text()))
    ]
    assert nameless == []


def test_a_volume_set_during_a_session_is_kept(
    window: MainWindow, settings_file: SettingsFile, qtbot: QtBot
) -> None:
    practice = _begun(window, qtbot)
    _session(practice).volume_changed.emit(VolumeChanged(Bus.AMBIENCE, 0.25))
    assert settings_file.load().ambience_volume == 0.25


def test_what_cannot_be_prepared_leads_back_with_a_sentence(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def failing(*_args: object) -> None:
        raise SoundError("The recording talk.wav is not beside the script.")

    monkeypatch.setattr(type(window.studio), "prepare", failing)
    _start(window)
    qtbot.waitUntil(lambda: window.practice is None)
    assert window.pages.currentWidget() is window.sheet
    assert window.message_bar.message == Message("The recording talk.wav is not beside the script.")


def test_a_journal_that_cannot_be_written_keeps_the_session_from_beginning_with_a_sentence(
    window: MainWindow, journal: Journal, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def failing(*_args: object) -> None:
        raise JournalError("The disk is full.")

    monkeypatch.setattr(type(journal), "begin", failing)
    practice = _start(window)
    page = practice.currentWidget()
    assert isinstance(page, CheckInPage)
    page.answered.emit(CheckIn(None, ()))
    qtbot.waitUntil(lambda: window.practice is None)
    assert window.message_bar.message == Message("The disk is full.")


def test_who_answers_before_the_voice_is_ready_sees_how_far_it_is(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    go_on = Event()

    def slow(
        _studio: object,
        _script: object,
        _path: object,
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> None:
        progress(12, 48)
        while not cancelled():
            go_on.wait(0.001)

    monkeypatch.setattr(type(window.studio), "prepare", slow)
    practice = _start(window)
    page = practice.currentWidget()
    assert isinstance(page, CheckInPage)
    page.answered.emit(CheckIn(None, ()))
    assert practice.currentWidget() is practice._preparing
    qtbot.waitUntil(lambda: practice._preparing._count.text() == "12 of 48 sentences")
    practice._preparing.cancelled.emit()
    assert window.practice is None
    assert window.pages.currentWidget() is window.sheet
