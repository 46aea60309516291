"""The log that SQLite keeps beside the journal: whether it is that of the file it lies beside."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from relaxapp.journal.backup import stamp, vacant
from relaxapp.journal.copying import soundness
from relaxapp.journal.database import COMPANIONS, Database

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_PATIENCE_SECONDS = 5.0
"""How long to wait for another program that is looking at the same; then it is left to that one."""

# The log is that of a later state of the same file, unless one of these is found: a session or a
# deletion that it does not know, or a session that it knows in an older version.
_STRANGER_SQL = """
SELECT 1 FROM other.sessions AS alone
LEFT JOIN main.sessions AS logged USING (uuid) LEFT JOIN main.deletions USING (uuid)
WHERE logged.id IS NULL AND deleted_at IS NULL OR logged.changed_at < alone.changed_at
UNION ALL
SELECT 1 FROM other.deletions AS alone
LEFT JOIN main.sessions USING (uuid) LEFT JOIN main.deletions AS logged USING (uuid)
WHERE id IS NULL AND logged.uuid IS NULL
LIMIT 1
"""


def part_with_strangers(path: Path, record: Path, at: datetime) -> None:
    """Moves a log out of the way that is not that of the journal it lies beside.

    So it is when a file syncer put another file in the journal's place, while it was open or after
    a computer went down. SQLite would take such a log for a part of the new file, and mix the two.
    What was in the log is in the daybook of this computer.

    Args:
        path: the journal, which nobody has open.
        record: a file of this computer's own that says which file the log is of.
        at: now, for the name of what is moved.
    """
    details = path.stat()
    file = f"{details.st_dev} {details.st_ino}"
    known = _read(record)
    # An empty log says nothing, and may be that of a program that has the file open that was here.
    is_empty = not _size(path.with_name(path.name + COMPANIONS[0]))
    if is_empty or known not in {"", file} or _is_strange(path):
        _set_aside(path, at)
    if known != file:
        # Where it cannot be written, what the log says is still looked at.
        with suppress(OSError):
            record.parent.mkdir(exist_ok=True)
            record.write_text(file, "ascii")


def _read(record: Path) -> str:
    try:
        return record.read_text("ascii")
    except (OSError, ValueError):
        return ""


def _set_aside(path: Path, at: datetime) -> None:
    log, index = (path.with_name(path.name + end) for end in COMPANIONS)
    with suppress(OSError):
        if _size(log):
            kept = vacant(path.with_name(f"journal-damaged-{stamp(at)}.sqlite3"))
            log.rename(kept.with_name(kept.name + COMPANIONS[0]))
        log.unlink(missing_ok=True)
        index.unlink(missing_ok=True)


def _is_strange(path: Path) -> bool:
    """Whether a log says other things than the file: both are looked at in a copy."""
    log = path.with_name(path.name + COMPANIONS[0])
    if not _size(log):
        return False
    scratch = path.with_name(f"{path.name}.{os.getpid()}.partial")
    companions = [scratch.with_name(scratch.name + end) for end in COMPANIONS]
    try:
        before = _state(path), _state(log)
        shutil.copyfile(path, scratch)
        shutil.copyfile(log, companions[0])
        # A file syncer may be at it just now.
        return before == (_state(path), _state(log)) and _disagree(scratch)
    except OSError:
        return False
    finally:
        for file in (scratch, *companions):
            with suppress(OSError):
                file.unlink(missing_ok=True)


def _disagree(path: Path) -> bool:
    with closing(Database(path, 0, read_only=True)) as alone:
        try:
            alone_is_sound = not soundness(alone.connection, thorough=True)
        except sqlite3.Error:
            alone_is_sound = False
        if not alone_is_sound:
            # The log is then what makes it whole again; or else nothing does, which shows later.
            return False
        with closing(Database(path, 0)) as logged:
            try:
                if soundness(logged.connection, thorough=True):
                    return True
                versions = {
                    database.connection.execute("PRAGMA user_version").fetchone()
                    for database in (alone, logged)
                }
                if len(versions) > 1:
                    return False
                logged.connection.execute("ATTACH ? AS other", (alone.address,))
                return bool(logged.connection.execute(_STRANGER_SQL).fetchall())
            except sqlite3.Error:
                return True


def _size(file: Path) -> int:
    return file.stat().st_size if file.is_file() else 0


def _state(file: Path) -> tuple[int, int]:
    details = file.stat()
    return details.st_size, details.st_mtime_ns
