"""The history page: its views, one at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from relaxapp.ui.history.log import LogView
from relaxapp.ui.history.overview import Overview
from relaxapp.ui.history.page import SESSIONS, HistoryPage
from tests.ui.house import practised
from tests.ui.pressing import press

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.history_supplies import HistorySupplies


@pytest.fixture
def page(supplies: HistorySupplies, qtbot: QtBot) -> HistoryPage:
    page = HistoryPage(supplies)
    qtbot.addWidget(page)
    page.resize(1060, 800)
    page.show()
    return page


def test_it_begins_with_the_overview_and_makes_no_other_view(page: HistoryPage) -> None:
    assert isinstance(page.view, Overview)
    assert page.findChildren(LogView) == []


def test_arrow_keys_go_from_view_to_view(page: HistoryPage, journal: Journal) -> None:
    practised(journal, "Long exhale")
    page.names.focus()
    press(page.focusWidget(), Qt.Key.Key_Right)
    assert isinstance(page.view, LogView)
    assert page.log.model.count == 1
    press(page.focusWidget(), Qt.Key.Key_Left)
    assert isinstance(page.view, Overview)


def test_a_note_is_kept_when_another_page_is_shown(page: HistoryPage, journal: Journal) -> None:
    entry_id = practised(journal, "Long exhale")
    page.show_view(SESSIONS)
    page.log.details.note.setPlainText("on the way out")
    page.hide()
    assert journal.entry(entry_id).note == "on the way out"
