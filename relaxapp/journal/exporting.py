"""The journal written to a file that other programs can read: all of it as JSON, sessions as CSV."""

from __future__ import annotations

import csv
import json
import os
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import IO, TYPE_CHECKING, Any

from relaxapp.errors import JournalError, advice
from relaxapp.journal import deletions, factors, rows
from relaxapp.journal.day import stored
from relaxapp.journal.filter import EVERYTHING
from relaxapp.journal.records import deletion_record, entry_record, factor_record
from relaxapp.journal.table import CSV_COLUMNS, csv_row

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeAlias

    from relaxapp.journal.database import Database
    from relaxapp.journal.deletions import Deletion
    from relaxapp.journal.entry import Entry
    from relaxapp.journal.factors import FactorMark
    from relaxapp.journal.filter import Filter
    from relaxapp.journal.journal import Journal

    Progress: TypeAlias = Callable[[int, int], None]

KIND = "relaxapp history"
"""What a file says that it is."""
FORMAT = 2
"""The version of the format, raised when a name changes its meaning; docs/history-format.md says more."""

_ENTRIES_AT_ONCE = 500
_ENCODER = json.JSONEncoder(ensure_ascii=False)
_DATABASE_BEGINS = b"SQLite format 3\0"


def save_json(
    journal: Journal, path: Path, wanted: Filter = EVERYTHING, progress: Progress | None = None
) -> None:
    """Writes a journal to a file of JSON, from which it can be taken in without any loss.

    The file is written beside its place and put there when it is whole: what was there before stays
    until then. Memory does not grow with the journal.

    Args:
        journal: the journal; others may write to it meanwhile.
        path: where the file shall be; in place of one that is there.
        wanted: which sessions; with fewer than all, what was taken out is left out, and so are notes
            on days that are not of its period.
        progress: told how many of how many sessions are written; what it raises ends the writing.

    Raises:
        JournalError: the journal cannot be read or the file cannot be written; nothing is left of it.
    """
    with _whole_file(path, "utf-8") as stream:
        write_json(journal, stream, wanted, progress)


def write_json(
    journal: Journal, stream: IO[str], wanted: Filter = EVERYTHING, progress: Progress | None = None
) -> None:
    """Writes a journal as JSON, a record a line, newest session first; see `save_json`."""
    database = journal.database
    with database.snapshot():
        sessions = map(entry_record, _entries(database, wanted, progress))
        stream.write(f'{{\n"kind": {json.dumps(KIND)},\n"format": {FORMAT}')
        _write_list(stream, "sessions", sessions)
        _write_list(stream, "deletions", map(deletion_record, _deletions(database, wanted)))
        _write_list(stream, "factors", map(factor_record, _factors(database, wanted)))
        stream.write("\n}\n")


def save_csv(
    journal: Journal, path: Path, wanted: Filter = EVERYTHING, progress: Progress | None = None
) -> None:
    """Writes the sessions of a journal to a table for a spreadsheet, newest first; see `save_json`.

    The file is UTF-8 and begins with a byte order mark: without it Excel takes every letter beyond
    those of English for two others, and LibreOffice leaves it out as it should. A text that would be
    taken for a formula gets an apostrophe before it.

    Raises:
        JournalError: the journal cannot be read or the file cannot be written; nothing is left of it.
    """
    database = journal.database
    with _whole_file(path, "utf-8-sig") as stream, database.snapshot():
        write_csv(_entries(database, wanted, progress), stream)


def write_csv(entries: Iterable[Entry], stream: IO[str]) -> None:
    """Writes the header and a row for each entry, with the line ends of RFC 4180."""
    writer = csv.writer(stream)
    writer.writerow(CSV_COLUMNS)
    writer.writerows(map(csv_row, entries))


def _write_list(stream: IO[str], name: str, records: Iterable[dict[str, Any]]) -> None:
    stream.write(f',\n"{name}": [')
    before = "\n"
    for record in records:
        stream.write(before + _ENCODER.encode(record))
        before = ",\n"
    stream.write("\n]")


def _deletions(database: Database, wanted: Filter) -> tuple[Deletion, ...]:
    return deletions.all_of_them(database) if wanted == EVERYTHING else ()


def _factors(database: Database, wanted: Filter) -> tuple[FactorMark, ...]:
    if wanted == EVERYTHING:
        return factors.all_of_them(database)
    return factors.of_period(database, wanted.period) if wanted.period else ()


def _entries(database: Database, wanted: Filter, progress: Progress | None) -> Iterator[Entry]:
    """The sessions, newest first, a handful of them in memory at a time."""
    where, parameters = wanted.condition()
    total = rows.count(database, where, parameters)
    done, order = 0, "ORDER BY started_at DESC, id DESC LIMIT :some"
    after = f"{where} {'AND' if where else 'WHERE'} (started_at, id) < (:last_start, :last_id)"
    parameters["some"] = _ENTRIES_AT_ONCE
    page = rows.select(database, f"{where} {order}", parameters)
    while page:
        yield from page
        done += len(page)
        if progress is not None:
            progress(done, total)
        parameters |= {"last_start": stored(page[-1].started_at), "last_id": page[-1].id}
        page = rows.select(database, f"{after} {order}", parameters)


@contextmanager
def _whole_file(path: Path, encoding: str) -> Iterator[IO[str]]:
    """A text file beside `path` that takes its place when it is whole and on the disk, or is gone."""
    # Whoever keeps the file elsewhere and links to it keeps the link.
    target = Path(os.path.realpath(path))
    partial: Path | None = None
    try:
        _refuse_place(path, target)
        with NamedTemporaryFile(
            "w",
            encoding=encoding,
            # Tailoring may have half a character in it, which no file of text can have.
            errors="backslashreplace",
            newline="",
            dir=target.parent,
            prefix=f".{target.stem[:40]}-",
            suffix=".part",
            delete=False,
        ) as file:
            partial = Path(file.name)
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(target)
        _settle(target.parent)
    except OSError as error:
        raise JournalError(f"The history could not be saved as {path}: {advice(error)}.") from error
    finally:
        if partial is not None:
            with suppress(OSError):
                partial.unlink(missing_ok=True)


def _refuse_place(path: Path, target: Path) -> None:
    if target.is_dir():
        raise JournalError(f"{path} is a folder. Give the history a file's name in it.")
    if not target.exists():
        return
    if not target.is_file():
        raise JournalError(f"{path} is not a file. Choose another name for the history.")
    with target.open("rb") as file:
        is_database = file.read(len(_DATABASE_BEGINS)) == _DATABASE_BEGINS
    if is_database:
        raise JournalError(
            f"{path} is a database, perhaps the journal itself. Choose another name for the history."
        )


def _settle(folder: Path) -> None:
    """Has the name of a file that was put into its place kept through a pulled plug, where possible."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
