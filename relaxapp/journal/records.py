"""Sessions, notes about days and deletions as records of JSON, and back; what is read is not trusted."""

from __future__ import annotations

import json
from datetime import UTC
from typing import TYPE_CHECKING, Any, NoReturn

from relaxapp.journal.day import offset_minutes, read, stored
from relaxapp.journal.deletions import Deletion
from relaxapp.journal.entry import LEVELS, TENSION, Entry, Mark, MarkKind, Outcome
from relaxapp.journal.factors import FACTOR_LEVELS, Factor, FactorMark
from relaxapp.journal.record import LONGEST_NOTE, MOST_STEPS, Record, RecordError, checked_text
from relaxapp.journal.rows import tidy_tags

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

# A tailoring with more lists and objects than this stays a text: nothing real is near it, and
# nothing that is nested too deeply to be read gets into a file.
_MOST_BRACKETS = 60
_HALF = "\\ud"
"""How JSON begins to write one half of a character."""


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(word)


# Made once: a hundred thousand records would make one each.
_DECODER = json.JSONDecoder(parse_constant=_refuse_constant)


def entry_record(entry: Entry) -> dict[str, Any]:
    """Everything about a session but its number here: ISO 8601 instants at the place, seconds."""
    return {
        "uuid": entry.uuid,
        "script": entry.script_id,
        "title": entry.title,
        "technique": entry.technique,
        "fingerprint": entry.fingerprint,
        "voice": entry.voice,
        "tailoring": _tailoring_record(entry.tailoring),
        "started_at": _instant_record(entry.started_at),
        "ended_at": None if entry.ended_at is None else _instant_record(entry.ended_at),
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
        "computer": entry.computer,
        "changed_at": _instant_record(entry.changed_at.astimezone(UTC)),
    }


def read_entry(record: object) -> Entry:
    """The session of a record, with the number 0; names that are not known are passed over.

    A record of the first format says neither when the session was changed nor on which computer it
    was practised: it counts as changed when it ended.

    Raises:
        RecordError: something in it cannot be true of a session.
    """
    asked = Record(record)
    outcome = asked.choice("outcome", Outcome)
    started_at = asked.instant("started_at")
    ended_at = asked.instant("ended_at") if "ended_at" in asked else None
    if ended_at is None and outcome is not Outcome.RUNNING:
        raise RecordError(f"Its “outcome” is {outcome}, but it has no “ended_at”.")
    changed_at = asked.instant("changed_at") if "changed_at" in asked else ended_at or started_at
    return Entry(
        id=0,
        uuid=asked.identifier("uuid"),
        script_id=asked.text("script"),
        title=asked.text("title"),
        technique=asked.text("technique"),
        fingerprint=asked.text("fingerprint"),
        voice=asked.text("voice"),
        tailoring=_tailoring(asked.value("tailoring")),
        started_at=started_at,
        ended_at=ended_at and read(stored(ended_at), offset_minutes(started_at)),
        outcome=outcome,
        planned_seconds=asked.seconds("planned_seconds"),
        practised_seconds=asked.seconds("practised_seconds"),
        paused_seconds=asked.seconds("paused_seconds"),
        skipped_steps=asked.whole("skipped_steps", range(MOST_STEPS + 1)),
        tension_before=asked.whole_or_none("tension_before", TENSION),
        tension_after=asked.whole_or_none("tension_after", TENSION),
        marks_before=_marks(asked, "marks_before"),
        marks_after=_marks(asked, "marks_after"),
        note=asked.text("note", LONGEST_NOTE),
        tags=tidy_tags([checked_text(tag, "tags") for tag in asked.items("tags")]),
        by_hand=asked.truth("by_hand"),
        changed_at=changed_at.astimezone(UTC),
        computer=asked.text("computer") if "computer" in asked else "",
    )


def factor_record(mark: FactorMark) -> dict[str, Any]:
    """Everything about a note on a day."""
    return {
        "day": mark.day.isoformat(),
        "factor": mark.factor.value,
        "level": mark.level,
        "changed_at": _instant_record(mark.changed_at.astimezone(UTC)),
    }


def read_factor(record: object) -> FactorMark:
    """The note on a day of a record; names that are not known are passed over.

    Raises:
        RecordError: something in it cannot be true of a note on a day.
    """
    asked = Record(record)
    return FactorMark(
        day=asked.day("day"),
        factor=asked.choice("factor", Factor),
        level=asked.whole_or_none("level", FACTOR_LEVELS),
        changed_at=asked.instant("changed_at").astimezone(UTC),
    )


def deletion_record(deletion: Deletion) -> dict[str, Any]:
    """Everything about a deletion."""
    return {
        "uuid": deletion.uuid,
        "deleted_at": _instant_record(deletion.deleted_at.astimezone(UTC)),
    }


def read_deletion(record: object) -> Deletion:
    """The deletion of a record; names that are not known are passed over.

    Raises:
        RecordError: something in it cannot be true of a deletion.
    """
    asked = Record(record)
    return Deletion(asked.identifier("uuid"), asked.instant("deleted_at").astimezone(UTC))


def _instant_record(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")


def _mark_records(marks: Sequence[Mark]) -> list[dict[str, Any]]:
    return [{"area": mark.area, "kind": mark.kind.value, "level": mark.level} for mark in marks]


def _tailoring_record(text: str) -> Any:
    """The object that the text is, if the very same text can be made of it; otherwise the text."""
    if text.count("{") + text.count("[") > _MOST_BRACKETS:
        return text
    try:
        found = _DECODER.decode(text)
        if not isinstance(found, dict) or json.dumps(found) != text:
            return text
        if _HALF in text:
            # What JSON can only say in two halves of a character is no text that can be written.
            json.dumps(found, ensure_ascii=False).encode()
    except ValueError:
        return text
    return found


def _marks(asked: Record, name: str) -> tuple[Mark, ...]:
    found = []
    for item in asked.items(name):
        try:
            mark = Record(item)
            found.append(
                Mark(mark.text("area"), mark.choice("kind", MarkKind), mark.whole("level", LEVELS))
            )
        except RecordError as error:
            raise RecordError(f"Something in its “{name}” is wrong. {error}") from None
    return tuple(found)


def _tailoring(value: object) -> str:
    if isinstance(value, dict):
        try:
            value = json.dumps(value, allow_nan=False)
        except (ValueError, RecursionError):
            raise RecordError("Its “tailoring” cannot be written as JSON.") from None
        if _HALF in value:
            plain = json.dumps(json.loads(value), ensure_ascii=False)
            checked_text(plain, "tailoring", LONGEST_NOTE)
    return checked_text(value, "tailoring", LONGEST_NOTE)
