"""Copies of the journal: one a day and computer, seven kept, and others for good."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from relaxapp.errors import JournalError
from relaxapp.journal.copying import copy_to, opened_copy
from relaxapp.journal.day import DAY_BEGINS_HOUR, practice_day, read

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from relaxapp.journal.database import Database

KEPT = 7
"""How many daily copies of each computer are kept."""
DAILY = "daily"
"""The reason of the copies that are made by themselves, once a day."""
BY_HAND = "by-hand"
"""The reason of a copy that the person asked for."""

_DAILY_NAME = re.compile(
    r"journal-(?:(?P<computer>[A-Za-z0-9-]+)-)?(?P<day>\d{4}-\d\d-\d\d)\.sqlite3", re.ASCII
)
_KEPT_NAME = re.compile(
    r"(?:before-(?P<reason>[a-z0-9-]+?)|by-hand-(?P<computer>[A-Za-z0-9-]+))"
    r"-(?P<stamp>\d{8}-\d{6})(?:-\d+)?\.sqlite3",
    re.ASCII,
)
# A name tells the time of a place that is not known; the file's own time is right if it is near.
_NEAR = timedelta(hours=36)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backup:
    """A copy of the journal, and what is in it.

    Attributes:
        path: the file.
        computer: what the computer goes by that made it; empty where that is not known.
        made_at: when, aware, in UTC.
        reason: why: `DAILY`, `BY_HAND`, or before what it was made ("import", "restore", "v2").
        sessions: how many sessions are in it.
        first_day: the day of its first session; None without one.
        last_day: the day of its last session; None without one.
        size_bytes: how large the file is.
        trouble: a sentence that says why it cannot be used; empty if it can.
    """

    path: Path
    computer: str
    made_at: datetime
    reason: str
    sessions: int = 0
    first_day: date | None = None
    last_day: date | None = None
    size_bytes: int = 0
    trouble: str = ""


def backups_folder(folder: Path) -> Path:
    """Where the copies of the journal in `folder` are, unless the person chose another place."""
    return folder / "backups"


def list_backups(folders: Iterable[Path]) -> tuple[Backup, ...]:
    """Every copy in some folders with what is in it, newest first; nothing is written.

    Each is read and checked from end to end, which takes as long as that takes.
    """
    return tuple(_looked_into(found) for found in _named(folders))


def newest_good(folder: Path, elsewhere: Iterable[Path] = (), computer: str = "") -> Backup | None:
    """The newest copy of a journal that is whole and that this relaxapp can read; None without one.

    Args:
        folder: where the copies of that journal are, and of no other.
        elsewhere: folders where copies of other people's journals may be too.
        computer: which computer's copies count there.
    """
    named = [
        *_named([folder]),
        *(found for found in _named(elsewhere) if found.computer == computer),
    ]
    looked_into = map(_looked_into, sorted(named, key=_age, reverse=True))
    return next((found for found in looked_into if not found.trouble), None)


def has_any(folder: Path) -> bool:
    """Whether there is a copy at all, whole or not."""
    return bool(_named([folder]))


def todays_backup(folder: Path, computer: str, today: date) -> Path:
    """Where a computer's copy of that day is, or will be."""
    return folder / f"journal-{computer}-{today.isoformat()}.sqlite3"


def is_backed_up(folder: Path, computer: str, today: date) -> bool:
    """Whether a computer's copy of that day is to be found in a folder."""
    try:
        return todays_backup(folder, computer, today).exists()
    except OSError:
        return False


def back_up_today(database: Database, folder: Path, computer: str, at: datetime) -> Path | None:
    """Makes the copy of the day, unless there is one, and lets the computer's oldest beyond seven go.

    A journal without a session is not copied: it would push a copy worth having out.

    Args:
        database: the journal.
        folder: where the copies are; made if its own folder is there.
        computer: what this computer goes by.
        at: now, at the offset of the place.

    Returns:
        The copy, if it was made.

    Raises:
        JournalError: the copy cannot be made.
    """
    target = todays_backup(folder, computer, at.date())
    if is_backed_up(folder, computer, at.date()) or not database.rows(
        "SELECT 1 FROM sessions LIMIT 1"
    ):
        return None
    copied(database, target, at)
    try:
        # Copies of days to come were made by a clock that was ahead: they are the first to go.
        dailies = sorted(
            _dailies(folder, computer), key=lambda found: found.path.name > target.name
        )
        for old in dailies[KEPT:]:
            old.path.unlink(missing_ok=True)
    except OSError as error:
        raise JournalError(
            f"Old safety copies in {folder} could not be removed ({error.strerror or error})."
        ) from error
    return target


