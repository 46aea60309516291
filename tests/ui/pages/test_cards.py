"""Tests of the cards: what they say, and the two buttons on them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from relaxapp.script.parser import parse
from relaxapp.ui.pages.card_words import practised
from relaxapp.ui.pages.cards import SessionCard
from relaxapp.ui.pages.offer import Offer
from relaxapp.ui.theme import theme_for
from tests.ui.house import BREATH
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme

OFFER = Offer(script_id="breath", path=Path("breath.relax"), script=parse(BREATH, "breath"))


@pytest.fixture
def make(qtbot: QtBot, theme: Theme) -> Iterator[Callable[[Offer], SessionCard]]:
    """Puts a card of an offer into a room that can have the focus as well."""
    rooms = []

    def made(offer: Offer) -> SessionCard:
        room = QWidget()
        rooms.append(room)
        qtbot.addWidget(room)
        room.resize(500, 400)
        elsewhere = QPushButton("Elsewhere", room)
        card = SessionCard(offer, theme, room)
        card.resize(card.sizeHint())
        card.move(100, 100)
        room.show()
        elsewhere.setFocus()
        return card

    yield made
    rooms.clear()


@pytest.fixture
def card(make: Callable[[Offer], SessionCard]) -> SessionCard:
    return make(OFFER)


def _hover(card: SessionCard, *, over: bool) -> None:
    card.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, over)
    here = QPointF(9, 9)
    event = QEnterEvent(here, here, here) if over else QEvent(QEvent.Type.Leave)
    QApplication.sendEvent(card, event)


@pytest.mark.parametrize(
    ("days_ago", "words"),
    [
        (None, ""),
        (0, "today"),
        (1, "yesterday"),
        (2, "2 days ago"),
        (13, "13 days ago"),
        (14, "2 weeks ago"),
        (27, "3 weeks ago"),
    ],
)
def test_when_it_was_practised_is_told_in_plain_words(days_ago: int | None, words: str) -> None:
    assert practised(days_ago) == words


def test_a_card_is_read_out_in_one_line(make: Callable[[Offer], SessionCard]) -> None:
    card = make(replace(OFFER, is_favourite=True, days_ago=1, chosen_minutes=8.0))
    assert card.accessibleName() == (
        "Long breath out, breathing, 8 min, favourite, practised yesterday"
    )
    assert card.accessibleDescription() == "Four in, six out."


def test_the_button_that_starts_is_there_while_the_mouse_is_over_the_card(
    card: SessionCard,
) -> None:
    assert not card.play.isVisible()
    _hover(card, over=True)
    assert card.play.isVisible()
    _hover(card, over=False)
    assert not card.play.isVisible()


def test_the_button_that_starts_is_there_while_the_card_has_the_focus(card: SessionCard) -> None:
    card.setFocus()
    assert card.play.isVisible()
    elsewhere = card.window().findChild(QPushButton)
    assert elsewhere is not None
    elsewhere.setFocus()
    assert not card.play.isVisible()


def test_the_button_starts_the_session_and_does_not_open_its_sheet(
    card: SessionCard, qtbot: QtBot
) -> None:
    _hover(card, over=True)
    assert card.play.accessibleName() == "Start Long breath out, 5 min"
    with qtbot.assertNotEmitted(card.chosen), qtbot.waitSignal(card.start_asked) as asked:
        click(card.play)
    assert asked.args == [OFFER]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_ctrl_and_enter_start_the_session(card: SessionCard, key: Qt.Key, qtbot: QtBot) -> None:
    card.setFocus()
    with qtbot.assertNotEmitted(card.chosen), qtbot.waitSignal(card.start_asked):
        press(card, key, Qt.KeyboardModifier.ControlModifier)


def test_the_card_itself_opens_the_sheet(card: SessionCard, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(card.start_asked), qtbot.waitSignal(card.chosen) as chosen:
        click(card)
    assert chosen.args == [OFFER]


def test_the_star_makes_the_script_a_favourite_and_takes_it_back(
    card: SessionCard, qtbot: QtBot
) -> None:
    _hover(card, over=True)
    with qtbot.assertNotEmitted(card.chosen), qtbot.waitSignal(card.favourite_toggled) as toggled:
        click(card.star)
    assert toggled.args is not None
    assert toggled.args[0].is_favourite
    assert "favourite" in card.accessibleName()
    with qtbot.waitSignal(card.favourite_toggled) as toggled:
        press(card, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert toggled.args is not None
    assert not toggled.args[0].is_favourite
    assert not card.star.isChecked()


def test_the_star_of_a_favourite_is_always_seen_and_that_of_others_only_when_near(
    make: Callable[[Offer], SessionCard],
) -> None:
    dear = make(replace(OFFER, is_favourite=True))
    assert dear.star.isVisible()
    assert dear.star.isChecked()
    other = make(OFFER)
    assert not other.star.isVisible()
    _hover(other, over=True)
    assert other.star.isVisible()


def test_a_star_moves_nothing(card: SessionCard) -> None:
    _hover(card, over=True)
    before = (card.geometry(), card.play.geometry(), card.star.geometry())
    click(card.star)
    assert (card.geometry(), card.play.geometry(), card.star.geometry()) == before


def test_the_buttons_of_a_card_are_no_stops_for_tab(card: SessionCard) -> None:
    card.setFocus()
    for button in (card.play, card.star):
        assert button.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_a_card_that_nobody_came_near_has_made_no_buttons(card: SessionCard) -> None:
    card.grab()
    assert card.findChildren(QWidget) == []


def test_a_long_title_takes_a_second_line_instead_of_being_cut(
    make: Callable[[Offer], SessionCard], theme: Theme
) -> None:
    assert OFFER.script is not None
    title = "Shoulders, neck and jaw between two meetings"
    long = make(replace(OFFER, script=replace(OFFER.script, title=title)))
    picture, short = long.grab().toImage(), make(OFFER).grab().toImage()
    # The second line of the title is white where the line below a short title is dim.
    rows = range(92 + 38, 92 + 54)
    bright = [
        sum(image.pixelColor(x, y).lightness() > 220 for x in range(20, 292) for y in rows)
        for image in (picture, short)
    ]
    assert bright[0] > 50 > bright[1]


@pytest.mark.parametrize("percent", [80, 100, 200])
@pytest.mark.parametrize("contrast", ["usual", "high"])
def test_everything_on_a_card_lies_within_it_at_any_size_of_text(
    qtbot: QtBot, percent: int, contrast: str
) -> None:
    theme = theme_for("night", text_percent=percent, high_contrast=contrast == "high")
    card = SessionCard(replace(OFFER, is_favourite=True), theme)
    qtbot.addWidget(card)
    card.resize(card.sizeHint())
    card.show()
    for button in (card.play, card.star):
        assert card.rect().contains(button.geometry())
    assert not card.play.geometry().intersects(card.star.geometry())
    assert not card.grab().isNull()
