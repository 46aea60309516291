"""The dialog of the copies of the history."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices

from relaxapp.journal.backup import backups_folder, list_backups
from relaxapp.journal.by_hand import back_up_now
from relaxapp.ui.exchange.backups_dialog import BackupsDialog
from tests.ui.house import practised
from tests.ui.pressing import press

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QUrl
    from PySide6.QtWidgets import QWidget

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.choices import Choices
    from relaxapp.ui.history_supplies import HistorySupplies
    from tests.ui.exchange.over_the_window import OverTheWindow
    from tests.ui.house import FakeClock


@pytest.fixture
def usual(journal: Journal) -> Path:
    """The folder of copies beside the journal."""
    return backups_folder(journal.database.path.parent)


@pytest.fixture
def copy(journal: Journal, clock: FakeClock) -> Path:
    """A copy with two sessions; one of them was deleted since, and another one practised."""
    practised(journal, "Long breath out", days_ago=3)
    gone = practised(journal, "Evening", days_ago=2)
    path = back_up_now(journal)
    clock.advance(3600)
    journal.delete(gone)
    practised(journal, "Since then")
    return path


class Chosen:
    """Stands for the question which folder it is to be."""

    def __init__(self) -> None:
        self.folder: Path | None = None

    def __call__(self, _parent: QWidget) -> Path | None:
        return self.folder


@pytest.fixture
def chosen() -> Chosen:
    return Chosen()


@pytest.fixture
def dialog(
    supplies: HistorySupplies, over_the_window: OverTheWindow, chosen: Chosen
) -> BackupsDialog:
    opened = over_the_window.open(lambda window: BackupsDialog(supplies, window, ask=chosen))
    over_the_window.wait(opened)
    return opened


def test_where_there_is_no_copy_it_is_said(dialog: BackupsDialog, usual: Path) -> None:
    assert dialog.place.last.text() == "There is no copy yet."
    assert dialog.place.path.text() == str(usual)
    assert not dialog.list.isVisible()
    assert not dialog.card.isVisible()


def test_a_copy_says_what_is_in_it_and_how_it_differs_from_now(
    copy: Path, dialog: BackupsDialog
) -> None:
    assert dialog.place.last.text() == "The last copy: Today 20:40"
    assert dialog.list.item(0).text() == (
        "Today 20:40  ·  made by you\n2 sessions, 21 Nov 2026 to 22 Nov 2026"
    )
    assert dialog.card.text.splitlines() == [
        "Today 20:40",
        "2 sessions, 21 Nov 2026 to 22 Nov 2026",
        "Made on this computer: made by you.",
        "If you go back to it:",
        "1 session comes back",
        "1 session came later and is taken out",
        "1 session stays as it is",
    ]


def test_nobody_goes_back_without_being_sure(
    copy: Path, dialog: BackupsDialog, journal: Journal
) -> None:
    before = journal.entries()
    dialog.card.back_button.click()
    assert dialog.focusWidget() is dialog.card.stay_button
    dialog.card.stay_button.click()
    assert not dialog.card.is_asking
    assert dialog.focusWidget() is dialog.card.back_button
    assert journal.entries() == before


def test_going_back_brings_the_history_of_then_and_keeps_that_of_now(
    copy: Path,
    dialog: BackupsDialog,
    journal: Journal,
    over_the_window: OverTheWindow,
    usual: Path,
) -> None:
    dialog.card.back_button.click()
    dialog.card.sure_button.click()
    over_the_window.wait(dialog)
    assert {entry.title for entry in journal.entries()} == {"Long breath out", "Evening"}
    assert over_the_window.changes == 1
    [aside] = [each for each in list_backups([usual]) if each.reason == "restore"]
    assert aside.sessions == 2
    assert dialog.outcome.text == (
        "Your history is again as it was: Today 20:40. How it was before is kept as "
        f"{aside.path.name} in {usual}."
    )
    assert dialog.list.backup is not None
    assert dialog.list.backup.path == copy
    assert "Your history now is just as it is in this copy." in dialog.card.text
    assert not dialog.card.back_button.isVisible()


def test_one_can_come_back_to_how_it_was_before_going_back(
    copy: Path, dialog: BackupsDialog, journal: Journal, over_the_window: OverTheWindow
) -> None:
    dialog.card.back_button.click()
    dialog.card.sure_button.click()
    over_the_window.wait(dialog)
    dialog.list.setCurrentRow(0)
    over_the_window.wait(dialog)
    assert dialog.list.backup is not None
    assert dialog.list.backup.reason == "restore"
    dialog.card.back_button.click()
    dialog.card.sure_button.click()
    over_the_window.wait(dialog)
    assert {entry.title for entry in journal.entries()} == {"Long breath out", "Since then"}


def test_a_damaged_copy_says_so_and_there_is_no_way_to_it(
    copy: Path, usual: Path, supplies: HistorySupplies, over_the_window: OverTheWindow
) -> None:
    (usual / "journal-desk-1a2b3c-2026-11-23.sqlite3").write_bytes(b"no database " * 500)
    dialog = over_the_window.open(lambda window: BackupsDialog(supplies, window))
    over_the_window.wait(dialog)
    rows = [dialog.list.item(row).text() for row in range(2)]
    [damaged] = [row for row, text in enumerate(rows) if "desk" in text]
    assert rows[damaged].endswith("It cannot be used")
    assert dialog.list.currentRow() != damaged
    dialog.list.setCurrentRow(damaged)
    over_the_window.wait(dialog)
    assert "damaged" in dialog.card.text
    assert not dialog.card.back_button.isVisible()


def test_a_copy_that_vanishes_meanwhile_is_told(
    copy: Path, dialog: BackupsDialog, journal: Journal, over_the_window: OverTheWindow
) -> None:
    copy.unlink()
    dialog.card.back_button.click()
    dialog.card.sure_button.click()
    over_the_window.wait(dialog)
    assert dialog.outcome.text == f"There is no file {copy}."
    assert over_the_window.changes == 0
    assert journal.count() == 2
    assert dialog.card.back_button.isEnabled()


def test_a_copy_is_made_and_listed_and_chosen(
    dialog: BackupsDialog, journal: Journal, over_the_window: OverTheWindow, usual: Path
) -> None:
    practised(journal, "Long breath out")
    dialog.place.copy_button.click()
    assert not dialog.place.copy_button.isEnabled()
    over_the_window.wait(dialog)
    [made] = list_backups([usual])
    assert made.sessions == 1
    assert dialog.outcome.text == f"A copy is made: {made.path.name} in {usual}."
    assert dialog.list.backup == made
    assert dialog.place.copy_button.isEnabled()


def test_a_full_disk_is_told(
    dialog: BackupsDialog,
    over_the_window: OverTheWindow,
    usual: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("relaxapp.journal.backup.copy_to", full)
    dialog.place.copy_button.click()
    over_the_window.wait(dialog)
    assert dialog.outcome.text.startswith(f"No safety copy of the journal could be made in {usual}")
    assert dialog.place.copy_button.isEnabled()


def test_a_full_disk_leaves_the_history_as_it_is(
    copy: Path,
    dialog: BackupsDialog,
    journal: Journal,
    over_the_window: OverTheWindow,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = journal.entries()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("relaxapp.journal.backup.copy_to", full)
    dialog.card.back_button.click()
    dialog.card.sure_button.click()
    over_the_window.wait(dialog)
    assert dialog.outcome.text.startswith("No safety copy of the journal could be made")
    assert journal.entries() == before
    assert over_the_window.changes == 0


def test_copies_are_kept_in_a_folder_that_was_chosen_and_no_longer_when_it_is_forgotten(
    dialog: BackupsDialog,
    journal: Journal,
    over_the_window: OverTheWindow,
    chosen: Chosen,
    tmp_path: Path,
) -> None:
    choices, usual = dialog._choices, journal.backup_folder
    practised(journal, "Long breath out")
    chosen.folder = tmp_path / "synced"
    chosen.folder.mkdir()
    dialog.place.another_button.click()
    assert choices.settings.backup_folder == str(chosen.folder)
    assert journal.backup_folder == chosen.folder
    assert dialog.place.path.text() == str(chosen.folder)
    dialog.place.copy_button.click()
    over_the_window.wait(dialog)
    assert [each.sessions for each in list_backups([chosen.folder])] == [1]
    assert list_backups([usual]) == ()
    dialog.place.usual_button.click()
    over_the_window.wait(dialog)
    assert choices.settings.backup_folder == ""
    assert journal.backup_folder == usual
    assert not dialog.place.usual_button.isVisible()


def test_copies_of_both_folders_are_listed(
    dialog: BackupsDialog,
    copy: Path,
    journal: Journal,
    over_the_window: OverTheWindow,
    tmp_path: Path,
) -> None:
    dialog.refresh()
    folder = tmp_path / "synced"
    folder.mkdir()
    there = back_up_now(journal, folder)
    # As another computer would name its own, in a folder that both use.
    there.rename(there.with_name(f"journal-kitchen-1a2b3c-{journal.now().date()}.sqlite3"))
    dialog.keep_in(folder)
    over_the_window.wait(dialog)
    assert [dialog.list.item(row).text().splitlines()[0] for row in range(2)] == [
        "Today 21:40  ·  kitchen",
        "Today 20:40  ·  made by you",
    ]


def test_a_folder_that_cannot_be_written_to_is_not_taken(
    dialog: BackupsDialog, choices: Choices, chosen: Chosen, tmp_path: Path
) -> None:
    chosen.folder = tmp_path / "not there"
    dialog.place.another_button.click()
    assert dialog.outcome.text.startswith(f"Nothing can be written to {chosen.folder}.")
    assert choices.settings.backup_folder == ""


def test_the_folder_is_shown(
    copy: Path, dialog: BackupsDialog, usual: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []

    def note(url: QUrl) -> bool:
        opened.append(url.toLocalFile())
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", note)
    dialog.place.open_button.click()
    assert opened == [str(usual)]
    assert dialog.outcome.text == f"The folder cannot be opened from here. It is {usual}."


def test_a_folder_that_is_not_there_yet_is_not_shown(dialog: BackupsDialog, usual: Path) -> None:
    dialog.place.open_button.click()
    assert dialog.outcome.text == f"There is no folder {usual} yet."


def test_arrow_keys_go_from_copy_to_copy_and_the_last_one_counts(
    copy: Path, dialog: BackupsDialog, journal: Journal, over_the_window: OverTheWindow
) -> None:
    back_up_now(journal)
    dialog.refresh()
    over_the_window.wait(dialog)
    dialog.list.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Down):
        press(dialog.list, key)
    over_the_window.wait(dialog)
    assert dialog.list.backup is not None
    assert dialog.list.backup.path == copy
    assert "1 session comes back" in dialog.card.text


def test_esc_closes_while_copies_are_still_looked_at(
    copy: Path, supplies: HistorySupplies, over_the_window: OverTheWindow
) -> None:
    dialog = over_the_window.open(lambda window: BackupsDialog(supplies, window))
    press(dialog, Qt.Key.Key_Escape)
    over_the_window.wait_until_gone(dialog)
    assert over_the_window.said == []


def test_enter_presses_the_button_in_focus(
    dialog: BackupsDialog, journal: Journal, over_the_window: OverTheWindow, usual: Path
) -> None:
    practised(journal, "Long breath out")
    dialog.place.copy_button.setFocus()
    press(dialog.place.copy_button, Qt.Key.Key_Return)
    over_the_window.wait(dialog)
    assert len(list_backups([usual])) == 1
