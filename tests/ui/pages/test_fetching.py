"""Tests of the rows from which voices are fetched."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QThreadPool

from relaxapp.errors import SoundError
from relaxapp.sound.cancelled import CancelledError
from relaxapp.sound.voice.catalogue import CATALOGUE, Offered
from relaxapp.ui.pages.fetch_card import FetchCard
from tests.ui.pressing import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

    from relaxapp.ui.pages.fetch_row import FetchRow


class Source:
    """Fetches nothing, but as slowly as it is told to."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.ended: list[str] = []
        self.may_end = Event()
        self.error: Exception | None = None

    def fetch(
        self, voice: Offered, progress: Callable[[int, int], None], cancelled: Callable[[], bool]
    ) -> None:
        self.asked.append(voice.name)
        progress(voice.size // 2, voice.size)
        while not self.may_end.wait(0.002):
            if cancelled():
                self.ended.append("cancelled")
                raise CancelledError
        self.ended.append("ended")
        if self.error:
            raise self.error


@pytest.fixture
def source() -> Source:
    return Source()


@pytest.fixture
def card(source: Source, qtbot: QtBot) -> Iterator[FetchCard]:
    pool = QThreadPool()
    card = FetchCard(source.fetch, pool)
    qtbot.addWidget(card)
    card.show_state((), "")
    card.show()
    yield card
    source.may_end.set()
    pool.waitForDone()


@pytest.fixture
def row(card: FetchCard) -> FetchRow:
    return card.rows[0]


def test_there_is_a_row_for_every_voice_and_nothing_is_fetched_by_itself(
    card: FetchCard, source: Source
) -> None:
    assert [row.voice for row in card.rows] == list(CATALOGUE)
    assert card.rows[0].words == "64 MB. Trained on public domain recordings (LibriVox)."
    assert source.asked == []


def test_a_voice_is_fetched_with_progress_and_then_is_here(
    card: FetchCard, row: FetchRow, source: Source, qtbot: QtBot
) -> None:
    click(row.button)
    assert row.is_fetching
    qtbot.waitUntil(lambda: row.words == "31.8 of 63.5 MB")
    assert row.button.text() == "Cancel"
    assert row._bar.isVisible()
    with qtbot.waitSignal(card.fetched):
        source.may_end.set()
    assert row.words == "It is here."
    assert not row.button.isVisible()
    assert not row._bar.isVisible()
    assert source.asked == [CATALOGUE[0].name]


def test_it_can_be_called_off_and_asked_for_again_at_once(
    row: FetchRow, source: Source, qtbot: QtBot
) -> None:
    click(row.button)
    qtbot.waitUntil(lambda: len(source.asked) == 1)
    click(row.button)
    assert not row.is_fetching
    assert row.button.text() == "Fetch"
    click(row.button)
    qtbot.waitUntil(lambda: len(source.asked) == 2)
    assert source.ended == ["cancelled"]
    source.may_end.set()
    qtbot.waitUntil(lambda: not row.is_fetching)
    assert source.ended == ["cancelled", "ended"]
    assert row.words == "It is here."


def test_trouble_is_told_and_it_can_be_tried_again(
    row: FetchRow, source: Source, qtbot: QtBot
) -> None:
    source.error = SoundError("The network is not there.")
    source.may_end.set()
    click(row.button)
    qtbot.waitUntil(lambda: not row.is_fetching)
    assert row.words == "The network is not there."
    assert row.button.text() == "Fetch"
    assert row.button.accessibleDescription() == "The network is not there."


def test_what_is_here_is_not_offered(card: FetchCard) -> None:
    card.show_state({CATALOGUE[1].name}, "")
    first, second = card.rows
    assert first.button.isVisible()
    assert not second.button.isVisible()
    assert second.words == "It is here."


def test_without_what_speaks_with_them_none_can_be_fetched(card: FetchCard) -> None:
    card.show_state((), "Piper is not installed.")
    assert card._trouble.text() == "Piper is not installed."
    assert not any(row.button.isEnabled() for row in card.rows)
    card.show_state((), "")
    assert not card._trouble.isVisible()
    assert all(row.button.isEnabled() for row in card.rows)


def test_looking_anew_leaves_alone_what_is_on_its_way(
    card: FetchCard, row: FetchRow, source: Source, qtbot: QtBot
) -> None:
    click(row.button)
    qtbot.waitUntil(lambda: row.words == "31.8 of 63.5 MB")
    card.show_state((), "")
    assert row.is_fetching
    assert row.words == "31.8 of 63.5 MB"
    card.cancel()
    assert not row.is_fetching


def test_every_button_says_what_it_fetches(card: FetchCard) -> None:
    assert [row.button.accessibleName() for row in card.rows] == [
        "Fetch: British English, a woman",
        "Fetch: American English, a woman",
    ]
