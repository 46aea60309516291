"""Tests of the card in which a voice is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QRadioButton

from relaxapp.sound.voice.choice import Availability
from relaxapp.ui.listening import Hearing
from relaxapp.ui.pages.voice_card import VoiceCard
from tests.sound.voice.speakers import ToneVoice
from tests.ui.pressing import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pytestqt.qtbot import QtBot

FOUND = (
    Availability("hum", ToneVoice(), "", "A hum"),
    Availability("en_GB-a-low", ToneVoice(), "", "A person", "piper"),
    Availability("flute", None, "The flute is not installed.", "A flute"),
)


@pytest.fixture
def card(qtbot: QtBot) -> VoiceCard:
    card = VoiceCard()
    qtbot.addWidget(card)
    card.show()
    return card


ON_THE_WORD = QPoint(40, 12)
"""A radio button hears a click on its words only, not on the empty room beside them."""


def _show(card: VoiceCard, found: Sequence[Availability], wish: str) -> None:
    card.show_voices(found, wish)
    # What is put into a layout appears with the next turn of Qt's loop.
    QCoreApplication.processEvents()


def _radio(card: VoiceCard, text: str) -> QRadioButton:
    return next(
        radio
        for radio in card.findChildren(QRadioButton)
        if _in_one_line(radio) == text and radio.isVisible()
    )


def _in_one_line(radio: QRadioButton) -> str:
    """What it says, wherever it breaks its lines; that is the matter of how large text is."""
    return " ".join(radio.text().split())


def _texts(card: VoiceCard) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_until_the_voices_are_known_it_says_that_they_are_looked_for(card: VoiceCard) -> None:
    assert "Looking for voices." in _texts(card)
    assert not card.hear_button.isEnabled()
    _show(card, FOUND, "auto")
    assert "Looking for voices." not in _texts(card)
    assert card.hear_button.isEnabled()


def test_what_cannot_be_had_is_shown_with_its_sentence_and_cannot_be_chosen(
    card: VoiceCard,
) -> None:
    _show(card, FOUND, "auto")
    flute = _radio(card, "A flute")
    assert not flute.isEnabled()
    assert flute.accessibleDescription() == "The flute is not installed."
    assert "The flute is not installed." in _texts(card)


@pytest.mark.parametrize(
    ("wish", "marked"),
    [
        ("auto", "The best there is"),
        ("hum", "A hum"),
        ("piper", "A person"),
        ("nobody", "The best there is"),
        ("flute", "A flute"),
    ],
)
def test_what_the_settings_wish_for_is_marked(card: VoiceCard, wish: str, marked: str) -> None:
    _show(card, FOUND, wish)
    assert _radio(card, marked).isChecked()


@pytest.mark.parametrize(
    ("wish", "used"),
    [("auto", "hum"), ("piper", "en_GB-a-low"), ("flute", "hum"), ("nobody", "hum")],
)
def test_the_voice_that_is_heard_is_the_one_that_would_speak(
    card: VoiceCard, wish: str, used: str
) -> None:
    _show(card, FOUND, wish)
    assert card.used is not None
    assert card.used.name == used


def test_the_best_there_is_names_who_that_is(card: VoiceCard) -> None:
    _show(card, FOUND, "auto")
    assert "Now: A hum." in _texts(card)


def test_a_voice_is_chosen_by_mouse_and_by_keys(card: VoiceCard, qtbot: QtBot) -> None:
    _show(card, FOUND, "auto")
    with qtbot.waitSignal(card.chosen) as chosen:
        click(_radio(card, "A hum"), ON_THE_WORD)
    assert chosen.args == ["hum"]
    with qtbot.waitSignal(card.chosen) as chosen:
        QTest.keyClick(_radio(card, "A hum"), Qt.Key.Key_Down)
    assert chosen.args == ["en_GB-a-low"]


def test_the_same_voices_again_leave_the_focus_where_it_is(card: VoiceCard) -> None:
    _show(card, FOUND, "hum")
    radio = _radio(card, "A hum")
    _show(card, FOUND, "hum")
    assert _radio(card, "A hum") is radio
    _show(card, FOUND[1:], "auto")
    assert [_in_one_line(each) for each in card._radios.values()] == [
        "The best there is",
        "A person",
        "A flute",
    ]


def test_without_any_voice_there_is_nothing_to_hear(card: VoiceCard) -> None:
    _show(card, FOUND[2:], "auto")
    assert card.used is None
    assert not card.hear_button.isEnabled()


def test_one_button_lets_the_voice_be_heard_and_stopped(card: VoiceCard, qtbot: QtBot) -> None:
    _show(card, FOUND, "auto")
    with qtbot.waitSignal(card.hear_asked):
        click(card.hear_button)
    card.show_hearing(Hearing.PREPARING)
    assert "One moment, please." in _texts(card)
    card.show_hearing(Hearing.PLAYING)
    assert card.hear_button.text() == "Stop"
    with qtbot.waitSignal(card.stop_asked):
        click(card.hear_button)
    card.show_hearing(Hearing.NOTHING)
    card.show_trouble("No sound device could be opened.")
    assert card.hear_button.accessibleDescription() == "No sound device could be opened."
