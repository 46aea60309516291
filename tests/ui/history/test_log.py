"""The list of sessions: read, searched, written to, and taken out of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from relaxapp.errors import JournalError, NotFoundError
from relaxapp.journal.entry import Mark, MarkKind
from relaxapp.ui.history.entry_model import Column
from relaxapp.ui.history.log import LogView
from tests.ui.house import practised

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.history.view import HistorySupplies
    from relaxapp.ui.message import Message


@pytest.fixture
def log(supplies: HistorySupplies, qtbot: QtBot) -> LogView:
    log = LogView(supplies)
    qtbot.addWidget(log)
    log.resize(980, 600)
    log.show()
    return log


@pytest.fixture
def said(log: LogView) -> list[Message]:
    """What the page says, in order."""
    messages: list[Message] = []
    log.said.connect(messages.append)
    return messages


def _titles(log: LogView) -> list[str]:
    return [log.model.index(row, Column.TITLE).data() for row in range(log.model.rowCount())]


def test_an_empty_log_is_met_with_a_kind_sentence(log: LogView) -> None:
    log.refresh()
    assert "that is fine" in log._empty.text()
    assert log._empty.isVisible()
    assert not log.table.isVisible()
    assert not log.details.isVisible()


def test_the_newest_session_is_shown_in_full(log: LogView, journal: Journal) -> None:
    practised(journal, "Body scan", days_ago=1)
    entry_id = practised(journal, "Long exhale", tension=(7, 3), note="slept well", tags=("bed",))
    journal.rate_before(entry_id, 7, (Mark("jaw", MarkKind.TENSION, 2),))
    log.refresh()
    assert _titles(log) == ["Long exhale", "Body scan"]
    assert log.details._title.text() == "Long exhale"
    assert log.details.facts == {
        "Planned": "8 min",
        "Practised": "8:00, entered by hand",
        "Tension": "7 \N{RIGHTWARDS ARROW} 3",
        "Before": "jaw 2",
    }
    assert log.details.note.toPlainText() == "slept well"
    assert log.details.tags.text() == "bed"


def test_arrow_keys_show_the_next_session(log: LogView, journal: Journal) -> None:
    practised(journal, "Body scan", days_ago=1)
    practised(journal, "Long exhale")
    log.refresh()
    QTest.keyClick(log.table, Qt.Key.Key_Down)
    assert log.details._title.text() == "Body scan"


def test_a_search_finds_when_typing_rests(log: LogView, journal: Journal) -> None:
    practised(journal, "Body scan", tags=("bed",))
    practised(journal, "Long exhale")
    log.refresh()
    QTest.keyClicks(log.search, "bed")
    assert log._pending.isActive()
    QTest.keyClick(log.search, Qt.Key.Key_Return)
    assert not log._pending.isActive()
    assert _titles(log) == ["Body scan"]


def test_a_search_without_a_find_says_so(log: LogView, journal: Journal) -> None:
    practised(journal, "Body scan")
    log.search.setText("zzz")
    log.refresh()
    assert log._empty.text() == "Nothing goes by these words."
    assert log._empty.isVisible()


def test_a_note_is_kept_when_the_focus_leaves_it(log: LogView, journal: Journal) -> None:
    entry_id = practised(journal, "Long exhale")
    log.refresh()
    log.details.note.setFocus()
    QTest.keyClicks(log.details.note, "warm hands")
    log.details.tags.setFocus()
    assert journal.entry(entry_id).note == "warm hands"


def test_tags_are_kept_each_by_itself(log: LogView, journal: Journal) -> None:
    entry_id = practised(journal, "Long exhale")
    log.refresh()
    QTest.keyClicks(log.details.tags, " bed, after work ,")
    QTest.keyClick(log.details.tags, Qt.Key.Key_Return)
    assert journal.entry(entry_id).tags == ("bed", "after work")


def test_a_note_goes_to_its_own_session_when_another_is_chosen(
    log: LogView, journal: Journal
) -> None:
    older = practised(journal, "Body scan", days_ago=1)
    newer = practised(journal, "Long exhale")
    log.refresh()
    log.details.note.setPlainText("for the newer one")
    QTest.keyClick(log.table, Qt.Key.Key_Down)
    assert journal.entry(newer).note == "for the newer one"
    assert journal.entry(older).note == ""
    assert log.details.note.toPlainText() == ""


def test_a_note_is_kept_when_another_page_is_shown(log: LogView, journal: Journal) -> None:
    entry_id = practised(journal, "Long exhale")
    log.refresh()
    log.details.note.setPlainText("on the way out")
    log.hide()
    assert journal.entry(entry_id).note == "on the way out"


def test_a_deleted_session_is_gone_and_comes_back_as_it_was(
    log: LogView, journal: Journal, said: list[Message]
) -> None:
    practised(journal, "Body scan", days_ago=1)
    entry_id = practised(journal, "Long exhale", tension=(7, 3), tags=("bed",))
    before = journal.entry(entry_id)
    log.refresh()
    QTest.keyClick(log.table, Qt.Key.Key_Delete)
    with pytest.raises(NotFoundError):
        journal.entry(entry_id)
    assert _titles(log) == ["Body scan"]
    assert log.details._title.text() == "Body scan"
    assert said[-1].offer == "Undo"
    assert said[-1].accept is not None
    said[-1].accept()
    assert journal.entry(entry_id) == before
    assert _titles(log) == ["Long exhale", "Body scan"]


def test_what_was_just_written_comes_back_with_a_deleted_session(
    log: LogView, journal: Journal
) -> None:
    entry_id = practised(journal, "Long exhale")
    log.refresh()
    log.details.note.setPlainText("just written")
    QTest.mouseClick(log.details.delete, Qt.MouseButton.LeftButton)
    log.table.setFocus()
    QTest.keyClick(log.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    log.undo_delete()
    assert journal.entry(entry_id).note == "just written"


def test_two_deleted_sessions_come_back_one_after_the_other(log: LogView, journal: Journal) -> None:
    practised(journal, "Body scan", days_ago=1)
    practised(journal, "Long exhale")
    log.refresh()
    log.delete_chosen()
    log.delete_chosen()
    log.undo_delete()
    assert _titles(log) == ["Body scan"]
    log.undo_delete()
    assert _titles(log) == ["Long exhale", "Body scan"]


def test_a_journal_that_cannot_be_written_is_told_in_its_own_words(
    log: LogView, journal: Journal, said: list[Message], monkeypatch: pytest.MonkeyPatch
) -> None:
    practised(journal, "Long exhale")
    log.refresh()

    def failing(*_args: object) -> None:
        raise JournalError("The disk is full. Make some room and try again.")

    monkeypatch.setattr(type(journal), "delete", failing)
    monkeypatch.setattr(type(journal), "annotate", failing)
    log.delete_chosen()
    log.details.note.setPlainText("lost?")
    log.details.save()
    assert [message.text for message in said] == [
        "The disk is full. Make some room and try again."
    ] * 2
    assert _titles(log) == ["Long exhale"]
    assert log.details.note.toPlainText() == "lost?"


def test_a_search_leaves_no_timer_running(log: LogView, journal: Journal, qtbot: QtBot) -> None:
    log.refresh()
    log.search.setText("x")
    qtbot.waitUntil(lambda: not log._pending.isActive())
    assert log.model.count == 0
