"""Every place a person can come to in the window, by name, and the way there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QDialog

from relaxapp.journal.damage import DamagedJournal
from relaxapp.journal.entry import Mark, MarkKind
from relaxapp.script.library import Library
from relaxapp.ui.help import HelpSheet
from relaxapp.ui.message import Message
from relaxapp.ui.pages.checkin import CheckInPage
from relaxapp.ui.pages.closing import ClosingPage
from relaxapp.ui.pages.dim import DimPage
from relaxapp.ui.pages.room import RoomPage
from relaxapp.ui.preparing import Progress
from relaxapp.ui.recovery import RecoveryDialog
from tests.ui.house import SLEEP, practised, write_scripts
from tests.ui.practising import into_session, let_play, session_of
from tests.ui.pressing import press

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.pages.session import SessionPage
    from relaxapp.ui.practice import Practice
    from relaxapp.ui.window import MainWindow
    from tests.ui.house import FakeClock

ALL_KINDS = """\
Title: A little of everything
Technique: muscle relaxation
Minutes: 4
About: Muscles, breath and a place.

# Shoulders

Lift your shoulders in a moment.

[tense shoulders for 6s]
Lift.

[release for 20s to 60s]
And let go.

# Breathe

[breathe in 4s, out 6s, for 1 min to 3 min]
Gently, not deep.

# Shore

[imagine shore for 30s to 60s]
Waves come and go.

# Stay

[wait]
Stay as long as you like.

# Return

[pause 10s]

