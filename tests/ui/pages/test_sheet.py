"""Tests of the sheet of a session before it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from relaxapp.session.studio import Studio
from relaxapp.ui.pages.lengths import in_words
from relaxapp.ui.pages.sheet import SheetPage
from relaxapp.ui.pages.wish import Wish
from relaxapp.ui.shelves import offer_of_file

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from relaxapp.settings import SettingsFile
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.pages.one_choice import OneChoice
    from relaxapp.ui.theme import Theme


@pytest.fixture
def page(
    choices: Choices, theme: Theme, repository: Path, tmp_path: Path, qtbot: QtBot
) -> SheetPage:
    studio = Studio(
        audio=repository / "audio",
        cache=tmp_path,
        settings=lambda: choices.settings,
        voices=tmp_path / "voices",
    )
    page = SheetPage(
        choices=choices, fit=studio.fitting, own_sounds=lambda: ("my river.flac",), theme=theme
    )
    qtbot.addWidget(page)
    page.resize(1060, 800)
    page.show()
    return page


def _texts(page: SheetPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def _left_out(choices: Choices) -> set[str]:
    return set(choices.settings.left_out)


def _seconds(time: str) -> int:
    minutes, seconds = time.split(":")
    return 60 * int(minutes) + int(seconds)


def test_the_sheet_says_what_the_script_says_about_itself(page: SheetPage, scripts: Path) -> None:
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    texts = "\n".join(_texts(page))
    for text in (
        "Shoulders and jaw",
        "Where worry sits.",
        "Leave out what hurts.",
        "Short form of a method with moderate evidence.",
        "A well known method, shortened",
        "by A. Therapist",
        "Stop if anything feels wrong.",
    ):
        assert text in texts


def test_the_slider_begins_at_the_minutes_the_script_is_meant_for(
    page: SheetPage, scripts: Path
) -> None:
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    assert page.minutes.seconds == 180
    assert "3 minutes" in _texts(page)


def test_the_length_chosen_last_time_is_offered_again(
    page: SheetPage, scripts: Path, choices: Choices
) -> None:
    choices.change(minutes_by_script={"shoulders": 4.0})
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    assert page.minutes.seconds == 240


def test_the_times_of_the_steps_follow_the_slider_and_add_up(
    page: SheetPage, scripts: Path
) -> None:
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    before = page.steps.shown
    QTest.keyClick(page.minutes.slider, Qt.Key.Key_Right)
    after = page.steps.shown
    assert page.minutes.seconds == 210
    assert [row[0] for row in after] == [row[0] for row in before]
    assert after[0][2] != before[0][2]
    # Each time is cut to whole seconds.
    assert 0 <= 210 - sum(_seconds(row[2]) for row in after) <= len(after)


def test_the_ends_of_the_slider_are_exactly_those_of_the_script(
    page: SheetPage, scripts: Path
) -> None:
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    assert page._fitting is not None
    QTest.keyClick(page.minutes.slider, Qt.Key.Key_End)
    assert page.minutes.seconds == page._fitting.longest_frames / 48_000
    QTest.keyClick(page.minutes.slider, Qt.Key.Key_Home)
    assert page.minutes.seconds == page._fitting.shortest_frames / 48_000


def test_the_slider_says_its_minutes_to_a_screen_reader(page: SheetPage, scripts: Path) -> None:
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    assert page.minutes.slider.accessibleName() == "How long do you have? 3 minutes"


def test_a_length_that_whole_breaths_cannot_meet_is_shown_as_it_is(
    page: SheetPage, scripts: Path
) -> None:
    page.show_offer(offer_of_file(scripts / "breath.relax"))
    assert page._fitting is not None
    length = page._fitting.fit(page.minutes.seconds).length / 48_000
    assert abs(length - page.minutes.seconds) > 1
    assert page.minutes._figure.text() == in_words(length)


def test_a_script_of_one_length_has_no_slider(page: SheetPage, tmp_path: Path) -> None:
    path = tmp_path / "fixed.relax"
    path.write_text(
        "Title: Fixed\nTechnique: t\nMinutes: 1\n\n# Start\n\nSit.\n\n[pause 60s]\n\n"
        "# Return\n\n[pause 30s]\n\nOpen your eyes.\n"
    )
    page.show_offer(offer_of_file(path))
    assert not page.minutes.slider.isVisible()
    assert "This session takes" in _texts(page)


def test_start_hands_over_the_script_and_the_length(
    page: SheetPage, scripts: Path, qtbot: QtBot
) -> None:
    offer = offer_of_file(scripts / "shoulders.relax")
    page.show_offer(offer)
    with qtbot.waitSignal(page.start_asked) as asked:
        QTest.mouseClick(page.start_button, Qt.MouseButton.LeftButton)
    assert asked.args == [Wish(offer, 180)]


def test_no_breath_holds_is_chosen_here_kept_and_shown_at_once(
    page: SheetPage, scripts: Path, choices: Choices, settings_file: SettingsFile
) -> None:
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    words_before = {row[0]: row[1] for row in page.steps.shown}
    page.fit_card.holds.click()
    words = {row[0]: row[1] for row in page.steps.shown}
    assert words_before["Breathe"].startswith("in 4, hold 2, out 6")
    assert words["Breathe"].startswith("in 4, out 6")
    assert choices.settings.no_breath_holds
    assert settings_file.load().no_breath_holds


def test_without_tensing_every_tension_is_imagined(
    page: SheetPage, scripts: Path, choices: Choices
) -> None:
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    page.fit_card.tensing.click()
    assert choices.settings.no_tensing
    assert page.fit_card.imagined.text() == "everything"
    assert not any("tense" in row[1] for row in page.steps.shown)


def test_the_voice_is_switched_here(page: SheetPage, scripts: Path, choices: Choices) -> None:
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    page.fit_card.voice.click()
    assert choices.settings.voice_on


def test_left_out_areas_are_named_and_their_steps_are_gone(
    page: SheetPage, scripts: Path, choices: Choices
) -> None:
    choices.change(left_out=("jaw", "left foot"))
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    assert page.fit_card.left_out.text() == "jaw"
    assert page.fit_card.left_out.accessibleName() == "Left out: jaw"
    assert "Jaw" not in [row[0] for row in page.steps.shown]


def test_an_area_is_left_out_and_taken_in_again_here(
    page: SheetPage, scripts: Path, choices: Choices
) -> None:
    choices.change(left_out=("left foot",))
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    actions = {action.text(): action for action in page.fit_card.left_out.menu().actions()}
    assert list(actions) == ["Jaw", "Right shoulder", "Left shoulder"]
    actions["Jaw"].trigger()
    assert _left_out(choices) == {"left foot", "jaw"}
    assert "Jaw" not in [row[0] for row in page.steps.shown]
    actions["Jaw"].trigger()
    assert _left_out(choices) == {"left foot"}
    assert "Jaw" in [row[0] for row in page.steps.shown]


def test_the_tensing_of_one_area_is_only_imagined(
    page: SheetPage, scripts: Path, choices: Choices
) -> None:
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    actions = {action.text(): action for action in page.fit_card.imagined.menu().actions()}
    actions["Jaw"].trigger()
    assert choices.settings.imagined == ("jaw",)
    assert {row[0]: row[1] for row in page.steps.shown}["Jaw"] == "let go, notice jaw"


def test_many_areas_are_counted(page: SheetPage, scripts: Path, choices: Choices) -> None:
    choices.change(left_out=("jaw", "left shoulder", "right shoulder"))
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    assert page.fit_card.left_out.text() == "jaw, right shoulder and 1 more"


def test_the_ambience_is_chosen_here_and_the_script_can_be_followed_again(
    page: SheetPage, scripts: Path, choices: Choices, settings_file: SettingsFile
) -> None:
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    button = page.fit_card.ambience
    actions = {action.text(): action for action in button.menu().actions()}
    texts = list(actions)
    assert texts[:3] == ["as the script says (rain)", "none", "rain"]
    assert texts[-1] == "my river"
    assert actions[texts[0]].isChecked()
    assert button.text() == "rain"
    for text, kept in (("ocean", "ocean"), ("my river", "my river.flac"), (texts[0], "script")):
        actions[text].trigger()
        assert settings_file.load().ambience == kept
        assert actions[text].isChecked()
        assert button.text() == ("rain" if kept == "script" else text)
        assert button.accessibleName() == f"Ambience: {button.text()}"


def test_the_character_of_the_cues_is_chosen_here(
    page: SheetPage, scripts: Path, choices: Choices
) -> None:
    page.show_offer(offer_of_file(scripts / "breath.relax"))
    actions = {action.text(): action for action in page.fit_card.cues.menu().actions()}
    assert list(actions) == ["bowls", "wood", "soft tones", "none"]
    actions["wood"].trigger()
    assert choices.settings.cues == "wood"
    assert page.fit_card.cues.accessibleName() == "Cues: wood"
    assert [text for text, action in actions.items() if action.isChecked()] == ["wood"]


def test_a_long_name_is_cut_short_on_the_button_but_said_whole(
    page: SheetPage, scripts: Path, choices: Choices
) -> None:
    name = "The river by the old mill in the last week of a very long summer"
    choices.change(ambience=f"{name}.flac")
    page.show_offer(offer_of_file(scripts / "breath.relax"))
    button = page.fit_card.ambience
    assert button.text().startswith("The river")
    assert button.text().endswith("…")
    assert button.accessibleName() == f"Ambience: {name}"


def test_an_ambience_that_has_gone_is_still_named_and_nothing_else_is_marked(
    page: SheetPage, scripts: Path, choices: Choices
) -> None:
    choices.change(ambience="ocean")
    page.show_offer(offer_of_file(scripts / "breath.relax"))
    choices.change(ambience="old.flac")
    assert page.fit_card.ambience.text() == "old"
    assert not any(action.isChecked() for action in page.fit_card.ambience.menu().actions())


def test_only_what_bears_on_the_script_is_listed(page: SheetPage, scripts: Path) -> None:
    page.show_offer(offer_of_file(scripts / "breath.relax"))
    texts = _texts(page)
    assert "Voice" in texts
    assert "Tensing" not in texts
    assert "Breath holds" not in texts


def test_a_script_with_errors_shows_each_with_its_line_and_cannot_be_started(
    page: SheetPage, scripts: Path, qtbot: QtBot
) -> None:
    page.show_offer(offer_of_file(scripts / "broken.relax"))
    shown = page._problems.shown
    assert shown[0].startswith("Line 7: there is no cue 'breeth'")
    assert any(line.startswith("Line 10: ") for line in shown)
    assert not page.start_button.isVisible()
    with qtbot.assertNotEmitted(page.start_asked):
        page._start()


def test_warnings_are_remarks_and_keep_nobody_from_starting(page: SheetPage, scripts: Path) -> None:
    page.show_offer(offer_of_file(scripts / "breath.relax"))
    assert "A few remarks for the author of this script" in _texts(page)
    assert page.start_button.isVisible()


def test_a_good_script_after_a_broken_one_is_shown_whole(page: SheetPage, scripts: Path) -> None:
    page.show_offer(offer_of_file(scripts / "broken.relax"))
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    assert page.start_button.isVisible()
    assert page.steps.isVisible()
    assert not any("breeth" in text for text in _texts(page))


def test_a_file_that_is_not_there_says_so(page: SheetPage, tmp_path: Path) -> None:
    page.show_offer(offer_of_file(tmp_path / "gone.relax"))
    assert "there is no file" in page._problems.shown[0]


def _eyed(tmp_path: Path) -> Path:
    """A script that knows hands and eyes."""
    path = tmp_path / "eyed.relax"
    path.write_text(
        "Title: Eyed\nTechnique: body scan\nMinutes: 1\n\n"
        "# {eyes closed: Within}{eyes open: Around}\n\nSit.\n\n"
        "[notice dominant hand for 20s to 60s]\nYour {dominant} hand.\n\n"
        "# Return\n\n[pause 10s]\n{eyes closed: Open your eyes.}\n",
        encoding="utf-8",
    )
    return path


def _choose(button: OneChoice, text: str) -> None:
    next(action for action in button.menu().actions() if action.text() == text).trigger()


def test_the_stronger_hand_is_chosen_here_and_kept(
    page: SheetPage, tmp_path: Path, settings_file: SettingsFile
) -> None:
    page.show_offer(offer_of_file(_eyed(tmp_path)))
    button = page.fit_card.hand
    assert button.accessibleName() == "Stronger hand: right"
    _choose(button, "left")
    assert settings_file.load().stronger_hand == "left"
    assert (button.text(), button.accessibleName()) == ("left", "Stronger hand: left")
    assert dict(row[:2] for row in page.steps.shown)["Within"] == "notice left hand"


def test_eyes_that_stay_open_are_chosen_here_and_the_session_is_worded_for_them(
    page: SheetPage, tmp_path: Path, settings_file: SettingsFile
) -> None:
    page.show_offer(offer_of_file(_eyed(tmp_path)))
    button = page.fit_card.eyes
    assert button.accessibleName() == "Eyes: may close"
    _choose(button, "stay open")
    assert settings_file.load().eyes_open
    assert button.accessibleName() == "Eyes: stay open"
    assert [row[0] for row in page.steps.shown] == ["Around", "Return"]
    _choose(button, "may close")
    assert not settings_file.load().eyes_open
    assert [row[0] for row in page.steps.shown] == ["Within", "Return"]


def test_hands_and_eyes_are_asked_for_only_where_they_matter(
    page: SheetPage, scripts: Path, tmp_path: Path
) -> None:
    card = page.fit_card
    page.show_offer(offer_of_file(_eyed(tmp_path)))
    assert (card.hand.isVisible(), card.eyes.isVisible()) == (True, True)
    page.show_offer(offer_of_file(scripts / "shoulders.relax"))
    assert (card.hand.isVisible(), card.eyes.isVisible()) == (False, False)


def test_the_choices_of_a_person_are_made_by_keyboard_alone(
    page: SheetPage, tmp_path: Path, choices: Choices
) -> None:
    page.show_offer(offer_of_file(_eyed(tmp_path)))
    for button, word in ((page.fit_card.hand, "left"), (page.fit_card.eyes, "stay open")):
        assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
        menu = button.menu()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        QTest.keyClick(menu, Qt.Key.Key_Up)
        active = menu.activeAction()
        assert active is not None
        assert active.text() == word
        QTest.keyClick(menu, Qt.Key.Key_Return)
    assert (choices.settings.stronger_hand, choices.settings.eyes_open) == ("left", True)


def test_the_breath_can_be_made_ones_own_and_everything_follows(
    page: SheetPage, scripts: Path, choices: Choices
) -> None:
    page.show_offer(offer_of_file(scripts / "breath.relax"))
    assert not page._breath_now.isVisible()
    page.breath_card.steppers["exhale"].more.click()
    page.breath_card.steppers["inhale"].more.click()
    assert "Now: 4.5 in, 6.5 out" in _texts(page)
    assert "in 4.5, out 6.5" in page.steps.shown[0][1]
    page.breath_card.as_scripted.click()
    assert not page._breath_now.isVisible()
    assert "in 4, out 6" in page.steps.shown[0][1]
    assert choices.settings.breath_by_script == {}


def test_a_script_that_cannot_be_read_has_no_breath_to_change(
    page: SheetPage, scripts: Path, choices: Choices
) -> None:
    choices.replace(choices.settings.with_breath("breath", {"inhale": 5, "exhale": 7}))
    page.show_offer(offer_of_file(scripts / "breath.relax"))
    assert page.breath_card.isVisible()
    assert page._breath_now.isVisible()
    page.show_offer(offer_of_file(scripts / "broken.relax"))
    assert not page.breath_card.isVisible()
    assert not page._breath_now.isVisible()


def test_where_there_is_one_column_the_breath_is_in_it(page: SheetPage, scripts: Path) -> None:
    page.resize(560, 800)
    page.show_offer(offer_of_file(scripts / "breath.relax"))
    assert page._left.isAncestorOf(page.breath_card)
    page.resize(1060, 800)
    assert page._right.isAncestorOf(page.breath_card)
