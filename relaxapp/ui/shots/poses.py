"""Every page and state of the window, by name, and how the window is brought into it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtTest import QTest

from relaxapp.script.body import Area
from relaxapp.session.own_pace import TAPS_NEEDED
from relaxapp.settings import Settings
from relaxapp.timeline.clip import frames, seconds
from relaxapp.timeline.phase import Phase, PhaseKind
from relaxapp.ui.help import HelpSheet
from relaxapp.ui.history.page import BODY, HELPING, OVERVIEW
from relaxapp.ui.history.page import SESSIONS as HISTORY_SESSIONS
from relaxapp.ui.pages.reading import DOCTOR, HELPS
from relaxapp.ui.pages.wish import usual_wish
from relaxapp.ui.painted.body_map import BodyMap
from relaxapp.ui.shots.history_states import dialog, view

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from relaxapp.ui.pages.steering import Steering
    from relaxapp.ui.pages.wish import Wish
    from relaxapp.ui.practice import Practice
    from relaxapp.ui.shots.hands import Hands
    from relaxapp.ui.window import MainWindow

USUAL = Settings(
    voice_on=False,
    player="silent",
    safety_read=True,
    left_out=("right calf",),
    favourites=("breath-long-exhale",),
    week_aim_days=4,
)
"""What the person in the pictures has chosen."""

_PATIENCE_MS = 100
_BREATH_SECONDS = 4.3
_TURN_SECONDS = 4.0
"""How far time is moved at once: by more, a session takes it that the computer slept."""


@dataclass(frozen=True, slots=True)
class Pose:
    """One state of the window.

    Attributes:
        name: what the picture's name says about it.
        take: brings a window into it, and returns what a picture is taken of.
        settings: what the person chose.
        is_practised: whether there is a history.
    """

    name: str
    take: Callable[[MainWindow, Hands], QWidget]
    settings: Settings = field(default=USUAL)
    is_practised: bool = True


def _sessions(window: MainWindow, _hands: Hands) -> QWidget:
    return window


def _search(window: MainWindow, _hands: Hands) -> QWidget:
    window.sessions.search.setText("jaw")
    return window


def _sheet(window: MainWindow, _hands: Hands) -> QWidget:
    window.open_named("pmr-7")
    return window


def _ways(window: MainWindow, _hands: Hands) -> QWidget:
    window.show_ways()
    return window


def _reading(name: str) -> Callable[[MainWindow, Hands], QWidget]:
    def take(window: MainWindow, _hands: Hands) -> QWidget:
        window.show_reading(name)
        return window

    return take


def _settings(window: MainWindow, _hands: Hands) -> QWidget:
    window.show_settings()
    return window


def _found_setting(window: MainWindow, _hands: Hands) -> QWidget:
    window.show_settings()
    window.settings_page.search.setText("breath")
    return window


def _help(window: MainWindow, _hands: Hands) -> QWidget:
    window.show_help()
    shown = window.findChild(HelpSheet)
    assert shown is not None
    return shown


def _first_run(at: int) -> Callable[[MainWindow, Hands], QWidget]:
    def take(window: MainWindow, _hands: Hands) -> QWidget:
        window.occupation.welcome(at)
        return window

    return take


def _check_in(window: MainWindow, _hands: Hands) -> QWidget:
    window.occupation.practise(_wish(window, "pmr-7"))
    practice = window.practice
    assert practice is not None
    page = practice.currentWidget()
    assert page is not None
    QTest.keyClick(page, Qt.Key.Key_6)
    figure = page.findChild(BodyMap)
    assert figure is not None
    for area, times in ((Area.RIGHT_SHOULDER, 2), (Area.LEFT_SHOULDER, 2), (Area.JAW, 1)):
        for _ in range(times):
            figure.pressed.emit(area)
    return window


def _breath_of_ones_own(window: MainWindow, _hands: Hands) -> QWidget:
    window.open_named("breath-long-exhale")
    for name in ("inhale", "exhale"):
        for _ in range(2):
            window.sheet.breath_card.steppers[name].more.click()
    return window


def _tapping(window: MainWindow, hands: Hands) -> QWidget:
    window.occupation.practise(_wish(window, "breath-own-pace"))
    practice = window.practice
    assert practice is not None
    question = practice.currentWidget()
    assert question is not None
    QTest.keyClick(question, Qt.Key.Key_Return)
    page = practice.currentWidget()
    assert page is not None
    for _ in range(TAPS_NEEDED):
        hands.move(_BREATH_SECONDS)
        QTest.keyClick(page, Qt.Key.Key_Space)
    return window


@dataclass(frozen=True, slots=True)
class _Moment:
    """A moment of a session: in the phase that comes as `nth` of its kind.

    Attributes:
        script_id: the session.
        kind: what the phase asks for.
        nth: which of its kind, from 0.
        share: how much of it is over, 0 to 1.
        scene: of that scene only; empty for any.
    """

    script_id: str
    kind: PhaseKind
    nth: int = 0
    share: float = 0.45
    scene: str = ""

    def __call__(self, window: MainWindow, hands: Hands) -> QWidget:
        """Brings the window there."""
        session = _begun(window, self.script_id)
        assert session.leader is not None
        phases = [
            phase
            for phase in session.leader.timeline.phases
            if phase.kind is self.kind and (not self.scene or phase.scene == self.scene)
        ]
        _go_to(session, hands, phases[self.nth], self.share)
        return window


def _paused(window: MainWindow, hands: Hands) -> QWidget:
    _Moment("pmr-7", PhaseKind.RELEASE, 2)(window, hands)
    _session(window).pause()
    return window


def _asked_to_end(window: MainWindow, hands: Hands) -> QWidget:
    _Moment("breath-long-exhale", PhaseKind.EXHALE, 4)(window, hands)
    _session(window).ask_to_end()
    return window


def _compact(window: MainWindow, hands: Hands) -> QWidget:
    _Moment("breath-long-exhale", PhaseKind.INHALE, 4, 0.7)(window, hands)
    practice = window.practice
    assert practice is not None
    practice.compact_asked.emit(True)
    return window


def _closing(window: MainWindow, hands: Hands) -> QWidget:
    session = _begun(window, "breath-long-exhale")
    assert session.leader is not None
    _play(session, hands, session.leader.timeline.length)
    return window


def _check_in_after(window: MainWindow, hands: Hands) -> QWidget:
    _closing(window, hands)
    practice = window.practice
    assert practice is not None
    for key in (Qt.Key.Key_Space, Qt.Key.Key_3):
        page = practice.currentWidget()
        assert page is not None
        QTest.keyClick(page, key)
        _settle()
    return window


def _wish(window: MainWindow, script_id: str) -> Wish:
    window.open_named(script_id)
    offer = window.sheet.offer
    assert offer is not None
    return usual_wish(offer, {})


def _begun(window: MainWindow, script_id: str) -> Steering:
    """The session of a script, from the sheet through the first question to its first sentence."""
    window.occupation.practise(_wish(window, script_id))
    practice = window.practice
    assert practice is not None
    page = practice.currentWidget()
    assert page is not None
    QTest.keyClick(page, Qt.Key.Key_6)
    QTest.keyClick(page, Qt.Key.Key_Return)
    while practice.steering is None:
        _settle()
    return _session(window)


def _session(window: MainWindow) -> Steering:
    practice: Practice | None = window.practice
    assert practice is not None
    session = practice.steering
    assert session is not None
    return session


def _go_to(session: Steering, hands: Hands, phase: Phase, share: float) -> None:
    """Moves to the step of a phase, and on from there by the clock."""
    session.go_to(phase.step)
    _play(session, hands, phase.start + round(phase.length * share))


def _play(session: Steering, hands: Hands, aim: int) -> None:
    """Lets time pass until a frame is played."""
    while session.leader is not None:
        glance = session.look()
        left = 0.0 if glance is None else seconds(aim - glance.position)
        if left < seconds(frames(0.01)):
            break
        hands.move(min(left, _TURN_SECONDS))
        session.ask_of(_nothing)
    _settle()


def _settle() -> None:
    """Lets the window do what it has put off."""
    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _PATIENCE_MS)


def _nothing() -> None:
    """A wish for nothing but to be shown anew."""


def _with_pacer(name: str) -> Settings:
    return replace(USUAL, pacer=name)  # type: ignore[arg-type]


_BREATH = _Moment("breath-long-exhale", PhaseKind.INHALE, 4, 0.7)

POSES = (
    Pose("home", _sessions),
    Pose("home-first", _sessions, is_practised=False),
    Pose("search", _search),
    Pose("paths", _ways),
    Pose("paths-first", _ways, is_practised=False),
    Pose("doctor", _reading(DOCTOR)),
    Pose("helps", _reading(HELPS)),
    Pose("sheet", _sheet),
    Pose("sheet-breath", _breath_of_ones_own),
    Pose("checkin-before", _check_in),
    Pose("tapping", _tapping),
    Pose("breathing", _BREATH),
    Pose("breathing-bar", _BREATH, _with_pacer("bar")),
    Pose("breathing-wave", _BREATH, _with_pacer("wave")),
    Pose("breathing-still", _BREATH, replace(USUAL, reduced_motion=True)),
    Pose("breathing-no-times", _BREATH, replace(USUAL, hide_countdown=True)),
    Pose("tense", _Moment("pmr-7", PhaseKind.TENSE, 2)),
    Pose("release", _Moment("pmr-7", PhaseKind.RELEASE, 2)),
    Pose("settle", _Moment("pmr-7", PhaseKind.SAY, 1)),
    Pose("imagine", _Moment("viz-calm-place", PhaseKind.IMAGINE, 3)),
    Pose("ground", _Moment("ground-54321", PhaseKind.PAUSE, 2)),
    Pose("large-captions", _Moment("pmr-7", PhaseKind.SAY, 3), replace(USUAL, caption_percent=200)),
    Pose("paused", _paused),
    Pose("end-asked", _asked_to_end),
    Pose("compact", _compact),
    Pose("closing", _closing),
    Pose("checkin-after", _check_in_after),
    Pose("history", view(OVERVIEW)),
    Pose("history-empty", view(OVERVIEW), is_practised=False),
    Pose("history-sessions", view(HISTORY_SESSIONS)),
    Pose("history-body", view(BODY)),
    Pose("history-helping", view(HELPING), replace(USUAL, day_factors=True)),
    Pose("history-add", dialog("Add")),
    Pose("history-report", dialog("Report")),
    Pose("history-export", dialog("Save")),
    Pose("history-import", dialog("Bring")),
    Pose("history-copies", dialog("Copies")),
    Pose("settings", _settings),
    Pose("settings-search", _found_setting),
    Pose("help", _help),
    *(Pose(f"first-run-{at + 1}", _first_run(at), is_practised=False) for at in range(3)),
)
"""Every picture, in the order of a person's way through the program."""
