"""Ways through a session, from its start to where a test wants it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.ui.pages.checkin import CheckIn, CheckInPage
from relaxapp.ui.pages.session import SessionPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.practice import Practice
    from relaxapp.ui.window import MainWindow
    from tests.ui.house import FakeClock


def session_of(practice: Practice) -> SessionPage:
    """The session page, which must be the one that is shown."""
    page = practice.currentWidget()
    assert isinstance(page, SessionPage)
    return page


def into_session(practice: Practice, qtbot: QtBot, tension: int | None = None) -> SessionPage:
    """Answer the question before, and wait until the session runs."""
    question = practice.currentWidget()
    assert isinstance(question, CheckInPage)
    question.answered.emit(CheckIn(tension, ()))
    qtbot.waitUntil(lambda: isinstance(practice.currentWidget(), SessionPage))
    return session_of(practice)


def begun(window: MainWindow, qtbot: QtBot, tension: int | None = 7) -> Practice:
    """A session of the window that runs, after the question before it was answered."""
    window.open_named("breath")
    window.sheet.start_button.click()
    practice = window.practice
    assert practice is not None
    into_session(practice, qtbot, tension)
    return practice


def let_play(page: SessionPage, clock: FakeClock, seconds: float) -> None:
    """Let so much of a session go by."""
    passed = 0.0
    while passed < seconds and page.is_leading:
        clock.advance(2)
        passed += 2
        page._look()
