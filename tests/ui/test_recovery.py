"""The question what to do about a damaged journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer

from relaxapp.journal.backup import backups_folder
from relaxapp.journal.by_hand import back_up_now
from relaxapp.journal.damage import FILE_NAME, DamagedJournal
from relaxapp.journal.opening import open_journal
from relaxapp.ui.recovery import Recovery, RecoveryDialog
from tests.ui.house import practised
from tests.ui.pressing import press

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.house import FakeClock


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A journal's folder."""
    return tmp_path / "log"


@pytest.fixture
def copies(folder: Path, clock: FakeClock) -> tuple[Path, Path]:
    """The newer and the older copy of a journal that is damaged."""
    with open_journal(folder, clock.now) as journal:
        practised(journal, "Long breath out")
        older = back_up_now(journal)
        clock.advance(3600)
        practised(journal, "Evening", days_ago=4)
        newer = back_up_now(journal)
    _damage(folder)
    return newer, older


def _damage(folder: Path) -> None:
    for file in folder.glob(f"{FILE_NAME}*"):
        file.unlink()
    (folder / FILE_NAME).write_bytes(b"no database " * 500)


def _error(folder: Path, clock: FakeClock) -> DamagedJournal:
    with pytest.raises(DamagedJournal) as found:
        open_journal(folder, clock.now)
    return found.value


def _opened(folder: Path, clock: FakeClock, qtbot: QtBot) -> RecoveryDialog:
    dialog = RecoveryDialog(_error(folder, clock), [backups_folder(folder)], clock.now())
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog._listing.is_busy)
    return dialog


def test_it_says_what_happened_and_what_is_in_each_copy(
    folder: Path, clock: FakeClock, copies: tuple[Path, Path], qtbot: QtBot
) -> None:
    dialog = _opened(folder, clock, qtbot)
    assert "is damaged" in dialog.what_happened.text()
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == [
        "Today 21:40  ·  made by you\n2 sessions, 20 Nov 2026 to 24 Nov 2026",
        "Today 20:40  ·  made by you\n1 session, 24 Nov 2026",
    ]


def test_the_newest_good_copy_is_chosen_from_the_first_moment(
    folder: Path, clock: FakeClock, copies: tuple[Path, Path], qtbot: QtBot
) -> None:
    (backups_folder(folder) / "journal-2999-01-01.sqlite3").write_bytes(b"no database " * 500)
    dialog = RecoveryDialog(_error(folder, clock), [backups_folder(folder)], clock.now())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.focusWidget() is dialog.go_on
    dialog.go_on.click()
    dialog.wait()
    assert dialog.recovery == Recovery(copies[0])
    again = _opened(folder, clock, qtbot)
    assert again.list.currentRow() == 1
    assert again.list.backup is not None
    assert again.list.backup.path == copies[0]


def test_another_copy_can_be_chosen_by_keys(
    folder: Path, clock: FakeClock, copies: tuple[Path, Path], qtbot: QtBot
) -> None:
    dialog = _opened(folder, clock, qtbot)
    dialog.list.setFocus()
    press(dialog.list, Qt.Key.Key_Down)
    press(dialog.go_on, Qt.Key.Key_Space)
    assert dialog.recovery == Recovery(copies[1])


def test_a_damaged_copy_is_not_gone_on_from(
    folder: Path, clock: FakeClock, copies: tuple[Path, Path], qtbot: QtBot
) -> None:
    copies[1].write_bytes(b"no database " * 500)
    dialog = _opened(folder, clock, qtbot)
    [damaged] = [
        row
        for row in range(dialog.list.count())
        if dialog.list.item(row).text().endswith("It cannot be used")
    ]
    dialog.list.setCurrentRow(damaged)
    assert not dialog.go_on.isEnabled()
    dialog.list.setCurrentRow(1 - damaged)
    assert dialog.go_on.isEnabled()


def test_where_there_is_no_copy_there_is_an_empty_history_to_go_on_with(
    folder: Path, clock: FakeClock, qtbot: QtBot
) -> None:
    open_journal(folder, clock.now).close()
    _damage(folder)
    dialog = _opened(folder, clock, qtbot)
    assert not dialog.go_on.isVisible()
    assert not dialog.list.isVisible()
    dialog.begin_empty.click()
    assert dialog.recovery == Recovery(None)


def test_to_close_it_leaves_everything_alone(
    folder: Path, clock: FakeClock, copies: tuple[Path, Path], qtbot: QtBot
) -> None:
    dialog = _opened(folder, clock, qtbot)
    press(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.recovery is None


def test_the_answer_is_waited_for(
    folder: Path,
    clock: FakeClock,
    copies: tuple[Path, Path],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    error = _error(folder, clock)
    shown: list[RecoveryDialog] = []
    usual = RecoveryDialog.showEvent

    def answer(dialog: RecoveryDialog, event: object) -> None:
        usual(dialog, event)  # type: ignore[arg-type]
        shown.append(dialog)
        QTimer.singleShot(0, dialog.begin_empty.click)

    monkeypatch.setattr(RecoveryDialog, "showEvent", answer)
    folders = [backups_folder(folder)]
    assert RecoveryDialog.asks(error, folders, clock.now()) == Recovery(None)
    assert len(shown) == 1
