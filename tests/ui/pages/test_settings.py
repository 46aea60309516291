"""Tests of the settings page: what is chosen is kept, and what is found is shown."""

from __future__ import annotations

from dataclasses import fields
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt, QThreadPool
from PySide6.QtWidgets import QLabel, QRadioButton

from relaxapp.session.audition import Auditions
from relaxapp.settings import Settings
from relaxapp.sound.voice.catalogue import CATALOGUE, Offered
from relaxapp.timeline.clip import Bus
from relaxapp.ui import heard_through
from relaxapp.ui.listening import Hearing
from relaxapp.ui.pages import settings as settings_module
from relaxapp.ui.pages.settings import SettingsPage
from relaxapp.ui.sections.row import SettingRow
from relaxapp.ui.theme import theme_for
from tests.session.fakes import FakePlayer
from tests.sound.voice.pipers import FakePiper, put_voice
from tests.ui.cut_off import cut_off
from tests.ui.dressed import dressed
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme
    from relaxapp.ui.window import MainWindow


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
    qtbot.waitUntil(lambda: page._voice_search is None)
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
    monkeypatch.setattr(heard_through, "open_player", lambda *_: (player, None))
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
    monkeypatch.setattr(heard_through, "open_player", lambda *_: (player, None))
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


def test_everything_together_is_heard_and_follows_the_volumes(
    page: SettingsPage, choices: Choices, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = FakePlayer()
    monkeypatch.setattr(heard_through, "open_player", lambda *_: (player, None))
    click(page.hear_row.button)
    qtbot.waitUntil(lambda: page.hear_row.listening.hearing is Hearing.PLAYING)
    choices.change(ambience_volume=0.3)
    assert player.volumes[Bus.AMBIENCE] == 0.3
    click(page.hear_row.button)
    assert player.calls == ["start", "close"]


def test_one_thing_is_heard_at_a_time(
    page: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    players: list[FakePlayer] = []

    def open_player(*_: object) -> tuple[FakePlayer, None]:
        players.append(FakePlayer())
        return players[-1], None

    monkeypatch.setattr(heard_through, "open_player", open_player)
    click(page.voice_card.hear_button)
    qtbot.waitUntil(lambda: page.listening.hearing is Hearing.PLAYING)
    click(page.hear_row.button)
    qtbot.waitUntil(lambda: page.hear_row.listening.hearing is Hearing.PLAYING)
    click(page.voice_card.hear_button)
    qtbot.waitUntil(lambda: page.listening.hearing is Hearing.PLAYING)
    assert [player.calls for player in players] == [["start", "close"]] * 2 + [["start"]]


NOT_CHOSEN_HERE = {
    "minutes_by_script": "the page of a session keeps it",
    "breath_by_script": "chosen on the page of a session",
    "own_pace_per_minute": "tapped before a session",
    "favourites": "chosen on the cards of the sessions",
    "safety_read": "the first pages keep it",
    "geometry": "the window keeps it",
    "backup_folder": "chosen where the copies of the history are shown",
}


def test_every_setting_that_a_person_chooses_is_on_the_page(page: SettingsPage) -> None:
    assert page.settings == {each.name for each in fields(Settings)} - set(NOT_CHOSEN_HERE)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("font", {"text_percent", "caption_percent"}),
        ("dark", {"theme"}),
        ("BREATH wave", {"pacer"}),
        ("subtitles", {"captions", "caption_percent"}),
        ("panic", {"quick_help"}),
        ("left-handed", {"stronger_hand"}),
        ("midnight", {"day_begins_hour"}),
    ],
)
def test_a_setting_is_found_by_the_words_people_use(
    page: SettingsPage, words: str, found: set[str]
) -> None:
    page.search.setText(words)
    assert _seen(page) == found


@pytest.mark.parametrize("words", ["mute", "caption", "breath", "size", "backup", "privacy"])
def test_what_is_looked_for_is_found_in_some_section(page: SettingsPage, words: str) -> None:
    page.search.setText(words)
    assert 0 < len([section for section in page.sections if section.isVisible()]) < 7
    assert page.search.accessibleDescription().endswith(" found")


