"""The whole road of a session that begins at one's own pace: asked, tapped, led through, logged."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from relaxapp.journal.entry import Outcome
from relaxapp.timeline.clip import seconds
from relaxapp.timeline.phase import PhaseKind
from relaxapp.ui.pages.checkin import CheckIn, CheckInPage
from relaxapp.ui.pages.session import SessionPage
from relaxapp.ui.pages.tapping import TappingPage
from tests.ui.house import write_scripts
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.settings import SettingsFile
    from relaxapp.ui.practice import Practice
    from relaxapp.ui.window import MainWindow
    from tests.ui.house import FakeClock

SLOWER = """\
Title: Slower
Technique: breathing
Minutes: 8

# Slower

[breathe own pace to 6 per minute]
Gently, not deep.

# Slow

[breathe in 4s, out 6s, for 20s to 20 min]
Small breaths.

# Return

[pause 5s to 30s]

Look around.
"""


@pytest.fixture
def begin(
    open_window: Callable[..., MainWindow], scripts: Path
) -> Callable[..., tuple[MainWindow, Practice]]:
    """Opens a window, and begins the session in it."""
    write_scripts(scripts, slower=SLOWER)

    def begun(**settings: object) -> tuple[MainWindow, Practice]:
        window = open_window(**settings)
        window.open_named("slower")
        window.sheet.start_button.click()
        practice = window.practice
        assert practice is not None
        return window, practice

    return begun


def _tapping(practice: Practice) -> TappingPage:
    page = practice.currentWidget()
    assert isinstance(page, TappingPage)
    return page


def _session(practice: Practice, qtbot: QtBot) -> SessionPage:
    qtbot.waitUntil(lambda: isinstance(practice.currentWidget(), SessionPage))
    page = practice.currentWidget()
    assert isinstance(page, SessionPage)
    return page


def _tap(page: TappingPage, clock: FakeClock, breath: float) -> None:
    for _ in range(6):
        press(page.light, Qt.Key.Key_Space)
        clock.advance(breath)


def _first_breath(practice: Practice) -> float:
    assert practice.steering is not None
    assert practice.steering.leader is not None
    phases = practice.steering.leader.timeline.phases
    inhale = next(index for index, phase in enumerate(phases) if phase.kind is PhaseKind.INHALE)
    return seconds(phases[inhale].length + phases[inhale + 1].length)


def test_what_is_tapped_is_where_the_session_begins_and_what_the_log_says(
    begin: Callable[..., tuple[MainWindow, Practice]],
    clock: FakeClock,
    journal: Journal,
    settings_file: SettingsFile,
    qtbot: QtBot,
) -> None:
    _, practice = begin()
    question = practice.currentWidget()
    assert isinstance(question, CheckInPage)
    question.answered.emit(CheckIn(6, ()))
    page = _tapping(practice)
    assert journal.count() == 0
    _tap(page, clock, 4)
    click(page.go_on)
    session = _session(practice, qtbot)
    assert _first_breath(practice) == pytest.approx(4, abs=0.001)
    entry = journal.entries()[0]
    assert entry.tension_before == 6
    assert entry.planned_seconds == pytest.approx(480, abs=1)
    assert json.loads(entry.tailoring)["own_pace"] == 15
    assert settings_file.load().own_pace_per_minute == 15
    while session.is_leading:
        press(session, Qt.Key.Key_Right)
    assert journal.entries()[0].outcome is Outcome.FINISHED


def test_the_voice_may_be_ready_before_or_after_the_tapping(
    begin: Callable[..., tuple[MainWindow, Practice]], clock: FakeClock, qtbot: QtBot
) -> None:
    _, practice = begin(asks_before=False)
    page = _tapping(practice)
    qtbot.waitUntil(lambda: practice._prepared is not None)
    assert practice.currentWidget() is page
    _tap(page, clock, 4)
    click(page.go_on)
    _session(practice, qtbot)
    assert _first_breath(practice) == pytest.approx(4, abs=0.001)


@pytest.mark.parametrize(("last", "breath"), [(None, 5), (15.0, 4)])
def test_who_skips_begins_at_the_usual_pace_or_at_the_one_tapped_last(
    begin: Callable[..., tuple[MainWindow, Practice]],
    qtbot: QtBot,
    last: float | None,
    breath: float,
) -> None:
    _, practice = begin(asks_before=False, own_pace_per_minute=last)
    click(_tapping(practice).skip_button)
    _session(practice, qtbot)
    assert _first_breath(practice) == pytest.approx(breath, abs=0.001)
    assert practice._choices.settings.own_pace_per_minute == last


def test_escape_leads_back_and_leaves_no_trace(
    begin: Callable[..., tuple[MainWindow, Practice]], journal: Journal
) -> None:
    window, practice = begin(asks_before=False)
    press(_tapping(practice).light, Qt.Key.Key_Escape)
    assert window.practice is None
    assert journal.count() == 0


def test_quick_help_asks_for_no_pace(
    practice_of: Callable[..., Practice], scripts: Path, qtbot: QtBot
) -> None:
    write_scripts(scripts, slower=SLOWER)
    practice = practice_of("slower", asks=False)
    practice.start()
    _session(practice, qtbot)
    assert _first_breath(practice) == 5


def test_a_session_that_does_not_begin_at_ones_own_pace_asks_for_none(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window(asks_before=False)
    window.open_named("breath")
    window.sheet.start_button.click()
    assert window.practice is not None
    _session(window.practice, qtbot)


def test_everything_on_the_page_has_a_name_and_tab_reaches_it(
    begin: Callable[..., tuple[MainWindow, Practice]], clock: FakeClock
) -> None:
    _, practice = begin(asks_before=False)
    page = _tapping(practice)
    _tap(page, clock, 4)
    reached = []
    for _ in range(3):
        focused = page.window().focusWidget()
        reached.append(focused)
        press(focused, Qt.Key.Key_Tab)
    assert reached == [page.light, page.go_on, page.skip_button]
