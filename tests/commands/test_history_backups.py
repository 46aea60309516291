"""`relaxapp history backup` and `restore`, as a person at a terminal meets them."""

from __future__ import annotations

import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.entry import Outcome, Plan
from relaxapp.journal.opening import open_journal
from relaxapp.settings import Settings, SettingsFile
from tests.shell import Shell

if TYPE_CHECKING:
    from collections.abc import Sequence


class HistoryShell(Shell):
    """Runs `relaxapp history`."""

    def practise(self, notes: Sequence[str]) -> None:
        plan = Plan(script_id="s", title="S", technique="breathing", planned_seconds=60)
        now = datetime.now(UTC)
        with open_journal(self.data / "journal", lambda: now) as journal:
            for note in notes:
                number = journal.begin(plan)
                journal.finish(
                    number,
                    Outcome.FINISHED,
                    practised_seconds=60,
                    paused_seconds=0,
                    skipped_steps=0,
                )
                journal.annotate(number, note, [])

    @property
    def notes(self) -> set[str]:
        with open_journal(self.data / "journal", lambda: datetime.now(UTC)) as journal:
            return {entry.note for entry in journal.entries()}


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> HistoryShell:
    return HistoryShell(tmp_path / "data", capsys, "history")


class Terminal(io.StringIO):
    """Something to answer at."""

    def isatty(self) -> bool:
        return True


def test_a_backup_is_made_and_gone_back_to(shell: HistoryShell, tmp_path: Path) -> None:
    shell.practise(["one", "two"])
    assert shell.run("backup", tmp_path / "stick") == 0
    copy = Path(shell.out.removeprefix("Copied to ").strip())
    assert copy.parent == tmp_path / "stick"
    shell.practise(["three"])
    assert shell.run("restore", copy, "--yes") == 0
    assert "1 is not in the copy and goes; 2 stay as they are" in shell.out
    assert "before-restore-" in shell.out
    assert shell.notes == {"one", "two"}


def test_without_a_file_the_newest_good_copy_is_gone_back_to(shell: HistoryShell) -> None:
    shell.practise(["one"])
    shell.run("backup")
    shell.practise(["two"])
    assert shell.run("restore", "--yes") == 0
    assert shell.notes == {"one"}


def test_the_copies_are_listed_with_what_is_in_them(shell: HistoryShell) -> None:
    assert shell.run("restore", "--list") == 0
    assert shell.out == "There are no copies of the journal yet.\n"
    shell.practise(["one"])
    shell.run("backup")
    for file in (shell.data / "journal" / "backups").iterdir():
        if file.name.startswith("journal-"):
            file.write_text("broken")
    shell.run("restore", "--list")
    assert "1 sessions, " in shell.out
    assert "made by you, on " in shell.out
    assert "is not a journal of relaxapp" in shell.out


def test_copies_in_the_folder_that_was_chosen_are_found(
    shell: HistoryShell, tmp_path: Path
) -> None:
    chosen = tmp_path / "synced"
    shell.data.mkdir()
    SettingsFile(shell.data / "settings.json").save(Settings(backup_folder=str(chosen)))
    shell.practise(["one"])
    shell.run("backup")
    assert list(chosen.glob("by-hand-*")) != []
    shell.run("restore", "--list")
    assert str(chosen) in shell.out
    shell.practise(["two"])
    assert shell.run("restore", "--yes") == 0
    assert shell.notes == {"one"}


def test_it_asks_and_takes_no_for_an_answer(
    shell: HistoryShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.practise(["one"])
    shell.run("backup")
    shell.practise(["two"])
    for answer in ("n\n", "\n", ""):
        monkeypatch.setattr(sys, "stdin", Terminal(answer))
        assert shell.run("restore") == 0
        assert "Nothing was changed." in shell.out
    assert shell.notes == {"one", "two"}
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    assert shell.run("restore") == 0
    assert shell.notes == {"one"}


def test_nobody_to_ask_changes_nothing(
    shell: HistoryShell, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell.practise(["one"])
    shell.run("backup")
    shell.practise(["two"])
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    assert shell.run("restore") == 2
    assert "Say --yes" in shell.err
    assert shell.notes == {"one", "two"}


def test_a_journal_that_is_as_in_the_copy_is_left_alone(shell: HistoryShell) -> None:
    shell.practise(["one"])
    shell.run("backup")
    assert shell.run("restore", "--yes") == 0
    assert "Nothing will change." in shell.out


def test_without_any_copy_a_file_is_asked_for(shell: HistoryShell) -> None:
    assert shell.run("restore", "--yes") == 1
    assert "Say which file" in shell.err
