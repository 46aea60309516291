"""The check-in: one key is enough, everything may be left open, and places can be marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QSlider

from relaxapp.journal.entry import Mark, MarkKind, Moment
from relaxapp.script.body import Area
from relaxapp.ui.area_names import area_name, area_names
from relaxapp.ui.pages.checkin import CheckIn, CheckInPage
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme

JAW = Mark("jaw", MarkKind.TENSION, 1)


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> CheckInPage:
    widget = CheckInPage(theme)
    qtbot.addWidget(widget)
    widget.resize(1280, 800)
    widget.show()
    widget.activateWindow()
    qtbot.waitUntil(widget.isActiveWindow)
    widget.ask(Moment.BEFORE, "Shoulders, neck and jaw")
    return widget


def type_keys(page: CheckInPage, digits: str) -> None:
    for digit in digits:
        press(page.focusWidget(), Qt.Key(Qt.Key.Key_0.value + int(digit)))


@pytest.mark.parametrize(
    ("keys", "tension"),
    [("0", 0), ("6", 6), ("10", 10), ("100", 0), ("110", 10), ("13", 3), ("31", 1), ("310", 10)],
)
def test_numbers_are_typed_as_one_writes_them(page: CheckInPage, keys: str, tension: int) -> None:
    type_keys(page, keys)
    assert page.answer.tension == tension


def test_a_click_in_between_ends_the_typing_of_a_ten(page: CheckInPage) -> None:
    type_keys(page, "1")
    click(page._scale._group.button(4))
    type_keys(page, "0")
    assert page.answer.tension == 0


def test_the_way_to_ten_and_to_skip_is_shown(page: CheckInPage) -> None:
    assert "1 then 0 for ten" in page._hint.text()
    assert "Enter to skip" in page._hint.text()


def test_enter_goes_on_with_what_is_chosen(page: CheckInPage, qtbot: QtBot) -> None:
    type_keys(page, "7")
    with qtbot.waitSignal(page.answered) as answered:
        press(page.focusWidget(), Qt.Key.Key_Return)
    assert answered.args == [CheckIn(7, ())]


def test_enter_without_a_choice_skips(page: CheckInPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.answered) as answered:
        press(page.focusWidget(), Qt.Key.Key_Enter)
    assert answered.args == [CheckIn(None, ())]


def test_skipping_leaves_everything_open(page: CheckInPage, qtbot: QtBot) -> None:
    type_keys(page, "7")
    page._marks.press(Area.JAW)
    with qtbot.waitSignal(page.answered) as answered:
        click(page._skip)
    assert answered.args == [CheckIn(None, ())]


def test_enter_on_skip_skips(page: CheckInPage, qtbot: QtBot) -> None:
    type_keys(page, "7")
    page._skip.setFocus()
    with qtbot.waitSignal(page.answered) as answered:
        press(page._skip, Qt.Key.Key_Return)
    assert answered.args == [CheckIn(None, ())]


def test_a_press_on_the_figure_marks_more_strongly_and_then_not_at_all(page: CheckInPage) -> None:
    seen = []
    for _ in range(4):
        page._map.pressed.emit(Area.JAW)
        seen.append(page.answer.marks)
    assert seen == [
        (JAW,),
        (Mark("jaw", MarkKind.TENSION, 2),),
        (Mark("jaw", MarkKind.TENSION, 3),),
        (),
    ]


def test_on_the_figure_0_to_3_say_how_strong_it_is_there(page: CheckInPage) -> None:
    type_keys(page, "7")
    seen = []
    for digit in "3210":
        page._map._spots[Area.JAW].setFocus()
        type_keys(page, digit)
        seen.append(page.answer)
    assert seen == [
        CheckIn(7, (Mark("jaw", MarkKind.TENSION, 3),)),
        CheckIn(7, (Mark("jaw", MarkKind.TENSION, 2),)),
        CheckIn(7, (Mark("jaw", MarkKind.TENSION, 1),)),
        CheckIn(7, ()),
    ]


def test_space_on_the_number_that_is_chosen_goes_on(page: CheckInPage, qtbot: QtBot) -> None:
    press(page.focusWidget(), Qt.Key.Key_Space)
    assert page.answer.tension == 0
    with qtbot.waitSignal(page.answered) as answered:
        press(page.focusWidget(), Qt.Key.Key_Space)
    assert answered.args == [CheckIn(0, ())]


def test_afterwards_a_remark_is_made_where_there_is_one(page: CheckInPage) -> None:
    page.ask(
        Moment.AFTER,
        "Box breathing",
        CheckIn(4, ()),
        lambda tension: "That happens." if tension > 5 else "",
    )
    type_keys(page, "6")
    assert page._remark.isVisible()
    assert page._remark.text() == "That happens."
    type_keys(page, "5")
    assert not page._remark.isVisible()


def test_an_eye_is_marked_as_twitching_at_first(page: CheckInPage) -> None:
    page._map.pressed.emit(Area.LEFT_EYE)
    assert page.answer.marks == (Mark("left eye", MarkKind.TWITCHING, 1),)
    assert page._map.states[Area.LEFT_EYE].calm > 0


def test_marks_keep_the_order_they_were_made_in(page: CheckInPage) -> None:
    for area in (Area.NECK, Area.JAW, Area.NECK):
        page._map.pressed.emit(area)
    assert [mark.area for mark in page.answer.marks] == ["neck", "jaw"]


def test_the_figure_shows_how_strong_a_mark_is(page: CheckInPage) -> None:
    warmth = []
    for _ in range(3):
        page._map.pressed.emit(Area.JAW)
        warmth.append(page._map.states[Area.JAW].warm)
    assert warmth == sorted(warmth)
    assert warmth[-1] == 1


def test_a_mark_can_be_changed_in_the_list(page: CheckInPage) -> None:
    page._map.pressed.emit(Area.JAW)
    row = page._marks._rows[Area.JAW]
    click(row._kinds[MarkKind.TENSION])
    assert page.answer.marks == (Mark("jaw", MarkKind.TWITCHING, 1),)
    press(row._dots[MarkKind.TWITCHING], Qt.Key.Key_Right)
    assert page.answer.marks == (Mark("jaw", MarkKind.TWITCHING, 2),)


def test_a_mark_can_be_taken_out_of_the_list(page: CheckInPage) -> None:
    for area in (Area.JAW, Area.NECK):
        page._map.pressed.emit(area)
    row = page._marks._rows[Area.JAW]
    take_out = next(
        each
        for each in row.findChildren(QAbstractButton)
        if each.accessibleName() == "Take out Jaw"
    )
    click(take_out)
    assert page.answer.marks == (Mark("neck", MarkKind.TENSION, 1),)
    assert Area.JAW not in page._map.states


def test_the_whole_check_in_can_be_done_by_key(page: CheckInPage, qtbot: QtBot) -> None:
    type_keys(page, "8")
    for _ in range(40):
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        if focus is not None and focus.parent() is page._map:
            break
    press(QApplication.focusWidget(), Qt.Key.Key_Down)
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    with qtbot.waitSignal(page.answered) as answered:
        press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert answered.args == [CheckIn(8, (Mark("right eye", MarkKind.TWITCHING, 1),))]


def test_afterwards_one_calm_line_says_what_changed(page: CheckInPage) -> None:
    page.ask(Moment.AFTER, "Shoulders, neck and jaw", CheckIn(6, (JAW,)))
    assert not page._change.isVisible()
    type_keys(page, "3")
    assert page._change.text() == "6 before, 3 now."
    assert page._change.isVisible()
    assert page.answer == CheckIn(3, (JAW,))


def test_nothing_is_said_about_a_change_that_is_not_known(page: CheckInPage) -> None:
    page.ask(Moment.AFTER, "Box breathing", CheckIn(None, ()))
    type_keys(page, "3")
    assert not page._change.isVisible()


def test_asking_anew_forgets_the_last_answer(page: CheckInPage) -> None:
    type_keys(page, "9")
    page._map.pressed.emit(Area.JAW)
    page.ask(Moment.BEFORE, "Body scan")
    assert page.answer == CheckIn(None, ())
    assert page._map.states == {}


def test_every_control_has_a_name(page: CheckInPage) -> None:
    page._map.pressed.emit(Area.JAW)
    for each in page.findChildren(QAbstractButton) + page.findChildren(QSlider):
        interface = QAccessible.queryAccessibleInterface(each)
        assert interface.text(QAccessible.Text.Name), each


def test_it_fits_a_small_window(page: CheckInPage) -> None:
    for area in list(Area)[:6]:
        page._map.pressed.emit(area)
    page.resize(960, 640)
    QApplication.processEvents()
    assert (page.width(), page.height()) == (960, 640)


def test_areas_are_called_by_their_names() -> None:
    assert area_name(Area.LEFT_EYE) == "Left eye"
    assert list(area_names()) == list(Area)
