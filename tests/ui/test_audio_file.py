"""Which file a session is saved as, and which recording is added."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from relaxapp.ui import audio_file
from relaxapp.ui.audio_file import ask_for_audio_file, ask_for_recording, with_ending

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Dialog:
    """Answers instead of a person, and remembers what was asked."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, chosen: str = "") -> None:
        self.answer = (name, chosen)
        self.asked: tuple[Any, ...] = ()
        for question in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, question, self._ask)

    def _ask(self, *asked: Any) -> tuple[str, str]:
        self.asked = asked
        return self.answer


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


def test_the_title_is_proposed_without_what_no_file_can_be_called(
    monkeypatch: pytest.MonkeyPatch, parent: QWidget
) -> None:
    dialog = Dialog(monkeypatch, "")
    assert ask_for_audio_file(parent, "Neck / jaw: 5?") is None
    assert dialog.asked[2] == "Neck   jaw  5.mp3"


@pytest.mark.parametrize(("program", "is_offered"), [(None, False), ("ffmpeg", True)])
def test_m4a_is_offered_where_it_can_be_written(
    monkeypatch: pytest.MonkeyPatch,
    parent: QWidget,
    program: str | None,
    is_offered: bool,  # noqa: FBT001 - a case of the table
) -> None:
    monkeypatch.setattr(audio_file, "find_ffmpeg", lambda: program)
    dialog = Dialog(monkeypatch, "")
    ask_for_audio_file(parent, "A rest")
    kinds = dialog.asked[3].split(";;")
    assert kinds[0] == "MP3 (*.mp3)"
    assert len(kinds) == 5 + is_offered
    assert ("M4A (*.m4a)" in kinds) is is_offered


def test_a_name_without_an_ending_gets_that_of_the_chosen_kind(
    monkeypatch: pytest.MonkeyPatch, parent: QWidget
) -> None:
    Dialog(monkeypatch, "/home/eva/a rest", "FLAC (*.flac)")
    assert ask_for_audio_file(parent, "A rest") == Path("/home/eva/a rest.flac")


def test_an_ending_that_says_what_to_write_stays() -> None:
    assert with_ending(Path("a.OPUS"), ".mp3") == Path("a.OPUS")
    assert with_ending(Path("v1.5"), ".mp3") == Path("v1.5.mp3")


def test_a_recording_is_asked_for(monkeypatch: pytest.MonkeyPatch, parent: QWidget) -> None:
    Dialog(monkeypatch, "/home/eva/memo.m4a")
    assert ask_for_recording(parent) == Path("/home/eva/memo.m4a")
    Dialog(monkeypatch, "")
    assert ask_for_recording(parent) is None
