"""Goes to every place of the window: all there is can be heard by a screen reader, and reached by Tab."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from relaxapp.ui.message import Message
from relaxapp.ui.pages.cards import SessionCard
from tests.ui.by_keyboard import focused, name_of, press, ring, tab_to, takes_tab
from tests.ui.heard import heard, heard_as, unheard
from tests.ui.places import PLACES, WAIT_STEP, settle
from tests.ui.practising import let_play

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.window import MainWindow
    from tests.ui.places import Guide

_ANY_KEY_LEAVES = {"dim"}
"""Where Tab goes on, as any key does."""


class TestTheSearchForWhatIsNotHeard:
    """It finds what it is made to find, or all that follows here would be worth nothing."""

    @pytest.fixture
    def page(self, qtbot: QtBot) -> QWidget:
        page = QWidget()
        page.setWindowTitle("A page")
        QVBoxLayout(page)
        qtbot.addWidget(page)
        return page

    def _add(self, page: QWidget, widget: QWidget, name: str = "") -> None:
        layout = page.layout()
        assert layout is not None
        layout.addWidget(widget)
        if name:
            widget.setAccessibleName(name)
        page.show()
        settle()

    def test_a_button_without_a_name_is_found(self, page: QWidget) -> None:
        self._add(page, QPushButton())
        assert "no name" in unheard(page)[0]

    def test_two_of_one_name_are_found(self, page: QWidget) -> None:
        self._add(page, QPushButton("Close"))
        self._add(page, QPushButton("Close"))
        assert "2 times" in unheard(page)[0]

    def test_a_slider_whose_number_counts_nothing_is_found(self, page: QWidget) -> None:
        self._add(page, QSlider(), "Voice")
        assert "without its unit" in unheard(page)[0]

    def test_one_of_several_that_passes_for_a_check_box_is_found(self, page: QWidget) -> None:
        group = QButtonGroup(page)
        button = QPushButton("All")
        button.setCheckable(True)
        group.addButton(button)
        self._add(page, button)
        assert "one of several" in unheard(page)[0]

    def test_what_can_be_heard_is_not(self, page: QWidget) -> None:
        self._add(page, QLabel("Motion"))
        self._add(page, QCheckBox("Reduced"))
        self._add(page, QSlider(), "Pace: 115 words a minute")
        assert unheard(page) == []


@pytest.mark.parametrize("place", PLACES)
def test_everything_can_be_heard_and_reached(place: str, guide: Guide) -> None:
    root = PLACES[place](guide)
    settle()
    assert unheard(root) == []
    assert name_of(focused()).strip(), "the focus is lost, or on what has no name"
    assert root.isAncestorOf(focused()) or focused() is root
    assert [each.text() for each in root.findChildren(QLabel) if _is_rich(each)] == []
    if place not in _ANY_KEY_LEAVES:
        forth = ring()
        wanted = {each for each in root.findChildren(QWidget) if takes_tab(each)}
        assert {name_of(each) for each in wanted.difference(forth)} == set()
        assert ring("Shift+Tab") == forth[::-1]


def _is_rich(label: QLabel) -> bool:
    """Whether what scripts and people write would be taken for a page of the web."""
    return label.textFormat() is Qt.TextFormat.RichText


class TestStates:
    """What holds of a control is said besides its name."""

    def test_where_one_is_what_is_chosen_and_what_has_the_focus(self, guide: Guide) -> None:
        window = PLACES["settings"](guide)
        assert "checked" in heard_as(window, "Settings").states
        assert "checked" not in heard_as(window, "History").states
        assert "focused" in heard_as(window, "Search the settings").states
        assert "checked" not in heard_as(window, "Motion: usual").states
        tab_to("Motion")
        press("Space")
        assert "checked" in heard_as(window, "Motion: reduced").states

    def test_one_of_several_is_a_radio_button_and_a_switch_a_check_box(self, guide: Guide) -> None:
        window = guide.window()
        chip = heard_as(window, "Show: Breathing")
        assert (chip.role, "checked" in chip.states) == (QAccessible.Role.RadioButton, False)
        assert heard_as(window, "History").role is QAccessible.Role.RadioButton
        window.open_named("shoulders")
        settle()
        assert heard_as(window, "Tensing: done").role is QAccessible.Role.CheckBox
        assert heard_as(window, "How long do you have? 3 minutes").role is QAccessible.Role.Slider

    def test_a_star_is_called_the_same_whether_it_is_lit_or_not(self, guide: Guide) -> None:
        window = guide.window(favourites=("breath",))
        card = window.sessions._cards["breath"]
        assert isinstance(card, SessionCard)
        star = next(each for each in heard(card) if each.widget is card.star)
        assert (star.name, "checked" in star.states) == ("Favourite: Long breath out", True)

    def test_what_cannot_be_pressed_is_said_to_be_disabled(self, qtbot: QtBot) -> None:
        button = QPushButton("Start")
        qtbot.addWidget(button)
        button.setEnabled(False)
        button.show()
        assert "disabled" in next(heard(button)).states

    def test_the_first_pages_can_be_read_from_where_the_focus_is(self, guide: Guide) -> None:
        window = PLACES["first run 1"](guide)
        assert "Nothing should hurt." in heard_as(window, "What to heed").description

    def test_a_broken_script_says_what_is_wrong_with_it(self, guide: Guide) -> None:
        window = PLACES["sheet with problems"](guide)
        said = next(each for each in heard(window) if each.widget is focused())
        assert said.name == "broken.relax"
        assert "Line 7" in said.description

    def test_what_a_volume_counts_is_said(self, guide: Guide) -> None:
        window = PLACES["breath"](guide)
        volume = heard_as(window, "Cues")
        assert "percent" in volume.description
        assert volume.widget.maximum() == 100  # type: ignore[attr-defined]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader that listens is told to say."""
    told: list[str] = []

    def take(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", staticmethod(lambda: True))
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(take))
    return told


