"""Tests of the section that says where the data are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from relaxapp.ui.sections.data import data_section
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from relaxapp.ui.sections.section import Section
    from relaxapp.ui.theme import Theme


@pytest.fixture
def section(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Section:
    section = data_section(theme, [("Journal", tmp_path / "journal.sqlite3")])
    qtbot.addWidget(section)
    section.show()
    return section


def _button(section: Section) -> QPushButton:
    button = section.findChild(QPushButton)
    assert button is not None
    return button


def test_a_path_can_be_copied_with_keys_and_not_be_changed(
    section: Section, tmp_path: Path
) -> None:
    field = section.findChild(QLineEdit)
    assert field is not None
    press(field, Qt.Key.Key_X)
    press(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert field.selectedText() == str(tmp_path / "journal.sqlite3")
    assert field.accessibleName() == "Where it is: Journal"


def test_the_folder_of_a_file_is_shown(
    section: Section, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []

    def open_url(url: QUrl) -> bool:
        opened.append(url)
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    assert _button(section).accessibleName() == "Show in folder: Journal"
    click(_button(section))
    assert [url.toLocalFile() for url in opened] == [str(tmp_path)]


def test_a_folder_that_cannot_be_shown_is_said(
    section: Section, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    click(_button(section))
    assert any(
        "could not be opened" in label.text() and label.isVisible()
        for label in section.findChildren(QLabel)
    )


@pytest.mark.parametrize("words", ["No account, no network", "Once a day", "deleted"])
def test_what_happens_with_the_data_is_said(section: Section, words: str) -> None:
    assert any(words in label.text() for label in section.findChildren(QLabel))
