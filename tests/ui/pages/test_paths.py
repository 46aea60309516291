"""Tests of the page of ways: what it shows, and how one gets about on it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from relaxapp.script.library import Library
from relaxapp.session.paths import Path as Way_
from relaxapp.settings import Settings
from relaxapp.ui.pages.paths import Way, ways
from relaxapp.ui.pages.paths_page import PathsPage
from relaxapp.ui.pages.reading import DOCTOR
from relaxapp.ui.shelves import offers
from tests.session.logged import NOW, logged
from tests.ui.pressing import click, press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.ui.pages.offer import Offer
    from relaxapp.ui.theme import Theme


@pytest.fixture(scope="module")
def brought(tmp_path_factory: pytest.TempPathFactory) -> tuple[Offer, ...]:
    """Every session that a way needs, one of them left out."""
    repository = Path(__file__).resolve().parents[3]
    folder = tmp_path_factory.mktemp("scripts")
    wanted = {script_id for path in Way_ for script_id in path.script_ids()}
    for script_id in wanted - {"pmr-recall"}:
        shutil.copy(repository / "scripts" / f"{script_id}.relax", folder)
    return offers(Library((folder,)))


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> PathsPage:
    page = PathsPage(theme)
    qtbot.addWidget(page)
    page.resize(1060, 800)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def _ways(brought: tuple[Offer, ...], *entries: object, no_tensing: bool = False) -> dict[str, Way]:
    settings = Settings(no_tensing=no_tensing)
    return {way.path: way for way in ways(brought, entries, NOW, settings)}  # type: ignore[arg-type]


def _next(way: Way) -> list[str]:
    return [step.offer.script_id for step in way.steps if step.is_next]


def _texts(page: PathsPage) -> list[str]:
    return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]


def test_every_way_is_there_with_the_sessions_there_are(brought: tuple[Offer, ...]) -> None:
    found = _ways(brought)
    assert list(found) == list(Way_)
    course = [step.offer.script_id for step in found[Way_.COURSE].steps]
    assert course[:4] == ["pmr-16", "pmr-7", "pmr-4", "pmr-release"]


def test_a_way_without_a_session_is_not_shown(brought: tuple[Offer, ...]) -> None:
    few = tuple(offer for offer in brought if offer.script_id == "pmr-sleep")
    assert list(_ways(few)) == [Way_.EVENING]
    assert _ways(()) == {}


def test_somebody_new_sees_where_both_the_week_and_the_course_begin(
    brought: tuple[Offer, ...],
) -> None:
    found = _ways(brought)
    assert _next(found[Way_.FIRST_WEEK]) == ["ground-54321"]
    assert _next(found[Way_.COURSE]) == ["pmr-16"]
    assert _next(found[Way_.EVENING]) == []


def test_where_one_is_comes_from_the_log(brought: tuple[Offer, ...]) -> None:
    entries = [
        *(logged("pmr-16", days_ago=8, tension=(6, 2), tense=("jaw",)) for _ in range(3)),
    ]
    found = _ways(brought, *entries)
    assert _next(found[Way_.COURSE]) == ["pmr-7"]
    assert "3 of the last 3" in found[Way_.COURSE].where
    assert _next(found[Way_.FIRST_WEEK]) == []
    assert "behind you" in found[Way_.FIRST_WEEK].where
    assert _next(found[Way_.TENSION]) == ["face-jaw"]
    assert "your jaw" in found[Way_.TENSION].where


def test_who_tenses_nothing_has_a_first_week_without(brought: tuple[Offer, ...]) -> None:
    week = _ways(brought, no_tensing=True)[Way_.FIRST_WEEK]
    assert [step.offer.script_id for step in week.steps][1] == "pmr-passive"


def test_a_row_says_when_its_session_was_practised(brought: tuple[Offer, ...]) -> None:
    yesterday = tuple(replace(offer, days_ago=1) for offer in brought)
    (step,) = _ways(yesterday)[Way_.EVENING].steps
    assert step.when == "practised yesterday"


def test_pressing_a_session_opens_it(
    page: PathsPage, brought: tuple[Offer, ...], qtbot: QtBot
) -> None:
    page.show_ways(tuple(_ways(brought).values()))
    row = page.cards[1].rows[0]
    with qtbot.waitSignal(page.chosen) as chosen:
        click(row)
    assert chosen.args[0].script_id == "pmr-16"
    page.show_ways(tuple(_ways(brought, logged("pmr-16")).values()))
    page.take_focus()
    assert page.focusWidget() is page.cards[1].rows[0]


def test_tab_goes_down_the_left_column_and_then_down_the_right_one(
    page: PathsPage, brought: tuple[Offer, ...]
) -> None:
    page.show_ways(tuple(_ways(brought).values()))
    QApplication.processEvents()
    page.take_focus()
    seen = []
    press(page, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.back
    for _ in range(21):
        press(page.focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.focusWidget().accessibleName().split(",")[0])
    assert seen[0] == "Five"
    assert seen.index("Bedtime wind-down") < seen.index("Shoulders and neck at the desk")
    assert seen.index("Settle twitchy muscles") + 1 == seen.index("Twitching: when to see a doctor")


def test_enter_and_space_open_what_has_the_focus(
    page: PathsPage, brought: tuple[Offer, ...], qtbot: QtBot
) -> None:
    page.show_ways(tuple(_ways(brought).values()))
    row = page.cards[0].rows[1]
    row.setFocus()
    with qtbot.waitSignal(page.chosen) as chosen:
        press(row, Qt.Key.Key_Space)
    assert chosen.args[0].script_id == "pmr-7"


def test_the_twitching_way_leads_to_when_to_see_a_doctor(
    page: PathsPage, brought: tuple[Offer, ...], qtbot: QtBot
) -> None:
    page.show_ways(tuple(_ways(brought).values()))
    link = next(
        child
        for child in page.cards[3].children()
        if getattr(child, "accessibleName", str)() == "Twitching: when to see a doctor"
    )
    with qtbot.waitSignal(page.reading_asked) as asked:
        click(link)  # type: ignore[arg-type]
    assert asked.args == [DOCTOR]


def test_escape_goes_back_and_the_keys_of_a_page_scroll(
    page: PathsPage, brought: tuple[Offer, ...], qtbot: QtBot
) -> None:
    page.show_ways(tuple(_ways(brought).values()))
    QApplication.processEvents()
    page.take_focus()
    bar = page._area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(page, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    with qtbot.waitSignal(page.left):
        press(page, Qt.Key.Key_Escape)


def test_a_narrow_page_has_one_column(page: PathsPage, brought: tuple[Offer, ...]) -> None:
    page.show_ways(tuple(_ways(brought).values()))
    QApplication.processEvents()
    first, tension = page.cards[0], page.cards[2]
    assert first.x() < tension.x()
    page.resize(640, 800)
    QApplication.processEvents()
    assert first.x() == tension.x()
    assert first.y() < tension.y()


def test_what_it_says_can_be_read(page: PathsPage, brought: tuple[Offer, ...]) -> None:
    page.show_ways(tuple(_ways(brought).values()))
    QApplication.processEvents()
    texts = _texts(page)
    assert "Your first week" in texts
    assert any("no trial has looked at" in text for text in texts)
