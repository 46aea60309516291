"""The dialog that saves a copy of the history."""

from __future__ import annotations

import csv
import errno
import json
import os
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QDesktopServices

from relaxapp.journal.exporting import save_json
from relaxapp.ui.exchange import export_dialog
from relaxapp.ui.exchange.export_dialog import ExportDialog
from tests.ui.house import practised
from tests.ui.pressing import press

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QWidget

    from relaxapp.journal.filter import Filter
    from relaxapp.journal.journal import Journal
    from relaxapp.ui.exchange.errand import Told
    from relaxapp.ui.history_supplies import HistorySupplies
    from tests.ui.exchange.over_the_window import OverTheWindow


class Asked:
    """Stands for the question which file it is to be: notes what was proposed, and answers."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.proposed: list[str] = []

    def __call__(self, _parent: QWidget, proposed: Path) -> Path | None:
        self.proposed.append(proposed.name)
        return None if self.folder is None else self.folder / proposed.name


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """An empty folder."""
    folder = tmp_path / "documents"
    folder.mkdir()
    return folder


@pytest.fixture
def asked(target: Path) -> Asked:
    return Asked(target)


@pytest.fixture
def dialog(
    supplies: HistorySupplies, journal: Journal, over_the_window: OverTheWindow, asked: Asked
) -> ExportDialog:
    practised(journal, "Long breath out", days_ago=40)
    practised(journal, "Evening", days_ago=2, note="Jaw let go")
    return over_the_window.open(lambda window: ExportDialog(supplies, window, ask=asked))


def test_everything_is_saved_under_a_name_with_the_day(
    dialog: ExportDialog, over_the_window: OverTheWindow, target: Path, asked: Asked
) -> None:
    dialog.save_button.click()
    over_the_window.wait(dialog)
    file = target / "relaxapp-history-2026-11-24.json"
    assert asked.proposed == [file.name]
    assert [each["title"] for each in json.loads(file.read_text("utf-8"))["sessions"]] == [
        "Evening",
        "Long breath out",
    ]
    assert dialog.outcome.text == f"Your history is saved as {file.name} in {target}."


def test_the_folder_can_be_opened_from_there(
    dialog: ExportDialog,
    over_the_window: OverTheWindow,
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return len(opened) == 1

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    dialog.save_button.click()
    over_the_window.wait(dialog)
    dialog.outcome.button.click()
    assert opened == [str(target)]
    dialog.outcome.button.click()
    assert dialog.outcome.text == f"The folder cannot be opened from here. It is {target}."


def test_a_table_of_some_dates_has_their_sessions_alone(
    dialog: ExportDialog, over_the_window: OverTheWindow, target: Path
) -> None:
    dialog.table.setChecked(True)
    dialog.dates.only_some.setChecked(True)
    dialog.dates.first.setDate(QDate(2026, 11, 20))
    dialog.save_button.click()
    over_the_window.wait(dialog)
    with (target / "relaxapp-history-2026-11-24.csv").open(
        encoding="utf-8-sig", newline=""
    ) as file:
        assert [row["title"] for row in csv.DictReader(file)] == ["Evening"]


def test_the_dates_begin_with_the_first_session_and_stay_in_order(dialog: ExportDialog) -> None:
    dates = dialog.dates
    assert dates.period is None
    dates.only_some.setChecked(True)
    assert dates.first.date() == QDate(2026, 10, 15)
    assert dates.last.date() == QDate(2026, 11, 24)
    dates.first.setDate(QDate(2026, 12, 1))
    assert dates.last.date() == QDate(2026, 12, 1)
    dates.last.setDate(QDate(2026, 11, 1))
    assert dates.first.date() == QDate(2026, 11, 1)


def test_what_will_be_in_the_file_is_said_before(dialog: ExportDialog) -> None:
    assert dialog._count.text() == "2 sessions"
    assert "your notes too" in dialog._about.text()
    assert "how your days were" in dialog._about.text()
    dialog.table.setChecked(True)
    assert "how your days were" not in dialog._about.text()
    dialog.dates.only_some.setChecked(True)
    dialog.dates.first.setDate(QDate(2026, 11, 20))
    assert dialog._count.text() == "1 session"


def test_what_has_nothing_in_it_is_not_saved(dialog: ExportDialog) -> None:
    dialog.dates.only_some.setChecked(True)
    dialog.dates.first.setDate(QDate(2026, 11, 24))
    assert dialog._count.text() == "0 sessions"
    assert not dialog.save_button.isEnabled()


def test_nothing_happens_when_no_file_is_wanted(dialog: ExportDialog, asked: Asked) -> None:
    asked.folder = None
    dialog.save_button.click()
    assert not dialog.errand.is_busy
    assert dialog.outcome.text == ""


def test_a_full_disk_is_told_and_leaves_nothing_behind(
    dialog: ExportDialog,
    over_the_window: OverTheWindow,
    target: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    dialog.save_button.click()
    over_the_window.wait(dialog)
    assert "the disk is full" in dialog.outcome.text
    assert list(target.iterdir()) == []
    assert dialog.save_button.isEnabled()


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Holds a file up while it is written, until it is set."""
    opened = Event()

    def held_up(journal: Journal, path: Path, wanted: Filter, told: Told) -> None:
        def tell(done: int, total: int) -> None:
            assert opened.wait(10)
            told(done, total)

        save_json(journal, path, wanted, tell)

    monkeypatch.setattr(export_dialog, "save_json", held_up)
    return opened


def test_what_is_called_off_leaves_nothing_behind(
    dialog: ExportDialog, over_the_window: OverTheWindow, target: Path, gate: Event
) -> None:
    dialog.save_button.click()
    assert not dialog.save_button.isEnabled()
    dialog.errand.button.click()
    gate.set()
    over_the_window.wait(dialog)
    assert list(target.iterdir()) == []
    assert dialog.outcome.text == "Nothing was saved."
    assert dialog.save_button.isEnabled()


def test_esc_calls_off_closes_and_says_so_in_the_window(
    dialog: ExportDialog, over_the_window: OverTheWindow, target: Path, gate: Event
) -> None:
    dialog.save_button.click()
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    gate.set()
    over_the_window.wait_until_gone(dialog)
    assert over_the_window.said == ["Nothing was saved."]
    assert list(target.iterdir()) == []


def test_a_dialog_that_is_closed_is_gone(
    dialog: ExportDialog, over_the_window: OverTheWindow
) -> None:
    dialog.close_button.click()
    over_the_window.wait_until_gone(dialog)
    assert over_the_window.said == []
