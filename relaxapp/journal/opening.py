"""The journal opened: checked, brought up to date, and copied once a day."""

from __future__ import annotations

from contextlib import ExitStack
from functools import partial
from typing import TYPE_CHECKING

from relaxapp.errors import JournalError
from relaxapp.journal.backup import (
    back_up_today,
    backups_folder,
    has_any,
    is_backed_up,
    keep_aside,
    newest_good,
)
from relaxapp.journal.companions import part_with_strangers
from relaxapp.journal.computer import this_computer
from relaxapp.journal.copying import sweep
from relaxapp.journal.damage import FILE_NAME, PATIENCE_SECONDS, look_for_damage
from relaxapp.journal.database import Database, prepare
from relaxapp.journal.day import read
from relaxapp.journal.daybook import Daybook
from relaxapp.journal.gathering import gather, take_in_last_copy
from relaxapp.journal.journal import Journal
from relaxapp.journal.presence import Presence
from relaxapp.journal.running import RunningSessions
from relaxapp.journal.schema import Migration, migrate, migrations

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from relaxapp.journal.backup import Backup


def open_journal(
    folder: Path,
    now: Callable[[], datetime],
    *,
    patience_seconds: float = PATIENCE_SECONDS,
    known: Sequence[Migration] | None = None,
    computer: str | None = None,
    backup_folder: Path | None = None,
) -> Journal:
    """Opens the journal in `folder`, and begins one if there is none.

    The file is checked, its tables are brought up to date, what daybooks and conflict copies beside
    it know is brought in, the copy of the day is made, and sessions whose process is gone are
    closed as interrupted.

    Args:
        folder: where the journal, the daybooks and the locks of running sessions are; made if
            missing.
        now: tells the time, aware, at the offset of the place.
        patience_seconds: how long to wait for another program that is writing.
        known: the migrations, if not those that relaxapp brings.
        computer: what this computer goes by, if not what it says of itself.
        backup_folder: where the daily copies go, if not into the journal's folder.

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
    place = _Place(
        folder,
        now,
        computer=this_computer() if computer is None else computer,
        backup_folder=backup_folder,
        patience_seconds=patience_seconds,
        known=migrations() if known is None else known,
    )
    with ExitStack() as undo:
        database = place.open_file()
        undo.callback(database.close)
        notices = place.bring_in(database)
        notices += place.back_up(database)
        journal = Journal(
            database,
            RunningSessions(folder / "running"),
            now,
            daybook=place.daybook,
            open_anew=place.open_file,
            backup_folder=place.backup_folders[0],
            computer=place.computer,
            notice=" ".join(filter(None, (*notices, place.daybook.trouble))),
        )
        journal.close_interrupted()
        database.settle()
        undo.pop_all()
    return journal


class _Place:
    """What lies in a journal's folder, and what is done with it when the journal is opened."""

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        *,
        computer: str,
        backup_folder: Path | None,
        patience_seconds: float,
        known: Sequence[Migration],
    ) -> None:
        self.folder = folder
        self.now = now
        self.computer = computer
        self.daybook = Daybook(folder, computer, now)
        self.backup_folders = (*filter(None, (backup_folder,)), backups_folder(folder))
        self._patience_seconds = patience_seconds
        self._known = known

    @property
    def is_backed_up(self) -> bool:
        """Whether there is a copy of today."""
        today = self.now().date()
        return any(is_backed_up(folder, self.computer, today) for folder in self.backup_folders)

    def open_file(self) -> Database:
        """The journal's file, checked, with the tables of today."""
        path = self.folder / FILE_NAME
        with ExitStack() as undo:
            try:
                presence = self._presence(path)
                undo.callback(presence.close)
                look_for_damage(
                    self.folder,
                    thorough=not self.is_backed_up,
                    patience_seconds=self._patience_seconds,
                    was_there=self._was_there,
                    newest_good=self._newest_good,
                    since=self._since,
                )
            except OSError as error:
                raise JournalError(
                    f"The journal {path} cannot be looked at ({error.strerror or error}). Check that "
                    "you may read and write it and its folder."
                ) from error
            database = Database(path, self._patience_seconds)
            undo.callback(database.close)
            # A file that has just been made is not known yet.
            database.keep(presence if presence.is_known else self._presence(path))
            migrate(database, self._known, partial(self._keep_older, database))
            prepare(database)
            undo.pop_all()
        return database

    def bring_in(self, database: Database) -> list[str]:
        """Takes in what lies beside the journal; sentences about what went wrong, or is worth knowing."""
        try:
            mine = self.daybook.read()
            notices = gather(database, self.daybook.path, mine, self.now())
            if mine.copy is not None and not self.is_backed_up:
                scratch = self.folder / f"{FILE_NAME}.partial"
                notices += take_in_last_copy(database, self.folder / mine.copy, scratch)
            self.daybook.tidy(database, mine)
        except (JournalError, OSError) as error:
            # The journal itself is whole: that must not keep anybody from practising.
            reason = error.strerror if isinstance(error, OSError) else error
            return [f"What other computers wrote could not be brought in: {reason}"]
        return notices

    def back_up(self, database: Database) -> list[str]:
        """Makes the copy of the day where it can be made; a sentence if that is not where it belongs."""
        at = self.now()
        notices: list[str] = []
        sweep(self.folder, at)
        for folder in self.backup_folders:
            sweep(folder, at)
            try:
                made = back_up_today(database, folder, self.computer, at)
            except JournalError as error:
                # As above.
                notices.append(str(error))
                continue
            if made is not None:
                self.daybook.note_copy(database, self._told(made))
            if notices:
                notices.append(f"It is in {folder} instead.")
            break
        return notices

    def _told(self, copy: Path) -> str:
        """How the daybook calls a copy: it may be moved with the folder that it is in."""
        is_ours = copy.is_relative_to(self.folder)
        return (copy.relative_to(self.folder) if is_ours else copy.absolute()).as_posix()

    def _presence(self, path: Path) -> Presence:
        """Says that the file is open here; whoever is alone with it sees to what lies beside it."""
        presence = Presence(path, self.daybook.path.parent)
        if presence.is_alone:
            part_with_strangers(path, self.daybook.path.with_suffix(".file"), self.now())
        presence.let_others_in()
        return presence

    def _was_there(self) -> bool:
        return has_any(self.backup_folders[-1]) or self.daybook.read().copy is not None

    def _since(self) -> datetime | None:
        since = self.daybook.read().since
        return None if since is None else read(since, 0)

    def _newest_good(self) -> Backup | None:
        *elsewhere, ours = self.backup_folders
        return newest_good(ours, elsewhere, self.computer)

    def _keep_older(self, database: Database, version: int) -> None:
        keep_aside(database, self.folder, f"v{version + 1}", self.now())
