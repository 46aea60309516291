"""Tests of the settings page: what is chosen is kept, and what is found is shown."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QThreadPool
from PySide6.QtWidgets import QRadioButton

from relaxapp.session.audition import Auditions
from relaxapp.sound.voice.catalogue import CATALOGUE, Offered
from relaxapp.ui.listening import Hearing
from relaxapp.ui.pages import settings as settings_module
from relaxapp.ui.pages.settings import SettingsPage
from tests.session.fakes import FakePlayer
from tests.sound.voice.pipers import FakePiper, put_voice
from tests.ui.pressing import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme


@pytest.fixture
def voices(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a Piper voice."""
    FakePiper().install(monkeypatch)
    put_voice(tmp_path / "voices", "en_GB-hum-low")
    return tmp_path / "voices"


@pytest.fixture
def page(  # noqa: PLR0917 - all of them are parts of the page
    voices: Path, choices: Choices, theme: Theme, repository: Path, tmp_path: Path, qtbot: QtBot
) -> Iterator[SettingsPage]:
    pool = QThreadPool()
    page = SettingsPage(
        choices=choices,
        auditions=Auditions(audio=repository / "audio", cache=tmp_path / "cache", voices=voices),
        pool=pool,
        theme=theme,
    )
    qtbot.addWidget(page)
    page.resize(1060, 800)
    page.show()
    _wait(page, qtbot)
    yield page
    page.stop()
    pool.waitForDone()


ON_THE_WORD = QPoint(40, 12)
"""A radio button hears a click on its words only, not on the empty room beside them."""


def _wait(page: SettingsPage, qtbot: QtBot) -> None:
    """Lets the voices be found and shown."""
    qtbot.waitUntil(lambda: page._search is None)
    QCoreApplication.processEvents()


def _radio(page: SettingsPage, text: str) -> QRadioButton:
    return next(
        radio
        for radio in page.findChildren(QRadioButton)
        if radio.text() == text and radio.isVisible()
    )


def test_a_voice_is_chosen_and_kept(page: SettingsPage, choices: Choices) -> None:
    click(_radio(page, "en_GB-hum-low, by Piper"), ON_THE_WORD)
    assert choices.settings.voice == "en_GB-hum-low"
    choices.change(voice="auto")
    assert _radio(page, "The best there is").isChecked()


def test_a_voice_that_is_put_into_the_folder_is_found_when_the_page_is_seen_again(
    page: SettingsPage, voices: Path, qtbot: QtBot
) -> None:
    page.hide()
    put_voice(voices, CATALOGUE[0].name)
    page.show()
    _wait(page, qtbot)
    assert _radio(page, "British English, a woman, by Piper").isEnabled()
    assert page.fetch_card.rows[0].words == "It is here."


def test_a_voice_that_was_fetched_can_be_chosen_at_once(
    page: SettingsPage, voices: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fetch_voice(voice: Offered, folder: Path, *_: object) -> None:
        put_voice(folder, voice.name, language={"code": voice.language})

    monkeypatch.setattr(settings_module, "fetch_voice", fetch_voice)
    click(page.fetch_card.rows[1].button)
    qtbot.waitUntil(lambda: "en_US-ljspeech-medium" in page.voice_card._radios)
    QCoreApplication.processEvents()
    assert _radio(page, "American English, a woman, by Piper").isEnabled()


def test_the_chosen_voice_is_heard_and_falls_silent_when_the_page_is_left(
    page: SettingsPage, choices: Choices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = FakePlayer()
    monkeypatch.setattr(settings_module, "open_player", lambda *_: (player, None))
    choices.change(voice="en_GB-hum-low")
    click(page.voice_card.hear_button)
    qtbot.waitUntil(lambda: page.listening.hearing is Hearing.PLAYING)
    assert page.voice_card.hear_button.text() == "Stop"
    page.hide()
    assert player.calls == ["start", "close"]
    assert page.voice_card.hear_button.text() == "Hear it"


def test_choosing_another_voice_ends_what_is_heard(
    page: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = FakePlayer()
    monkeypatch.setattr(settings_module, "open_player", lambda *_: (player, None))
    click(page.voice_card.hear_button)
    qtbot.waitUntil(lambda: page.listening.hearing is Hearing.PLAYING)
    click(_radio(page, "en_GB-hum-low, by Piper"), ON_THE_WORD)
    assert player.calls == ["start", "close"]


def test_where_silence_was_chosen_it_is_said(page: SettingsPage, qtbot: QtBot) -> None:
    click(page.voice_card.hear_button)
    qtbot.waitUntil(lambda: bool(page.voice_card._trouble.text()) and not _is_busy(page))
    assert "The settings ask for silence" in page.voice_card._trouble.text()


def _is_busy(page: SettingsPage) -> bool:
    return page.listening.hearing is not Hearing.NOTHING


def test_another_pace_looks_anew_for_voices_that_can_speak_it(
    page: SettingsPage, choices: Choices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    available = page._auditions.available

    def note(words_per_minute: int) -> object:
        asked.append(words_per_minute)
        return available(words_per_minute)

    monkeypatch.setattr(Auditions, "available", lambda _, pace: note(pace))
    choices.change(words_per_minute=100)
    _wait(page, qtbot)
    choices.change(voice_on=True)
    assert asked == [100]


def test_everything_that_is_going_on_ends_with_the_window(
    page: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = Event()

    def fetch_voice(
        _voice: Offered,
        _folder: Path,
        _progress: object,
        cancelled: Callable[[], bool],
    ) -> None:
        while not cancelled():
            began.set()

    monkeypatch.setattr(settings_module, "fetch_voice", fetch_voice)
    click(page.fetch_card.rows[0].button)
    assert began.wait(5)
    page.stop()
    assert page._fetches.activeThreadCount() == 0
    assert not page.fetch_card.rows[0].is_fetching
