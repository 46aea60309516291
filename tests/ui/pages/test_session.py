"""The session page: what it shows of a session, how often it looks, and what it passes on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QHoverEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSlider

from relaxapp.script.body import AREAS_BY_NAME, Area
from relaxapp.session.session import State
from relaxapp.sound.volumes import Volumes
from relaxapp.timeline.clip import Bus
from relaxapp.timeline.phase import PhaseKind
from relaxapp.ui import aloud
from relaxapp.ui.pages.leader import Ended
from relaxapp.ui.pages.looking import DRIFTING_MS, HIDDEN_MS, MOVING_MS, STANDING_MS
from relaxapp.ui.pages.manner import Manner
from relaxapp.ui.pages.session import SessionPage
from relaxapp.ui.pages.session_state import SessionState
from relaxapp.ui.pages.showing import View
from relaxapp.ui.pages.volume_row import VolumeChanged
from relaxapp.ui.painted.orb import Orb
from relaxapp.ui.theme import theme_for
from tests.ui.leading import FakeLeader, Part, breaths, muscles, shore, timeline_of
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.theme import Theme

    Lead: TypeAlias = Callable[..., tuple[SessionPage, FakeLeader]]


@pytest.fixture
def lead(qtbot: QtBot, theme: Theme) -> Lead:
    """Shows a page over a timeline at a second; its timer is left to the test."""

    def lead_one(
        timeline: Timeline, seconds: float = 0.0, manner: Manner | None = None, **more: object
    ) -> tuple[SessionPage, FakeLeader]:
        page = SessionPage(theme)
        qtbot.addWidget(page)
        page.resize(1280, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        leader = FakeLeader(timeline, seconds, **more)  # type: ignore[arg-type]
        page.lead(leader, "A session", "8 min", manner=manner)
        return page, leader

    return lead_one


def button(page: SessionPage, name: str) -> QAbstractButton:
    """The button that is seen under a name or an accessible name."""
    return next(
        each
        for each in page.findChildren(QAbstractButton)
        if each.isVisible() and name in {each.text(), each.accessibleName()}
    )


class TestWhatIsShown:
    """The view that fits what is being done."""

    def test_a_session_that_is_ready_is_started(self, lead: Lead) -> None:
        page, leader = lead(breaths())
        assert leader.wishes == ["start"]
        assert page.is_leading

    def test_breathing_is_shown_with_the_pacer(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 12)
        pace = page._stage.pacer.pace
        assert page._stage.view is View.BREATH
        assert pace.fullness == pytest.approx(0.5)
        assert pace.progress == pytest.approx(0.5)
        assert (pace.label, pace.count) == ("Breathe in", "2")

    def test_words_before_the_breathing_leave_the_orb_at_rest(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 2)
        assert page._stage.pacer.pace.label == ""
        assert page._stage.caption == "Now: Settle."

    def test_a_tension_is_shown_with_the_body_and_its_count(self, lead: Lead) -> None:
        page, _ = lead(muscles(), 12)
        stage = page._stage
        assert stage.view is View.BODY
        assert stage.body.states[Area.LEFT_SHOULDER].warm == 1
        count = stage.countdown.count
        assert count is not None
        assert (count.word, count.left, count.warm) == ("Tense", "4 s", True)
        assert (count.then, count.then_length) == ("then let go", "30 s")
        assert stage.titles == ("GROUP 1 OF 2", "Shoulders")
        assert "press S" in stage.hint

    def test_after_a_tension_comes_what_is_let_go(self, lead: Lead) -> None:
        page, leader = lead(muscles(), 12)
        leader.seconds = 20
        page._look()
        count = page._stage.countdown.count
        assert count is not None
        assert (count.word, count.left, count.warm, count.then) == ("Let go", "26 s", False, "")
        assert page._stage.body.states[Area.LEFT_SHOULDER].calm == 1

    def test_an_imagined_place_fills_the_page(self, lead: Lead) -> None:
        page, _ = lead(shore(), 30)
        assert page._stage.view is View.SCENE
        assert page._scene.isVisible()
        assert page._scene.name == "shore"
        assert page._scene.size() == page.size()

    def test_played_and_left_make_up_the_whole(self, lead: Lead) -> None:
        page, leader = lead(muscles(), 10.4)
        assert page._progress.times == ("0:10", "1:22")
        leader.seconds = 11.0
        page._look()
        assert page._progress.times == ("0:11", "1:21")

    def test_a_hidden_countdown_hides_what_is_left_and_shows_what_to_do(self, lead: Lead) -> None:
        manner = Manner(hide_countdown=True)
        page, leader = lead(breaths(), 12, manner)
        assert page._stage.pacer.pace.count == ""
        assert page._stage.pacer.pace.label == "Breathe in"
        assert page._progress.times == ("0:12", "")
        page, leader = lead(muscles(), 12, manner)
        count = page._stage.countdown.count
        assert count is not None
        assert (count.word, count.left, count.then_length) == ("Tense", "", "")
        assert leader.wishes == ["start"]

    def test_captions_can_be_left_out(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 2, Manner(captions=False))
        assert page._stage.caption == ""

    def test_left_out_areas_are_shown_as_such(self, lead: Lead) -> None:
        page, _ = lead(muscles(), 12, Manner(left_out=frozenset({Area.NECK})))
        assert page._stage.body.states[Area.NECK].left_out

    def test_with_reduced_motion_the_orb_keeps_its_size(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 10, Manner(reduced_motion=True))
        pacer = page._stage.pacer
        assert isinstance(pacer, Orb)
        radius = pacer.radius()
        leader.seconds = 14
        page._look()
        assert pacer.radius() == radius
        assert page._stage.pacer.pace.fullness == pytest.approx(1)

    def test_a_remark_is_shown_without_stopping_anything(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 12, remark="The log cannot be written.")
        assert page._head.remark == "The log cannot be written."
        assert page.steering.question.sentence == ""


class TestHowOftenItLooks:
    """A timer only while the session runs, and no faster than what moves."""

    @pytest.mark.parametrize(
        ("timeline", "seconds", "interval"),
        [
            (breaths(), 12, MOVING_MS),
            (breaths(), 2, STANDING_MS),
            (muscles(), 10.1, MOVING_MS),
            (muscles(), 13, STANDING_MS),
            (shore(), 30, DRIFTING_MS),
        ],
    )
    def test_as_often_as_what_is_seen_changes(
        self, lead: Lead, timeline: Timeline, seconds: float, interval: int
    ) -> None:
        page, _ = lead(timeline, seconds)
        assert page._timer.isActive()
        assert page._timer.interval() == interval

    def test_seldom_where_nothing_may_move(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 12, Manner(reduced_motion=True))
        assert page._timer.interval() == STANDING_MS

    def test_once_a_second_at_least_while_hidden(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 12)
        page.hide()
        assert page._timer.isActive()
        assert page._timer.interval() == HIDDEN_MS <= 1000
        page.show()
        assert page._timer.interval() == MOVING_MS

    def test_not_at_all_without_a_session(self, qtbot: QtBot, theme: Theme) -> None:
        page = SessionPage(theme)
        qtbot.addWidget(page)
        page.show()
        assert not page._timer.isActive()
        assert not page.is_leading

    def test_not_at_all_while_paused(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 12)
        leader.pause()
        page._look()
        assert not page._timer.isActive()

    def test_the_timer_looks(self, lead: Lead, qtbot: QtBot) -> None:
        _, leader = lead(breaths(), 12)
        before = leader.looks
        qtbot.waitUntil(lambda: leader.looks > before + 2)


class TestKeys:
    """What the keyboard does."""

    @pytest.mark.parametrize(
        ("key", "wish"),
        [
            (Qt.Key.Key_Space, "pause"),
            (Qt.Key.Key_Left, "back"),
            (Qt.Key.Key_Right, "skip"),
            (Qt.Key.Key_R, "repeat"),
            (Qt.Key.Key_L, "longer"),
            (Qt.Key.Key_S, "leave out left shoulder, right shoulder"),
            (Qt.Key.Key_MediaNext, "skip"),
            (Qt.Key.Key_MediaPrevious, "back"),
        ],
    )
    def test_each_key_has_its_wish(self, lead: Lead, key: Qt.Key, wish: str) -> None:
        page, leader = lead(muscles(), 12)
        press(page, key)
        assert leader.wishes == ["start", wish]

    def test_space_goes_on_after_a_pause(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 12)
        press(page, Qt.Key.Key_Space)
        assert page._head.says_paused
        press(page, Qt.Key.Key_Space)
        assert leader.wishes[1:] == ["pause", "resume"]
        assert not page._head.says_paused

    def test_s_leaves_the_area_out_and_shows_it_so_from_then_on(self, lead: Lead) -> None:
        page, leader = lead(muscles(), 12)
        press(page, Qt.Key.Key_S)
        leader.seconds = 20
        page._look()
        assert page.steering.left_out == {"shoulders": AREAS_BY_NAME["shoulders"]}
        assert page._stage.body.states[Area.LEFT_SHOULDER].left_out

    def test_s_with_the_whole_body_leaves_this_step_alone(self, lead: Lead) -> None:
        whole = timeline_of(
            [
                Part("Whole body", PhaseKind.NOTICE, 30, "whole body"),
                Part("Return", PhaseKind.SAY, 10),
            ]
        )
        page, leader = lead(whole, 12)
        press(page, Qt.Key.Key_S)
        assert leader.wishes == ["start", "skip"]
        assert page.steering.left_out == {}

    def test_t_hides_what_is_left_and_tells_it_to_be_kept(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 12)
        kept: list[bool] = []
        page.countdown_hidden.connect(kept.append)
        press(page, Qt.Key.Key_T)
        assert page._progress.times == ("0:12", "")
        assert page._stage.pacer.pace.count == ""
        press(page, Qt.Key.Key_T)
        assert page._progress.times == ("0:12", "0:38")
        assert kept == [True, False]

    def test_w_asks_for_the_way_out_even_over_a_question(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 12)
        asked: list[bool] = []
        page.worse_asked.connect(lambda: asked.append(True))
        press(page, Qt.Key.Key_W)
        press(page, Qt.Key.Key_Escape)
        press(page, Qt.Key.Key_W)
        assert asked == [True, True]
        assert leader.wishes == ["start", "pause"]

    def test_f_asks_for_the_whole_screen_and_c_for_a_small_window(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 12)
        asked: list[object] = []
        page.full_screen_asked.connect(lambda: asked.append("full screen"))
        page.compact_asked.connect(asked.append)
        press(page, Qt.Key.Key_F)
        press(page, Qt.Key.Key_C)
        page.set_compact(True)
        press(page, Qt.Key.Key_C)
        assert asked == ["full screen", True, False]

    def test_enter_leaves_a_wait_and_does_nothing_else(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 5)
        press(page, Qt.Key.Key_Return)
        leader.is_waiting = True
        page._look()
        press(page, Qt.Key.Key_Return)
        assert leader.wishes == ["start", "go on"]

    def test_s_skips_muscle_groups_only(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 12)
        press(page, Qt.Key.Key_S)
        assert leader.wishes == ["start"]

    def test_a_button_with_the_focus_keeps_space_and_gives_up_the_arrows(self, lead: Lead) -> None:
        page, leader = lead(muscles(), 12)
        repeat = button(page, "Repeat")
        repeat.setFocus()
        press(repeat, Qt.Key.Key_Space)
        press(repeat, Qt.Key.Key_Right)
        assert leader.wishes == ["start", "repeat", "skip"]
        assert repeat.hasFocus()

    def test_keys_with_control_are_left_to_the_window(self, lead: Lead) -> None:
        page, leader = lead(muscles(), 12)
        press(page, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
        assert leader.wishes == ["start"]

    def test_m_silences_everything_and_brings_it_back(self, lead: Lead) -> None:
        page, leader = lead(muscles(), 12)
        kept: list[VolumeChanged] = []
        page.volume_changed.connect(kept.append)
        press(page, Qt.Key.Key_M)
        assert set(leader.volumes.values()) == {0.0}
        press(page, Qt.Key.Key_M)
        assert leader.volumes[Bus.VOICE] == 1.0
        assert kept == []


class TestControls:
    """What the mouse does."""

    @pytest.mark.parametrize(
        ("name", "wish"),
        [
            ("Back a step", "back"),
            ("Next step", "skip"),
            ("Repeat", "repeat"),
            ("A bit longer", "longer"),
            ("Pause", "pause"),
        ],
    )
    def test_each_control_passes_its_wish_on(self, lead: Lead, name: str, wish: str) -> None:
        page, leader = lead(muscles(), 12)
        click(button(page, name))
        assert leader.wishes == ["start", wish]

    def test_an_area_can_be_left_out_where_one_is_spoken_of(self, lead: Lead) -> None:
        page, leader = lead(muscles(), 2)
        assert not page._controls._leave_out.isVisible()
        leader.seconds = 12
        page._look()
        click(button(page, "Skip this area"))
        assert leader.wishes[-1].startswith("leave out")

    def test_the_way_out_is_always_in_view(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 12)
        asked: list[bool] = []
        page.worse_asked.connect(lambda: asked.append(True))
        page._controls.fade_out()
        for name in ("I feel worse", "Pause", "End session"):
            effect = button(page, name).graphicsEffect()
            assert effect is None
        click(button(page, "I feel worse"))
        assert asked == [True]

    def test_a_click_on_the_line_goes_to_that_step(self, lead: Lead) -> None:
        page, leader = lead(muscles(), 12)
        line = page._progress.line
        click(line, QPoint(line.width() - 4, line.height() // 2))
        assert leader.wishes == ["start", "go to 3"]

    def test_the_step_is_named_above_the_line(self, lead: Lead) -> None:
        page, _ = lead(muscles(), 12)
        assert page._progress.step_words == "Shoulders  \N{MIDDLE DOT}  step 2 of 4"
        page._progress.line.setFocus()
        press(page._progress.line, Qt.Key.Key_Right)
        assert page._progress.step_words == "Go to: Jaw  \N{MIDDLE DOT}  step 3 of 4"

    def test_tab_goes_from_pause_to_the_steps_and_at_last_to_the_line(self, lead: Lead) -> None:
        page, _ = lead(muscles(), 12)
        page._controls.toggle.setFocus()
        seen = []
        for _ in range(12):
            focused = QApplication.focusWidget()
            assert focused is not None
            seen.append(focused.accessibleName() or focused.property("text"))
            press(focused, Qt.Key.Key_Tab)
        assert seen[:8] == [
            "Pause",
            "Back a step",
            "Next step",
            "I feel worse",
            "End session",
            "Repeat",
            "A bit longer",
            "Skip this area",
        ]
        assert QApplication.focusWidget() is page._progress.line

    def test_a_click_leaves_the_keyboard_with_the_page(self, lead: Lead) -> None:
        page, leader = lead(muscles(), 12)
        click(button(page, "Repeat"))
        press(QApplication.focusWidget(), Qt.Key.Key_Space)
        assert leader.wishes == ["start", "repeat", "pause"]

    def test_one_stream_is_muted_by_itself_which_is_not_kept(self, lead: Lead) -> None:
        page, leader = lead(muscles(), 12)
        kept: list[VolumeChanged] = []
        page.volume_changed.connect(kept.append)
        voice = page._controls.volumes.level(Bus.VOICE)
        press(voice, Qt.Key.Key_Delete)
        assert leader.volumes == {Bus.VOICE: 0.0}
        press(page, Qt.Key.Key_M)
        press(page, Qt.Key.Key_M)
        assert leader.volumes[Bus.VOICE] == 0.0
        assert leader.volumes[Bus.AMBIENCE] == Volumes().ambience
        press(voice, Qt.Key.Key_Delete)
        assert leader.volumes[Bus.VOICE] == 1.0
        assert kept == []

    def test_bringing_one_stream_back_brings_all_back(self, lead: Lead) -> None:
        page, leader = lead(muscles(), 12)
        voice = page._controls.volumes.level(Bus.VOICE)
        press(voice, Qt.Key.Key_Delete)
        press(page, Qt.Key.Key_M)
        press(voice, Qt.Key.Key_Delete)
        assert leader.volumes[Bus.VOICE] == 1.0
        assert leader.volumes[Bus.AMBIENCE] == Volumes().ambience

    def test_volumes_are_shown_for_what_the_session_has(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 12)
        assert page._controls.volumes.shown == (Bus.VOICE, Bus.BREATH)

    def test_a_volume_is_heard_at_once_and_told_to_be_kept(self, lead: Lead) -> None:
        page, leader = lead(muscles(), 12)
        kept: list[VolumeChanged] = []
        page.volume_changed.connect(kept.append)
        press(page._controls.volumes.level(Bus.AMBIENCE), Qt.Key.Key_Left)
        expected = VolumeChanged(Bus.AMBIENCE, pytest.approx(Volumes().ambience - 0.05))  # type: ignore[arg-type]
        assert kept == [expected]
        assert leader.volumes == {Bus.AMBIENCE: pytest.approx(Volumes().ambience - 0.05)}

    def test_they_fade_while_the_mouse_rests_and_come_back(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 12)
        assert page._controls._rest.isActive()
        page._controls.fade_out()
        assert page._controls.is_faded
        place = QPointF(600, 300)
        QApplication.sendEvent(page, QHoverEvent(QEvent.Type.HoverMove, place, place, place))
        assert not page._controls.is_faded

    def test_a_key_brings_them_back(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 12)
        page._controls.fade_out()
        press(page, Qt.Key.Key_R)
        assert not page._controls.is_faded

    def test_a_key_that_a_button_gets_brings_them_back_as_well(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 12)
        end = button(page, "End session")
        end.setFocus()
        page._controls.fade_out()
        press(end, Qt.Key.Key_Tab)
        assert not page._controls.is_faded

    def test_they_stay_while_the_session_is_paused(self, lead: Lead) -> None:
        page, _ = lead(breaths(), 12)
        press(page, Qt.Key.Key_Space)
        assert not page._controls._rest.isActive()

    @pytest.mark.parametrize("size", [(1280, 800), (960, 640)])
    def test_nothing_overlaps(self, lead: Lead, size: tuple[int, int]) -> None:
        page, _ = lead(muscles(), 12)
        page.resize(*size)
        QApplication.processEvents()
        assert (page.width(), page.height()) == size
        shown = [
            each
            for kind in (QAbstractButton, QSlider)
            for each in page._controls.findChildren(kind)
            if each.isVisible()
        ]
        places = [each.rect().translated(each.mapTo(page, each.rect().topLeft())) for each in shown]
        assert len(places) == 12
        for index, place in enumerate(places):
            assert page.rect().contains(place)
            assert not any(place.intersects(other) for other in places[index + 1 :])

    def test_every_control_has_a_name(self, lead: Lead) -> None:
        page, _ = lead(muscles(), 12)
        for each in page.findChildren(QAbstractButton) + page.findChildren(QSlider):
            interface = QAccessible.queryAccessibleInterface(each)
            assert interface.text(QAccessible.Text.Name)


class TestMore:
    """The card with what is seldom asked for, where the text is large and the window small."""

    @pytest.fixture
    def large(self, qtbot: QtBot) -> tuple[SessionPage, FakeLeader]:
        page = SessionPage(theme_for("night", text_percent=200))
        qtbot.addWidget(page)
        page.resize(880, 600)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        leader = FakeLeader(muscles(), 12)
        page.lead(leader, "A session", "8 min")
        QApplication.processEvents()
        return page, leader

    def test_what_stops_helps_or_moves_stays_in_view(
        self, large: tuple[SessionPage, FakeLeader]
    ) -> None:
        page, leader = large
        for name in ("Pause", "Back a step", "Next step", "I feel worse", "End session", "More"):
            assert page.rect().contains(
                button(page, name).rect().translated(button(page, name).mapTo(page, QPoint(0, 0)))
            )
        assert not page._controls.volumes.isVisible()
        click(button(page, "Next step"))
        assert leader.wishes == ["start", "skip"]

    def test_a_click_opens_it_and_what_was_asked_for_closes_it(
        self, large: tuple[SessionPage, FakeLeader]
    ) -> None:
        page, leader = large
        click(button(page, "More"))
        card = page._controls.more
        assert card.isVisible()
        assert page.rect().contains(card.geometry())
        assert page._controls.volumes.isVisible()
        assert button(page, "Skip this area").isVisible()
        click(button(page, "A bit longer"))
        assert leader.wishes == ["start", "longer"]
        assert not card.isVisible()
        assert page.hasFocus()

    def test_the_keys_go_on_working_over_it(self, large: tuple[SessionPage, FakeLeader]) -> None:
        page, leader = large
        click(button(page, "More"))
        press(QApplication.focusWidget(), Qt.Key.Key_R)
        press(QApplication.focusWidget(), Qt.Key.Key_Space)
        assert leader.wishes == ["start", "repeat", "pause"]

    def test_it_can_be_used_by_keyboard_alone(self, large: tuple[SessionPage, FakeLeader]) -> None:
        page, leader = large
        more = button(page, "More")
        more.setFocus()
        press(more, Qt.Key.Key_Space)
        names = []
        for _ in range(4):
            focused = QApplication.focusWidget()
            assert focused is not None
            names.append(focused.accessibleName())
            press(focused, Qt.Key.Key_Tab)
        assert names == ["Repeat", "A bit longer", "Skip this area", "Voice"]
        press(QApplication.focusWidget(), Qt.Key.Key_Escape)
        assert not page._controls.more.isVisible()
        assert page.steering.question.sentence == ""
        assert leader.wishes == ["start"]

    def test_a_click_beside_it_closes_it(self, large: tuple[SessionPage, FakeLeader]) -> None:
        page, _ = large
        click(button(page, "More"))
        click(page, QPoint(20, 300))
        assert not page._controls.more.isVisible()

    def test_nothing_fades_while_it_is_open(self, large: tuple[SessionPage, FakeLeader]) -> None:
        page, _ = large
        click(button(page, "More"))
        assert not page._controls._rest.isActive()
        click(button(page, "More"))
        assert page._controls._rest.isActive()

    def test_with_more_room_everything_is_in_view_again(
        self, large: tuple[SessionPage, FakeLeader]
    ) -> None:
        page, _ = large
        click(button(page, "More"))
        page.resize(2000, 1200)
        QApplication.processEvents()
        assert not page._controls.more.isVisible()
        assert button(page, "Repeat").parent() is page._controls
        assert page._controls.volumes.isVisible()
        assert not any(
            each.text() == "More" for each in page.findChildren(QAbstractButton) if each.isVisible()
        )


class TestASmallWindow:
    """What is left of the page in a small window."""

    def test_only_pause_and_the_way_back_are_left_of_the_controls(self, lead: Lead) -> None:
        page, _ = lead(muscles(), 12)
        page.set_compact(True)
        page.resize(340, 260)
        QApplication.processEvents()
        assert (page.width(), page.height()) == (340, 260)
        shown = {
            each.accessibleName() or each.text()
            for each in page.findChildren(QAbstractButton)
            if each.isVisible()
        }
        assert shown == {"Pause", "Full size"}
        assert not page._head.isVisible()
        assert not page._progress.isVisible()

    def test_full_size_brings_everything_back(self, lead: Lead) -> None:
        page, _ = lead(muscles(), 12)
        page.set_compact(True)
        asked: list[bool] = []
        page.compact_asked.connect(asked.append)
        click(button(page, "Full size"))
        assert asked == [False]
        page.set_compact(False)
        assert page._head.isVisible()
        assert button(page, "Skip this area").isVisible()
        assert button(page, "I feel worse").isVisible()

    @pytest.mark.parametrize(
        ("timeline", "second"), [(breaths(), 12), (muscles(), 12), (shore(), 30)]
    )
    def test_large_captions_are_shortened_rather_than_cut(
        self, qtbot: QtBot, timeline: Timeline, second: float
    ) -> None:
        long = "A sentence that is much too long for a small window, whatever is done with it. " * 3
        captions = tuple(replace(each, text=long) for each in timeline.captions)
        page = SessionPage(theme_for("night", text_percent=200))
        qtbot.addWidget(page)
        page.show()
        page.lead(FakeLeader(replace(timeline, captions=captions), second), "A session", "8 min")
        page.set_compact(True)
        page.resize(340, 260)
        QApplication.processEvents()
        shown = page._stage.currentWidget()
        assert shown is not None
        caption = shown.caption  # type: ignore[attr-defined]
        assert shown.rect().contains(caption.geometry())
        assert caption._lines()[-1].endswith("…")

    def test_a_question_fits_into_it(self, lead: Lead) -> None:
        page, _ = lead(muscles(), 12)
        page.set_compact(True)
        page.resize(340, 260)
        press(page, Qt.Key.Key_Escape)
        assert page.rect().contains(page.steering.question.geometry())


class TestWhatTheDesktopIsTold:
    """Once for every change, and not for the time that goes by."""

    @pytest.fixture
    def told(self, lead: Lead) -> tuple[SessionPage, FakeLeader, list[SessionState]]:
        page, leader = lead(muscles(), 12)
        states: list[SessionState] = []
        page.state_changed.connect(states.append)
        return page, leader, states

    def test_time_that_goes_by_is_not_told(
        self, told: tuple[SessionPage, FakeLeader, list[SessionState]]
    ) -> None:
        page, leader, states = told
        leader.seconds = 14
        page._look()
        assert states == []

    def test_a_step_a_pause_and_going_on_are_told(
        self, told: tuple[SessionPage, FakeLeader, list[SessionState]]
    ) -> None:
        page, leader, states = told
        leader.seconds = 47
        page._look()
        page.steering.pause()
        page.steering.resume()
        assert states == [
            SessionState("A session", "Jaw", 47, 92, running=True),
            SessionState("A session", "Jaw", 47, 92, running=False),
            SessionState("A session", "Jaw", 47, 92, running=True),
        ]

    def test_a_wait_is_told_as_standing(
        self, told: tuple[SessionPage, FakeLeader, list[SessionState]]
    ) -> None:
        page, leader, states = told
        leader.is_waiting = True
        page._look()
        assert [state.running for state in states] == [False]

    def test_a_jump_within_a_step_is_told(
        self, told: tuple[SessionPage, FakeLeader, list[SessionState]]
    ) -> None:
        page, leader, states = told
        leader.seconds = 10
        page.steering.repeat()
        assert [state.played_seconds for state in states] == [10]

    def test_the_end_is_told(
        self, told: tuple[SessionPage, FakeLeader, list[SessionState]]
    ) -> None:
        page, leader, states = told
        leader.state = State.FINISHED
        page._look()
        assert states == [
            SessionState("A session", "Shoulders", 12, 92, running=False, is_over=True)
        ]


class TestWaitingAndTrouble:
    """When the session stands still."""

    def test_a_wait_offers_to_go_on(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 5, is_waiting=True)
        click(page._go_on)
        assert leader.wishes == ["start", "go on"]
        assert not page._go_on.isVisible()

    def test_space_leaves_a_wait(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 5, is_waiting=True)
        press(page, Qt.Key.Key_Space)
        assert leader.wishes == ["start", "go on"]

    def test_trouble_is_said_and_can_be_got_over(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 12)
        leader.state, leader.trouble = State.PAUSED, "The sound device went away."
        page._look()
        assert page.steering.question.sentence == "The sound device went away."
        assert not page._head.says_paused
        click(button(page, "Go on"))
        assert leader.wishes == ["start", "resume"]
        assert page.steering.question.sentence == ""

    @pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
    def test_the_answer_in_focus_is_given_by_a_key(self, lead: Lead, key: Qt.Key) -> None:
        page, leader = lead(breaths(), 12)
        leader.state, leader.trouble = State.PAUSED, "The sound device went away."
        page._look()
        press(page.focusWidget(), key)
        assert leader.wishes == ["start", "resume"]
        assert page.steering.question.sentence == ""

    def test_trouble_that_stays_is_said_again(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 12)
        leader.state, leader.trouble, leader.has_device = State.PAUSED, "Gone.", False
        page._look()
        press(page, Qt.Key.Key_Escape)
        assert page.steering.question.sentence == "There is no sound device."
        leader.has_device = True
        press(page, Qt.Key.Key_Escape)
        assert leader.state is State.RUNNING
        assert page.steering.question.sentence == ""

    def test_a_session_that_cannot_start_says_so(self, lead: Lead) -> None:
        page, leader = lead(breaths(), has_device=False)
        assert page.steering.question.sentence == "There is no sound device."
        leader.has_device = True
        press(page, Qt.Key.Key_Escape)
        assert leader.wishes == ["start"]
        assert leader.state is State.RUNNING


class TestTheEnd:
    """Asked kindly, and told once."""

    def test_escape_asks_and_the_session_waits(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 12)
        press(page, Qt.Key.Key_Escape)
        assert page.steering.question.sentence == "End the session here?"
        assert leader.wishes == ["start", "pause"]
        assert button(page, "Keep going").hasFocus()

    def test_escape_again_keeps_going(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 12)
        press(page, Qt.Key.Key_Escape)
        press(page, Qt.Key.Key_Escape)
        assert leader.wishes == ["start", "pause", "resume"]
        assert page.steering.question.sentence == ""
        assert page.hasFocus()

    def test_keeping_on_after_a_pause_leaves_it_paused(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 12)
        press(page, Qt.Key.Key_Space)
        press(page, Qt.Key.Key_Escape)
        press(page, Qt.Key.Key_Escape)
        assert leader.wishes == ["start", "pause"]
        assert page._head.says_paused

    def test_ending_tells_which_entry_was_stopped(self, lead: Lead, qtbot: QtBot) -> None:
        page, _ = lead(breaths(), 12)
        click(button(page, "End session"))
        ending = [
            each
            for each in page.steering.question.findChildren(QAbstractButton)
            if each.text() == "End session"
        ]
        with qtbot.waitSignal(page.ended) as ended:
            click(ending[-1])
        assert ended.args == [Ended(7, State.STOPPED)]
        assert not page.is_leading
        assert not page._timer.isActive()

    def test_a_finished_session_is_told_once(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 12)
        told: list[Ended] = []
        page.ended.connect(told.append)
        leader.state = State.FINISHED
        page._look()
        page._look()
        assert told == [Ended(7, State.FINISHED)]

    def test_keys_do_nothing_after_the_end(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 12)
        leader.state = State.FINISHED
        page._look()
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Escape, Qt.Key.Key_M):
            press(page, key)
        assert leader.wishes == ["start"]

    def test_a_page_can_lead_one_session_after_the_other(self, lead: Lead) -> None:
        page, leader = lead(breaths(), 12)
        leader.state = State.FINISHED
        page._look()
        second = FakeLeader(muscles(), 12)
        page.lead(second, "Another", "2 min")
        assert second.wishes == ["start"]
        assert page._stage.view is View.BODY


class TestScreenReader:
    """Phases are announced while a screen reader listens."""

    @pytest.fixture
    def said(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        said: list[str] = []

        class Listening:
            """Stands for `QAccessible` with a screen reader."""

            @staticmethod
            def isActive() -> bool:  # noqa: N802 -- Qt's name
                return True

            @staticmethod
            def updateAccessibility(event: object) -> None:  # noqa: N802 -- Qt's name
                said.append(event.message())  # type: ignore[attr-defined]

        monkeypatch.setattr(aloud, "QAccessible", Listening)
        return said

    def test_a_phase_is_announced_when_it_begins(self, lead: Lead, said: list[str]) -> None:
        page, leader = lead(muscles(), 9)
        leader.begin(10)
        page._look()
        page._look()
        leader.begin(16)
        page._look()
        assert said == ["Tense: shoulders", "Let go: shoulders"]

    def test_only_the_first_breaths_are_announced(self, lead: Lead, said: list[str]) -> None:
        page, leader = lead(breaths(), 9)
        for second in (10, 14, 20, 24, 30, 34):
            leader.begin(second)
            page._look()
        assert said == ["Breathe in", "Breathe out"] * 2
