"""The dialog that takes a saved history in."""

from __future__ import annotations

import errno
import os
from threading import Event
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from relaxapp.journal.backup import backups_folder, list_backups
from relaxapp.journal.exporting import save_json
from relaxapp.journal.importing import take_in
from relaxapp.journal.opening import open_journal
from relaxapp.ui.exchange import import_dialog
from relaxapp.ui.exchange.import_dialog import ImportDialog
from tests.ui.house import practised
from tests.ui.pressing import press

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from relaxapp.journal.journal import Journal
    from relaxapp.journal.merge import Contents, Merge
    from relaxapp.ui.exchange.errand import Told
    from relaxapp.ui.history_supplies import HistorySupplies
    from tests.ui.exchange.over_the_window import OverTheWindow
    from tests.ui.house import FakeClock


@pytest.fixture
def there(tmp_path: Path, clock: FakeClock) -> Iterator[Journal]:
    """The journal of another computer, with two sessions."""
    with open_journal(tmp_path / "there", clock.now, computer="desk-1") as opened:
        practised(opened, "Long breath out", days_ago=3, tension=(7, 4), note="by the window")
        practised(opened, "Evening", days_ago=2, tags=("bed",))
        yield opened


@pytest.fixture
def file(there: Journal, tmp_path: Path) -> Path:
    """What the other computer saved."""
    path = tmp_path / "relaxapp-history-2026-11-24.json"
    save_json(there, path)
    return path


class Chosen:
    """Stands for the question which file it is to be."""

    def __init__(self, path: Path | None) -> None:
        self.path = path

    def __call__(self, _parent: QWidget) -> Path | None:
        return self.path


@pytest.fixture
def chosen(file: Path) -> Chosen:
    return Chosen(file)


@pytest.fixture
def dialog(
    supplies: HistorySupplies, journal: Journal, over_the_window: OverTheWindow, chosen: Chosen
) -> ImportDialog:
    practised(journal, "Mine")
    return over_the_window.open(lambda window: ImportDialog(supplies, window, ask=chosen))


@pytest.fixture
def found(dialog: ImportDialog, over_the_window: OverTheWindow) -> ImportDialog:
    """The dialog after the file was read."""
    dialog.choose_button.click()
    over_the_window.wait(dialog)
    return dialog


def test_what_is_new_is_said_before_anything_is_added(
    found: ImportDialog, journal: Journal, over_the_window: OverTheWindow
) -> None:
    assert found.rows.text == "2 sessions are new"
    assert found.add_button.isVisible()
    assert journal.count() == 1
    assert over_the_window.changes == 0


def test_a_whole_history_comes_over_to_another_computer_and_back(
    found: ImportDialog,
    journal: Journal,
    there: Journal,
    over_the_window: OverTheWindow,
    tmp_path: Path,
) -> None:
    found.add_button.click()
    over_the_window.wait(found)
    assert over_the_window.changes == 1
    kept_in = backups_folder(journal.database.path.parent)
    assert found.outcome.text == (
        f"2 sessions were added. How it was before is kept as a copy in {kept_in}."
    )
    taken = {entry.uuid: entry for entry in journal.entries()}
    for entry in there.entries():
        assert taken[entry.uuid].note == entry.note
        assert taken[entry.uuid].tags == entry.tags
        assert taken[entry.uuid].started_at == entry.started_at
        assert taken[entry.uuid].tension_before == entry.tension_before
    back = tmp_path / "back.json"
    save_json(journal, back)
    found.read(back)
    over_the_window.wait(found)
    assert found.rows.text == "3 sessions are here already"


def test_how_it_was_before_is_kept_in_a_copy(
    found: ImportDialog, journal: Journal, over_the_window: OverTheWindow
) -> None:
    found.add_button.click()
    over_the_window.wait(found)
    copies = list_backups([backups_folder(journal.database.path.parent)])
    assert [(copy.reason, copy.sessions) for copy in copies] == [("import", 1)]


def test_where_there_was_nothing_before_no_copy_is_spoken_of(
    found: ImportDialog, journal: Journal, over_the_window: OverTheWindow
) -> None:
    journal.delete(journal.entries()[0].id)
    found.add_button.click()
    over_the_window.wait(found)
    assert found.outcome.text == "2 sessions were added."


def test_the_same_file_again_adds_nothing_and_offers_nothing(
    found: ImportDialog, journal: Journal, over_the_window: OverTheWindow
) -> None:
    found.add_button.click()
    over_the_window.wait(found)
    found.choose_button.click()
    over_the_window.wait(found)
    assert found.rows.text == "2 sessions are here already"
    assert found.outcome.text == "There is nothing in it that is not here already."
    assert not found.add_button.isVisible()
    assert journal.count() == 3


