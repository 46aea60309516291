"""Entries as other programs read them: records for JSON, and rows of CSV."""

from __future__ import annotations

import csv
import json
from typing import TYPE_CHECKING, Any, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from relaxapp.journal.entry import Entry, Mark

FORMAT = 1
"""The version of the records, raised when one of their names changes its meaning."""

CSV_COLUMNS = (
    "started",
    "ended",
    "title",
    "technique",
    "script",
    "outcome",
    "planned minutes",
    "practised minutes",
    "paused minutes",
    "skipped steps",
    "tension before",
    "tension after",
    "areas before",
    "areas after",
    "tags",
    "note",
    "voice",
    "entered by hand",
    "uuid",
)
"""The names in the first row of the CSV."""


def entry_record(entry: Entry) -> dict[str, Any]:
    """An entry as a dictionary for JSON: ISO 8601 instants with the place's offset, seconds."""
    return {
        "uuid": entry.uuid,
        "script": entry.script_id,
        "title": entry.title,
        "technique": entry.technique,
        "fingerprint": entry.fingerprint,
        "voice": entry.voice,
        "tailoring": _tailoring(entry.tailoring),
        "started_at": entry.started_at.isoformat(),
        "ended_at": entry.ended_at and entry.ended_at.isoformat(),
        "outcome": entry.outcome.value,
        "planned_seconds": entry.planned_seconds,
        "practised_seconds": entry.practised_seconds,
        "paused_seconds": entry.paused_seconds,
        "skipped_steps": entry.skipped_steps,
        "tension_before": entry.tension_before,
        "tension_after": entry.tension_after,
        "marks_before": _mark_records(entry.marks_before),
        "marks_after": _mark_records(entry.marks_after),
        "note": entry.note,
        "tags": list(entry.tags),
        "by_hand": entry.by_hand,
    }


def history_record(entries: Iterable[Entry]) -> dict[str, Any]:
    """Entries as one dictionary for JSON, with the version of the format."""
    return {"format": FORMAT, "sessions": [entry_record(entry) for entry in entries]}


def csv_row(entry: Entry) -> tuple[str, ...]:
    """An entry as the texts under `CSV_COLUMNS`; what is not known is empty."""
    return (
        entry.started_at.isoformat(timespec="seconds"),
        entry.ended_at.isoformat(timespec="seconds") if entry.ended_at else "",
        entry.title,
        entry.technique,
        entry.script_id,
        entry.outcome.value,
        _minutes(entry.planned_seconds),
        _minutes(entry.practised_seconds),
        _minutes(entry.paused_seconds),
        str(entry.skipped_steps),
        "" if entry.tension_before is None else str(entry.tension_before),
        "" if entry.tension_after is None else str(entry.tension_after),
        _mark_words(entry.marks_before),
        _mark_words(entry.marks_after),
        "; ".join(entry.tags),
        entry.note,
        entry.voice,
        "yes" if entry.by_hand else "no",
        entry.uuid,
    )


def write_csv(entries: Iterable[Entry], stream: TextIO) -> None:
    """Writes the header and a row for each entry, with the line ends of RFC 4180."""
    writer = csv.writer(stream)
    writer.writerow(CSV_COLUMNS)
    writer.writerows(csv_row(entry) for entry in entries)


def _tailoring(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.2f}"


def _mark_records(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    return [{"area": mark.area, "kind": mark.kind.value, "level": mark.level} for mark in marks]


def _mark_words(marks: Sequence[Mark]) -> str:
    return "; ".join(f"{mark.area} {mark.kind} {mark.level}" for mark in marks)