Open your eyes.
"""
"""A script with a step for everything that the session page shows in its own way."""

SHOULDERS_STEP, BREATH_STEP, SHORE_STEP, WAIT_STEP, RETURN_STEP = range(5)


@dataclass(frozen=True)
class Guide:
    """What is needed to come to a place.

    Attributes:
        open_window: opens a window with the settings that are given by name.
        journal: the log, empty.
        scripts: the folder of the scripts.
        clock: moved by hand.
        qtbot: waits for other threads.
        look: the settings that make up the look.
    """

    open_window: Callable[..., MainWindow]
    journal: Journal
    scripts: Path
    clock: FakeClock
    qtbot: QtBot
    look: dict[str, object]

    def window(self, **settings: object) -> MainWindow:
        """A window, with some practice in its log, that is the active one."""
        write_scripts(self.scripts, sleep=SLEEP, all_kinds=ALL_KINDS)
        practised(self.journal, "Long breath out", script_id="breath", tension=(7, 3))
        practised(self.journal, "Long breath out", days_ago=9, tension=(6, 4), tags=("evening",))
        window = self.open_window(**{**self.look, **settings})
        window.activateWindow()
        self.qtbot.waitUntil(window.isActiveWindow)
        settle()
        return window

    def begun(self, script_id: str, *, grounding: str = "breath") -> tuple[MainWindow, Practice]:
        """A window with the session of a script, from its start on."""
        window = self.window(quick_help=grounding)
        practice = asked(window, script_id)
        into_session(practice, self.qtbot, 7)
        return window, practice

    def at_step(self, step: int, after_seconds: float) -> tuple[MainWindow, SessionPage]:
        """A window with a session so far into one of its steps."""
        window, practice = self.begun("all-kinds")
        page = session_of(practice)
        page.steering.go_to(step)
        let_play(page, self.clock, after_seconds)
        settle()
        return window, page


def settle() -> None:
    """Lets layouts and what was put off come to rest."""
    for _ in range(3):
        QCoreApplication.sendPostedEvents()
        QCoreApplication.processEvents()


def asked(window: MainWindow, script_id: str) -> Practice:
    """The session of a script, before its first question is answered."""
    window.open_named(script_id)
    window.sheet.start_button.click()
    assert window.practice is not None
    settle()
    return window.practice


def _sessions(guide: Guide) -> QWidget:
    return guide.window(favourites=("breath",))


def _first_time(guide: Guide) -> QWidget:
    window = guide.open_window(**guide.look)
    window.activateWindow()
    guide.qtbot.waitUntil(window.isActiveWindow)
    settle()
    return window


def _search(guide: Guide) -> QWidget:
    window = guide.window()
    window.sessions.search.setFocus()
    window.sessions.search.setText("xylophone")
    return window


def _sheet(guide: Guide) -> QWidget:
    window = guide.window(left_out=("right calf",))
    window.open_named("shoulders")
    return window


def _problems(guide: Guide) -> QWidget:
    window = guide.window()
    window.open_named("broken")
    return window


def _check_in(guide: Guide) -> QWidget:
    window = guide.window()
    page = asked(window, "shoulders").currentWidget()
    assert isinstance(page, CheckInPage)
    _mark_the_first_area(page)
    return window


def _mark_the_first_area(page: CheckInPage) -> None:
    """By keys: a number, then Tab until the figure has the focus, and how strong it is there."""
    for _ in range(40):
        press(page.focusWidget(), Qt.Key.Key_Tab)
        if page._map.focused is not None:
            break
    press(page.focusWidget(), Qt.Key.Key_2)
    press(page.focusWidget(), Qt.Key.Key_7)
    settle()


def _preparing(guide: Guide) -> QWidget:
    window = guide.window()
    practice = asked(window, "breath")
    # With no voice there is nothing to wait for; this is what is seen where there is one.
    practice._show(practice._preparing)
    practice._preparing.show_progress(Progress(3, 12))
    return window


def _breath(guide: Guide) -> QWidget:
    return guide.at_step(BREATH_STEP, 13)[0]


def _body(guide: Guide) -> QWidget:
    return guide.at_step(SHOULDERS_STEP, 6)[0]


def _scene(guide: Guide) -> QWidget:
    return guide.at_step(SHORE_STEP, 10)[0]


def _wait(guide: Guide) -> QWidget:
    window, page = guide.at_step(WAIT_STEP, 6)
    assert page.steering.stands
    return window


def _paused(guide: Guide) -> QWidget:
    window, page = guide.at_step(BREATH_STEP, 13)
    press(page, Qt.Key.Key_Space)
    press(page, Qt.Key.Key_M)
    return window


def _question(guide: Guide) -> QWidget:
    window, page = guide.at_step(SHOULDERS_STEP, 6)
    press(page, Qt.Key.Key_Escape)
    return window


def _compact(guide: Guide) -> QWidget:
    window, page = guide.at_step(BREATH_STEP, 13)
    press(page, Qt.Key.Key_C)
    settle()
    assert page.is_compact
    return window


def _closing(guide: Guide) -> QWidget:
    window, practice = guide.begun("all-kinds")
    _to_the_end(practice, guide)
    assert isinstance(practice.currentWidget(), ClosingPage)
    return window


def _to_the_end(practice: Practice, guide: Guide) -> None:
    """Practised for a minute, and then through the steps that are left."""
    page = session_of(practice)
    page.steering.go_to(BREATH_STEP)
    let_play(page, guide.clock, 70)
    while page.is_leading:
        press(page, Qt.Key.Key_Right)
    settle()


def _check_in_after(guide: Guide) -> QWidget:
    window = _closing(guide)
    practice = window.practice  # type: ignore[attr-defined]
    press(practice.currentWidget(), Qt.Key.Key_Space)
    page = practice.currentWidget()
    assert isinstance(page, CheckInPage)
    settle()
    press(page.focusWidget(), Qt.Key.Key_3)
    return window


def _dim(guide: Guide) -> QWidget:
    window, practice = guide.begun("sleep")
    page = session_of(practice)
    while page.is_leading:
        press(page, Qt.Key.Key_Right)
    settle()
    assert isinstance(practice.currentWidget(), DimPage)
    return window


def _room(guide: Guide) -> QWidget:
    window, practice = guide.begun("breath", grounding="breath")
    press(session_of(practice), Qt.Key.Key_W)
    room = practice.currentWidget()
    assert isinstance(room, RoomPage)
    room.help()
    settle()
    return window


def _history(name: str, **settings: object) -> Callable[[Guide], QWidget]:
    def come(guide: Guide) -> QWidget:
        for days_ago in range(1, 6):
            entry_id = practised(guide.journal, "Shoulders", days_ago=days_ago, tension=(7, 4))
            guide.journal.rate_before(
                entry_id, 7, (Mark("jaw", MarkKind.TWITCHING, 1 + days_ago % 3),)
            )
        window = guide.window(**settings)
        window.show_history()
        window.history.show_view(name)
        _let_work(window)
        return window

    return come


def _done_with_history(words: str) -> Callable[[Guide], QWidget]:
    """The way to what an entry of "More" opens."""

    def come(guide: Guide) -> QWidget:
        window = guide.window()
        window.show_history()
        for action in window.history.more.menu().actions():
            if action.text().startswith(words):
                action.trigger()
        _let_work(window)
        return next(each for each in window.findChildren(QDialog) if each.isVisible())

    return come


def _let_work(window: MainWindow) -> None:
    """Lets what is done on other threads come to its end."""
    for _ in range(3):
        settle()
        window._pool.waitForDone()
    settle()


def _ways(guide: Guide) -> QWidget:
    window = guide.window()
    window._library = Library((Path(__file__).resolve().parents[2] / "scripts",))
    window.show_ways()
    return window


def _reading(name: str) -> Callable[[Guide], QWidget]:
    def come(guide: Guide) -> QWidget:
        window = guide.window()
        window.show_reading(name)
        return window

    return come


def _settings(guide: Guide) -> QWidget:
    window = guide.window()
    window.show_settings()
    # Which voices there are is found out on another thread.
    guide.qtbot.waitUntil(lambda: window.settings_page.voice_card.used is not None)
    return window


def _no_setting(guide: Guide) -> QWidget:
    window = guide.window()
    window.show_settings()
    window.settings_page.search.setText("xylophone")
    return window


def _help(guide: Guide) -> QWidget:
    window = guide.window()
    window.show_help()
    sheet = window.findChild(HelpSheet)
    assert sheet is not None
    sheet.activateWindow()
    guide.qtbot.waitUntil(sheet.isActiveWindow)
    return sheet


def _first_run(at: int) -> Callable[[Guide], QWidget]:
    def come(guide: Guide) -> QWidget:
        window = guide.window(safety_read=False)
        first = window.occupation.first_run
        assert first is not None
        for _ in range(at):
            first.next_button.click()
        return window

    return come


def _recovery(guide: Guide) -> QWidget:
    _first_time(guide)
    damage = DamagedJournal(guide.scripts / "journal", "cannot be read", None)
    dialog = RecoveryDialog(damage, (), guide.clock.now())
    guide.qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def _message(guide: Guide) -> QWidget:
    window = guide.window()
    window.say(Message("“Long breath out” was taken out of the history.", "Undo", lambda: None))
    return window


def _saving(guide: Guide) -> QWidget:
    window = guide.window()
    window.saving.save(lambda _progress, _cancelled: None, "A rest", guide.scripts / "rest.flac")
    return window


PLACES: dict[str, Callable[[Guide], QWidget]] = {
    "sessions": _sessions,
    "the very first time": _first_time,
    "search with nothing found": _search,
    "sheet": _sheet,
    "sheet with problems": _problems,
    "check-in before": _check_in,
    "preparing": _preparing,
    "breath": _breath,
    "body": _body,
    "scene": _scene,
    "wait": _wait,
    "paused": _paused,
    "question": _question,
    "compact": _compact,
    "closing": _closing,
    "check-in after": _check_in_after,
    "dim": _dim,
    "room": _room,
    "history": _history("overview", day_factors=True),
    "history: sessions": _history("sessions"),
    "history: body": _history("body"),
    "history: what helps": _history("helping", day_factors=True),
    "history: add": _done_with_history("Add"),
    "history: report": _done_with_history("Report"),
    "history: save": _done_with_history("Save"),
    "history: bring in": _done_with_history("Bring"),
    "history: copies": _done_with_history("Copies"),
    "ways": _ways,
    "when to see a doctor": _reading("doctor"),
    "what else helps": _reading("helps"),
    "settings": _settings,
    "settings with nothing found": _no_setting,
    "help": _help,
    "first run 1": _first_run(0),
    "first run 2": _first_run(1),
    "first run 3": _first_run(2),
    "recovery": _recovery,
    "message": _message,
    "saving": _saving,
}
"""The way to each place; what is given back is the window there, or the dialog over it."""
