"""A journal's file that was exchanged under an open journal: the new one is opened, and nothing is lost."""

from __future__ import annotations

import os
from contextlib import ExitStack
from typing import TYPE_CHECKING

from relaxapp.errors import JournalError
from relaxapp.journal.copying import copy_to
from relaxapp.journal.damage import DamagedJournal, recover
from relaxapp.journal.gathering import take_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from relaxapp.journal.database import Database


def follow(old: Database, open_anew: Callable[[], Database], at: datetime) -> Database:
    """Goes over to the file that is now at the path of an open one, and brings all it knows along.

    Sessions keep the numbers they went by, as whoever has asked for them still calls them so.

    Args:
        old: the open file, which a file syncer has put another one in the place of, or removed. It
            is closed.
        open_anew: opens the file at the path, as a journal is opened.
        at: now, for the name of what is set aside.

    Raises:
        JournalError: that cannot be done now; `old` is still open, and knows what it knew.
    """
    path = old.path
    # Should the program end here, it is found beside the journal as a syncer's copies are.
    brought = path.with_name(f"journal-brought-{os.getpid()}-{id(old):x}.sqlite3")
    try:
        copy_to(old, brought, at)
    except (OSError, JournalError) as error:
        raise JournalError(
            f"The journal {path} was exchanged or removed by another program, and what it had could "
            "not be brought along. Check that its folder is there, that you may write to it, and "
            "that the disk has room."
        ) from error
    numbers = dict(old.rows("SELECT uuid, id FROM sessions"))
    running = old.rows("SELECT uuid, changed_at FROM sessions WHERE outcome = 'running'")
    old.part_with_companions()
    with ExitStack() as undo:
        try:
            new = open_anew()
        except DamagedJournal:
            recover(path.parent, brought, at)
            new = open_anew()
        undo.callback(new.close)
        # Another process that is just opening the journal may have brought it in already.
        if brought.exists():
            take_in(new, brought, brought.with_name(f"{brought.name}.partial"))
        with new.transaction():
            _keep_numbers(new, numbers)
            for session in running:
                # A session of a living process goes on, which a merge cannot know.
                new.write(
                    "UPDATE sessions SET outcome = 'running', ended_at = NULL "
                    "WHERE uuid = ? AND changed_at = ? AND outcome = 'interrupted'",
                    session,
                )
        undo.pop_all()
    old.close()
    brought.unlink(missing_ok=True)
    new.settle()
    return new


def _keep_numbers(database: Database, numbers: Mapping[str, int]) -> None:
    """Gives sessions the numbers they are known by, and others that have those numbers new ones."""
    there: dict[str, int] = dict(database.rows("SELECT uuid, id FROM sessions"))
    wanted = {uuid: numbers[uuid] for uuid in there if uuid in numbers}
    # That of a session which is gone must not become another one's either.
    taken = set(numbers.values())
    last = max((*there.values(), *numbers.values()), default=0)
    moves: list[tuple[int, int]] = []
    for uuid, number in there.items():
        target = wanted.get(uuid, number)
        if uuid not in wanted and number in taken:
            last += 1
            target = last
        if target != number:
            moves.append((target, number))
    if not moves:
        return
    database.write("PRAGMA defer_foreign_keys = ON")
    for table, column in (("sessions", "id"), ("marks", "session_id"), ("tags", "session_id")):
        # Below 0 on the way, where no number is in the way of another.
        database.write_many(
            f"UPDATE {table} SET {column} = -? WHERE {column} = ?",  # noqa: S608 -- own names
            moves,
        )
        database.write(f"UPDATE {table} SET {column} = -{column} WHERE {column} < 0")  # noqa: S608 -- own names
    # A number is never given twice.
    database.write("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'sessions'", (last,))
