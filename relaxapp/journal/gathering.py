"""What a journal is missing, gathered from what lies beside it: daybooks, conflict copies, its own last copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.errors import JournalError
from relaxapp.journal import deletions, factors, rows
from relaxapp.journal.backup import stamp, vacant
from relaxapp.journal.copying import is_journal, up_to_date
from relaxapp.journal.database import COMPANIONS
from relaxapp.journal.drift import drift
from relaxapp.journal.merge import Contents, merge
from relaxapp.journal.pages import Pages

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from relaxapp.journal.database import Database

MERGED = "merged"
"""The folder that conflict copies are moved to when their contents are in the journal."""
OURS = ("journal-damaged-",)
"""How files begin that are journals, lie in the folder, and are no conflict copies."""
# While a session runs, the practised time alone grows.
_LATER_THERE_SQL = """
SELECT uuid FROM other.sessions AS theirs
LEFT JOIN main.sessions AS mine USING (uuid) LEFT JOIN main.deletions USING (uuid)
WHERE theirs.changed_at > coalesce(deleted_at, -1)
  AND (mine.id IS NULL OR theirs.changed_at > mine.changed_at
       OR theirs.changed_at = mine.changed_at AND theirs.practised_seconds > mine.practised_seconds)
"""


def gather(database: Database, daybook: Path, mine: Pages, at: datetime) -> list[str]:
    """Brings in what daybooks and conflict copies know; sentences for the person about the latter.

    Args:
        database: the journal.
        daybook: the daybook of this computer, beside those of the others.
        mine: what is in it.
        at: now, for names.

    Raises:
        JournalError: the journal cannot be written; nothing, or some of it, was brought in.
    """
    others, notices = _others(daybook)
    for pages in (mine, others):
        contents = pages.contents(database)
        if contents != Contents():
            merge(database, contents, removing=True)
    for path in conflict_copies(database.path):
        notices.append(_take_in_conflict(database, path, at))
    return notices


def conflict_copies(path: Path) -> tuple[Path, ...]:
    """The journals that a file syncer left beside the one at `path`, by whatever name."""
    # Not even looked into: closing one of its own files would let go of all locks on it.
    own = {path, *(path.with_name(path.name + end) for end in COMPANIONS)}
    return tuple(
        sorted(
            file
            for file in path.parent.iterdir()
            if file not in own
            and not file.name.startswith(OURS)
            and not file.name.endswith(".partial")
            and file.is_file()
            and is_journal(file)
        )
    )


def take_in(database: Database, path: Path, scratch: Path) -> None:
    """Brings in what another journal knows and this one does not, or in an older version.

    Args:
        database: this journal.
        path: the file of the other one, which nobody writes to; it is not changed.
        scratch: where a file may be meanwhile.

    Raises:
        JournalError: the other one cannot be read, or this one not written; nothing was changed.
    """
    with up_to_date(path, scratch) as other:
        _take_in(database, other)


def take_in_last_copy(database: Database, copy: Path, scratch: Path) -> list[str]:
    """Brings in what the journal's last daily copy has and the journal itself does not.

    So it becomes whole again when another computer wrote over it with a smaller one.

    Args:
        database: the journal.
        copy: where the copy is, or was.
        scratch: where a file may be meanwhile.

    Returns:
        A sentence if the copy is there and cannot be read, or has sessions otherwise.

    Raises:
        JournalError: the journal cannot be written.
    """
    if not is_journal(copy):
        return []
    try:
        with up_to_date(copy, scratch) as other:
            drifted = drift(database, other)
            _take_in(database, other)
    except JournalError as error:
        return [f"The last safety copy could not be compared with the journal: {error}"]
    return [drifted] if drifted else []


def _take_in(database: Database, other: Database) -> None:
    with database.beside(other):
        wanted = [uuid for (uuid,) in database.rows(_LATER_THERE_SQL)]
    merge(
        database,
        Contents(
            rows.of_uuids(other, wanted),
            deletions.all_of_them(other),
            factors.all_of_them(other),
        ),
        removing=True,
    )


def _others(daybook: Path) -> tuple[Pages, list[str]]:
    pages = Pages()
    notices = []
    for path in sorted(set(daybook.parent.glob("*.jsonl")) - {daybook}):
        try:
            pages.read(path)
        except OSError as error:
            notices.append(
                f"The daybook {path} could not be read ({error.strerror or error}); sessions that "
                "are in it alone are not shown."
            )
    return pages, notices


def _take_in_conflict(database: Database, path: Path, at: datetime) -> str:
    known = f"Another copy of the journal lies beside it, {path.name}, as file syncers leave them."
    try:
        take_in(database, path, path.with_name(f"{path.name}.partial"))
    except JournalError as error:
        return f"{known} It could not be brought in and was left where it is: {error}"
    target = vacant(path.parent / MERGED / f"{path.stem}-{stamp(at)}{path.suffix}")
    try:
        target.parent.mkdir(exist_ok=True)
        path.rename(target)
    except OSError as error:
        return (
            f"{known} All that was in it is in the journal now, but it could not be moved to "
            f"{target.parent} ({error.strerror or error})."
        )
    return f"{known} All that was in it is in the journal now; it was moved to {target}."
