"""The journal opened: checked, brought up to date, and copied once a day."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING

from relaxapp.errors import JournalError
from relaxapp.journal.backup import back_up_before_migration, back_up_today, todays_backup
from relaxapp.journal.computer import this_computer
from relaxapp.journal.damage import FILE_NAME, PATIENCE_SECONDS, look_for_damage
from relaxapp.journal.database import Database, prepare
from relaxapp.journal.journal import Journal
from relaxapp.journal.running import RunningSessions
from relaxapp.journal.schema import Migration, migrate, migrations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path


def open_journal(
    folder: Path,
    now: Callable[[], datetime],
    *,
    patience_seconds: float = PATIENCE_SECONDS,
    known: Sequence[Migration] | None = None,
    computer: str | None = None,
) -> Journal:
    """Opens the journal in `folder`, and begins one if there is none.

    The file is checked, its tables are brought up to date, the copy of the day is made, and
    sessions whose process is gone are closed as interrupted.

    Args:
        folder: where the journal, its copies and the locks of running sessions are; made if missing.
        now: tells the time, aware, at the offset of the place.
        patience_seconds: how long to wait for another program that is writing.
        known: the migrations, if not those that relaxapp brings.
        computer: what this computer goes by, if not what it says of itself.

    Raises:
        DamagedJournal: the file is damaged or gone; `damage.recover` makes it good.
        JournalError: it cannot be used for another reason.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise JournalError(
            f"There is no folder {folder} for the journal, and it cannot be made "
            f"({error.strerror or error}). Choose another one with --data-dir."
        ) from error
    today = now().date()
    look_for_damage(
        folder,
        thorough=not todays_backup(folder, today).exists(),
        patience_seconds=patience_seconds,
    )
    with ExitStack() as undo:
        database = Database(folder / FILE_NAME, patience_seconds)
        undo.callback(database.close)
        migrate(
            database,
            migrations() if known is None else known,
            lambda found: back_up_before_migration(database, folder, found, now()),
        )
        prepare(database)
        try:
            back_up_today(database, folder, today)
            notice = ""
        except JournalError as error:
            # The journal itself is whole: a missing copy must not keep anybody from practising.
            notice = str(error)
        journal = Journal(
            database,
            RunningSessions(folder / "running"),
            now,
            computer=this_computer() if computer is None else computer,
            notice=notice,
        )
        journal.close_interrupted()
        undo.pop_all()
    return journal