def test_a_section_is_found_whole_by_its_name(page: SettingsPage) -> None:
    page.search.setText("practice")
    assert _seen(page) == {
        "week_aim_days",
        "week_aim_minutes",
        "day_begins_hour",
        "day_factors",
    }
    assert [section.title for section in page.sections if section.isVisible()] == ["Practice"]


def test_where_nothing_is_found_it_is_said_kindly_and_esc_shows_all(page: SettingsPage) -> None:
    everything = _seen(page)
    page.search.setText("zebra")
    assert not _seen(page)
    assert page._nothing.isVisible()
    press(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert _seen(page) == everything
    assert not page._nothing.isVisible()


def test_the_search_is_reached_by_a_key_and_enter_goes_to_what_is_found(
    page: SettingsPage, qtbot: QtBot
) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.fetch_card.rows[0].button.setFocus()
    press(page.focusWidget(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.search.hasFocus()
    page.search.setText("countdown")
    press(page.search, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.focus_key == "setting-hide_countdown")


def test_enter_in_the_search_presses_nothing_of_what_it_finds(
    open_window: Callable[..., MainWindow],
) -> None:
    window = open_window()
    window.show_settings()
    window.activateWindow()
    page = window.settings_page
    page.search.setText("countdown")
    press(page.search, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert page.focus_key == "setting-hide_countdown"
    assert not window.choices.settings.hide_countdown
    page.search.setFocus()
    page.search.setText("xylophone")
    press(page.search, Qt.Key.Key_Return)
    QCoreApplication.processEvents()
    assert page.focus_key == "settings-search"


def test_the_focus_comes_back_in_a_page_that_takes_the_place_of_this(page: SettingsPage) -> None:
    page.take_focus("setting-theme")
    key = page.focus_key
    page.take_focus()
    assert page.focusWidget() is page.search
    page.take_focus(key)
    assert page.focus_key == "setting-theme"


def test_what_the_focus_comes_back_to_stays_in_sight_when_voices_push_it_down(
    page: SettingsPage, qtbot: QtBot
) -> None:
    with qtbot.waitActive(page):
        page.activateWindow()
    page.take_focus("setting-stronger_hand")
    qtbot.waitUntil(lambda: _is_in_sight(page))
    page.voice_card.setMinimumHeight(page.voice_card.height() + 900)
    page._returned_to = page.focusWidget()
    qtbot.waitUntil(lambda: page.voice_card.height() > 900)
    qtbot.waitUntil(lambda: _is_in_sight(page))


def _is_in_sight(page: SettingsPage) -> bool:
    """Whether what has the focus lies in what can be seen of the column."""
    focused, seen = page.focusWidget(), page._area.viewport()
    top = focused.mapTo(seen, QPoint()).y()
    return 0 <= top <= seen.height() - focused.height()


def test_a_card_that_is_added_is_found_under_sound(page: SettingsPage) -> None:
    card = QLabel("My recordings")
    page.add_card(card)
    page.search.setText("memo")
    assert card.isVisible()
    page.search.setText("countdown")
    assert not card.isVisible()


def test_at_the_least_size_with_large_text_nothing_is_cut_off(
    qapp: QApplication,
    choices: Choices,
    repository: Path,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    pool = QThreadPool()
    with dressed(qapp, theme_for("light", text_percent=200)) as theme:
        page = SettingsPage(
            choices=choices,
            auditions=Auditions(audio=repository / "audio", cache=tmp_path, voices=tmp_path),
            pool=pool,
            theme=theme,
            folders=[("Journal", tmp_path / "journal.sqlite3")],
        )
        qtbot.addWidget(page)
        page.resize(660, 640)
        page.show()
        _wait(page, qtbot)
        # Rows find their heights one after the other.
        qtbot.waitUntil(lambda: cut_off(page) == [])
        page.stop()
        pool.waitForDone()
        page.close()


def _seen(page: SettingsPage) -> set[str]:
    """The settings whose rows can be seen."""
    return {row.setting for row in page.findChildren(SettingRow) if row.isVisible()}
