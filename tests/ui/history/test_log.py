"""The list of sessions: read, searched, edited, and taken out of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtTest import QTest

from relaxapp.errors import JournalError, NotFoundError
from relaxapp.journal.entry import Mark, MarkKind, Moment
from relaxapp.journal.filter import EVERYTHING, Filter
from relaxapp.ui.history.entry_model import Column
from relaxapp.ui.history.log import LogView
from tests.ui.house import practised

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.history_supplies import HistorySupplies
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
    assert log.details.title == "Long exhale"
    assert log.details.facts == {
        "Technique": "breathing",
        "Practised": "8 min, entered by hand",
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
    assert log.details.title == "Body scan"


def test_a_search_finds_when_typing_rests(log: LogView, journal: Journal) -> None:
    practised(journal, "Body scan", tags=("bed",))
    practised(journal, "Long exhale")
    log.refresh()
    QTest.keyClicks(log.filter.search, "bed")
    assert log.filter.pending.isActive()
    QTest.keyClick(log.filter.search, Qt.Key.Key_Return)
    assert not log.filter.pending.isActive()
    assert _titles(log) == ["Body scan"]


def test_a_search_without_a_find_says_so(log: LogView, journal: Journal) -> None:
    practised(journal, "Body scan")
    log.filter.search.setText("zzz")
    log.refresh()
    assert log._empty.text() == "No session is like this. Show all, or ask for less."
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
    assert log.details.title == "Body scan"
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
    log.undo()
    assert journal.entry(entry_id).note == "just written"


def test_two_deleted_sessions_come_back_one_after_the_other(log: LogView, journal: Journal) -> None:
    practised(journal, "Body scan", days_ago=1)
    practised(journal, "Long exhale")
    log.refresh()
    log.delete_chosen()
    log.delete_chosen()
    log.undo()
    assert _titles(log) == ["Body scan"]
    log.undo()
    assert _titles(log) == ["Long exhale", "Body scan"]
    log.undo()
    assert _titles(log) == ["Long exhale", "Body scan"]


class TestTheChosenSession:
    """It stays chosen whatever happens around it."""

    @pytest.fixture
    def log(self, log: LogView, journal: Journal) -> LogView:
        """A list of three sessions, of which the one in the middle is chosen."""
        for days_ago, title in enumerate(("Newest", "Middle", "Oldest")):
            practised(journal, title, days_ago=days_ago)
        log.refresh()
        log.table.choose(1)
        return log

    def test_it_stays_so_when_a_newer_one_comes(self, log: LogView, journal: Journal) -> None:
        practised(journal, "Newer still", days_ago=-0.5)
        log.refresh()
        assert _titles(log)[0] == "Newer still"
        assert log.details.title == "Middle"
        assert log.table.row == 2

    def test_it_stays_so_while_a_search_has_it(self, log: LogView) -> None:
        log.filter.search.setText("d")
        log.filter.apply()
        assert _titles(log) == ["Middle", "Oldest"]
        assert log.details.title == "Middle"
        log.filter.search.setText("newest")
        log.filter.apply()
        assert log.details.title == "Newest"

    def test_the_next_one_follows_a_deleted_one_which_is_chosen_when_it_is_back(
        self, log: LogView
    ) -> None:
        log.delete_chosen()
        assert log.details.title == "Oldest"
        log.undo()
        assert log.details.title == "Middle"
        assert log.table.row == 1

    def test_a_session_that_comes_back_is_shown_whatever_was_asked_for(self, log: LogView) -> None:
        log.delete_chosen()
        log.show_filter(Filter("newest"))
        log.undo()
        assert log.filter.wanted == EVERYTHING
        assert log.details.title == "Middle"


class TestEditing:
    """What the sheet over the list does to it."""

    @pytest.fixture
    def log(self, log: LogView, journal: Journal) -> LogView:
        """A list of two sessions, the older one chosen."""
        practised(journal, "Long exhale")
        practised(journal, "Body scan", days_ago=1, tension=(7, 3))
        log.refresh()
        log.table.choose(1)
        return log

    @pytest.mark.parametrize("key", [Qt.Key.Key_F4, Qt.Key.Key_Return])
    def test_a_key_opens_the_chosen_session_and_saving_shows_what_came_of_it(
        self, log: LogView, said: list[Message], key: Qt.Key
    ) -> None:
        QTest.keyClick(log.table, key)
        assert log.editor is not None
        log.editor.feeling.scales[Moment.AFTER].choose(5)
        log.editor.save()
        assert log.details.title == "Body scan"
        assert log.details.facts["Tension"] == "7 \N{RIGHTWARDS ARROW} 5"
        assert (said[-1].text, said[-1].offer) == ("“Body scan” is changed.", "Undo")

    def test_an_edit_is_taken_back_and_what_was_written_since_stays(
        self, log: LogView, journal: Journal, said: list[Message]
    ) -> None:
        log.edit_chosen()
        assert log.editor is not None
        log.editor.feeling.scales[Moment.AFTER].choose(5)
        log.editor.save()
        log.details.note.setPlainText("since then")
        log.undo()
        entry = journal.numbered(journal.numbers(Filter("scan")))
        [found] = entry.values()
        assert (found.tension_after, found.note) == (3, "since then")
        assert log.details.facts["Tension"] == "7 \N{RIGHTWARDS ARROW} 3"
        assert said[-1].text == "“Body scan” is as it was."

    def test_an_edit_of_a_session_that_is_gone_cannot_be_taken_back(
        self, log: LogView, journal: Journal, said: list[Message]
    ) -> None:
        log.edit_chosen()
        assert log.editor is not None
        log.editor.note.setPlainText("changed")
        log.editor.save()
        journal.delete(journal.numbers(Filter("scan"))[0])
        log.undo()
        assert "There is no session" in said[-1].text
        said.clear()
        log.undo()
        assert said == []

    def test_an_added_session_is_shown_and_can_be_taken_out_again(
        self, log: LogView, said: list[Message]
    ) -> None:
        log.show_filter(Filter("exhale"))
        log.add_session()
        assert log.editor is not None
        assert log.editor.by_hand is not None
        log.editor.by_hand.words.setText("A walk")
        log.editor.save()
        assert log.filter.wanted == EVERYTHING
        assert log.details.title == "A walk"
        assert said[-1].text == "“A walk” is in the history."
        log.undo()
        assert _titles(log) == ["Long exhale", "Body scan"]
        assert said[-1].text == "“A walk” is out of the history again."

    def test_what_is_left_open_changes_nothing(self, log: LogView, said: list[Message]) -> None:
        log.edit_chosen()
        assert log.editor is not None
        log.editor.save()
        assert said == []
        assert log.editor is None


class TestALargeLog:
    """It is searched on another thread."""

    @pytest.fixture
    def log(self, log: LogView, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> LogView:
        """A list that takes two sessions for many."""
        monkeypatch.setattr("relaxapp.ui.history.counting.AT_ONCE", 1)
        practised(journal, "Body scan", days_ago=1)
        practised(journal, "Long exhale")
        return log

    def test_it_is_shown_when_it_is_there(self, log: LogView, qtbot: QtBot) -> None:
        log.refresh()
        assert log.counting.is_busy
        assert log.model.count == 0
        qtbot.waitUntil(lambda: not log.counting.is_busy)
        assert _titles(log) == ["Long exhale", "Body scan"]
        assert log.details.title == "Long exhale"

    def test_of_two_searches_the_last_is_shown(self, log: LogView, qtbot: QtBot) -> None:
        log.show_filter(Filter("exhale"))
        log.show_filter(Filter("scan"))
        with qtbot.waitSignal(log.counting.counted):
            pass
        qtbot.waitUntil(lambda: not log.counting.is_busy)
        assert _titles(log) == ["Body scan"]
        assert log.filter.found.startswith("1 of 2 sessions")

    def test_a_deleted_session_is_gone_from_it(self, log: LogView, qtbot: QtBot) -> None:
        log.refresh()
        qtbot.waitUntil(lambda: not log.counting.is_busy)
        log.delete_chosen()
        qtbot.waitUntil(lambda: not log.counting.is_busy)
        assert _titles(log) == ["Body scan"]
        assert log.details.title == "Body scan"


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
    log.filter.search.setText("x")
    qtbot.waitUntil(lambda: not log.filter.pending.isActive())
    assert log.model.count == 0


def test_where_there_is_little_width_the_title_has_the_room_of_the_columns(
    log: LogView, journal: Journal
) -> None:
    practised(journal, "Shoulders and neck at the desk")
    log.refresh()
    for width in (660, 980):
        log.resize(width, 500)
        metrics = QFontMetrics(
            log.table._theme.font(log.table._theme.px(14), QFont.Weight.DemiBold)
        )
        needed = metrics.horizontalAdvance("Shoulders and neck at the desk")
        assert log.table.columnWidth(Column.TITLE) >= needed + 16
    assert not log.table.isColumnHidden(Column.WHEN)
    log.resize(660, 500)
    assert log.table.isColumnHidden(Column.WHEN)
    assert log.table.currentIndex().column() == Column.TITLE
