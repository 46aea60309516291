"""Tests of the history."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relaxapp.errors import JournalError, NotFoundError
from relaxapp.journal.entry import Mark, MarkKind
from relaxapp.ui.pages.entry_model import Column
from relaxapp.ui.pages.history import HistoryPage
from tests.ui.house import practised

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.message import Message
    from relaxapp.ui.theme import Theme
    from tests.ui.house import FakeClock


@pytest.fixture
def page(
    journal: Journal, choices: Choices, clock: FakeClock, theme: Theme, qtbot: QtBot
) -> HistoryPage:
    page = HistoryPage(journal=journal, choices=choices, now=clock.now, theme=theme)
    qtbot.addWidget(page)
    page.resize(1060, 800)
    page.show()
    return page


@pytest.fixture
def said(page: HistoryPage) -> list[Message]:
    """What the page says, in order."""
    messages: list[Message] = []
    page.said.connect(messages.append)
    return messages


def _titles(page: HistoryPage) -> list[str]:
    return [page.model.index(row, Column.TITLE).data() for row in range(page.model.rowCount())]


def test_an_empty_log_is_met_with_a_kind_sentence(page: HistoryPage) -> None:
    page.refresh()
    assert "that is fine" in page._empty.text()
    assert page._empty.isVisible()
    assert not page.table.isVisible()
    assert not page.details.isVisible()


def test_the_newest_session_is_shown_in_full(page: HistoryPage, journal: Journal) -> None:
    practised(journal, "Body scan", days_ago=1)
    entry_id = practised(journal, "Long exhale", tension=(7, 3), note="slept well", tags=("bed",))
    journal.rate_before(entry_id, 7, (Mark("jaw", MarkKind.TENSION, 2),))
    page.refresh()
    assert _titles(page) == ["Long exhale", "Body scan"]
    assert page.details._title.text() == "Long exhale"
    assert page.details.facts == {
        "Planned": "8 min",
        "Practised": "8:00, entered by hand",
        "Tension": "7 \N{RIGHTWARDS ARROW} 3",
        "Before": "jaw 2",
    }
    assert page.details.note.toPlainText() == "slept well"
    assert page.details.tags.text() == "bed"


def test_arrow_keys_show_the_next_session(page: HistoryPage, journal: Journal) -> None:
    practised(journal, "Body scan", days_ago=1)
    practised(journal, "Long exhale")
    page.refresh()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert page.details._title.text() == "Body scan"


def test_the_figures_tell_of_the_week_of_tension_and_of_days(
    page: HistoryPage, journal: Journal
) -> None:
    for days_ago in range(3):
        practised(journal, "Long exhale", days_ago=days_ago, tension=(7, 3))
    page.refresh()
    values = {figure.label: (figure.value, figure.below) for figure in page.figures.shown}
    assert values == {
        "This week": ("16 min", "2 sessions"),
        "Tension, before \N{RIGHTWARDS ARROW} after": (
            "7.0 \N{RIGHTWARDS ARROW} 3.0",
            "average of the last 3",
        ),
        "Days practised": ("3 of 28", "your aim is 5 a week"),
        "What helps most": ("Breathing", "\N{MINUS SIGN}4.0 on average, 3 sessions"),
    }


def test_a_search_finds_when_typing_rests(page: HistoryPage, journal: Journal) -> None:
    practised(journal, "Body scan", tags=("bed",))
    practised(journal, "Long exhale")
    page.refresh()
    QTest.keyClicks(page.search, "bed")
    assert page._pending.isActive()
    QTest.keyClick(page.search, Qt.Key.Key_Return)
    assert not page._pending.isActive()
    assert _titles(page) == ["Body scan"]


def test_a_search_without_a_find_says_so(page: HistoryPage, journal: Journal) -> None:
    practised(journal, "Body scan")
    page.search.setText("zzz")
    page.refresh()
    assert page._empty.text() == "Nothing goes by these words."
    assert page._empty.isVisible()


def test_a_note_is_kept_when_the_focus_leaves_it(page: HistoryPage, journal: Journal) -> None:
    entry_id = practised(journal, "Long exhale")
    page.refresh()
    page.details.note.setFocus()
    QTest.keyClicks(page.details.note, "warm hands")
    page.details.tags.setFocus()
    assert journal.entry(entry_id).note == "warm hands"


def test_tags_are_kept_each_by_itself(page: HistoryPage, journal: Journal) -> None:
    entry_id = practised(journal, "Long exhale")
    page.refresh()
    QTest.keyClicks(page.details.tags, " bed, after work ,")
    QTest.keyClick(page.details.tags, Qt.Key.Key_Return)
    assert journal.entry(entry_id).tags == ("bed", "after work")


def test_a_note_goes_to_its_own_session_when_another_is_chosen(
    page: HistoryPage, journal: Journal
) -> None:
    older = practised(journal, "Body scan", days_ago=1)
    newer = practised(journal, "Long exhale")
    page.refresh()
    page.details.note.setPlainText("for the newer one")
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    assert journal.entry(newer).note == "for the newer one"
    assert journal.entry(older).note == ""
    assert page.details.note.toPlainText() == ""


def test_a_note_is_kept_when_another_page_is_shown(page: HistoryPage, journal: Journal) -> None:
    entry_id = practised(journal, "Long exhale")
    page.refresh()
    page.details.note.setPlainText("on the way out")
    page.hide()
    assert journal.entry(entry_id).note == "on the way out"


def test_a_deleted_session_is_gone_and_comes_back_as_it_was(
    page: HistoryPage, journal: Journal, said: list[Message]
) -> None:
    practised(journal, "Body scan", days_ago=1)
    entry_id = practised(journal, "Long exhale", tension=(7, 3), tags=("bed",))
    before = journal.entry(entry_id)
    page.refresh()
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    with pytest.raises(NotFoundError):
        journal.entry(entry_id)
    assert _titles(page) == ["Body scan"]
    assert page.details._title.text() == "Body scan"
    assert said[-1].offer == "Undo"
    assert said[-1].accept is not None
    said[-1].accept()
    assert journal.entry(entry_id) == before
    assert _titles(page) == ["Long exhale", "Body scan"]


def test_what_was_just_written_comes_back_with_a_deleted_session(
    page: HistoryPage, journal: Journal
) -> None:
    entry_id = practised(journal, "Long exhale")
    page.refresh()
    page.details.note.setPlainText("just written")
    QTest.mouseClick(page.details.delete, Qt.MouseButton.LeftButton)
    page.table.setFocus()
    QTest.keyClick(page.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    page.undo_delete()
    assert journal.entry(entry_id).note == "just written"


def test_two_deleted_sessions_come_back_one_after_the_other(
    page: HistoryPage, journal: Journal
) -> None:
    practised(journal, "Body scan", days_ago=1)
    practised(journal, "Long exhale")
    page.refresh()
    page.delete_chosen()
    page.delete_chosen()
    page.undo_delete()
    assert _titles(page) == ["Body scan"]
    page.undo_delete()
    assert _titles(page) == ["Long exhale", "Body scan"]


def test_a_journal_that_cannot_be_written_is_told_in_its_own_words(
    page: HistoryPage, journal: Journal, said: list[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    practised(journal, "Long exhale")
    page.refresh()

    def failing(*_args: object) -> None:
        raise JournalError("The disk is full. Make some room and try again.")

    monkeypatch.setattr(type(journal), "delete", failing)
    monkeypatch.setattr(type(journal), "annotate", failing)
    page.delete_chosen()
    page.details.note.setPlainText("lost?")
    page.details.save()
    assert [message.text for message in said] == [
        "The disk is full. Make some room and try again."
    ] * 2
    assert _titles(page) == ["Long exhale"]
    assert page.details.note.toPlainText() == "lost?"


def test_a_low_window_leaves_the_room_of_the_pictures_to_the_list(
    page: HistoryPage, journal: Journal
) -> None:
    practised(journal, "Long exhale")
    page.refresh()
    assert page.year.isVisible()
    page.resize(1060, 600)
    assert not page.year.isVisible()


def test_the_pictures_say_in_words_what_they_show(page: HistoryPage, journal: Journal) -> None:
    practised(journal, "Long exhale", tension=(7, 3))
    page.refresh()
    assert page.year.accessibleName() == "Practice in the last 12 months: 1 day, 8 min"
    assert page.weeks.accessibleName().endswith("7.0 before, 3.0 after")


def test_a_search_leaves_no_timer_running(
    page: HistoryPage, journal: Journal, qtbot: QtBot
) -> None:
    page.refresh()
    page.search.setText("x")
    qtbot.waitUntil(lambda: not page._pending.isActive())
    assert page.model.count == 0
