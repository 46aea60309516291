"""Sessions are rows that a spreadsheet shows, and can do nothing else with."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.entry import Entry, Outcome
from relaxapp.journal.table import CSV_COLUMNS, csv_row
from tests.journal.test_records import ENTRY

if TYPE_CHECKING:
    from pathlib import Path


def row(entry: Entry) -> dict[str, str]:
    return dict(zip(CSV_COLUMNS, csv_row(entry), strict=True))


def test_a_session_is_a_row_of_plain_words_and_figures() -> None:
    shown = row(ENTRY)
    assert shown["started"] == "2026-11-24T21:40:00+01:00"
    assert datetime.fromisoformat(shown["ended"]) > datetime.fromisoformat(shown["started"])
    assert (shown["planned minutes"], shown["paused minutes"]) == ("8.00", "0.17")
    assert (shown["tension before"], shown["tension after"]) == ("7", "0")
    assert shown["areas before"] == "jaw tension 2; left eye twitching 1"
    assert (shown["tags"], shown["entered by hand"]) == ("evening; bed", "no")
    assert (shown["left out"], shown["imagined"], shown["computer"]) == ("jaw", "", "desk-1a2b3c")
    assert (shown["version of the script"], shown["voice"]) == ("4f2a", "rms")
    assert datetime.fromisoformat(shown["changed"]) == datetime(
        2026, 11, 24, 20, 48, 20, tzinfo=UTC
    )


def test_what_is_not_known_is_empty() -> None:
    running = replace(
        ENTRY, ended_at=None, outcome=Outcome.RUNNING, tension_before=None, tension_after=None
    )
    shown = row(running)
    assert (shown["ended"], shown["tension before"], shown["tension after"]) == ("", "", "")


@pytest.mark.parametrize("tailoring", ["by ear", "[1]", '{"left_out": 7}', "{", "[" * 99_999])
def test_tailoring_of_another_shape_says_nothing(tailoring: str) -> None:
    shown = row(replace(ENTRY, tailoring=tailoring))
    assert (shown["left out"], shown["imagined"], shown["left out on the way"]) == ("", "", "")


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"])  # noqa: RUF001 -- meant
def test_no_text_is_a_formula(begin: str) -> None:
    text = f"{begin}HYPERLINK(1)"
    shown = row(replace(ENTRY, note=text, title=text, tags=(text,), script_id=text))
    assert {shown[name] for name in ("note", "title", "tags", "script")} == {f"'{text}"}


def test_every_column_is_written_down_for_who_reads_the_table(repository: Path) -> None:
    words = (repository / "docs" / "history-format.md").read_text("utf-8")
    listed = words.split("Columns: ")[1].split(". New ones")[0]
    assert tuple(name.strip("` \n") for name in listed.split(",")) == CSV_COLUMNS
