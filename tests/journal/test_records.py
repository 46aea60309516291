"""Records are lossless, and what cannot be true is refused with a sentence that says what."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.journal.deletions import Deletion
from relaxapp.journal.entry import Entry, Mark, MarkKind, Outcome
from relaxapp.journal.factors import Factor, FactorMark
from relaxapp.journal.record import RecordError
from relaxapp.journal.records import (
    deletion_record,
    entry_record,
    factor_record,
    read_deletion,
    read_entry,
    read_factor,
)
from tests.journal.made_up import UUIDS, anytime, deletions, entries, factor_marks

if TYPE_CHECKING:
    from pathlib import Path

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
    tailoring='{"left_out": ["jaw"]}',
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
    changed_at=STARTED + timedelta(seconds=500),
    computer="desk-1a2b3c",
)
RECORD = {
    "uuid": "0b9f",
    "script": "shoulders",
    "title": 'Shoulders, "neck" and jaw',
    "technique": "muscle relaxation",
    "fingerprint": "4f2a",
    "voice": "rms",
    "tailoring": {"left_out": ["jaw"]},
    "started_at": "2026-11-24T21:40:00.500+01:00",
    "ended_at": "2026-11-24T21:48:10.500+01:00",
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
    "computer": "desk-1a2b3c",
    "changed_at": "2026-11-24T20:48:20.500+00:00",
}
FACTOR = {"day": "2026-11-24", "factor": "sleep", "level": 2, "changed_at": RECORD["changed_at"]}
GONE = object()


def through_json(record: dict[str, Any]) -> object:
    """The record as another program would hand it back, on one line of a file."""
    line = json.dumps(record, ensure_ascii=False)
    assert "\n" not in line
    return json.loads(line.encode())


def everything(entry: Entry) -> tuple[object, ...]:
    """What two equal sessions may still differ in, too."""
    return entry, entry.changed_at, entry.started_at.isoformat(), entry.ended_at, entry.tailoring


def test_a_record_says_everything_in_plain_json() -> None:
    assert entry_record(ENTRY) == RECORD
    assert everything(read_entry(RECORD)) == everything(replace(ENTRY, id=0))


@given(entries())
def test_a_session_comes_back_as_it_was(entry: Entry) -> None:
    assert everything(read_entry(through_json(entry_record(entry)))) == everything(entry)


def test_a_session_that_runs_has_no_end() -> None:
    running = replace(ENTRY, id=0, outcome=Outcome.RUNNING, ended_at=None)
    assert read_entry(through_json(entry_record(running))) == running


@given(factor_marks(st.dates(date(1900, 1, 1), date(2999, 12, 31))))
def test_a_note_about_a_day_comes_back_as_it_was(mark: FactorMark) -> None:
    assert read_factor(through_json(factor_record(mark))) == mark


@given(deletions(st.sampled_from(UUIDS), anytime))
def test_a_deletion_comes_back_as_it_was(deletion: Deletion) -> None:
    assert read_deletion(through_json(deletion_record(deletion))) == deletion


@pytest.mark.parametrize(
    "text",
    [
        "by ear",
        '{"a":1}',
        "[1]",
        '{"a": 1, "a": 2}',
        '{"a": NaN}',
        '{"a": "\\ud800"}',
        "[" * 99_999,
    ],
)
def test_tailoring_that_is_not_quite_an_object_stays_the_text_it_is(text: str) -> None:
    record = entry_record(replace(ENTRY, tailoring=text))
    assert record["tailoring"] == text
    assert read_entry(through_json(record)).tailoring == text


def test_the_first_format_counts_as_changed_when_it_ended() -> None:
    old = {name: RECORD[name] for name in RECORD if name not in {"changed_at", "computer"}}
    read = read_entry({**old, "started_at": "2026-11-24T21:40:00.500000+01:00"})
    assert read == replace(ENTRY, id=0, computer="")
    assert read.changed_at == ENTRY.ended_at


def test_every_name_is_written_down_for_who_reads_the_file(repository: Path) -> None:
    words = (repository / "docs" / "history-format.md").read_text("utf-8")
    names = (*RECORD, *FACTOR, *deletion_record(Deletion("gone", STARTED)))
    assert [name for name in names if f"`{name}`" not in words and f'"{name}"' not in words] == []


def test_names_that_are_not_known_are_passed_over() -> None:
    assert read_entry({**RECORD, "weather": {"rain": [1]}}) == replace(ENTRY, id=0)


def test_what_the_journal_would_keep_otherwise_is_read_as_it_would_keep_it() -> None:
    read = read_entry(
        {
            **RECORD,
            "started_at": "2026-11-24T21:40:00.500999+01:00:30",
            "ended_at": "2026-11-24T20:48:10.5Z",
            "tags": [" late   evening ", "Late evening", ""],
        }
    )
    assert read.started_at.isoformat() == "2026-11-24T21:39:30.500000+01:00"
    assert read.ended_at is not None
    assert read.ended_at.isoformat() == "2026-11-24T21:48:10.500000+01:00"
    assert read.tags == ("late evening",)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("uuid", GONE, "It has no “uuid”."),
        ("practised_seconds", GONE, "It has no “practised_seconds”."),
        ("uuid", 7, "Its “uuid” is not made of 1 to 100 letters, digits and hyphens."),
        ("uuid", "", "“uuid” is not made of"),
        ("uuid", "../../etc/passwd", "“uuid” is not made of"),
        ("uuid", "a" * 101, "“uuid” is not made of"),
        ("title", None, "Its “title” is not a text."),
        ("title", ["a"], "“title” is not a text"),
        ("title", "a" * 40_001, "Its “title” is longer than 40,000 characters."),
        ("note", "a" * 1_000_001, "“note” is longer than 1,000,000 characters"),
        ("note", "a\0b", "“note” has a character in it that no text can have"),
        ("note", "\ud800", "“note” has half a character in it"),
        ("tailoring", 7, "“tailoring” is not a text"),
        ("tailoring", {"a": "\udfff"}, "“tailoring” has half a character in it"),
        ("tailoring", {"a": float("inf")}, "“tailoring” cannot be written as JSON"),
        ("started_at", None, "“started_at” is not a time with its offset"),
        ("started_at", 1_700_000_000, "“started_at” is not a time with its offset"),
        ("started_at", "2026-11-24T21:40:00", "“started_at” is not a time with its offset"),
        ("started_at", "2026-02-30T21:40:00+01:00", "“started_at” is a time that there is not"),
        ("started_at", "2026-11-24T21:40:00+24:00", "“started_at” is a time that there is not"),
        ("started_at", "2026-11-24T21:40:00-99:59", "“started_at” is a time that there is not"),
        ("started_at", "0001-01-01T00:00:00+23:00", "“started_at” is a time that there is not"),
        (
            "started_at",
            "1899-12-31T23:59:59Z",
            "“started_at” is not between the years 1900 and 2999",
        ),
        ("ended_at", "9999-12-31T23:59:59-23:00", "“ended_at” is a time that there is not"),
        ("ended_at", "٢٠٢٦-11-24T21:40:00Z", "“ended_at” is not a time with its offset"),
        ("ended_at", None, "Its “outcome” is finished, but it has no “ended_at”."),
        ("changed_at", "yesterday", "“changed_at” is not a time with its offset"),
        ("outcome", "won", "Its “outcome” is none of running, finished, stopped, interrupted."),
        ("outcome", ["finished"], "“outcome” is none of"),
        ("planned_seconds", True, "“planned_seconds” is not a number"),
        ("planned_seconds", "480", "“planned_seconds” is not a number"),
        ("planned_seconds", -0.5, "“planned_seconds” is not between 0 and 316,224,000 seconds"),
        ("practised_seconds", float("nan"), "“practised_seconds” is not between"),
        ("practised_seconds", float("inf"), "“practised_seconds” is not between"),
        ("paused_seconds", 10**400, "“paused_seconds” is not between"),
        ("skipped_steps", 1.0, "“skipped_steps” is not a whole number from 0 to 1,000,000"),
        ("skipped_steps", None, "“skipped_steps” is not a whole number"),
        ("tension_before", True, "“tension_before” is not a whole number from 0 to 10"),
        ("tension_before", 11, "“tension_before” is not a whole number from 0 to 10"),
        ("tension_after", -1, "“tension_after” is not a whole number from 0 to 10"),
        ("marks_before", {}, "“marks_before” is not a list"),
        (
            "marks_before",
            [["jaw"]],
            "Something in its “marks_before” is wrong. It is not a JSON obj",
        ),
        ("marks_before", [{"area": "jaw", "kind": "tension", "level": 4}], "number from 1 to 3"),
        (
            "marks_after",
            [{"area": "jaw", "kind": "pain", "level": 1}],
            "none of tension, twitching",
        ),
        ("marks_after", [{}] * 1_001, "“marks_after” has more than 1,000 items"),
        ("tags", "evening", "“tags” is not a list"),
        ("tags", [1], "“tags” is not a text"),
        ("by_hand", 1, "“by_hand” is neither true nor false"),
        ("computer", 7, "“computer” is not a text"),
    ],
)
def test_what_cannot_be_true_of_a_session_is_refused(
    name: str, value: object, sentence: str
) -> None:
    record: dict[str, object] = {**RECORD, name: value}
    if value is GONE:
        del record[name]
    with pytest.raises(RecordError) as refused:
        read_entry(record)
    assert sentence in str(refused.value)
    assert len(str(refused.value)) < 150


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("day", "2026-02-29", "“day” is a day that there is not"),
        ("day", "20261124", "“day” is not a day like 2026-11-24"),
        ("day", "0001-01-01", "“day” is not between the years 1900 and 2999"),
        ("factor", "luck", "none of sleep, caffeine, water, movement, stress, twitching"),
        ("level", 4, "“level” is not a whole number from 0 to 3"),
        ("level", False, "“level” is not a whole number from 0 to 3"),
        ("level", GONE, "It has no “level”"),
        ("changed_at", GONE, "It has no “changed_at”"),
    ],
)
def test_what_cannot_be_true_of_a_day_is_refused(name: str, value: object, sentence: str) -> None:
    record: dict[str, object] = {**FACTOR, name: value}
    if value is GONE:
        del record[name]
    with pytest.raises(RecordError, match=sentence):
        read_factor(record)


def test_a_note_that_was_taken_back_has_no_level() -> None:
    assert read_factor({**FACTOR, "level": None}) == FactorMark(
        date(2026, 11, 24), Factor.SLEEP, None, datetime(2026, 11, 24, 20, 48, 20, 500_000, UTC)
    )


@pytest.mark.parametrize("record", [None, 7, "text", [], [RECORD], {}])
def test_what_is_no_record_at_all_is_refused(record: object) -> None:
    for read in (read_entry, read_factor, read_deletion):
        with pytest.raises(RecordError):
            read(record)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.sampled_from(sorted(RECORD)), json_values)
def test_whatever_stands_anywhere_is_read_or_refused(name: str, value: object) -> None:
    try:
        entry = read_entry({**RECORD, name: value})
    except RecordError:
        return
    assert read_entry(through_json(entry_record(entry))) == entry
