"""A person with a keyboard and nothing else, from the first start to a logged session and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QSlider

from relaxapp.journal.entry import Outcome
from relaxapp.session.session import State
from relaxapp.ui.actions import ACTIONS, Place, shown_keys, wording
from relaxapp.ui.help import HelpSheet
from relaxapp.ui.pages.cards import SessionCard
from relaxapp.ui.pages.checkin import CheckInPage
from relaxapp.ui.pages.room import RoomPage
from tests.ui.by_keyboard import choose_in_menu, focused, name_of, press, tab_to, write
from tests.ui.places import BREATH_STEP, PLACES, SHOULDERS_STEP, asked, settle
from tests.ui.practising import let_play, session_of

if TYPE_CHECKING:
    from relaxapp.journal.journal import Journal
    from relaxapp.ui.pages.session import SessionPage
    from relaxapp.ui.practice import Practice
    from relaxapp.ui.window import MainWindow
    from tests.ui.places import Guide


def practice_of(window: MainWindow) -> Practice:
    """The session that has the window."""
    practice = window.practice
    assert practice is not None
    return practice


def page_of(window: MainWindow) -> SessionPage:
    """The session page, which must be the one that is shown."""
    return session_of(practice_of(window))


def open_help(window: MainWindow) -> HelpSheet:
    """Presses F1, and gives the window of the help the focus as a desktop does."""
    press("F1")
    sheet = window.findChild(HelpSheet)
    assert sheet is not None
    sheet.activateWindow()
    settle()
    return sheet


def come_back_to(window: MainWindow) -> None:
    """The help is closed, and the window has the focus again, as on a desktop."""
    assert window.findChild(HelpSheet) is None
    window.activateWindow()
    settle()


class TestTheWholeRoad:
    """Every stretch of it begins where the one before leaves the person."""

    def test_from_the_first_start_to_a_logged_session_and_its_history(
        self, guide: Guide, journal: Journal
    ) -> None:
        window = guide.window(safety_read=False)
        self._first_pages(window)
        self._find_a_session(window)
        self._make_it_fit(window)
        self._say_how_tense(window)
        self._practise(window, guide)
        self._end(window, journal)
        self._look_back(window, journal)

    def _first_pages(self, window: MainWindow) -> None:
        press("Enter")
        assert window.choices.settings.safety_read
        tab_to("Tensing", "Shift+Tab")
        press("Space")
        assert window.choices.settings.no_tensing
        press("Space")
        tab_to("Go on")
        press("Enter")
        tab_to("Begin")
        press("Space")
        assert window.occupation.first_run is None
        assert name_of(focused()) == "Sessions"

    def _find_a_session(self, window: MainWindow) -> None:
        press("Ctrl+F")
        write("everything")
        press("Enter")
        assert isinstance(focused(), SessionCard)
        press("Enter")
        assert window.sheet.offer is not None
        assert window.sheet.offer.title == "A little of everything"

    def _make_it_fit(self, window: MainWindow) -> None:
        assert name_of(focused()) == "Start"
        slider = tab_to("How long do you have?")
        before = name_of(slider)
        press("Right", "Right")
        assert name_of(slider) != before
        tab_to("Ambience")
        press("Space")
        choose_in_menu("rain")
        assert window.choices.settings.ambience == "rain"
        tab_to("Left out")
        press("Space")
        choose_in_menu("Left shoulder")
        press("Esc")
        assert window.choices.settings.left_out == ("left shoulder",)
        tab_to("Start")
        press("Enter")

    def _say_how_tense(self, window: MainWindow) -> None:
        page = practice_of(window).currentWidget()
        assert isinstance(page, CheckInPage)
        press("1", "0")
        for _ in range(40):
            if page._map.focused is not None:
                break
            press("Tab")
        press("Down", "3")
        assert (page.answer.tension, page.answer.marks[0].level) == (10, 3)
        press("Enter")
        assert name_of(focused()) == "A little of everything"

    def _practise(self, window: MainWindow, guide: Guide) -> None:
        page = page_of(window)
        let_play(page, guide.clock, 4)
        press("Space")
        assert _state(page) is State.PAUSED
        press("Space")
        assert _state(page) is State.RUNNING
        press("Right")
        assert _step(page) == BREATH_STEP
        before = page._timeline
        press("L")
        assert page._timeline is not before
        let_play(page, guide.clock, 6)
        press("R")
        assert _step(page) == BREATH_STEP
        press("Left")
        assert _step(page) == SHOULDERS_STEP
        let_play(page, guide.clock, 6)
        press("M", "T")
        assert page._controls.volumes.is_muted
        assert window.choices.settings.hide_countdown
        press("M", "T", "C")
        assert _is_compact(page)
        press("C")
        assert not _is_compact(page)
        press("F")
        assert window.isFullScreen()
        press("F")
        assert not window.isFullScreen()
        line = tab_to("Step ")
        press("End", "Left", "Enter")
        assert isinstance(line, QSlider)
        assert _step(page) == line.maximum() - 1
        self._go_by_the_line_to(BREATH_STEP, line)
        let_play(page, guide.clock, 70)

    def _go_by_the_line_to(self, step: int, line: QSlider) -> None:
        press("Home", *["Right"] * step, "Enter")
        assert line.value() == step

    def _end(self, window: MainWindow, journal: Journal) -> None:
        press("Esc")
        assert name_of(focused()) == "Keep going"
        press("Esc")
        assert _state(page_of(window)) is State.RUNNING
        press("Esc", "Right", "Enter")
        page = practice_of(window).currentWidget()
        assert isinstance(page, CheckInPage)
        press("3", "Enter")
        assert window.practice is None
        entry = journal.entries()[0]
        assert (entry.outcome, entry.tension_before, entry.tension_after) == (
            Outcome.STOPPED,
            10,
            3,
        )
        assert entry.practised_seconds > 70
        # The card that it was begun from.
        assert name_of(focused()).startswith("A little of everything")

    def _look_back(self, window: MainWindow, journal: Journal) -> None:
        press("Ctrl+2")
        count = journal.count()
        press("Ctrl+F")
        write("everything")
        press("Enter")
        assert window.history.log.model.count == 1
        tab_to("Note")
        write("Shoulders warm.")
        press("Tab")
        assert journal.entries()[0].note == "Shoulders warm."
        tab_to("Sessions", "Shift+Tab")
        press("Del")
        assert journal.count() == count - 1
        press("Ctrl+Z")
        assert journal.count() == count
        assert journal.entries()[0].note == "Shoulders warm."


def _state(page: SessionPage) -> State:
    leader = page.steering.leader
    assert leader is not None
    return leader.state


def _is_compact(page: SessionPage) -> bool:
    return page.is_compact


def _step(page: SessionPage) -> int:
    glance = page.steering.glance
    assert glance is not None
    return glance.phase.step


def test_from_the_settings_to_the_help_and_out(guide: Guide) -> None:
    window = guide.window()
    press("Ctrl+,")
    write("colours")
    press("Enter")
    assert name_of(focused()) == "Colours: night"
    press("Space")
    choose_in_menu("light")
    assert window.choices.settings.theme == "light"
    # The window is in new rooms now, and the person where they were.
    assert name_of(focused()) == "Colours: light"
    press("Ctrl+F")
    write("size")
    tab_to("Size of text")
    press("Right")
    guide.qtbot.waitUntil(lambda: window.choices.settings.text_percent == 110)
    settle()
    assert name_of(focused()) == "Size of text: 110 %"
    sheet = open_help(window)
    write("dizzy")
    assert sheet.search.accessibleDescription() != ""
    press("Esc")
    assert sheet.search.text() == ""
    press("Esc")
    come_back_to(window)
    assert name_of(focused()) == "Size of text: 110 %"
    press("Ctrl+Q")
    assert window.isHidden()


class TestSpaceAndEnter:
    """They press what has the focus, and nothing else."""

    @pytest.mark.parametrize("key", ["Space", "Enter"])
    def test_a_button_of_a_session_is_pressed_and_the_session_not_paused(
        self, guide: Guide, key: str
    ) -> None:
        _window, page = guide.at_step(BREATH_STEP, 13)
        pressed: list[str] = []
        for name in ("Repeat", "A bit longer", "I feel worse"):
            button = tab_to(name)
            assert isinstance(button, QAbstractButton)
            button.clicked.connect(lambda _checked=False, name=name: pressed.append(name))
            if name != "I feel worse":
                press(key)
                assert pressed[-1] == name
                assert _state(page) is State.RUNNING
                assert focused() is button
        press(key)
        assert pressed == ["Repeat", "A bit longer", "I feel worse"]
        assert not page.is_leading

    @pytest.mark.parametrize("key", ["Space", "Enter"])
    def test_the_round_button_pauses_once_and_goes_on_once(self, guide: Guide, key: str) -> None:
        _window, page = guide.at_step(BREATH_STEP, 13)
        tab_to("Pause")
        press(key)
        assert _state(page) is State.PAUSED
        assert name_of(focused()) == "Go on"
        press(key)
        assert _state(page) is State.RUNNING

    @pytest.mark.parametrize("key", ["Space", "Enter"])
    def test_a_message_is_closed_and_the_focus_is_not_lost(self, guide: Guide, key: str) -> None:
        window = PLACES["message"](guide)
        tab_to("Close the message")
        press(key)
        assert window.message_bar.message is None  # type: ignore[attr-defined]
        assert name_of(focused()).strip()


class Tried:
    """Which actions of the table were tried in a place.

    Args:
        place: the place.
    """

    def __init__(self, place: Place) -> None:
        self._left = {each.id: each for each in ACTIONS if each.place is place}

    def keys(self, action_id: str) -> tuple[str, ...]:
        """The keys of an action, to be pressed now."""
        return self._left.pop(action_id).keys

    @property
    def left(self) -> list[str]:
        """What was not tried."""
        return list(self._left)


class TestEveryKeyOfTheTable:
    """What the help says a key does, it does."""

    def test_the_help_lists_every_key(self, guide: Guide) -> None:
        window = guide.window()
        sheet = open_help(window)
        said = [label.text() for label in sheet.findChildren(QLabel)]
        for each in ACTIONS:
            assert wording(each) in said
            assert "  ".join(shown_keys(each)) in said

    def test_anywhere(self, guide: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
        window = guide.window()
        tried = Tried(Place.ANYWHERE)
        opened: list[str] = []
        monkeypatch.setattr(window, "choose_file", lambda: opened.append("file"))
        for key in tried.keys("open"):
            press(key)
            assert opened.pop() == "file"
        for name in ("history", "settings", "sessions"):
            for key in tried.keys(name):
                press(key)
                page = window.pages.currentWidget()
                assert window.side_bar.place == name
                assert page is not None
                assert page.isAncestorOf(focused()) or focused() is page
        for key in tried.keys("ways"):
            press(key)
            assert window.pages.currentWidget() is window._rooms.ways
            press("Esc")
            assert window.pages.currentWidget() is window.sessions
        for key in tried.keys("full-screen"):
            press(key)
            assert window.isFullScreen()
            press(key)
            assert not window.isFullScreen()
        for key in tried.keys("help"):
            assert key == "F1"
            open_help(window)
            press("Esc")
            come_back_to(window)
        for key in tried.keys("start-last"):
            press(key)
            assert isinstance(practice_of(window).currentWidget(), CheckInPage)
            press("Esc")
            assert window.practice is None
        for key in tried.keys("quick-help"):
            press(key)
            guide.qtbot.waitUntil(lambda: practice_of(window).steering is not None)
            press("Esc", "Tab", "Enter")
            assert window.practice is None
        for key in tried.keys("quit"):
            press(key)
            assert window.isHidden()
        assert tried.left == []

    def test_on_the_sessions(self, guide: Guide) -> None:
        window = guide.window()
        tried = Tried(Place.SESSIONS)
        page = window.sessions
        for key in tried.keys("find-session"):
            press(key)
            assert page.search.hasFocus()
        write("breath")
        for key in tried.keys("empty-search"):
            press(key)
            assert page.search.text() == ""
        tab_to(name_of(page.grid.shown[0]))
        left, right, up, down = tried.keys("move")
        columns = page.grid.columns
        for key, at in ((right, 1), (left, 0), (down, columns), (up, 0)):
            press(key)
            assert focused() is page.grid.shown[at], key
        for key in tried.keys("choose"):
            press(key)
            assert window.pages.currentWidget() is window.sheet
            press("Esc")
            assert focused() is page.grid.shown[0]
        for key in tried.keys("favourite"):
            press(key)
            assert window.choices.settings.favourites == (page.grid.shown[0].offer.script_id,)  # type: ignore[attr-defined]
        for key in tried.keys("start-at-once"):
            press(key)
            assert isinstance(practice_of(window).currentWidget(), CheckInPage)
            press("Esc")
            assert window.practice is None
            assert isinstance(focused(), SessionCard)
        assert tried.left == []

    def test_on_a_sheet(self, guide: Guide) -> None:
        window = guide.window()
        window.open_named("shoulders")
        tried = Tried(Place.SHEET)
        fewer, more = tried.keys("minutes")
        slider = tab_to("How long do you have?")
        assert isinstance(slider, QSlider)
        before = slider.value()
        press(more)
        assert slider.value() == before + 1
        press(fewer)
        assert slider.value() == before
        for key in tried.keys("start"):
            press(key)
            assert isinstance(practice_of(window).currentWidget(), CheckInPage)
            press("Esc")
            assert window.practice is None
            assert name_of(focused()) == "Start"
        for key in tried.keys("leave-sheet"):
            press(key)
            assert window.pages.currentWidget() is window.sessions
        assert tried.left == []

    def test_at_the_question_how_tense_one_is(self, guide: Guide) -> None:
        window = guide.window()
        practice = asked(window, "shoulders")
        tried = Tried(Place.CHECKIN)
        page = practice.currentWidget()
        assert isinstance(page, CheckInPage)
        for digit in tried.keys("number"):
            press(digit)
            assert page.answer.tension == int(digit)
        for key in tried.keys("leave"):
            press(key)
            assert window.practice is None
        for key in tried.keys("go-on"):
            asked(window, "shoulders")
            press(key)
            guide.qtbot.waitUntil(lambda: practice_of(window).steering is not None)
            practice_of(window).stop()
        assert tried.left == []

    def test_in_a_session(self, guide: Guide) -> None:
        window, page = guide.at_step(SHOULDERS_STEP, 8)
        tried = Tried(Place.SESSION)
        for key in tried.keys("pause"):
            press(key)
            assert _state(page) is State.PAUSED
            press(key)
            assert _state(page) is State.RUNNING
        for action_id, step in (("next", BREATH_STEP), ("back", SHOULDERS_STEP)):
            for key in tried.keys(action_id):
                press(key)
                assert _step(page) == step
        let_play(page, guide.clock, 6)
        for key in tried.keys("repeat"):
            press(key)
            assert _position(page) == 0
        self._what_is_practised(page, guide, tried)
        self._how_it_is_shown(window, page, tried)
        for key in tried.keys("end"):
            press(key)
            assert page.steering.question.sentence
            press(key)
            assert not page.steering.question.sentence
        for key in tried.keys("worse"):
            press(key)
            assert isinstance(practice_of(window).currentWidget(), RoomPage)
        assert tried.left == []

    def _what_is_practised(self, page: SessionPage, guide: Guide, tried: Tried) -> None:
        let_play(page, guide.clock, 8)
        for key in tried.keys("longer"):
            before = page._timeline
            press(key)
            assert page._timeline is not before
        for key in tried.keys("skip-group"):
            press(key)
            assert page.steering.left_out

    def _how_it_is_shown(self, window: MainWindow, page: SessionPage, tried: Tried) -> None:
        for key in tried.keys("mute"):
            press(key)
            assert page._controls.volumes.is_muted
        for key in tried.keys("times"):
            press(key)
            assert window.choices.settings.hide_countdown
        for key in tried.keys("compact"):
            press(key)
            assert _is_compact(page)
            press(key)
            assert not _is_compact(page)
        for key in tried.keys("fill-screen"):
            press(key)
            assert window.isFullScreen()
            press(key)

    def test_in_the_history(self, guide: Guide, journal: Journal) -> None:
        window = guide.window()
        press("Ctrl+2")
        tried = Tried(Place.HISTORY)
        count = journal.count()
        for key in tried.keys("find-entry"):
            press(key)
            assert window.history.log.filter.search.hasFocus()
        for key in tried.keys("clear-entry-search"):
            write("everything")
            press("Enter", key)
            assert window.history.log.filter.search.text() == ""
            assert window.history.log.model.count == count
        for key in tried.keys("add-entry"):
            press(key)
            self._opens(window, "Add a session")
        tab_to("Sessions")
        for key in tried.keys("edit-entry"):
            press(key)
            self._opens(window, "Edit the session")
            assert focused() is window.history.log.table
        for key in tried.keys("delete"):
            press(key)
            assert journal.count() == count - 1
        for key in tried.keys("undo-entry"):
            press(key)
            assert journal.count() == count
        assert tried.left == []

    def _opens(self, window: MainWindow, name: str) -> None:
        """The sheet of that name is over the window, and goes with Esc."""
        editor = window.history.log.editor
        assert editor is not None
        assert editor.windowTitle() == name
        editor.activateWindow()
        settle()
        assert editor.isAncestorOf(focused())
        press("Esc")
        assert window.history.log.editor is None
        window.activateWindow()
        settle()

    def test_in_the_settings(self, guide: Guide) -> None:
        window = guide.window()
        press("Ctrl+,", "Tab")
        tried = Tried(Place.SETTINGS)
        for key in tried.keys("find-setting"):
            press(key)
            assert window.settings_page.search.hasFocus()
        write("pace")
        press("Tab")
        for key in tried.keys("clear-setting-search"):
            press(key)
            assert window.settings_page.search.text() == ""
        assert tried.left == []

    def test_on_the_first_pages(self, guide: Guide) -> None:
        window = guide.window(safety_read=False)
        tried = Tried(Place.FIRST_RUN)
        for key in tried.keys("skip-first-run"):
            press(key)
            assert window.occupation.first_run is None
        assert tried.left == []


def _position(page: SessionPage) -> int:
    glance = page.steering.look()
    assert glance is not None
    return glance.position


def test_the_last_session_deleted_comes_back_by_the_same_keys(
    guide: Guide, journal: Journal
) -> None:
    """With it the list goes, and whoever pressed Delete in it is not left with nothing."""
    window = guide.window()
    press("Ctrl+2", "Ctrl+F")
    tab_to("Sessions")
    press("Del", "Del")
    assert journal.count() == 0
    assert focused() is window.history.log
    press("Ctrl+Z")
    assert journal.count() == 1
    assert focused() is window.history.log.table
