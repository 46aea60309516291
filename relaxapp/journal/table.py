"""Sessions as the rows of a table for a spreadsheet."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.journal.entry import Entry, Mark

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
    "left out",
    "imagined",
    "left out on the way",
    "version of the script",
    "computer",
    "changed",
)
"""The names in the first row of the CSV; new ones come at the end."""

_FORMULA_BEGINS = tuple("=+-@\t\r\n＝＋－＠")  # noqa: RUF001 -- spreadsheets read the wide ones alike


def csv_row(entry: Entry) -> tuple[str, ...]:
    """An entry as the texts under `CSV_COLUMNS`, each `harmless`; what is not known is empty."""
    tailoring = _tailoring(entry.tailoring)
    cells = (
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
        _names(tailoring.get("left_out")),
        _names(tailoring.get("imagined")),
        _names(tailoring.get("left_out_on_the_way")),
        entry.fingerprint,
        entry.computer,
        entry.changed_at.isoformat(timespec="seconds"),
    )
    return tuple(map(harmless, cells))


def harmless(cell: str) -> str:
    """A text that a spreadsheet would take for a formula gets an apostrophe before it.

    Such a text begins with one of = + - @ or a tab: a note must never be able to make a spreadsheet
    do anything.
    """
    return f"'{cell}" if cell.startswith(_FORMULA_BEGINS) else cell


def _minutes(seconds: float) -> str:
    return f"{seconds / 60:.2f}"


def _mark_words(marks: Sequence[Mark]) -> str:
    return "; ".join(f"{mark.area} {mark.kind} {mark.level}" for mark in marks)


def _tailoring(text: str) -> dict[str, object]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _names(value: object) -> str:
    """The names in a list of them; empty if it is none."""
    return "; ".join(map(str, value)) if isinstance(value, list) else ""
