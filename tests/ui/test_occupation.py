"""Tests of what has the whole window for a while: the first pages, and sessions begun in every way there is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from relaxapp.journal.entry import Outcome
from relaxapp.ui.desktop.request import Request
from relaxapp.ui.first_run.first_run import FirstRun
from relaxapp.ui.message import Message
from relaxapp.ui.pages.checkin import CheckInPage
from relaxapp.ui.pages.session import SessionPage
from tests.ui.house import practised

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.practice import Practice
    from relaxapp.ui.window import MainWindow


def _trigger(window: MainWindow, action_id: str) -> None:
    found = window.findChild(QAction, action_id)
    assert found is not None
    found.trigger()


def _practice(window: MainWindow) -> Practice:
    practice = window.practice
    assert practice is not None
    return practice


def _press(window: MainWindow, key: Qt.Key) -> None:
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


class TestTheFirstPages:
    """What is shown before the first session."""

    def test_who_has_not_read_what_to_heed_is_shown_it_first(
        self, open_window: Callable[..., MainWindow]
    ) -> None:
        window = open_window(safety_read=False)
        assert isinstance(window.pages.currentWidget(), FirstRun)
        assert window.side_bar.isHidden()

    def test_who_has_read_it_is_not_shown_it_again(self, window: MainWindow) -> None:
        assert window.occupation.first_run is None

    def test_three_times_enter_leads_to_the_sessions(
        self, open_window: Callable[..., MainWindow], qtbot: QtBot
    ) -> None:
        window = open_window(safety_read=False)
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        for _ in range(3):
            _press(window, Qt.Key.Key_Return)
        assert window.pages.currentWidget() is window.sessions
        assert window.choices.settings.safety_read

    def test_escape_leads_to_the_sessions_and_the_pages_come_again_next_time(
        self, open_window: Callable[..., MainWindow]
    ) -> None:
        window = open_window(safety_read=False)
        pages = window.occupation.first_run
        assert pages is not None
        pages.done.emit()
        assert window.pages.currentWidget() is window.sessions
        assert not window.choices.settings.safety_read

    def test_no_key_leads_away_from_them_but_quick_help(
        self, open_window: Callable[..., MainWindow]
    ) -> None:
        window = open_window(safety_read=False)
        _trigger(window, "history")
        _trigger(window, "start-last")
        assert isinstance(window.pages.currentWidget(), FirstRun)
        _trigger(window, "quick-help")
        assert window.practice is not None
        assert window.occupation.first_run is None

    def test_another_look_leaves_the_person_on_the_page_they_are_on(
        self, open_window: Callable[..., MainWindow], qtbot: QtBot
    ) -> None:
        window = open_window(safety_read=False)
        window.occupation.welcome(at=2)
        before = window.sessions
        window.choices.change(theme="light")
        qtbot.waitUntil(lambda: window.sessions is not before)
        pages = window.pages.currentWidget()
        assert isinstance(pages, FirstRun)
        assert pages.at == 2


class TestStarting:
    """Ways to begin a session that leave the sheet out."""

    def test_a_card_begins_its_session_as_long_as_last_time(
        self, open_window: Callable[..., MainWindow]
    ) -> None:
        window = open_window(minutes_by_script={"breath": 7.0})
        offer = next(each for each in window._found().offers if each.script_id == "breath")
        window.sessions.start_asked.emit(offer)
        assert _practice(window)._wish.seconds == 420
        assert isinstance(_practice(window).currentWidget(), CheckInPage)

    def test_one_key_begins_the_last_session_again(
        self, window: MainWindow, journal: Journal
    ) -> None:
        practised(journal, "Shoulders and jaw", script_id="shoulders")
        _trigger(window, "start-last")
        assert _practice(window)._wish.offer.script_id == "shoulders"

    def test_without_a_last_session_the_key_does_nothing(self, window: MainWindow) -> None:
        _trigger(window, "start-last")
        assert window.practice is None

    def test_leaving_before_it_began_leads_back_to_where_one_was(
        self, window: MainWindow, journal: Journal
    ) -> None:
        practised(journal, "Shoulders and jaw", script_id="shoulders")
        window.show_history()
        _trigger(window, "start-last")
        QTest.keyClick(_practice(window), Qt.Key.Key_Escape)
        assert window.practice is None
        assert window.pages.currentWidget() is window.history
        assert window.history.isAncestorOf(window.focusWidget())


class TestQuickHelp:
    """A session with one key and no questions."""

    def test_it_runs_at_once(self, window: MainWindow, qtbot: QtBot) -> None:
        _trigger(window, "quick-help")
        practice = _practice(window)
        qtbot.waitUntil(lambda: isinstance(practice.currentWidget(), SessionPage))
        assert practice._wish.offer.script_id == "breath"

    def test_the_one_that_was_chosen_is_begun(self, open_window: Callable[..., MainWindow]) -> None:
        window = open_window(quick_help="shoulders")
        window.side_bar.quick_help.click()
        assert _practice(window)._wish.offer.script_id == "shoulders"

    def test_a_session_that_is_on_gives_way_to_it(
        self, open_window: Callable[..., MainWindow], journal: Journal, qtbot: QtBot
    ) -> None:
        window = open_window(asks_before=False, quick_help="breath")
        window.open_named("shoulders")
        window.sheet.start_button.click()
        practice = _practice(window)
        qtbot.waitUntil(lambda: isinstance(practice.currentWidget(), SessionPage))
        _trigger(window, "quick-help")
        qtbot.waitUntil(lambda: journal.count() == 2)
        helping, left = journal.entries(limit=2)
        assert (left.script_id, left.outcome) == ("shoulders", Outcome.STOPPED)
        assert (helping.script_id, helping.outcome) == ("breath", Outcome.RUNNING)

    def test_during_the_first_question_it_is_begun_instead(
        self, open_window: Callable[..., MainWindow], journal: Journal, qtbot: QtBot
    ) -> None:
        window = open_window(quick_help="breath")
        window.open_named("shoulders")
        window.sheet.start_button.click()
        _trigger(window, "quick-help")
        practice = _practice(window)
        qtbot.waitUntil(lambda: isinstance(practice.currentWidget(), SessionPage))
        assert [entry.script_id for entry in journal.entries(limit=9)] == ["breath"]


class TestASmallWindow:
    """A session beside other work."""

    def test_messages_wait_until_there_is_room_for_them(
        self, open_window: Callable[..., MainWindow], qtbot: QtBot
    ) -> None:
        window = open_window(asks_before=False)
        window.open_named("breath")
        window.sheet.start_button.click()
        practice = _practice(window)
        qtbot.waitUntil(lambda: isinstance(practice.currentWidget(), SessionPage))
        practice.compact_asked.emit(True)
        window.say(Message("No sound device could be opened."))
        assert not window.message_bar.isVisible()
        practice.compact_asked.emit(False)
        assert window.message_bar.isVisible()


class TestASecondStart:
    """What another start of the program asks for."""

    def test_its_script_is_shown(self, window: MainWindow) -> None:
        window.answer(Request("shoulders"))
        assert window.pages.currentWidget() is window.sheet

    def test_without_a_script_the_person_stays_where_they_are(self, window: MainWindow) -> None:
        window.show_history()
        window.answer(Request())
        assert window.pages.currentWidget() is window.history

    def test_a_session_is_not_disturbed_and_the_script_is_shown_after_it(
        self, open_window: Callable[..., MainWindow]
    ) -> None:
        window = open_window(asks_before=True)
        window.open_named("breath")
        window.sheet.start_button.click()
        shown = window.pages.currentWidget()
        window.answer(Request("shoulders"))
        assert window.pages.currentWidget() is shown
        QTest.keyClick(_practice(window), Qt.Key.Key_Escape)
        assert isinstance(shown, QWidget)
        assert window.pages.currentWidget() is window.sheet
        assert window.sheet.offer is not None
        assert window.sheet.offer.script_id == "shoulders"
