"""An exported history read with suspicion, and taken into a journal without doubles, whole or not at all."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from relaxapp.errors import JournalError
from relaxapp.journal import rows
from relaxapp.journal.backup import keep_aside
from relaxapp.journal.database import Database
from relaxapp.journal.exporting import FORMAT, KIND
from relaxapp.journal.merge import Contents, Merge, compare
from relaxapp.journal.record import RecordError
from relaxapp.journal.records import read_deletion, read_entry, read_factor

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator
    from pathlib import Path

    from relaxapp.journal.journal import Journal

LARGEST_BYTES = 256 * 1024 * 1024
"""How large a file may be: a session an hour for forty years."""

_BEGINNINGS = {
    b"\x1f\x8b": "is packed with gzip. Unpack it and try again.",
    b"PK\x03\x04": "is packed, or a document of another program. Unpack it, or export the history as JSON.",
    b"SQLite format 3\0": "is a database, perhaps a copy of a journal: put that back with “relaxapp history restore”.",
    b"%PDF": "is a PDF. Only a history that was exported as JSON can be taken in.",
}
_CUT_OFF = "is cut off: its end is missing. Export the history once more."
_NOT_OURS = "is not a history that relaxapp exported."
_UPDATED = "were changed there later and will be updated"
_REMOVED = "were deleted there and will be deleted"

_Thing = TypeVar("_Thing")


def read_export(path: Path) -> Contents:
    """What an exported history has in it, once everything in it has proved to be sound.

    Raises:
        JournalError: it cannot be read, is no exported history, or has something in it that cannot
            be; the sentence says what, and where. It is never read in part.
    """
    text = _text(path)
    try:
        found = json.loads(text, parse_constant=_refuse_constant)
    except json.JSONDecodeError as error:
        raise _refusal(path, _trouble(text, error)) from error
    except RecursionError as error:
        raise _refusal(path, "is nested far deeper than relaxapp would write it.") from error
    except ValueError as error:
        raise _refusal(path, f"has a number in it that is none ({error}).") from error
    del text
    return _contents(path, found)


def look(journal: Journal, contents: Contents) -> Merge:
    """What would come of taking contents in; nothing is written.

    Raises:
        JournalError: the journal cannot be read.
    """
    with journal.database.snapshot():
        return compare(journal.database, contents)


def take_in(
    journal: Journal, contents: Contents, progress: Callable[[int, int], None] | None = None
) -> Merge:
    """Takes contents into a journal, whole or not at all; a copy of it is kept aside before.

    What was deleted here stays out, and nothing here is deleted.

    Args:
        journal: the journal.
        contents: what is to be taken in.
        progress: told how many of how many sessions are written; what it raises ends it all, and
            nothing is changed.

    Returns:
        What came of it. If nothing was new, no copy was made.

    Raises:
        JournalError: the journal or its copy cannot be written; nothing is changed.
    """
    return journal.take_in(
        contents,
        before=lambda: _keep_aside(journal),
        progress=progress,
    )


def summary_in_words(found: Merge) -> str:
    """What will come of taking contents in, in plain words."""
    sessions = (
        (len(found.added), "will be added", "will be added"),
        (found.same, "is here already", "are here already"),
        (len(found.updated), "was changed there later and will be updated", _UPDATED),
        (found.older, "was changed here later and stays", "were changed here later and stay"),
        (found.deleted_here, "was deleted here and stays out", "were deleted here and stay out"),
        (len(found.removed), "was deleted there and will be deleted", _REMOVED),
    )
    parts = [
        f"{number:,} {one if number == 1 else more}" for number, one, more in sessions if number
    ]
    if parts:
        number, rest = parts[0].split(" ", 1)
        parts[0] = f"{number} {'session' if number == '1' else 'sessions'} {rest}"
    if found.factors:
        parts.append(f"{_count(len(found.factors), 'note')} about days will be added")
    if found.deletions:
        parts.append(f"{_count(len(found.deletions), 'deletion')} will be remembered")
    if not parts:
        return "There is nothing in it."
    end = "" if found.changes_anything else " Nothing will change."
    return f"{', '.join(parts)}.{end}"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


def _keep_aside(journal: Journal) -> None:
    if rows.count(journal.database, "", ()):
        path, patience = journal.database.path, journal.database.patience_seconds
        # SQLite copies nothing through a connection that is about to write.
        with closing(Database(path, patience)) as database:
            keep_aside(database, path.parent, "import", journal.now())


def _text(path: Path) -> str:
    try:
        if path.is_dir():
            raise _refusal(path, "is a folder. Choose the file with the history.")
        if not path.exists():
            raise _refusal(path, "is not there.")
        if not path.is_file():
            raise _refusal(path, "is not a file.")
        with path.open("rb") as file:
            data = file.read(LARGEST_BYTES + 1)
    except OSError as error:
        raise _refusal(
            path, f"cannot be read ({error.strerror or error}). Check that you may read it."
        ) from error
    if len(data) > LARGEST_BYTES:
        raise _refusal(
            path, f"is larger than {LARGEST_BYTES // 1024**2} MiB, and no history can be so large."
        )
    for beginning, trouble in _BEGINNINGS.items():
        if data.startswith(beginning):
            raise _refusal(path, trouble)
    try:
        # JSON may be UTF-16 too, which Windows writes where output is sent to a file.
        text = data.decode(json.detect_encoding(data))
    except UnicodeDecodeError as error:
        is_cut = error.end >= len(data) and data.lstrip()[:1] == b"{"
        raise _refusal(path, _CUT_OFF if is_cut else "is not a text file.") from error
    if not text.strip():
        raise _refusal(path, "is empty.")
    return text


def _trouble(text: str, error: json.JSONDecodeError) -> str:
    """What is wrong with a file that is no JSON: most often its end is missing."""
    whole = text.strip()
    may_be_cut = whole.startswith("{") and error.msg != "Extra data"
    if may_be_cut and (
        not whole.endswith("}")
        or error.pos >= len(text.rstrip())
        or error.msg.startswith("Unterminated")
    ):
        return _CUT_OFF
    return f"is not JSON, as relaxapp exports a history (line {error.lineno} of it is not)."


def _refuse_constant(word: str) -> NoReturn:
    raise ValueError(word)


def _contents(path: Path, found: object) -> Contents:
    if not isinstance(found, dict) or found.get("kind", KIND) != KIND:
        raise _refusal(path, _NOT_OURS)
    version = found.get("format")
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        raise _refusal(path, _NOT_OURS)
    if version > FORMAT:
        raise _refusal(
            path,
            f"was written by a newer relaxapp (its format is newer than {FORMAT}). Update relaxapp.",
        )
    if not isinstance(found.get("sessions"), list):
        raise _refusal(path, _NOT_OURS)
    return Contents(
        tuple(_each(path, found, "sessions", read_entry, lambda entry: entry.uuid)),
        tuple(_each(path, found, "deletions", read_deletion, lambda deletion: deletion.uuid)),
        tuple(_each(path, found, "factors", read_factor, lambda mark: (mark.day, mark.factor))),
    )


def _each(
    path: Path,
    found: dict[str, Any],
    name: str,
    read: Callable[[object], _Thing],
    key: Callable[[_Thing], Hashable],
) -> Iterator[_Thing]:
    records = found.get(name, [])
    if not isinstance(records, list):
        raise _refusal(path, f"has “{name}” that are not a list.")
    known: dict[Hashable, int] = {}
    for number, record in enumerate(records, 1):
        where = f"has something wrong in number {number:,} of its “{name}”"
        try:
            thing = read(record)
        except RecordError as error:
            raise _refusal(path, f"{where}. {error}") from error
        first = known.setdefault(key(thing), number)
        if first != number:
            raise _refusal(path, f"{where}: it is the same one as number {first:,}.")
        # A file may be large; what has been read of it need not be kept twice.
        records[number - 1] = None
        yield thing


def _refusal(path: Path, trouble: str) -> JournalError:
    return JournalError(f"The file {path} {trouble} Nothing was taken in.")
