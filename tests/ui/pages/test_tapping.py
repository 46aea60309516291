"""The page on which one's own pace is tapped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from relaxapp.ui.pages import tapping
from relaxapp.ui.pages.tapping import LASTS_MS, TappingPage
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.theme import Theme
    from tests.ui.house import FakeClock


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, clock: FakeClock) -> TappingPage:
    page = TappingPage(theme, clock.clock.monotonic, title="Slower", usual_pace=12.4)
    qtbot.addWidget(page)
    page.resize(1280, 800)
    page.show()
    page.setFocus()
    return page


@pytest.fixture
def done(page: TappingPage) -> list[float | None]:
    """What the page was done with."""
    paces: list[float | None] = []
    page.done.connect(paces.append)
    return paces


def _breathe(page: TappingPage, clock: FakeClock, times: int, seconds: float = 4.3) -> None:
    for _ in range(times):
        press(page.light, Qt.Key.Key_Space)
        clock.advance(seconds)


def test_five_taps_make_the_pace_known(page: TappingPage, clock: FakeClock) -> None:
    _breathe(page, clock, 4)
    assert not page.go_on.isEnabled()
    assert page.words == "After 5 taps your pace is known."
    _breathe(page, clock, 1)
    assert page.words == "About 14 breaths a minute"
    assert page.pace == 14
    assert page.go_on.isEnabled()


def test_the_pace_follows_further_taps(page: TappingPage, clock: FakeClock) -> None:
    _breathe(page, clock, 5)
    _breathe(page, clock, 9, seconds=6)
    assert page.words == "About 10 breaths a minute"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_tap_wherever_the_focus_is_but_on_a_button(page: TappingPage, key: Qt.Key) -> None:
    press(page.light, key)
    press(page, key)
    assert len(page._moments) == 2


def test_a_click_anywhere_taps_once(page: TappingPage) -> None:
    click(page.light)
    click(page.findChildren(QLabel)[0])
    click(page._area.viewport())
    assert len(page._moments) == 3


def test_each_tap_is_answered_by_the_light(page: TappingPage) -> None:
    assert page.light.glow == 0
    page.tap()
    assert page.light.glow == 1


def test_going_on_hands_over_the_pace(
    page: TappingPage, clock: FakeClock, done: list[float | None]
) -> None:
    _breathe(page, clock, 6)
    click(page.go_on)
    assert done == [14]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_on_a_button_presses_the_button(
    page: TappingPage, clock: FakeClock, done: list[float | None], key: Qt.Key
) -> None:
    _breathe(page, clock, 6)
    page.go_on.setFocus()
    press(page.go_on, key)
    assert done == [14]
    assert len(page._moments) == 6


@pytest.mark.parametrize("taps", [0, 7])
def test_skipping_hands_over_no_pace(
    page: TappingPage, clock: FakeClock, done: list[float | None], taps: int
) -> None:
    _breathe(page, clock, taps)
    page.skip_button.setFocus()
    press(page.skip_button, Qt.Key.Key_Return)
    assert done == [None]


@pytest.mark.parametrize(("taps", "pace"), [(3, None), (8, 14)])
def test_after_a_minute_it_goes_on_by_itself_with_what_is_known(
    page: TappingPage,
    clock: FakeClock,
    done: list[float | None],
    taps: int,
    pace: float | None,
) -> None:
    page.begin()
    assert page._time.isActive()
    assert page._time.interval() == LASTS_MS == 60_000
    _breathe(page, clock, taps)
    page._time.timeout.emit()
    assert done == [pace]


def test_it_is_done_once(page: TappingPage, done: list[float | None]) -> None:
    page.begin()
    page.skip()
    page.finish()
    page._time.timeout.emit()
    assert done == [None]
    assert not page._time.isActive()


def test_who_has_left_is_not_led_on(page: TappingPage) -> None:
    page.begin()
    page.hide()
    assert not page._time.isActive()


def test_what_happens_without_tapping_is_said(page: TappingPage) -> None:
    said = "Without it, it begins at about 12 breaths a minute."
    assert said in {label.text() for label in page.findChildren(QLabel)}
    assert page.skip_button.accessibleDescription() == said


def test_a_screen_reader_is_told_the_pace_once(
    page: TappingPage, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def announce(_about: QObject, words: str) -> None:
        told.append(words)

    monkeypatch.setattr(tapping, "announce", announce)
    _breathe(page, clock, 9)
    assert told == ["About 14 breaths a minute"]
    assert page.light.accessibleName() == page.accessibleName() == "Tap with each breath in"