class TestWhatIsSaidByItself:
    """What happens is announced where the focus does not say it."""

    def test_a_session_says_its_steps_its_phases_and_what_it_waits_for(
        self, guide: Guide, said: list[str]
    ) -> None:
        _window, page = guide.at_step(WAIT_STEP, 6)
        assert "Step 4 of 5: Stay" in said
        # No voice speaks in these tests, so the sentences are said as well.
        assert "Stay as long as you like." in said
        assert "Press Space to go on." in said
        said.clear()
        press("Space")
        let_play(page, guide.clock, 30)
        assert said == ["Open your eyes.", "The session is over."]

    def test_muscles_and_breaths_are_named_when_they_begin(
        self, guide: Guide, said: list[str]
    ) -> None:
        _window, page = guide.at_step(0, 20)
        assert "Tense: shoulders" in said
        assert "Let go: shoulders" in said
        page.steering.next()
        let_play(page, guide.clock, 12)
        assert "Breathe in" in said
        assert "Breathe out" in said

    def test_a_pause_and_going_on_are_said(self, guide: Guide, said: list[str]) -> None:
        guide.at_step(0, 2)
        said.clear()
        press("Space", "Space")
        assert said == ["Paused. Space goes on.", "Going on."]

    def test_a_question_that_goes_gives_the_focus_straight_back_to_the_session(
        self, guide: Guide, qapp: QApplication
    ) -> None:
        window = PLACES["question"](guide)
        window.say(Message("There is no sound device."))  # type: ignore[attr-defined]
        passed: list[str] = []

        def note(_old: QWidget | None, new: QWidget | None) -> None:
            passed.append("" if new is None else name_of(new))

        qapp.focusChanged.connect(note)
        press("Esc")
        qapp.focusChanged.disconnect(note)
        assert passed == ["A little of everything"]

    def test_the_end_and_the_time_after_it_are_said(self, guide: Guide, said: list[str]) -> None:
        PLACES["closing"](guide)
        assert "The session is over." in said
        assert said[-1].startswith("Take your time.")

    def test_who_feels_worse_hears_the_sentence_that_helps(
        self, guide: Guide, said: list[str]
    ) -> None:
        PLACES["room"](guide)
        assert "Let\N{RIGHT SINGLE QUOTATION MARK}s come back to the room." in said

    def test_a_message_is_said_without_a_sound_of_alarm(
        self, window: MainWindow, said: list[str]
    ) -> None:
        window.say(Message("“Long breath out” is back."))
        assert said == ["“Long breath out” is back."]

    def test_the_end_of_saving_is_said(
        self, window: MainWindow, said: list[str], tmp_path: Path, qtbot: QtBot
    ) -> None:
        window.saving.save(lambda _progress, _cancelled: None, "A rest", tmp_path / "rest.flac")
        qtbot.waitUntil(lambda: not window.saving.is_busy)
        assert said == [f"“A rest” is saved as rest.flac in {tmp_path}."]
