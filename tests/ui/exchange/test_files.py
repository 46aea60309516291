"""The questions for files and folders of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from relaxapp.ui.exchange.files import (
    ask_for_export,
    ask_for_folder,
    ask_where_to_save,
    documents,
)

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


class Answer:
    """Answers in place of a person, and notes what the question was."""

    def __init__(self) -> None:
        self.name: str | None = None
        self.filters: list[str] = []
        self.suffix = ""

    def exec(self, dialog: QFileDialog) -> int:
        self.filters = dialog.nameFilters()
        self.suffix = dialog.defaultSuffix()
        if self.name is None:
            return 0
        dialog.selectFile(self.name)
        return 1


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    given = Answer()
    # A function, so that it is handed the dialog.
    monkeypatch.setattr(QFileDialog, "exec", lambda dialog: given.exec(dialog))  # noqa: PLW0108
    return given


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(("ending", "kind"), [("json", "History"), ("csv", "A table")])
def test_a_name_without_an_ending_gets_one_before_it_is_asked_about(
    window: QWidget, answer: Answer, tmp_path: Path, ending: str, kind: str
) -> None:
    answer.name = "mine"
    assert ask_where_to_save(window, tmp_path / f"a.{ending}") == tmp_path / f"mine.{ending}"
    assert answer.filters == [f"{kind} (*.{ending})"]
    assert answer.suffix == ending


def test_a_file_and_a_folder_are_asked_for(window: QWidget, answer: Answer, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.touch()
    answer.name = str(file)
    assert ask_for_export(window) == file
    answer.name = str(tmp_path)
    assert ask_for_folder(window) == tmp_path


def test_none_is_an_answer(window: QWidget, answer: Answer, tmp_path: Path) -> None:
    assert ask_where_to_save(window, tmp_path / "a.json") is None
    assert ask_for_export(window) is None
    assert ask_for_folder(window) is None


def test_where_there_is_no_folder_for_documents_it_is_the_home(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("pathlib.Path.home", lambda: tmp_path)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path / "none"))
    assert documents() == tmp_path
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _: str(tmp_path))
    assert documents() == tmp_path
