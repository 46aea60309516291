"""The journal needs nothing but its own file: neither settings nor caches nor what lies beside it."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING

import pytest

from relaxapp.cli import main
from relaxapp.journal.damage import FILE_NAME
from relaxapp.journal.entry import Outcome
from tests.journal.faults.evening import START
from tests.journal.faults.leading import SESSION_SECONDS, conductor_in, practise
from tests.journal.faults.looking import opened, sessions
from tests.session.fakes import HandClock

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.journal.entry import Entry


def test_the_history_is_shown_without_settings_and_caches(
    filled: Path, there: dict[str, Entry], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data-dir", str(filled.parent), "history", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["sessions"]) == len(there)


def test_the_history_is_shown_with_settings_and_caches_that_are_broken(
    filled: Path, there: dict[str, Entry], capsys: pytest.CaptureFixture[str]
) -> None:
    (filled.parent / "settings.json").write_bytes(b"\xff{{{")
    (filled.parent / "cache").write_text("in the way")
    assert main(["--data-dir", str(filled.parent), "history", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["sessions"]) == len(there)


@pytest.mark.parametrize("missing", ["backups", "daybooks", "running"])
def test_a_folder_beside_the_journal_that_is_gone_takes_nothing_with_it(
    filled: Path, there: dict[str, Entry], missing: str
) -> None:
    shutil.rmtree(filled / missing, ignore_errors=True)
    assert sessions(filled) == there


def test_the_file_alone_is_the_whole_journal(
    filled: Path, there: dict[str, Entry], tmp_path: Path
) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    shutil.copy(filled / FILE_NAME, alone)
    assert sessions(alone) == there


@pytest.mark.parametrize("gone", ["backups", "daybooks", "running"])
def test_a_session_outlives_the_folders_beside_the_journal(filled: Path, gone: str) -> None:
    hand = HandClock(today=START)
    with opened(filled, lambda: hand.today) as journal:
        conductor = conductor_in(journal, hand)
        conductor.start()
        practise(conductor, hand, 20)
        shutil.rmtree(filled / gone, ignore_errors=True)
        practise(conductor, hand, 2 * SESSION_SECONDS)
        entry = journal.entry(conductor.entry_id)
        assert (entry.outcome, entry.practised_seconds) == (
            Outcome.FINISHED,
            entry.planned_seconds,
        )
        assert journal.begin(entry) in {each.id for each in journal.entries(limit=2)}
