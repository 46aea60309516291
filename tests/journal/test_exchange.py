"""Entries leave the journal as records and rows that other programs can read."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

from relaxapp.journal.entry import Entry, Mark, MarkKind, Outcome
from relaxapp.journal.exchange import CSV_COLUMNS, entry_record, history_record, write_csv

STARTED = datetime(2026, 11, 24, 21, 40, 0, 500_000, tzinfo=timezone(timedelta(hours=1)))
ENTRY = Entry(
    id=3,
    uuid="0b9f",
    script_id="shoulders",
    title='Shoulders, "neck" and jaw',
    technique="muscle relaxation",
    planned_seconds=480,
    fingerprint="4f2a",
    voice="rms",
    tailoring='{"left out": ["jaw"]}',
    started_at=STARTED,
    ended_at=STARTED + timedelta(seconds=490),
    practised_seconds=480,
    paused_seconds=10,
    skipped_steps=1,
    outcome=Outcome.FINISHED,
    tension_before=7,
    tension_after=0,
    marks_before=(Mark("jaw", MarkKind.TENSION, 2), Mark("left eye", MarkKind.TWITCHING, 1)),
    note="Two\nlines, ü",
    tags=("evening", "bed"),
)
RUNNING = replace(
    ENTRY,
    ended_at=None,
    outcome=Outcome.RUNNING,
    tension_before=None,
    tension_after=None,
    by_hand=True,
    started_at=datetime(2026, 1, 1, tzinfo=UTC),
)


def test_a_record_is_plain_json_with_times_at_the_place() -> None:
    record = entry_record(ENTRY)
    assert json.loads(json.dumps(record)) == record
    assert record == {
        "uuid": "0b9f",
        "script": "shoulders",
        "title": 'Shoulders, "neck" and jaw',
        "technique": "muscle relaxation",
        "fingerprint": "4f2a",
        "voice": "rms",
        "tailoring": {"left out": ["jaw"]},
        "started_at": "2026-11-24T21:40:00.500000+01:00",
        "ended_at": "2026-11-24T21:48:10.500000+01:00",
        "outcome": "finished",
        "planned_seconds": 480,
        "practised_seconds": 480,
        "paused_seconds": 10,
        "skipped_steps": 1,
        "tension_before": 7,
        "tension_after": 0,
        "marks_before": [
            {"area": "jaw", "kind": "tension", "level": 2},
            {"area": "left eye", "kind": "twitching", "level": 1},
        ],
        "marks_after": [],
        "note": "Two\nlines, ü",
        "tags": ["evening", "bed"],
        "by_hand": False,
    }


def test_a_history_says_which_format_it_has() -> None:
    history = json.loads(json.dumps(history_record([ENTRY, RUNNING])))
    assert history["format"] == 1
    assert [session["ended_at"] for session in history["sessions"]] == [
        "2026-11-24T21:48:10.500000+01:00",
        None,
    ]


def test_tailoring_that_is_no_json_is_handed_on_as_text() -> None:
    assert entry_record(replace(ENTRY, tailoring="by ear"))["tailoring"] == "by ear"


def test_csv_reads_back_with_quotes_and_line_ends_whole() -> None:
    stream = io.StringIO(newline="")
    write_csv([ENTRY, RUNNING], stream)
    finished, running = csv.DictReader(io.StringIO(stream.getvalue(), newline=""))
    assert tuple(finished) == CSV_COLUMNS
    assert finished["title"] == ENTRY.title
    assert finished["note"] == ENTRY.note
    assert finished["started"] == "2026-11-24T21:40:00+01:00"
    assert datetime.fromisoformat(finished["ended"]) > datetime.fromisoformat(finished["started"])
    assert (finished["planned minutes"], finished["paused minutes"]) == ("8.00", "0.17")
    assert (finished["tension before"], finished["tension after"]) == ("7", "0")
    assert finished["areas before"] == "jaw tension 2; left eye twitching 1"
    assert finished["tags"] == "evening; bed"
    assert (running["ended"], running["tension before"], running["tension after"]) == ("", "", "")
    assert (finished["entered by hand"], running["entered by hand"]) == ("no", "yes")
