"""The card on which a person adds recordings and removes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import soundfile
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from relaxapp.session.studio import Studio
from relaxapp.sound.collection import Collection
from relaxapp.ui.message import Message
from relaxapp.ui.pages.recordings_card import RecordingsCard
from tests.sound.sounds import noise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.window import MainWindow


class House:
    """The card, what it said, and the file that the person chooses."""

    def __init__(self, folder: Path, pool: QThreadPool, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.collection = Collection(folder / "sounds")
        self.card = RecordingsCard(self.collection, pool)
        qtbot.addWidget(self.card)
        self.card.show()
        self.messages: list[Message] = []
        self.card.said.connect(self.messages.append)
        self.memo = folder / "memo.wav"
        soundfile.write(self.memo, noise(96_000), 48_000)

    @property
    def texts(self) -> list[str]:
        """Every text that is to be seen."""
        return [label.text() for label in self.card.findChildren(QLabel) if label.isVisible()]

    def button(self, name: str) -> QPushButton:
        """The button of that name that is to be seen."""
        for button in self.card.findChildren(QPushButton):
            if button.isVisible() and button.accessibleName() == name:
                return button
        pytest.fail(f"there is no button {name}")

    def press(self, name: str) -> None:
        """Press a button, once it is to be seen."""
        self.qtbot.waitUntil(
            lambda: any(
                button.isVisible() and button.accessibleName() == name
                for button in self.card.findChildren(QPushButton)
            )
        )
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def add(self) -> None:
        """Add the memo, and wait until it is there."""
        before = len(self.messages)
        self.press("Add a recording")
        self.qtbot.waitUntil(lambda: len(self.messages) > before, timeout=20_000)


@pytest.fixture
def house(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[House]:
    pool = QThreadPool()
    house = House(tmp_path, pool, qtbot)
    monkeypatch.setattr(house.card, "choose_recording", lambda: house.memo)
    yield house
    house.card.cancel()
    pool.waitForDone()


def test_a_recording_is_added_and_listed(house: House) -> None:
    with house.qtbot.waitSignal(house.card.changed):
        house.add()
    assert house.messages[-1].text == "“memo” is added."
    house.qtbot.waitUntil(lambda: {"memo", "0:02"} <= set(house.texts))
    assert house.card.add_button.isVisible()


def test_what_is_no_recording_is_told(house: House) -> None:
    house.memo.write_bytes(b"#EXTM3U\n")
    house.add()
    assert "is a playlist" in house.messages[-1].text
    assert house.collection.sounds() == ()


def test_while_one_is_prepared_it_can_be_called_off(house: House) -> None:
    house.press("Add a recording")
    assert house.card.add_button.isHidden()
    house.press("Do not add the recording")
    assert house.card.add_button.isVisible()
    assert house.card.add_button.hasFocus() or not house.card.isActiveWindow()


def test_whoever_chooses_nothing_adds_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(house.card, "choose_recording", lambda: None)
    house.press("Add a recording")
    assert house.card.add_button.isVisible()


def test_what_is_removed_can_be_brought_back(house: House) -> None:
    house.add()
    house.press("Remove memo")
    message = house.messages[-1]
    assert (message.text, message.offer) == ("“memo” is removed.", "Undo")
    assert "memo" not in house.texts
    assert message.accept is not None
    message.accept()
    house.qtbot.waitUntil(lambda: "memo" in house.texts)


def test_what_went_away_meanwhile_is_told(house: House) -> None:
    house.add()
    house.collection.sounds()[0].path.unlink()
    house.press("Remove memo")
    assert "There is no sound “memo” of yours" in house.messages[-1].text
    assert "memo" not in house.texts


def test_it_is_at_the_end_of_the_settings(
    window: MainWindow, tmp_path: Path, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sounds = tmp_path / "sounds"
    monkeypatch.setattr(
        window,
        "_open_studio",
        lambda now: Studio(
            audio=repository / "audio",
            cache=tmp_path / "cache",
            settings=now,
            voices=tmp_path / "voices",
            sounds=sounds,
        ),
    )
    window.show_settings()
    card = window.settings_page.findChild(RecordingsCard)
    assert card is not None
    assert card.isVisibleTo(window)
    card.said.emit(Message("“memo” is added."))
    assert window.message_bar.message == Message("“memo” is added.")
