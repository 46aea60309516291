"""Tests of the help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from relaxapp.ui.abilities import abilities
from relaxapp.ui.actions import ACTIONS, shown_keys, wording
from relaxapp.ui.help import HelpSheet
from relaxapp.ui.pages.reading_doctor import doctor_passages
from relaxapp.ui.pages.reading_helps import helps
from relaxapp.ui.safety import safety
from tests.ui.pressing import press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


@pytest.fixture
def sheet(theme: Theme, qtbot: QtBot) -> HelpSheet:
    sheet = HelpSheet(theme, [("Journal", Path("home", "journal.sqlite3"))])
    qtbot.addWidget(sheet)
    with qtbot.waitActive(sheet):
        sheet.show()
        sheet.activateWindow()
    return sheet


def _texts(sheet: HelpSheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]


def test_every_key_is_in_the_help(sheet: HelpSheet) -> None:
    texts = _texts(sheet)
    for action in ACTIONS:
        assert wording(action) in texts
        assert "  ".join(shown_keys(action)) in texts


def test_what_to_heed_is_in_the_help(sheet: HelpSheet) -> None:
    texts = _texts(sheet)
    for words in (
        "no medical device",
        "while driving",
        "epilepsy",
        "stop and breathe",
        "more than two weeks",
        "speaking or swallowing",
        "does not pass within minutes",
        "112",
        "988",
        "116 123",
        "findahelpline.com",
        "what is known about it",
        "nothing is ever sent",
        "Ratings, notes and whole sessions can be deleted",
    ):
        assert any(words in text for text in texts), words


def test_everything_to_heed_and_everything_that_can_be_done_is_there(sheet: HelpSheet) -> None:
    texts = _texts(sheet)
    for heading, text in (*safety(), *abilities()):
        assert heading in texts
        assert text in texts


def test_what_there_is_to_read_is_in_the_help_with_its_source(sheet: HelpSheet) -> None:
    texts = _texts(sheet)
    for passage in (*doctor_passages(), *helps().passages):
        assert passage.text in texts
        assert not passage.source or passage.source in texts


def test_what_there_is_to_read_is_found_by_its_words_and_by_who_wrote_it(sheet: HelpSheet) -> None:
    sheet.search.setText("magnesium")
    assert "Food" in _texts(sheet)
    assert "Water" not in _texts(sheet)
    sheet.search.setText("blexrud")
    assert "What it mostly is not" in _texts(sheet)


def test_the_help_says_where_the_data_are(sheet: HelpSheet) -> None:
    fields = {field.accessibleName(): field.text() for field in sheet.findChildren(QLineEdit)}
    assert fields["Where it is: Journal"] == str(Path("home", "journal.sqlite3"))


def test_the_help_is_searched_in_words_and_keys(sheet: HelpSheet) -> None:
    sheet.search.setText("ctrl+o")
    assert "Open a script file" in _texts(sheet)
    assert "Go to the history" not in _texts(sheet)
    assert "Twitching" not in _texts(sheet)
    sheet.search.setText("coffee")
    assert "Twitching" in _texts(sheet)
    shown = [
        sheet.headings.item(row).text()
        for row in range(sheet.headings.count())
        if not sheet.headings.item(row).isHidden()
    ]
    assert shown == ["Good to know", "What else helps"]


def test_where_nothing_is_found_it_is_said(sheet: HelpSheet) -> None:
    sheet.search.setText("zebra")
    assert any(text.startswith("Nothing here") for text in _texts(sheet))


def test_esc_empties_the_search_first_and_then_closes(sheet: HelpSheet) -> None:
    sheet.search.setText("coffee")
    press(sheet.search, Qt.Key.Key_Escape)
    assert sheet.search.text() == ""
    assert sheet.isVisible()
    press(sheet.search, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_enter_in_the_search_does_not_close_what_was_found(sheet: HelpSheet) -> None:
    press(sheet.search, Qt.Key.Key_Return)
    assert sheet.isVisible()


def test_the_keys_scroll_from_the_search_too(sheet: HelpSheet) -> None:
    bar = sheet._area.verticalScrollBar()
    press(sheet.search, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(sheet.search, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_a_heading_leads_to_its_section(sheet: HelpSheet) -> None:
    QApplication.processEvents()
    sheet.headings.setFocus()
    press(sheet.headings, Qt.Key.Key_Down)
    assert sheet._area.verticalScrollBar().value() == sheet.sections[1].y()


def test_where_there_is_no_width_the_headings_make_room(sheet: HelpSheet) -> None:
    sheet.resize(600, 600)
    QApplication.processEvents()
    assert not sheet.headings.isVisible()
