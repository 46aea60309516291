"""Tests of the help."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from relaxapp.ui.actions import ACTIONS, shown_keys, wording
from relaxapp.ui.help import HelpSheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme


@pytest.fixture
def texts(theme: Theme, qtbot: QtBot) -> list[str]:
    sheet = HelpSheet(theme, [("Journal", Path("home", "journal.sqlite3"))])
    qtbot.addWidget(sheet)
    return [label.text() for label in sheet.findChildren(QLabel)]


def test_every_key_is_in_the_help(texts: list[str]) -> None:
    for action in ACTIONS:
        assert wording(action) in texts
        assert "  ".join(shown_keys(action)) in texts


@pytest.mark.parametrize(
    "words",
    [
        "no medical device",
        "while driving",
        "epilepsy",
        "stop and breathe",
        "more than two weeks",
        "112",
        "988",
        "116 123",
        "findahelpline.com",
        "nothing is ever sent",
    ],
)
def test_what_to_heed_is_in_the_help(texts: list[str], words: str) -> None:
    assert any(words in text for text in texts)


def test_the_help_says_where_the_data_are(texts: list[str]) -> None:
    assert f"Journal: {Path('home', 'journal.sqlite3')}" in texts