def keep_aside(database: Database, folder: Path, reason: str, at: datetime) -> Path:
    """Makes a copy of a journal before something is done to it; it is kept for good.

    Args:
        database: the journal.
        folder: the journal's folder; the copy is among its `backups_folder`.
        reason: what is about to be done, in a word.
        at: now, at the offset of the place.

    Raises:
        JournalError: the copy cannot be made.
    """
    target = backups_folder(folder) / f"before-{reason}-{stamp(at)}.sqlite3"
    return copied(database, vacant(target), at)


def stamp(at: datetime) -> str:
    """An instant as a part of a file's name."""
    return at.strftime("%Y%m%d-%H%M%S")


def vacant(path: Path) -> Path:
    """`path`, or the same with a number, so that nothing has that name."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_stem(f"{path.stem}-{number}")
    return candidate


def copied(database: Database, target: Path, at: datetime) -> Path:
    """The copy of a journal that is made at `target`, in whose place nothing is.

    Raises:
        JournalError: it cannot be made; nothing is there.
    """
    try:
        target.parent.mkdir(exist_ok=True)
        copy_to(database, target, at)
    except (OSError, JournalError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or error
        raise JournalError(
            f"No safety copy of the journal could be made in {target.parent}: {reason}"
        ) from error
    return target


def _dailies(folder: Path, computer: str) -> list[Backup]:
    return [
        found for found in _named([folder]) if found.reason == DAILY and found.computer == computer
    ]


def _named(folders: Iterable[Path]) -> list[Backup]:
    """The copies in some folders by their names alone, newest first."""
    found = {}
    for folder in folders:
        try:
            for path in folder.glob("*.sqlite3"):
                backup = _by_name(path)
                if backup is not None:
                    found[path] = backup
        except OSError:
            # What cannot be looked into has nothing to offer.
            continue
    return sorted(found.values(), key=_age, reverse=True)


def _age(backup: Backup) -> tuple[datetime, str]:
    return backup.made_at, backup.path.name


def _by_name(path: Path) -> Backup | None:
    daily = _DAILY_NAME.fullmatch(path.name)
    kept = _KEPT_NAME.fullmatch(path.name)
    match = daily or kept
    if match is None:
        return None
    try:
        if daily:
            named = datetime.fromisoformat(daily["day"]).replace(tzinfo=UTC)
        else:
            named = datetime.fromisoformat(match["stamp"].replace("-", "T")).replace(tzinfo=UTC)
        details = path.stat()
    except (ValueError, OSError):
        return None
    written = datetime.fromtimestamp(details.st_mtime, UTC)
    return Backup(
        path=path,
        computer=match["computer"] or "",
        made_at=written if abs(written - named) < _NEAR else named,
        reason=DAILY if daily else match.groupdict()["reason"] or BY_HAND,
        size_bytes=details.st_size,
    )


def _looked_into(backup: Backup) -> Backup:
    try:
        with opened_copy(backup.path) as copy:
            [(sessions,)] = copy.rows("SELECT count(*) FROM sessions")
            ends = copy.rows(
                "SELECT started_at, offset_minutes FROM sessions WHERE started_at IN "
                "((SELECT min(started_at) FROM sessions), (SELECT max(started_at) FROM sessions)) "
                "ORDER BY started_at"
            )
    except JournalError as error:
        return replace(backup, trouble=str(error))
    days = [practice_day(read(*end), DAY_BEGINS_HOUR) for end in ends]
    return replace(
        backup,
        sessions=sessions,
        first_day=days[0] if days else None,
        last_day=days[-1] if days else None,
    )
