"""The parts put together for the window, and the program started and ended as a whole."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest

from relaxapp import app
from relaxapp.assets import Folders, folders
from relaxapp.errors import JournalError
from relaxapp.journal.by_hand import back_up_now
from relaxapp.journal.damage import DamagedJournal
from relaxapp.journal.opening import open_journal
from relaxapp.session.clock import Clock
from relaxapp.ui.pages.cards import Card
from relaxapp.ui.recovery import Recovery, RecoveryDialog
from tests.ui.house import practised

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from relaxapp.journal.journal import Journal


@pytest.fixture
def ours(tmp_path: Path) -> Folders:
    made = folders(tmp_path / "data", {})
    made.create()
    return made


def test_the_window_shows_the_shipped_scripts(
    ours: Folders, qapp: QApplication, qtbot: QtBot
) -> None:
    clock = Clock()
    with open_journal(ours.journal, clock.now) as journal:
        window = app.build(qapp, ours, lambda: journal, clock)
        qtbot.addWidget(window)
        window.show()
        window.fill()
        assert {"pmr-7", "breath-long-exhale", "viz-calm-place"} <= {
            card.offer.script_id for card in window.findChildren(Card)
        }
        window.close()


def test_the_log_is_opened_once_the_window_was_painted_and_no_sooner(
    ours: Folders, qapp: QApplication, qtbot: QtBot
) -> None:
    clock, opened = Clock(), []
    with ExitStack() as held:

        def open_log() -> Journal:
            opened.append("log")
            return held.enter_context(open_journal(ours.journal, clock.now))

        window = app.build(qapp, ours, open_log, clock)
        qtbot.addWidget(window)
        assert opened == []
        with qtbot.waitSignal(window.filled):
            window.show()
        window.fill()
        assert opened == ["log"]
        window.close()


def test_a_log_that_cannot_be_opened_is_told_once_and_leaves_the_window_empty(
    ours: Folders, qapp: QApplication, qtbot: QtBot
) -> None:
    trouble = JournalError("The journal is in use.")

    def open_log() -> Journal:
        raise trouble

    window = app.build(qapp, ours, open_log, Clock())
    qtbot.addWidget(window)
    with qtbot.assertNotEmitted(window.filled), qtbot.waitSignal(window.unusable) as told:
        window.show()
    with qtbot.assertNotEmitted(window.unusable):
        window.fill()
    assert told.args == [trouble]
    assert window.findChildren(Card) == []
    window.close()


def _run(data: Path, patch: str) -> subprocess.CompletedProcess[str]:
    """The program as it is started, with a part of it replaced."""
    program = (
        "import sys; import relaxapp.ui.recovery as recovery\n"
        f"{patch}\n"
        "from relaxapp.cli import main\n"
        "sys.exit(main(['--data-dir', sys.argv[1]]))"
    )
    return subprocess.run(
        [sys.executable, "-c", program, str(data)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_the_program_ends_with_a_sentence_where_there_can_be_no_log(tmp_path: Path) -> None:
    (tmp_path / "journal" / "journal.sqlite3").mkdir(parents=True)
    ended = _run(tmp_path, "recovery.show_trouble = lambda said: print('told:', said)")
    assert ended.returncode == 1
    assert ended.stdout.startswith("told: The journal ")
    assert ended.stderr == f"relaxapp: {ended.stdout.removeprefix('told: ')}"


def test_the_program_ends_in_peace_when_a_damaged_log_is_to_be_left_alone(tmp_path: Path) -> None:
    ours = folders(tmp_path, {})
    ours.create()
    _damage(ours)
    before = (ours.journal / "journal.sqlite3").read_bytes()
    ended = _run(tmp_path, "recovery.RecoveryDialog.asks = lambda *_: None")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert (ours.journal / "journal.sqlite3").read_bytes() == before


def _damage(ours: Folders) -> None:
    open_journal(ours.journal, Clock().now).close()
    (ours.journal / "journal.sqlite3").write_bytes(b"no database " * 500)


def test_a_damaged_journal_is_left_alone_when_the_person_says_so(
    ours: Folders, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    _damage(ours)
    monkeypatch.setattr(RecoveryDialog, "asks", lambda *_: None)
    before = (ours.journal / "journal.sqlite3").read_bytes()
    with pytest.raises(DamagedJournal):
        app._journal(ours, Clock())
    assert (ours.journal / "journal.sqlite3").read_bytes() == before


def test_a_damaged_journal_is_set_aside_and_the_program_goes_on(
    ours: Folders, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    _damage(ours)
    monkeypatch.setattr(RecoveryDialog, "asks", lambda *_: Recovery(None))
    journal = app._journal(ours, Clock())
    assert journal.count() == 0
    journal.close()
    assert list(ours.journal.glob("journal-damaged-*"))


def test_the_copy_that_the_person_chose_is_what_the_program_goes_on_from(
    ours: Folders, qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    chosen = tmp_path / "synced"
    chosen.mkdir()
    with open_journal(ours.journal, Clock().now, backup_folder=chosen) as journal:
        practised(journal, "Long breath out")
        older = back_up_now(journal)
        practised(journal, "Evening")
        back_up_now(journal)
    # What a file syncer would do; a journal that is only damaged is made whole from more than copies.
    shutil.rmtree(ours.journal)
    ours.journal.mkdir()
    (ours.journal / "journal.sqlite3").write_bytes(b"no database " * 500)
    asked: list[tuple[Path, ...]] = []

    def asks(_error: DamagedJournal, folders: tuple[Path, ...], _now: datetime) -> Recovery:
        asked.append(folders)
        return Recovery(older)

    monkeypatch.setattr(RecoveryDialog, "asks", asks)
    with app._journal(ours, Clock(), str(chosen)) as journal:
        assert [entry.title for entry in journal.entries()] == ["Long breath out"]
    assert asked == [(chosen, ours.journal / "backups")]


@pytest.mark.skipif(sys.platform == "win32", reason="signals are another matter there")
def test_the_program_opens_its_window_and_ends_in_order_when_it_is_asked_to(
    tmp_path: Path,
) -> None:
    program = (
        "import sys; from PySide6.QtCore import QTimer; from relaxapp.ui.window import MainWindow\n"
        "shown = MainWindow.fill\n"
        "def fill(window):\n"
        "    shown(window); print('filled', flush=True)\n"
        "MainWindow.fill = fill\n"
        "from relaxapp.cli import main\n"
        "sys.exit(main(['--data-dir', sys.argv[1]]))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "filled\n"
        running.send_signal(signal.SIGTERM)
        _, trouble = running.communicate(timeout=30)
    assert (running.returncode, trouble) == (0, "")
