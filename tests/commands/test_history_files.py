"""`relaxapp history`, its list, `export` and `import`, as a person at a terminal meets them."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relaxapp.cli import main
from relaxapp.journal.importing import read_export
from relaxapp.journal.merge import Contents
from relaxapp.journal.opening import open_journal
from relaxapp.session.clock import Clock
from tests.journal.test_records import ENTRY

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry

NIGHT = replace(ENTRY, id=0, title="A calm\x1b[2J place")
DAY_BEFORE = replace(
    NIGHT,
    uuid="before",
    title="Shoulders",
    started_at=NIGHT.started_at - timedelta(days=1),
    note="the day before",
)


class Terminal:
    """One person's data, and what relaxapp says of it."""

    def __init__(self, data: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capture = capture
        self.out = self.err = ""

    def run(self, *words: str | Path) -> int:
        try:
            status = main(["--data-dir", str(self.data), "history", *map(str, words)])
        except SystemExit as left:  # from argparse
            status = int(left.code or 0)
        self.out, self.err = self._capture.readouterr()
        return status

    def practise(self, *entries: Entry) -> None:
        with open_journal(self.data / "journal", Clock().now) as journal:
            journal.take_in(Contents(entries))

    def uuids(self) -> set[str]:
        with open_journal(self.data / "journal", Clock().now) as journal:
            return {entry.uuid for entry in journal.entries()}


@pytest.fixture
def terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(tmp_path / "data", capsys)


@pytest.fixture
def exported(terminal: Terminal, tmp_path: Path) -> Path:
    """What another computer has exported."""
    other = Terminal(tmp_path / "elsewhere", terminal._capture)
    other.practise(NIGHT, DAY_BEFORE)
    path = tmp_path / "history.json"
    assert other.run("export", path) == 0
    return path


def answer(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    """Have a person at the keyboard."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda _: given)


def test_the_list_needs_no_word_and_lets_no_title_talk_to_the_terminal(terminal: Terminal) -> None:
    terminal.practise(NIGHT, DAY_BEFORE)
    assert terminal.run() == 0
    lines = terminal.out.splitlines()
    assert lines == [
        "2026-11-24 21:40   A calm [2J place (8.0 min)   tension 7 → 0",
        "2026-11-23 21:40   Shoulders (8.0 min)   tension 7 → 0",
    ]
    assert terminal.run("list") == 0
    assert terminal.out.splitlines() == lines


@pytest.mark.parametrize("words", [("--json",), ("list", "--json"), ("--json", "list")])
def test_json_and_csv_are_printed_before_and_after_the_word(
    terminal: Terminal, words: tuple[str, ...]
) -> None:
    terminal.practise(NIGHT)
    assert terminal.run(*words) == 0
    assert json.loads(terminal.out)["sessions"][0]["uuid"] == NIGHT.uuid
    assert terminal.run(*(word.replace("json", "csv") for word in words)) == 0
    assert terminal.out.startswith("started,ended")


@pytest.mark.parametrize("words", [("history.csv",), ("history.txt", "--format", "csv")])
def test_the_format_is_told_by_the_ending_or_said(
    terminal: Terminal, tmp_path: Path, words: tuple[str, ...]
) -> None:
    terminal.practise(NIGHT)
    path = tmp_path / words[0]
    assert terminal.run("export", path, *words[1:]) == 0
    assert terminal.out == f"1 session saved as {path}\n"
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert [row["uuid"] for row in csv.DictReader(file)] == [NIGHT.uuid]


def test_some_days_may_be_exported(terminal: Terminal, tmp_path: Path) -> None:
    terminal.practise(NIGHT, DAY_BEFORE)
    path = tmp_path / "history.json"
    for words, uuids in (
        (("--from", "2026-11-24"), {NIGHT.uuid}),
        (("--to", "2026-11-23"), {"before"}),
        (("--from", "2026-11-23", "--to", "2026-11-24"), {NIGHT.uuid, "before"}),
        ((), {NIGHT.uuid, "before"}),
    ):
        assert terminal.run("export", path, *words) == 0
        assert {entry.uuid for entry in read_export(path).entries} == uuids


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("export", "history.xyz"), "What format shall history.xyz have?"),
        (("export", "a.json", "--from", "2026-11-24", "--to", "2026-11-23"), "are none"),
        (("export", "a.json", "--from", "yesterday"), "'yesterday' is not a day"),
        (("export", "a.json", "--format", "xml"), "invalid choice"),
        (("export",), "FILE"),
        (("import",), "FILE"),
    ],
)
def test_a_wrong_call_is_said_to_be_one(
    terminal: Terminal, words: tuple[str, ...], sentence: str
) -> None:
    assert terminal.run(*words) == 2
    assert sentence in terminal.err
    assert not Path("a.json").exists()


def test_an_import_says_what_comes_and_is_done_once_agreed(
    terminal: Terminal, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terminal.practise(NIGHT)
    answer(monkeypatch, "n")
    assert terminal.run("import", exported) == 0
    assert terminal.out == ("1 session will be added, 1 is here already.\nNothing was changed.\n")
    assert terminal.uuids() == {NIGHT.uuid}
    answer(monkeypatch, " Y")
    assert terminal.run("import", exported) == 0
    assert "A copy of the journal as it was before is among its backups." in terminal.out
    assert terminal.uuids() == {NIGHT.uuid, "before"}
    assert terminal.run("import", exported) == 0
    assert terminal.out == "2 sessions are here already. Nothing will change.\n"


def test_a_dry_run_only_says_what_would_come(terminal: Terminal, exported: Path) -> None:
    assert terminal.run("import", exported, "--dry-run", "--yes") == 0
    assert terminal.out == "2 sessions will be added.\n"
    assert terminal.uuids() == set()


def test_without_a_person_to_ask_it_has_to_be_said_beforehand(
    terminal: Terminal, exported: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert terminal.run("import", exported) == 2
    assert "Say --yes to take this in" in terminal.err
    assert terminal.uuids() == set()
    assert terminal.run("import", exported, "--yes") == 0
    # There was nothing to make a copy of.
    assert terminal.out == "2 sessions will be added.\nDone.\n"
    assert terminal.uuids() == {NIGHT.uuid, "before"}


def test_a_file_that_cannot_be_read_is_one_sentence(terminal: Terminal, exported: Path) -> None:
    exported.write_bytes(exported.read_bytes()[:400])
    assert terminal.run("import", exported, "--yes") == 1
    assert terminal.err == (
        f"relaxapp: The file {exported} is cut off: its end is missing. Export the history once "
        "more. Nothing was taken in.\n"
    )
    assert terminal.run("export", exported.parent / "nowhere" / "a.json") == 1
    assert terminal.err.count("\n") == 1
