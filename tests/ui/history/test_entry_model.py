"""Tests of the log as a table."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from relaxapp.errors import JournalError
from relaxapp.journal.filter import Filter
from relaxapp.ui.history.entry_model import (
    BELOW_ROLE,
    KEPT_PAGES,
    PAGE_ROWS,
    Column,
    EntryModel,
)
from tests.ui.house import practised

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QApplication
    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from tests.ui.house import FakeClock


@pytest.fixture
def model(journal: Journal, clock: FakeClock, qapp: QApplication) -> EntryModel:
    return EntryModel(journal, clock.now)


def _row(model: EntryModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in Column]


def test_the_model_keeps_qts_rules(
    model: EntryModel, journal: Journal, qtmodeltester: ModelTester
) -> None:
    practised(journal, "Long exhale")
    model.show_sessions(journal.numbers())
    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_sessions_are_shown_newest_first_in_words(model: EntryModel, journal: Journal) -> None:
    practised(journal, "Body scan", days_ago=7, technique="body scan")
    practised(journal, "Long exhale", tension=(7, 3))
    model.show_sessions(journal.numbers())
    assert _row(model, 0) == [
        "Today 19:40",
        "Long exhale",
        "Breathing",
        "8 min",
        "7 \N{RIGHTWARDS ARROW} 3",
    ]
    assert _row(model, 1) == ["Tue 17 Nov", "Body scan", "Body scan", "8 min", ""]


def test_a_screen_reader_hears_what_the_arrow_means(model: EntryModel, journal: Journal) -> None:
    practised(journal, "Long exhale", tension=(7, 3))
    model.show_sessions(journal.numbers())
    index = model.index(0, Column.TENSION)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "tension 7 before, 3 after"


def test_the_title_is_read_out_with_the_whole_row(model: EntryModel, journal: Journal) -> None:
    practised(journal, "Long exhale", tension=(7, 3))
    model.show_sessions(journal.numbers())
    index = model.index(0, Column.TITLE)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Long exhale, Today 19:40, Breathing, 8 min, tension 7 before, 3 after"
    )
    assert index.data(BELOW_ROLE) == "Today 19:40  \N{MIDDLE DOT}  Breathing  \N{MIDDLE DOT}  8 min"


def test_a_session_is_found_by_its_number(model: EntryModel, journal: Journal) -> None:
    older = practised(journal, "Body scan", days_ago=1)
    newer = practised(journal, "Long exhale")
    model.show_sessions(journal.numbers())
    assert (model.row_of(newer), model.row_of(older)) == (0, 1)
    assert model.row_of(99) is None
    assert model.row_of(None) is None


def test_a_session_that_went_meanwhile_is_an_empty_row(model: EntryModel, journal: Journal) -> None:
    entry_id = practised(journal, "Long exhale")
    model.show_sessions(journal.numbers())
    journal.delete(entry_id)
    assert model.entry(0) is None
    assert _row(model, 0) == [""] * len(Column)


def test_columns_have_names(model: EntryModel) -> None:
    names = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert names == ["When", "Session", "Technique", "Practised", "Tension"]


def test_only_the_sessions_that_are_wanted_are_shown(model: EntryModel, journal: Journal) -> None:
    practised(journal, "Long exhale", note="slept well")
    practised(journal, "Body scan")
    model.show_sessions(journal.numbers(Filter("SLEPT")))
    assert model.count == model.rowCount() == 1
    assert _row(model, 0)[Column.TITLE] == "Long exhale"


def test_only_pages_that_are_looked_at_are_read(
    model: EntryModel, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3 * PAGE_ROWS):
        practised(journal, str(number), days_ago=number)
    read = []
    numbered = type(journal).numbered

    def counting(self: Journal, numbers: Sequence[int]) -> object:
        read.append(len(numbers))
        return numbered(self, numbers)

    monkeypatch.setattr(type(journal), "numbered", counting)
    model.show_sessions(journal.numbers())
    assert read == []
    assert _row(model, 2 * PAGE_ROWS)[Column.TITLE] == str(2 * PAGE_ROWS)
    assert _row(model, 2 * PAGE_ROWS + 5)[Column.TITLE] == str(2 * PAGE_ROWS + 5)
    assert read == [PAGE_ROWS]


def test_no_more_pages_are_kept_than_are_meant_to(model: EntryModel) -> None:
    model.show_sessions(array("q", range((KEPT_PAGES + 10) * PAGE_ROWS)))
    for page in range(KEPT_PAGES + 10):
        model.entry(page * PAGE_ROWS)
    assert len(model._pages) == KEPT_PAGES


def test_a_changed_session_is_read_anew(model: EntryModel, journal: Journal, qtbot: QtBot) -> None:
    entry_id = practised(journal, "Long exhale")
    model.show_sessions(journal.numbers())
    assert _row(model, 0)[Column.TENSION] == ""
    journal.rate_after(entry_id, 2)
    with qtbot.waitSignal(model.dataChanged):
        model.forget_entry(entry_id)
    assert _row(model, 0)[Column.TENSION] == "\N{EN DASH} \N{RIGHTWARDS ARROW} 2"


def test_a_page_that_cannot_be_read_is_told_once_and_stays_empty(
    model: EntryModel, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    practised(journal, "Long exhale")
    model.show_sessions(journal.numbers())
    told: list[object] = []
    model.failed.connect(told.append)

    def failing(*_args: object, **_keywords: object) -> None:
        raise JournalError("The disk went away.")

    monkeypatch.setattr(type(journal), "numbered", failing)
    assert _row(model, 0) == [""] * len(Column)
    assert [str(error) for error in told] == ["The disk went away."]
