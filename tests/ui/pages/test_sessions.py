"""Tests of the sessions page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relaxapp.script.library import Library
from relaxapp.ui.pages.cards import Card, ProblemCard
from relaxapp.ui.pages.sessions import SessionsPage
from relaxapp.ui.pages.suggestion import Suggestion
from relaxapp.ui.shelves import offers

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QAbstractButton, QLabel
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.pages.offer import Offer
    from relaxapp.ui.theme import Theme

PROPOSAL = Suggestion("breath", "Tonight", "You practised this last.")


@pytest.fixture
def shown(scripts: Path) -> tuple[Offer, ...]:
    return offers(Library((scripts,)))


@pytest.fixture
def page(theme: Theme, shown: tuple[Offer, ...], qtbot: QtBot) -> SessionsPage:
    page = SessionsPage(theme)
    qtbot.addWidget(page)
    page.resize(1000, 800)
    page.show_offers(shown, PROPOSAL)
    page.show()
    return page


def _titles(page: SessionsPage) -> list[str]:
    return [card.text() for card in page.grid.shown if isinstance(card, Card)]


def _chip(page: SessionsPage, text: str) -> QAbstractButton:
    return next(chip for chip in page.chips if chip.text() == text)


def _greeting(page: SessionsPage) -> QLabel:
    return page._greeting


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [
        (3, "Good evening"),
        (4, "Good morning"),
        (12, "Good afternoon"),
        (18, "Good evening"),
    ],
)
def test_the_greeting_goes_with_the_hour(page: SessionsPage, hour: int, greeting: str) -> None:
    page.greet(hour)
    assert _greeting(page).text() == greeting


def test_scripts_are_cards_and_what_cannot_be_read_comes_last(page: SessionsPage) -> None:
    assert _titles(page) == ["Shoulders and jaw", "Long breath out", "broken.relax"]


def test_there_is_a_chip_for_each_technique_that_is_there(page: SessionsPage) -> None:
    assert [chip.text() for chip in page.chips] == ["All", "Muscles", "Breathing", "Mine"]


def test_without_scripts_of_ones_own_there_is_no_chip_for_them(
    page: SessionsPage, repository: Path
) -> None:
    page.show_offers(offers(Library((repository / "scripts",))), None)
    assert "Mine" not in [chip.text() for chip in page.chips]


def test_a_chip_leaves_only_its_technique_and_all_brings_the_rest_back(page: SessionsPage) -> None:
    QTest.mouseClick(_chip(page, "Breathing"), Qt.MouseButton.LeftButton)
    assert _titles(page) == ["Long breath out"]
    assert page.suggestion.isHidden()
    QTest.mouseClick(_chip(page, "All"), Qt.MouseButton.LeftButton)
    assert len(_titles(page)) == 3
    assert page.suggestion.isVisible()


def test_the_search_finds_words_of_the_title_the_line_below_and_the_technique(
    page: SessionsPage,
) -> None:
    for typed, found in (
        ("SHOUL", ["Shoulders and jaw"]),
        ("worry", ["Shoulders and jaw"]),
        ("out breathing", ["Long breath out"]),
        ("nothing at all", []),
    ):
        page.search.clear()
        QTest.keyClicks(page.search, typed)
        assert _titles(page) == found


def test_a_search_without_a_find_says_so(page: SessionsPage) -> None:
    page.search.setText("zzz")
    assert page._nothing.isVisible()
    page.search.clear()
    assert not page._nothing.isVisible()


def test_enter_in_the_search_goes_to_the_first_card_found(page: SessionsPage, qtbot: QtBot) -> None:
    page.search.setFocus()
    QTest.keyClicks(page.search, "breath")
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.focusWidget() is page.grid.shown[0])


def test_a_card_opens_its_script(page: SessionsPage, qtbot: QtBot) -> None:
    card = page.grid.shown[0]
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.keyClick(card, Qt.Key.Key_Space)
    assert chosen.args is not None
    assert chosen.args[0].title == "Shoulders and jaw"


def test_the_proposal_gives_its_reason_and_its_button_opens_it(
    page: SessionsPage, qtbot: QtBot
) -> None:
    assert page.suggestion.button.accessibleName() == "Look at Long breath out"
    assert page.suggestion.button.accessibleDescription() == PROPOSAL.reason
    with qtbot.waitSignal(page.chosen) as chosen:
        QTest.mouseClick(page.suggestion.button, Qt.MouseButton.LeftButton)
    assert chosen.args is not None
    assert chosen.args[0].script_id == "breath"


def test_a_script_that_cannot_be_read_says_what_is_wrong_with_its_line(page: SessionsPage) -> None:
    card = page.grid.shown[-1]
    assert isinstance(card, ProblemCard)
    assert card.accessibleName() == "broken.relax needs a correction"
    assert card.accessibleDescription().startswith("Line 7: there is no cue 'breeth'.")
    assert card.accessibleDescription().endswith("and 1 more")


def test_what_was_opened_last_has_the_focus_when_one_comes_back(
    page: SessionsPage, shown: tuple[Offer, ...]
) -> None:
    QTest.keyClick(page.grid.shown[1], Qt.Key.Key_Space)
    page.show_offers(shown, PROPOSAL)
    page.take_focus()
    assert page.focusWidget() is page.grid.shown[1]


def test_the_arrow_keys_bring_a_card_into_sight(page: SessionsPage) -> None:
    page.resize(1000, 400)
    page.grid.shown[0].setFocus()
    QTest.keyClick(page.grid.shown[0], Qt.Key.Key_Right)
    before = page._area.verticalScrollBar().value()
    page.resize(500, 400)
    QTest.keyClick(page.grid.shown[1], Qt.Key.Key_Down)
    assert page._area.verticalScrollBar().value() > before
    last = page.grid.shown[2]
    assert page.rect().contains(last.mapTo(page, last.rect().center()))


def test_a_chip_stays_chosen_while_the_scripts_are_read_anew(
    page: SessionsPage, shown: tuple[Offer, ...]
) -> None:
    QTest.mouseClick(_chip(page, "Muscles"), Qt.MouseButton.LeftButton)
    page.show_offers(shown, PROPOSAL)
    assert _titles(page) == ["Shoulders and jaw"]


def test_without_any_script_the_page_says_how_to_get_one(page: SessionsPage) -> None:
    page.show_offers((), None)
    assert "Ctrl+O" in page._nothing.text()
    assert page._nothing.isVisible()
