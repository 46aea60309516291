"""Tests of the rows of the settings: what is chosen is kept, what is kept is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from relaxapp.script.body import Area
from relaxapp.ui.sections.area_row import AreaRow
from relaxapp.ui.sections.choice_row import ChoiceRow
from relaxapp.ui.sections.look import text_row
from relaxapp.ui.sections.row import Row, Wording
from relaxapp.ui.sections.sound import player_row
from relaxapp.ui.sections.switch_row import SwitchRow
from relaxapp.ui.sections.units import at_hour, days_a_week, minutes_a_week, share_in_percent
from relaxapp.ui.sections.voice import pace_row, voice_row
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.settings import PlayerChoice
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.sections.number_row import NumberRow
    from relaxapp.ui.theme import Theme

R = TypeVar("R", bound=Row)


@pytest.fixture
def pace(choices: Choices, theme: Theme, qtbot: QtBot) -> NumberRow:
    return _shown(pace_row(choices, theme), qtbot)


def _shown(row: R, qtbot: QtBot) -> R:
    qtbot.addWidget(row)
    row.resize(700, 60)
    row.show()
    return row


def test_a_switch_is_switched_and_follows_what_is_chosen_elsewhere(
    choices: Choices, theme: Theme, qtbot: QtBot
) -> None:
    row = _shown(voice_row(choices, theme), qtbot)
    assert not row.switch.isChecked()
    click(row.switch)
    assert choices.settings.voice_on
    choices.change(voice_on=False)
    assert not row.switch.isChecked()


def test_a_switch_can_ask_the_other_way_round(choices: Choices, theme: Theme, qtbot: QtBot) -> None:
    row = SwitchRow(
        choices,
        "no_tensing",
        Wording("Tensing"),
        theme,
        words=("done", "imagined"),
        is_reversed=True,
    )
    _shown(row, qtbot)
    assert row.switch.accessibleName() == "Tensing: done"
    press(row.switch, Qt.Key.Key_Space)
    assert choices.settings.no_tensing
    assert row.switch.accessibleName() == "Tensing: imagined"


def test_the_pace_goes_from_90_to_130_in_steps_of_5(pace: NumberRow, choices: Choices) -> None:
    press(pace.slider, Qt.Key.Key_Home)
    assert choices.settings.words_per_minute == 90
    press(pace.slider, Qt.Key.Key_Right)
    assert choices.settings.words_per_minute == 95
    press(pace.slider, Qt.Key.Key_End)
    assert choices.settings.words_per_minute == 130


def test_a_number_is_said_to_a_screen_reader_with_its_unit(pace: NumberRow) -> None:
    assert pace.slider.accessibleName() == "Pace: 115 words a minute"
    assert "slower by itself" in pace.slider.accessibleDescription()
    press(pace.slider, Qt.Key.Key_Left)
    assert pace.slider.accessibleName() == "Pace: 110 words a minute"


def test_while_the_mouse_holds_the_slider_only_the_figure_follows(
    pace: NumberRow, choices: Choices
) -> None:
    pace.slider.setSliderDown(True)
    pace.slider.setSliderPosition(2)
    assert pace.words == "100 words a minute"
    assert choices.settings.words_per_minute == 115
    pace.slider.setSliderDown(False)
    assert choices.settings.words_per_minute == 100


def test_a_number_between_two_places_is_shown_and_kept_as_it_is(
    pace: NumberRow, choices: Choices
) -> None:
    choices.change(words_per_minute=113)
    assert pace.words == "113 words a minute"
    assert choices.settings.words_per_minute == 113


def test_scrolling_over_a_slider_changes_nothing(pace: NumberRow, choices: Choices) -> None:
    wheel = QWheelEvent(
        QPointF(9, 9),
        QPointF(9, 9),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(pace.slider, wheel)
    assert choices.settings.words_per_minute == 115
    assert not wheel.isAccepted()


def test_the_size_of_text_is_shown_at_once_and_kept_when_the_slider_rests(
    choices: Choices, theme: Theme, qtbot: QtBot
) -> None:
    row = _shown(text_row(choices, theme), qtbot)
    for _ in range(3):
        press(row.slider, Qt.Key.Key_Right)
    assert row.words == "130 %"
    assert row.sample_px == 21
    assert choices.settings.text_percent == 100
    # The pause is over.
    row._pause.timeout.emit()
    assert choices.settings.text_percent == 130


def test_a_size_chosen_a_moment_ago_is_kept_when_the_page_is_left(
    choices: Choices, theme: Theme, qtbot: QtBot
) -> None:
    row = _shown(text_row(choices, theme), qtbot)
    press(row.slider, Qt.Key.Key_End)
    row.hide()
    assert choices.settings.text_percent == 200


@pytest.mark.parametrize("player", ["auto", "miniaudio", "simpleaudio"])
def test_one_of_several_things_is_chosen(
    player: PlayerChoice, choices: Choices, theme: Theme, qtbot: QtBot
) -> None:
    row = _shown(player_row(choices, theme), qtbot)
    row.button.chosen.emit(player)
    assert choices.settings.player == player
    checked = [action.text() for action in row.button.menu().actions() if action.isChecked()]
    assert checked == [{"auto": "what works"}.get(player, player)]


def test_the_button_says_what_is_chosen(choices: Choices, theme: Theme, qtbot: QtBot) -> None:
    row = _shown(player_row(choices, theme), qtbot)
    choices.change(player="silent")
    assert row.button.accessibleName() == "Heard through: nothing, in silence"


def test_what_comes_and_goes_is_asked_when_the_list_opens(
    choices: Choices, theme: Theme, qtbot: QtBot
) -> None:
    asked: list[str] = []
    screens = [("HDMI-1", "HDMI-1")]

    def more() -> list[tuple[str, str]]:
        asked.append("asked")
        return screens

    row = ChoiceRow(
        choices,
        "session_screen",
        Wording("Screen"),
        theme,
        offered=(("", "this one"),),
        more=more,
    )
    _shown(row, qtbot)
    assert not asked
    row.button.menu().aboutToShow.emit()
    assert [action.text() for action in row.button.menu().actions()] == ["this one", "HDMI-1"]
    screens.append(("DP-2", "DP-2"))
    row.button.menu().aboutToShow.emit()
    assert [action.text() for action in row.button.menu().actions()][2:] == ["DP-2"]


def test_what_was_chosen_and_is_gone_is_named_all_the_same(
    choices: Choices, theme: Theme, qtbot: QtBot
) -> None:
    choices.change(session_screen="HDMI-1")
    row = ChoiceRow(
        choices, "session_screen", Wording("Screen"), theme, offered=(("", "this one"),)
    )
    _shown(row, qtbot)
    assert row.button.accessibleName() == "Screen: HDMI-1"


def test_areas_are_chosen_one_after_the_other_while_the_list_stays(
    choices: Choices, theme: Theme, qtbot: QtBot
) -> None:
    row = _shown(AreaRow(choices, "left_out", Wording("Left out"), theme), qtbot)
    menu = row.button.menu()
    menu.popup(QPoint(0, 0))
    by_text = {action.text(): action for action in menu.actions()}
    QTest.mouseClick(
        menu,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        menu.actionGeometry(by_text["Neck"]).center(),
    )
    menu.setActiveAction(by_text["Jaw"])
    press(menu, Qt.Key.Key_Space)
    assert menu.isVisible()
    assert choices.settings.left_out == (Area.NECK.value, Area.JAW.value)
    assert row.button.accessibleName() == "Left out: jaw, neck"
    press(menu, Qt.Key.Key_Escape)
    assert not menu.isVisible()


def test_the_control_goes_below_the_label_where_there_is_no_width(
    choices: Choices, theme: Theme, qtbot: QtBot
) -> None:
    row = _shown(pace_row(choices, theme), qtbot)
    QApplication.processEvents()
    assert row.slider.mapTo(row, QPoint()).x() > 300
    row.resize(400, 160)
    QApplication.processEvents()
    assert row.slider.mapTo(row, QPoint()).x() == 0


def test_every_value_has_its_unit() -> None:
    assert share_in_percent(0.8) == "80 %"
    assert share_in_percent(0) == "off"
    assert days_a_week(1) == "1 day a week"
    assert days_a_week(5) == "5 days a week"
    assert minutes_a_week(0) == "no aim"
    assert minutes_a_week(90) == "90 minutes a week"
    assert at_hour(4).startswith(("4", "04"))
