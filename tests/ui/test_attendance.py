"""Tests of what the desktop does for a session: a display kept awake, media keys, a window with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtWidgets import QWidget

from relaxapp.settings import Settings
from relaxapp.ui.attendance import SMALL_SIZE, Attendance
from relaxapp.ui.pages.session_state import SessionState

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.desktop.media_state import MediaState


class FakeInhibition(QObject):
    """Notes when the display is kept awake."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.said: list[str] = []

    def hold(self, reason: str) -> None:
        self.said.append(reason)

    def release(self) -> None:
        self.said.append("released")


class FakeMpris(QObject):
    """Notes what is shown, and asks for what a test lets it ask for."""

    play_pause_asked = Signal()
    play_asked = Signal()
    pause_asked = Signal()
    next_asked = Signal()
    back_asked = Signal()
    stop_asked = Signal()
    raise_asked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.shown: list[MediaState | None] = []

    def show(self, state: MediaState) -> None:
        self.shown.append(state)

    def stop(self) -> None:
        self.shown.append(None)


class FakeSteering:
    """Notes what is asked of the session."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __getattr__(self, wish: str) -> object:
        return lambda: self.asked.append(wish)


class FakePractice(QObject):
    """A session that says what a test lets it say."""

    state_changed = Signal(object)
    compact_asked = Signal(bool)
    full_screen_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.steering: FakeSteering | None = FakeSteering()
        self.is_compact = False

    def set_compact(self, compact: bool) -> None:  # noqa: FBT001 - as in a session
        self.is_compact = compact

    def tell(self, *, running: bool, is_over: bool = False) -> None:
        self.state_changed.emit(
            SessionState("Long breath out", "Breathe", 12, 300, running, is_over)
        )


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    shown = QWidget()
    qtbot.addWidget(shown)
    shown.setMinimumSize(600, 400)
    shown.resize(800, 500)
    shown.show()
    return shown


@pytest.fixture
def attendance(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> Attendance:
    monkeypatch.setattr("relaxapp.ui.desktop.inhibition.Inhibition", FakeInhibition)
    monkeypatch.setattr("relaxapp.ui.desktop.mpris.Mpris", FakeMpris)
    return Attendance(window)


@pytest.fixture
def practice(attendance: Attendance) -> FakePractice:
    begun = FakePractice()
    attendance.attend(begun, Settings())  # type: ignore[arg-type]
    return begun


def _held(attendance: Attendance) -> list[str]:
    inhibition = attendance.findChild(FakeInhibition)
    return [] if inhibition is None else inhibition.said


def _media(attendance: Attendance) -> FakeMpris:
    media = attendance.findChild(FakeMpris)
    assert media is not None
    return media


def test_nothing_is_asked_of_the_desktop_before_the_session_runs(
    attendance: Attendance, practice: FakePractice
) -> None:
    assert _held(attendance) == []
    assert attendance.findChild(FakeMpris) is None


def test_the_display_is_kept_awake_while_a_session_runs_and_no_longer_in_a_pause(
    attendance: Attendance, practice: FakePractice
) -> None:
    practice.tell(running=True)
    practice.tell(running=False)
    assert _held(attendance) == ["A session is running: Long breath out", "released"]


def test_the_display_may_go_dark_when_the_session_is_over(
    attendance: Attendance, practice: FakePractice
) -> None:
    practice.tell(running=True)
    practice.tell(running=False, is_over=True)
    assert _held(attendance)[-1] == "released"
    assert _media(attendance).shown[-1] is None


def test_panels_and_headsets_see_what_runs_and_where(
    attendance: Attendance, practice: FakePractice
) -> None:
    practice.tell(running=True)
    state = _media(attendance).shown[0]
    assert state is not None
    assert (state.title, state.step, state.length_seconds) == ("Long breath out", "Breathe", 300)
    assert state.playing


@pytest.mark.parametrize(
    ("key", "wish"),
    [
        ("play_pause_asked", "toggle"),
        ("play_asked", "resume"),
        ("pause_asked", "pause"),
        ("next_asked", "next"),
        ("back_asked", "back"),
        ("stop_asked", "ask_to_end"),
    ],
)
def test_a_media_key_asks_the_session(
    key: str, wish: str, attendance: Attendance, practice: FakePractice
) -> None:
    practice.tell(running=True)
    getattr(_media(attendance), key).emit()
    assert practice.steering is not None
    assert practice.steering.asked == [wish]


def test_a_media_key_between_two_pages_does_nothing(
    attendance: Attendance, practice: FakePractice
) -> None:
    practice.tell(running=True)
    practice.steering = None
    _media(attendance).next_asked.emit()


def test_a_small_window_becomes_as_large_as_it_was(
    attendance: Attendance, practice: FakePractice, window: QWidget
) -> None:
    practice.compact_asked.emit(True)
    assert window.size() == SMALL_SIZE
    practice.compact_asked.emit(False)
    assert window.size() == QSize(800, 500)
    assert window.minimumSize() == QSize(600, 400)


def test_the_session_is_shown_for_a_small_window(practice: FakePractice) -> None:
    practice.compact_asked.emit(True)
    assert practice.is_compact


def test_a_small_window_grows_when_the_session_is_over(
    attendance: Attendance, practice: FakePractice, window: QWidget
) -> None:
    practice.compact_asked.emit(True)
    attendance.leave()
    assert window.size() == QSize(800, 500)


def test_a_session_fills_the_screen_where_that_is_chosen(
    attendance: Attendance, window: QWidget
) -> None:
    attendance.attend(FakePractice(), Settings(full_screen=True))  # type: ignore[arg-type]
    assert window.isFullScreen()
    attendance.leave()
    assert not window.isFullScreen()
    assert window.size() == QSize(800, 500)


def test_the_screen_is_filled_and_left_by_the_same_key(
    attendance: Attendance, practice: FakePractice, window: QWidget
) -> None:
    practice.full_screen_asked.emit()
    assert window.isFullScreen()
    practice.full_screen_asked.emit()
    assert not window.isFullScreen()


def test_a_small_window_that_is_to_fill_the_screen_shows_the_whole_session_again(
    attendance: Attendance, practice: FakePractice, window: QWidget
) -> None:
    practice.compact_asked.emit(True)
    practice.full_screen_asked.emit()
    assert window.isFullScreen()
    assert not practice.is_compact
