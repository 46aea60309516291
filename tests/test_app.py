"""The parts put together for the window, and the program started and ended as a whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from relaxapp import app
from relaxapp.assets import Folders, folders
from relaxapp.journal.damage import DamagedJournal
from relaxapp.journal.opening import open_journal
from relaxapp.session.clock import Clock
from relaxapp.ui.pages.cards import Card
from relaxapp.ui.recovery import RecoveryDialog

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


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
        window = app.build(qapp, ours, journal, clock)
        qtbot.addWidget(window)
        window.show()
        window.fill()
        assert {"pmr-7", "breath-long-exhale", "viz-calm-place"} <= {
            card.offer.script_id for card in window.findChildren(Card)
        }
        window.close()


def _damage(ours: Folders) -> None:
    open_journal(ours.journal, Clock().now).close()
    (ours.journal / "journal.sqlite3").write_bytes(b"no database " * 500)


def test_a_damaged_journal_is_left_alone_when_the_person_says_so(
    ours: Folders, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    _damage(ours)
    monkeypatch.setattr(RecoveryDialog, "asks", lambda _: False)
    before = (ours.journal / "journal.sqlite3").read_bytes()
    assert app._journal(ours, Clock()) is None
    assert (ours.journal / "journal.sqlite3").read_bytes() == before


def test_a_damaged_journal_is_set_aside_and_the_program_goes_on(
    ours: Folders, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    _damage(ours)
    monkeypatch.setattr(RecoveryDialog, "asks", lambda _: True)
    journal = app._journal(ours, Clock())
    assert journal is not None
    assert journal.count() == 0
    journal.close()
    assert list(ours.journal.glob("journal-damaged-*"))


def test_the_question_about_a_damaged_journal_says_what_would_be_done(
    ours: Folders, qtbot: QtBot
) -> None:
    _damage(ours)
    with pytest.raises(DamagedJournal) as found:
        open_journal(ours.journal, Clock().now)
    dialog = RecoveryDialog(found.value)
    qtbot.addWidget(dialog)
    assert dialog.informativeText() == str(found.value)
    assert [button.text() for button in dialog.buttons()] == [
        "Go on with an empty one",
        "Close relaxapp",
    ]


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
