"""Tests of the card that says whether sessions are spoken, and how fast."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relaxapp.ui.pages.pace_card import PaceCard
from tests.ui.pressing import click

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme


@pytest.fixture
def card(choices: Choices, theme: Theme, qtbot: QtBot) -> PaceCard:
    card = PaceCard(choices, theme)
    qtbot.addWidget(card)
    card.show()
    return card


def test_the_voice_is_switched_on_and_off(card: PaceCard, choices: Choices) -> None:
    assert not card.voice.isChecked()
    click(card.voice)
    assert choices.settings.voice_on
    choices.change(voice_on=False)
    assert not card.voice.isChecked()


def test_the_pace_goes_from_90_to_130_in_steps_of_5(card: PaceCard, choices: Choices) -> None:
    QTest.keyClick(card.slider, Qt.Key.Key_Home)
    assert choices.settings.words_per_minute == 90
    QTest.keyClick(card.slider, Qt.Key.Key_Right)
    assert choices.settings.words_per_minute == 95
    QTest.keyClick(card.slider, Qt.Key.Key_End)
    assert choices.settings.words_per_minute == 130


def test_the_pace_is_said_to_a_screen_reader(card: PaceCard) -> None:
    assert card.slider.accessibleName() == "Pace: 115 words a minute"
    QTest.keyClick(card.slider, Qt.Key.Key_Left)
    assert card.slider.accessibleName() == "Pace: 110 words a minute"


def test_while_the_mouse_holds_the_slider_only_the_figure_follows(
    card: PaceCard, choices: Choices
) -> None:
    card.slider.setSliderDown(True)
    card.slider.setSliderPosition(20)
    assert card._pace.text() == "100"
    assert choices.settings.words_per_minute == 115
    card.slider.setSliderDown(False)
    assert choices.settings.words_per_minute == 100


def test_a_pace_between_two_places_is_shown_and_kept_as_it_is(
    card: PaceCard, choices: Choices
) -> None:
    choices.change(words_per_minute=113)
    assert card._pace.text() == "113"
    assert choices.settings.words_per_minute == 113
