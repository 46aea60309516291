"""The table of a report: what it lists, and no more."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.period import Period
from relaxapp.journal.report import Part, ReportContents
from relaxapp.journal.report_csv import has_table, write_report_csv

if TYPE_CHECKING:
    from relaxapp.journal.entry import Plan
    from relaxapp.journal.journal import Journal

NOW = datetime(2026, 11, 24, 21, 40, tzinfo=UTC)
WEEKS = Period.of_last_weeks(NOW, 4)
EVERYTHING = ReportContents(frozenset(Part))


@pytest.fixture
def practised(journal: Journal, plan: Plan) -> Journal:
    """Two sessions of these weeks, and one of before."""
    for days, note in ((1, "=1+1"), (2, "One\nTwo, three"), (60, "Long ago")):
        journal.add_by_hand(
            plan,
            started_at=NOW - timedelta(days=days),
            practised_seconds=480,
            tension_before=7,
            tension_after=3,
            note=note,
            tags=("evening", "jaw"),
        )
    return journal


def table(journal: Journal, contents: ReportContents = EVERYTHING) -> list[list[str]]:
    """The rows as a spreadsheet reads them."""
    stream = io.StringIO(newline="")
    write_report_csv(journal, WEEKS, contents, stream)
    return list(csv.reader(io.StringIO(stream.getvalue(), newline="")))


def test_there_is_a_row_for_each_session_newest_first(practised: Journal) -> None:
    names, *rows = table(practised)
    assert dict(zip(names, rows[0], strict=True)) == {
        "day": "2026-11-23",
        "time": "21:40",
        "session": "Shoulders, neck and jaw",
        "practised minutes": "8.00",
        "how it ended": "to the end",
        "entered by hand": "yes",
        "tension before": "7",
        "tension after": "3",
        "tags": "evening; jaw",
        "note": "'=1+1",
    }
    assert [row[0] for row in rows] == ["2026-11-23", "2026-11-22"]
    assert rows[1][-1] == "One\nTwo, three"


@pytest.mark.parametrize(
    ("part", "columns", "cells"),
    [
        (Part.NOTES, {"note"}, {"One\nTwo, three"}),
        (Part.TAGS, {"tags"}, {"evening; jaw"}),
        (Part.TENSION, {"tension before", "tension after"}, {"7", "3"}),
    ],
)
def test_what_is_left_out_of_the_report_has_no_column(
    practised: Journal, part: Part, columns: set[str], cells: set[str]
) -> None:
    names, *rows = table(practised, ReportContents(EVERYTHING.parts - {part}))
    assert not columns & set(names)
    assert not cells & {cell for row in rows for cell in row}


def test_without_sessions_there_is_a_row_for_each_week(practised: Journal) -> None:
    names, *rows = table(practised, ReportContents(EVERYTHING.parts - {Part.SESSIONS}))
    assert names[0] == "week from"
    assert [row[0] for row in rows] == ["2026-11-02", "2026-11-09", "2026-11-16", "2026-11-23"]
    assert rows[3] == ["2026-11-23", "1", "8.00", "1", "7.00", "3.00", "1"]
    assert rows[0] == ["2026-11-02", "0", "0.00", "0", "", "", "0"]
    assert not [cell for row in rows for cell in row if "Shoulders" in cell or "Two" in cell]


def test_weeks_without_tension_have_no_column_for_it(practised: Journal) -> None:
    names, *rows = table(practised, ReportContents(frozenset({Part.WEEKS})))
    assert len(names) == len(rows[3]) == 4


def test_some_reports_have_nothing_for_a_table() -> None:
    assert has_table(ReportContents())
    assert not has_table(ReportContents(frozenset({Part.SUMMARY, Part.NOTES})))


def test_more_sessions_than_are_held_at_once_are_all_written(
    practised: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relaxapp.journal.report_csv._SESSIONS_AT_ONCE", 1)
    told: list[tuple[int, int]] = []
    stream = io.StringIO()
    write_report_csv(practised, WEEKS, EVERYTHING, stream, lambda *far: told.append(far))
    assert stream.getvalue().count("Shoulders") == 2
    assert told == [(1, 2), (2, 2)]
