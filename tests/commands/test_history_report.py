"""`relaxapp history report` writes a report without a screen."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from relaxapp.assets import Folders
from relaxapp.cli import main
from relaxapp.journal.entry import Plan
from relaxapp.journal.opening import open_journal
from relaxapp.session.clock import Clock
from tests.ui.report.pdf_text import page_count, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

NOW = Clock().now()


@pytest.fixture(autouse=True)
def practised(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A data folder with a session of yesterday and one of half a year ago."""
    data = tmp_path / "data"
    monkeypatch.setenv("RELAXAPP_DATA_DIR", str(data))
    folders = Folders(data=data, cache=data / "cache")
    folders.create()
    plan = Plan(script_id="scan", title="Body scan", technique="body scan", planned_seconds=600)
    with open_journal(folders.journal, lambda: NOW) as journal:
        for days, note in ((1, "Wrote to Karin."), (180, "Long ago.")):
            journal.add_by_hand(
                plan,
                started_at=NOW - timedelta(days=days),
                practised_seconds=600,
                note=note,
                tags=("kitchen",),
            )


def test_a_pdf_has_three_months_and_no_words_of_the_persons_own(
    qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "report.pdf"
    assert main(["history", "report", str(path)]) == 0
    pdf = path.read_bytes()
    assert page_count(pdf) >= 1
    text = text_of(pdf)
    assert "Body scan" in text
    assert "Karin" not in text
    assert "kitchen" not in text
    assert f"is saved as {path}" in capsys.readouterr().out


def test_notes_and_a_name_are_in_it_when_they_are_asked_for(
    qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "report.pdf"
    first = (NOW - timedelta(days=200)).date().isoformat()
    command = ["history", "report", str(path), "--from", first, "--with", "notes"]
    assert main([*command, "--name", "M. Muster"]) == 0
    text = text_of(path.read_bytes())
    assert {"Wrote to Karin.", "Long ago.", "M. Muster"} <= set(text.splitlines())
    assert "kitchen" not in text


def test_what_is_left_out_is_in_neither_file(qapp: QApplication, tmp_path: Path) -> None:
    for name in ("report.pdf", "report.csv"):
        path = tmp_path / name
        command = ["history", "report", str(path), "--leave-out", "sessions", "changes"]
        assert main(command) == 0
        content = path.read_bytes()
        said = text_of(content) if name.endswith(".pdf") else content.decode("utf-8-sig")
        assert "Body scan" not in said
        assert "10" in said


def test_a_table_lists_the_sessions(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    assert main(["history", "report", str(path), "--with", "tags"]) == 0
    rows = path.read_text("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert "Body scan" in rows[1]
    assert "kitchen" in rows[1]
    assert "Karin" not in rows[1]


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (["report.txt"], "Let its name end in .pdf or .csv."),
        (["report.pdf", "--leave-out", "secrets"], "There is no part 'secrets'."),
        (
            ["report.pdf", "--from", "2026-02-02", "--to", "2026-01-01"],
            "Say the earlier one first.",
        ),
        (["report.csv", "--leave-out", "sessions", "weeks"], "Keep one of them."),
        (["report.pdf", "--with", "notes", "--leave-out", "sessions"], "in the list of sessions"),
    ],
)
def test_what_makes_no_sense_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: list[str], sentence: str
) -> None:
    name, *rest = command
    assert main(["history", "report", str(tmp_path / name), *rest]) == 2
    assert sentence in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_a_place_that_cannot_be_written_to_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["history", "report", str(tmp_path / "gone" / "report.csv")]) == 1
    assert "could not be saved" in capsys.readouterr().err


def test_the_last_day_alone_means_all_up_to_it(tmp_path: Path) -> None:
    path = tmp_path / "report.csv"
    last = (NOW - timedelta(days=100)).date().isoformat()
    assert main(["history", "report", str(path), "--to", last]) == 0
    assert len(path.read_text("utf-8-sig").splitlines()) == 2
