"""Tests of what there is to read: what it must say, and the page it is read on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from relaxapp.ui.pages.reading import DOCTOR, HELPS, reading
from relaxapp.ui.pages.reading_page import ReadingPage
from relaxapp.ui.safety import crisis, emergency
from tests.ui.pressing import press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


def _all(name: str) -> str:
    found = reading(name)
    return " ".join([found.about, *(f"{each.heading} {each.text}" for each in found.passages)])


@pytest.mark.parametrize(
    "words",
    [
        "longer than two weeks",
        "more than one place",
        "weak or stiff",
        "Do not stop that medicine",
        "becomes thinner",
        "speaking or swallowing",
        "numbness or fever",
        "blow to the head",
        "no trial of any relaxation method",
        "When in doubt, ask one",
        "turned out otherwise",
        "112",
        "988",
        "116 123",
        "findahelpline.com",
    ],
)
def test_when_to_see_a_doctor_says_what_it_must(words: str) -> None:
    assert words in _all(DOCTOR)


@pytest.mark.parametrize(
    "words",
    [
        "sleep",
        "Caffeine",
        "Alcohol",
        "Water",
        "Hungry",
        "Movement",
        "teeth apart",
        "After I brush my teeth",
        "Short is fine",
        "It does no harm",
        "has not been shown",
        "no better than a dummy",
        "of low quality",
        "a seller of water",
    ],
)
def test_what_else_helps_says_what_it_must_the_unflattering_included(words: str) -> None:
    assert words in _all(HELPS)


def test_whom_to_call_is_the_same_as_among_what_to_heed() -> None:
    passages = [(each.heading, each.text) for each in reading(DOCTOR).passages]
    assert passages[-2:] == [emergency(), crisis()]


@pytest.mark.parametrize("name", [DOCTOR, HELPS])
def test_figures_from_studies_name_their_source_with_its_year(name: str) -> None:
    for each in reading(name).passages:
        if re.search(r"\d people|trials? with|were |in a study", each.text) and each.source:
            assert re.search(r"(19|20)\d\d", each.source), each.heading
        if re.search(r"\d+ (people|young men|beginners)", each.text):
            assert each.source, each.heading


@pytest.mark.parametrize("name", [DOCTOR, HELPS])
def test_no_address_but_one_is_named_and_passages_are_short(name: str) -> None:
    found = reading(name)
    texts = [found.about, *(f"{each.text} {each.source}" for each in found.passages)]
    addresses = {each for text in texts for each in re.findall(r"\w+\.(?:com|org|gov|net)\b", text)}
    assert addresses <= {"findahelpline.com"}
    assert all("http" not in text and "www" not in text for text in texts)
    assert all(len(each.text.split()) <= 80 for each in found.passages)


def test_a_text_that_there_is_not_is_none() -> None:
    with pytest.raises(KeyError):
        reading("horoscope")


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> ReadingPage:
    page = ReadingPage(HELPS, reading(HELPS), theme)
    qtbot.addWidget(page)
    page.resize(900, 500)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.take_focus()
    QApplication.processEvents()
    return page


def test_everything_is_on_the_page_with_its_sources(page: ReadingPage) -> None:
    texts = [label.text() for label in page.findChildren(QLabel)]
    for each in reading(HELPS).passages:
        assert {each.heading, each.text} <= set(texts)
        assert not each.source or each.source in texts


def test_it_scrolls_by_the_keys_at_once_and_escape_goes_back(
    page: ReadingPage, qtbot: QtBot
) -> None:
    bar = page.area.verticalScrollBar()
    press(page, Qt.Key.Key_Down)
    assert bar.value() > 0
    press(page, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    with qtbot.waitSignal(page.left):
        press(page, Qt.Key.Key_Escape)


def test_a_screen_reader_is_told_what_is_read(page: ReadingPage) -> None:
    assert page.accessibleName() == "What else helps"
    assert page.area.accessibleName() == "What else helps"
