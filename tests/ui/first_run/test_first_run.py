"""Tests of the first pages: they are gone through by keyboard alone, and never in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from relaxapp.errors import SoundError
from relaxapp.ui import heard_through
from relaxapp.ui.first_run.first_run import FirstRun
from relaxapp.ui.listening import Hearing
from relaxapp.ui.safety import safety
from relaxapp.ui.sections.hear_row import HearRow
from relaxapp.ui.sections.row import SettingRow
from relaxapp.ui.theme import theme_for
from tests.session.fakes import FakePlayer
from tests.ui.cut_off import cut_off
from tests.ui.dressed import dressed
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from relaxapp.session.audition import Auditions
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.theme import Theme


@pytest.fixture
def open_pages(choices: Choices, theme: Theme, qtbot: QtBot) -> Callable[..., FirstRun]:
    """Opens the pages, with the focus where it is at first."""

    def open_them(**parts: object) -> FirstRun:
        pages = FirstRun(choices=choices, theme=theme, **parts)  # type: ignore[arg-type]
        qtbot.addWidget(pages)
        pages.resize(1280, 800)
        with qtbot.waitActive(pages):
            pages.show()
            pages.activateWindow()
        pages.take_focus()
        return pages

    return open_them


def _texts(pages: FirstRun) -> list[str]:
    return [label.text() for label in pages.findChildren(QLabel) if label.isVisible()]


def _tab_to(pages: FirstRun, name: str) -> QWidget:
    """Goes on by Tab until something of that object name has the focus."""
    for _ in range(30):
        focused = pages.focusWidget()
        if focused.objectName() == name:
            return focused
        press(focused, Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not reach {name}")


def test_all_there_is_to_heed_is_on_the_first_page(open_pages: Callable[..., FirstRun]) -> None:
    texts = _texts(open_pages())
    for heading, text in safety():
        assert heading in texts
        assert text in texts


def test_what_is_to_be_read_scrolls_with_the_keys(open_pages: Callable[..., FirstRun]) -> None:
    pages = open_pages()
    pages.resize(700, 420)
    QApplication.processEvents()
    focused = pages.focusWidget()
    assert focused.accessibleName() == "What to heed"
    press(focused, Qt.Key.Key_PageDown)
    assert pages._pages[0].area.verticalScrollBar().value() > 0


def test_enter_leads_through_the_pages_to_the_end(
    open_pages: Callable[..., FirstRun], choices: Choices, qtbot: QtBot
) -> None:
    pages = open_pages()
    press(pages.focusWidget(), Qt.Key.Key_Return)
    assert choices.settings.safety_read
    assert pages.at == 1
    press(pages.focusWidget(), Qt.Key.Key_Space)
    assert pages.at == 2
    assert pages.next_button.text() == "Begin"
    with qtbot.waitSignal(pages.done):
        press(pages.focusWidget(), Qt.Key.Key_Space)


def test_later_goes_on_too_and_leaves_it_unread(
    open_pages: Callable[..., FirstRun], choices: Choices
) -> None:
    pages = open_pages()
    click(pages.skip_button)
    assert pages.at == 1
    assert not choices.settings.safety_read


def test_esc_leaves_all_pages_and_leaves_it_unread(
    open_pages: Callable[..., FirstRun], choices: Choices, qtbot: QtBot
) -> None:
    pages = open_pages()
    with qtbot.waitSignal(pages.done):
        press(pages.focusWidget(), Qt.Key.Key_Escape)
    assert not choices.settings.safety_read


def test_the_rest_can_be_skipped(open_pages: Callable[..., FirstRun], qtbot: QtBot) -> None:
    pages = open_pages(at=1)
    with qtbot.waitSignal(pages.done):
        click(pages.skip_button)


def test_one_can_go_back(open_pages: Callable[..., FirstRun], choices: Choices) -> None:
    choices.change(safety_read=True)
    pages = open_pages(at=1)
    click(pages.back_button)
    assert pages.at == 0
    assert pages.next_button.text() == "Go on"
    assert not pages.skip_button.isVisible()


def test_in_a_bad_moment_help_is_one_button_away(
    open_pages: Callable[..., FirstRun], qtbot: QtBot
) -> None:
    pages = open_pages()
    with qtbot.waitSignal(pages.quick_help_asked):
        click(pages.quick_help_button)


def test_what_is_chosen_by_keyboard_holds_at_once(
    open_pages: Callable[..., FirstRun], choices: Choices
) -> None:
    pages = open_pages(at=1)
    press(_tab_to(pages, "setting-no_breath_holds"), Qt.Key.Key_Space)
    press(_tab_to(pages, "setting-eyes_open"), Qt.Key.Key_Space)
    assert choices.settings.no_breath_holds
    assert choices.settings.eyes_open


def test_the_pages_ask_for_a_few_things_only(open_pages: Callable[..., FirstRun]) -> None:
    asked = {row.setting for row in open_pages().findChildren(SettingRow)}
    assert asked == {
        "left_out",
        "imagined",
        "no_tensing",
        "no_breath_holds",
        "stronger_hand",
        "eyes_open",
        "voice_on",
        "captions",
        "theme",
        "text_percent",
    }


def test_pages_that_take_the_place_of_others_go_on_where_those_were(
    open_pages: Callable[..., FirstRun],
) -> None:
    before = open_pages(at=2)
    _tab_to(before, "setting-text_percent")
    after = open_pages(at=before.at)
    after.take_focus(before.focus_key)
    assert after.focus_key == "setting-text_percent"


def test_every_button_has_a_name_and_the_dots_say_where_one_is(
    open_pages: Callable[..., FirstRun],
) -> None:
    pages = open_pages(at=1)
    assert all(
        button.accessibleName() for button in pages.findChildren(QPushButton) if button.isVisible()
    )
    assert pages._dots.accessibleName() == "Page 2 of 3"


class _NoVoices:
    """A computer without any voice."""

    def available(self, _words_per_minute: int) -> list[object]:
        return []


def test_where_there_is_no_voice_it_is_said(
    open_pages: Callable[..., FirstRun], qtbot: QtBot
) -> None:
    pages = open_pages(at=2, auditions=_NoVoices)
    row = pages.findChild(HearRow)
    assert row is not None
    click(row.button)
    qtbot.waitUntil(lambda: "Captions show" in row.trouble)
    assert row.button.text() == "Hear it"


class _OneVoice:
    """A computer with one voice, which is not what the settings wish for."""

    voice = object()

    def available(self, _words_per_minute: int) -> list[_OneVoice]:
        return [self]

    def is_meant_by(self, _wish: str) -> bool:
        return False

    def mix(self, voice: object, words_per_minute: int, _volumes: object) -> object:
        if voice is not self.voice or words_per_minute != 115:
            raise SoundError("That is another voice.")
        return object()


def test_the_voice_is_heard_and_falls_silent_with_the_page(
    open_pages: Callable[..., FirstRun], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    player = FakePlayer()
    monkeypatch.setattr(heard_through, "open_player", lambda *_: (player, None))

    def auditions() -> Auditions:
        return _OneVoice()  # type: ignore[return-value]

    pages = open_pages(at=2, auditions=auditions)
    row = pages.findChild(HearRow)
    assert row is not None
    click(row.button)
    qtbot.waitUntil(lambda: row.listening.hearing is Hearing.PLAYING)
    assert row.button.accessibleName() == "Stop: How the voice sounds"
    click(pages.back_button)
    assert player.calls == ["start", "close"]
    assert row.button.text() == "Hear it"


@pytest.mark.parametrize("at", [0, 1, 2])
def test_with_large_text_in_a_small_window_nothing_is_cut_off(
    at: int, choices: Choices, qapp: QApplication, qtbot: QtBot
) -> None:
    with dressed(qapp, theme_for("night", text_percent=200)) as theme:
        pages = FirstRun(choices=choices, theme=theme, at=at)
        qtbot.addWidget(pages)
        pages.resize(960, 640)
        pages.show()
        for _ in range(4):
            QApplication.processEvents()
        cut = cut_off(pages)
        pages.close()
    assert cut == []