def test_what_was_changed_and_deleted_is_told_apart(
    found: ImportDialog,
    journal: Journal,
    there: Journal,
    over_the_window: OverTheWindow,
    clock: FakeClock,
) -> None:
    file = found._ask(found)
    assert file is not None
    found.add_button.click()
    over_the_window.wait(found)
    clock.advance(60)
    evening, breath = there.entries()
    there.annotate(evening.id, "changed there", ())
    save_json(there, file)
    [deleted] = [entry for entry in journal.entries() if entry.uuid == breath.uuid]
    journal.delete(deleted.id)
    found.read(file)
    over_the_window.wait(found)
    assert found.rows.text.splitlines() == [
        "1 session was changed later there: that version will be taken",
        "1 session was deleted here, and stays out",
    ]
    found.add_button.click()
    over_the_window.wait(found)
    assert found.outcome.text.startswith("1 was brought up to date.")
    assert {entry.note for entry in journal.entries()} == {"changed there", ""}


@pytest.mark.parametrize(
    ("contents", "sentence"),
    [
        (b"", "Nothing was taken in."),
        (
            b'{"kind": "relaxapp history", "format": 2, "sessions": [{"uuid"',
            "Nothing was taken in.",
        ),
        (b'{"recipes": []}', "is not a history that relaxapp"),
        (b"SQLite format 3\0", "is a database"),
    ],
)
def test_a_file_that_is_no_history_is_told_and_another_can_be_chosen(
    dialog: ImportDialog,
    over_the_window: OverTheWindow,
    file: Path,
    contents: bytes,
    sentence: str,
) -> None:
    good = file.read_bytes()
    file.write_bytes(contents)
    dialog.choose_button.click()
    over_the_window.wait(dialog)
    assert sentence in dialog.outcome.text
    assert not dialog.add_button.isVisible()
    assert dialog.journal.count() == 1
    file.write_bytes(good)
    dialog.choose_button.click()
    over_the_window.wait(dialog)
    assert dialog.outcome.text == ""
    assert dialog.rows.text == "2 sessions are new"


def test_nothing_happens_when_no_file_is_wanted(dialog: ImportDialog, chosen: Chosen) -> None:
    chosen.path = None
    dialog.choose_button.click()
    assert not dialog.errand.is_busy


def test_a_file_can_be_dropped(
    dialog: ImportDialog, over_the_window: OverTheWindow, file: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    enter = _dragged(data)
    dialog.dragEnterEvent(enter)
    assert enter.isAccepted()
    dialog.dropEvent(_dragged(data))
    over_the_window.wait(dialog)
    assert dialog.rows.text == "2 sessions are new"


@pytest.mark.parametrize("urls", [["https://example.org/a.json"], ["file:///a", "file:///b"], []])
def test_nothing_but_one_file_can_be_dropped(dialog: ImportDialog, urls: list[str]) -> None:
    data = QMimeData()
    data.setUrls([QUrl(url) for url in urls])
    enter = _dragged(data)
    dialog.dragEnterEvent(enter)
    assert not enter.isAccepted()


def _dragged(data: QMimeData) -> QDropEvent:
    """An event of dragging that nobody has accepted yet."""
    event = QDropEvent(
        QPointF(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    return event


def test_a_full_disk_is_told_and_nothing_is_added(
    found: ImportDialog,
    over_the_window: OverTheWindow,
    journal: Journal,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("relaxapp.journal.backup.copy_to", full)
    found.add_button.click()
    over_the_window.wait(found)
    assert "No safety copy of the journal could be made" in found.outcome.text
    assert journal.count() == 1
    assert found.add_button.isEnabled()
    assert over_the_window.changes == 0


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Holds the taking in up, until it is set."""
    opened = Event()

    def held_up(journal: Journal, contents: Contents, told: Told) -> Merge:
        def tell(done: int, total: int) -> None:
            assert opened.wait(10)
            told(done, total)

        return take_in(journal, contents, tell)

    monkeypatch.setattr(import_dialog, "take_in", held_up)
    return opened


def test_what_is_called_off_adds_nothing(
    found: ImportDialog, over_the_window: OverTheWindow, journal: Journal, gate: Event
) -> None:
    found.add_button.click()
    found.errand.button.click()
    gate.set()
    over_the_window.wait(found)
    assert found.outcome.text == "Nothing was added."
    assert journal.count() == 1
    assert found.add_button.isEnabled()
    assert over_the_window.changes == 0


def test_what_was_done_before_it_could_be_called_off_is_told_as_done(
    found: ImportDialog,
    over_the_window: OverTheWindow,
    journal: Journal,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    is_done, opened = Event(), Event()

    def too_late(journal: Journal, contents: Contents, _told: Told) -> Merge:
        done = take_in(journal, contents)
        is_done.set()
        assert opened.wait(10)
        return done

    monkeypatch.setattr(import_dialog, "take_in", too_late)
    found.add_button.click()
    assert is_done.wait(10)
    press(found, Qt.Key.Key_Escape)
    opened.set()
    over_the_window.wait_until_gone(found)
    [said] = over_the_window.said
    assert said.startswith("2 sessions were added. How it was before is kept as a copy in ")
    assert over_the_window.changes == 1
    assert journal.count() == 3
