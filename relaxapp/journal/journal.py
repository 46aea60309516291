"""The journal: written as a session happens, read newest first."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self

from relaxapp.errors import JournalError, NotFoundError
from relaxapp.journal import deletions, factors, rows
from relaxapp.journal.database import Database, prepare
from relaxapp.journal.day import MILLISECONDS_PER_DAY, stored
from relaxapp.journal.deletions import Deletion
from relaxapp.journal.entry import TENSION, Entry, Mark, Moment, Outcome, Plan
from relaxapp.journal.factors import Factor, FactorMark
from relaxapp.journal.merge import Contents, merge_within
from relaxapp.journal.moved import follow
from relaxapp.journal.reading import Reading, not_found

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path
    from types import TracebackType

    from relaxapp.journal.daybook import Daybook
    from relaxapp.journal.merge import Merge
    from relaxapp.journal.running import RunningSessions

# The clock on the wall may be set back at any time, in the middle of a session too.
_NEVER_BACK = {
    "progressed_at": "max(:progressed_at, started_at)",
    "ended_at": "max(:ended_at, started_at)",
    "changed_at": "max(:changed_at, changed_at + 1)",
}


class Journal(Reading):
    """An open journal. Every method raises `JournalError` when the file cannot be read or written.

    Attributes:
        now: tells the time, aware, at the offset of the place.
        backup_folder: where its daily copies go.
        computer: what this computer goes by; sessions that begin here bear it.
        notice: a sentence for the person about something that went wrong while it was opened, or
            since, and does not keep it from being used; empty if nothing did.
    """

    def __init__(
        self,
        database: Database,
        running: RunningSessions,
        now: Callable[[], datetime],
        *,
        daybook: Daybook,
        open_anew: Callable[[], Database],
        backup_folder: Path,
        computer: str = "",
        notice: str = "",
    ) -> None:
        """Receives an open file, and what opens another one should it be exchanged."""
        self.now = now
        self.backup_folder = backup_folder
        self.computer = computer
        self.notice = notice
        self._database = database
        self._running = running
        self._daybook = daybook
        self._open_anew = open_anew
        self._endings: dict[int, dict[str, Any]] = {}

    @property
    def database(self) -> Database:
        """The file, for whoever counts its rows: the one at its path, should it have been exchanged.

        Raises:
            JournalError: it was exchanged or removed, and what was in it cannot be brought along.
        """
        if not (self._database.connection.in_transaction or self._database.is_in_place):
            self._database = follow(self._database, self._open_anew, self.now())
        return self._database

    def begin(
        self,
        plan: Plan,
        tension_before: int | None = None,
        marks_before: Sequence[Mark] = (),
    ) -> int:
        """Enters a session that starts now; its number."""
        self._write_endings()
        now = self.now()
        uuid = _new_uuid()
        # The lock first: another process must never see a running session without one.
        self._running.hold(uuid)
        try:
            return self._insert(
                rows.entry_of_plan(
                    plan,
                    uuid=uuid,
                    started_at=now,
                    changed_at=now,
                    computer=self.computer,
                    outcome=Outcome.RUNNING,
                    tension_before=_checked(tension_before),
                    marks_before=tuple(marks_before),
                )
            )
        except BaseException:
            self._running.let_go(uuid)
            raise

    def progress(
        self,
        entry_id: int,
        practised_seconds: float,
        paused_seconds: float,
        skipped_steps: int,
    ) -> None:
        """Brings a running session up to date, so that no more than what follows can be lost.

        Raises:
            NotFoundError: there is no such session.
        """
        with self.database.transaction():
            self._set(
                entry_id,
                progressed_at=stored(self.now()),
                practised_seconds=practised_seconds,
                paused_seconds=paused_seconds,
                skipped_steps=skipped_steps,
            )
        self._database.settle()

    def tailor(self, entry_id: int, tailoring: str) -> None:
        """Replaces what was left out, imagined or dropped for this person, a JSON object.

        Raises:
            NotFoundError: there is no such session.
        """
        with self._changing(entry_id):
            self._change(entry_id, tailoring=tailoring)

    def finish(
        self,
        entry_id: int,
        outcome: Outcome,
        *,
        practised_seconds: float,
        paused_seconds: float,
        skipped_steps: int,
        at: datetime | None = None,
    ) -> None:
        """Enters how a session ended, and when; now, unless told otherwise.

        An end that cannot be written is kept in mind and written with what is entered next, or when
        the journal is closed.

        Raises:
            NotFoundError: there is no such session.
        """
        if outcome is Outcome.RUNNING:
            raise ValueError("a session that ends is not running")
        ended_at = stored(at or self.now())
        self._endings[entry_id] = {
            "outcome": outcome,
            "progressed_at": ended_at,
            "ended_at": ended_at,
            "practised_seconds": practised_seconds,
            "paused_seconds": paused_seconds,
            "skipped_steps": skipped_steps,
        }
        self._write_endings()
        self._running.let_go(self.entry(entry_id).uuid)

    def rate_before(self, entry_id: int, tension: int | None, marks: Sequence[Mark] = ()) -> None:
        """Enters, or replaces, how tense the person was before, 0 to 10, and where.

        Raises:
            NotFoundError: there is no such session.
        """
        self._rate(entry_id, Moment.BEFORE, tension, marks)

    def rate_after(self, entry_id: int, tension: int | None, marks: Sequence[Mark] = ()) -> None:
        """Enters, or replaces, how tense the person was afterwards, 0 to 10, and where.

        Raises:
            NotFoundError: there is no such session.
        """
        self._rate(entry_id, Moment.AFTER, tension, marks)

    def annotate(self, entry_id: int, note: str, tags: Sequence[str]) -> None:
        """Replaces a session's note and tags.

        Raises:
            NotFoundError: there is no such session.
        """
        self._write_endings()
        with self._changing(entry_id):
            self._change(entry_id, note=note)
            rows.replace_tags(self.database, entry_id, tags)

    def rewrite(self, entry: Entry) -> None:
        """Writes a session anew, as the person has changed it.

        Raises:
            NotFoundError: there is no such session.
            ValueError: what a clock has measured would be changed; that is up to nobody.
        """
        with self._changing(entry.id):
            there = self.entry(entry.id)
            if not there.by_hand and _measured(there) != _measured(entry):
                raise ValueError("what a clock has measured is not to be changed")
            kept = {name: getattr(there, name) for name in ("uuid", "by_hand", "changed_at")}
            rows.update(self.database, replace(entry, **kept))
            self._change(entry.id)

    def add_by_hand(
        self,
        plan: Plan,
        *,
        started_at: datetime,
        practised_seconds: float,
        tension_before: int | None = None,
        tension_after: int | None = None,
        marks_before: Sequence[Mark] = (),
        marks_after: Sequence[Mark] = (),
        note: str = "",
        tags: Sequence[str] = (),
    ) -> int:
        """Enters a session that was practised without relaxapp; its number."""
        return self._insert(
            rows.entry_of_plan(
                plan,
                uuid=_new_uuid(),
                started_at=started_at,
                ended_at=started_at + timedelta(seconds=practised_seconds),
                practised_seconds=practised_seconds,
                outcome=Outcome.FINISHED,
                tension_before=_checked(tension_before),
                tension_after=_checked(tension_after),
                marks_before=tuple(marks_before),
                marks_after=tuple(marks_after),
                note=note,
                tags=tuple(tags),
                by_hand=True,
                changed_at=self.now(),
                computer=self.computer,
            )
        )

    def delete(self, entry_id: int) -> None:
        """Takes a session out of the journal; `restore` puts it back.

        Raises:
            NotFoundError: there is no such session.
        """
        with self._changing() as changes:
            entry = self.entry(entry_id)
            # The clock may have been set back since the session was changed.
            deletion = Deletion(entry.uuid, max(self.now(), entry.changed_at))
            self.database.write("DELETE FROM sessions WHERE id = ?", (entry_id,))
            deletions.write(self.database, deletion)
            changes.append(Contents(deletions=(deletion,)))
        # What was in it is to be nowhere but in copies.
        self._daybook.tidy(self.database)

    def restore(self, entry: Entry) -> int:
        """Puts a deleted session back as it was; its number, the old one unless that is taken.

        A session that is in the journal already stays as it is.
        """
        with self._changing() as changes:
            there = self.database.rows("SELECT id FROM sessions WHERE uuid = ?", (entry.uuid,))
            if there:
                return int(there[0][0])
            taken = self.database.rows("SELECT 1 FROM sessions WHERE id = ?", (entry.id,))
            deletions.forget(self.database, entry.uuid)
            # Later than the deletion, also where another computer has heard of that.
            entry_id = rows.insert(self.database, entry, None if taken else entry.id)
            self._change(entry_id)
            changes.append(Contents((self.entry(entry_id),)))
            return entry_id

    def mark_day(self, day: date, factor: Factor, level: int | None) -> None:
        """Notes how a day was in one respect, 0 to 3; None takes it back."""
        with self._changing() as changes:
            mark = factors.later(self.database, FactorMark(day, factor, level, self.now()))
            factors.write(self.database, mark)
            changes.append(Contents(factors=(mark,)))

    def take_in(
        self,
        contents: Contents,
        *,
        before: Callable[[], None] | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> Merge:
        """Brings in contents from elsewhere, whole or not at all; nothing is taken out for them.

        Args:
            contents: what is to be brought in.
            before: called when something is about to be written; what it raises ends it all.
            progress: told how many of how many sessions are written; what it raises ends it all.

        Returns:
            What came of it.
        """
        with self._changing() as changes:
            found = merge_within(self.database, contents, before=before, progress=progress)
            changes.append(Contents((*found.added, *found.updated), found.deletions, found.factors))
        return found

    @contextmanager
    def replacing(self) -> Iterator[list[Contents]]:
        """A transaction in which the journal is written anew; what is added to the list was written."""
        with self._changing() as changes:
            yield changes
        self._daybook.tidy(self.database)

    def close_interrupted(self) -> None:
        """Closes every session that is running in the journal and in no living process.

        It then ended when its practised time was last brought up to date. One that began on another
        computer may run there still, until a day has gone by.
        """
        for entry_id, uuid, computer, progressed_at in self.database.rows(
            "SELECT id, uuid, computer, progressed_at FROM sessions WHERE outcome = 'running'"
        ):
            is_elsewhere = computer not in {"", self.computer}
            if is_elsewhere and stored(self.now()) - progressed_at < MILLISECONDS_PER_DAY:
                continue
            if self._running.is_abandoned(uuid):
                # Its process may have finished it between the question above and now.
                with self._changing(entry_id):
                    self.database.write(
                        "UPDATE sessions SET outcome = 'interrupted', ended_at = progressed_at, "
                        "changed_at = max(progressed_at, changed_at + 1) "
                        "WHERE id = ? AND outcome = 'running'",
                        (entry_id,),
                    )

    def twin(self) -> Journal:
        """The same journal through a connection of its own: for another thread, in which it is asked for.

        Sessions that run go on whatever becomes of it.
        """
        path = self._database.path
        if not self._database.is_in_place:
            raise JournalError(f"The journal {path} was exchanged by another program. Try again.")
        database = Database(path, self._database.patience_seconds)
        prepare(database)
        return Journal(
            database,
            self._running.beside(),
            self.now,
            daybook=self._daybook,
            open_anew=self._open_anew,
            backup_folder=self.backup_folder,
            computer=self.computer,
        )

    def close(self) -> None:
        """Lets go of the file and of running sessions; harmless when done twice."""
        # A session whose end cannot be written now either is closed as interrupted next time.
        with suppress(JournalError):
            self._write_endings()
        self._endings.clear()
        self._running.let_go_of_all()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _insert(self, entry: Entry) -> int:
        with self._changing() as changes:
            changes.append(Contents((entry,)))
            return rows.insert(self.database, entry, None)

    @contextmanager
    def _changing(self, *entry_ids: int) -> Iterator[list[Contents]]:
        """A change as a whole, in the file and in this computer's daybook.

        What is written into the daybook are these sessions, and what is added to the list.
        """
        database = self.database
        with self._daybook.transaction(database) as changes:
            yield changes
            if entry_ids:
                changes.append(Contents(tuple(self.numbered(entry_ids).values())))
        database.settle()
        self.notice = self._daybook.trouble or self.notice

    def _write_endings(self) -> None:
        """Writes how sessions ended that have ended since, or when nothing could be written."""
        for entry_id, columns in tuple(self._endings.items()):
            # One that was taken out meanwhile has nothing left to end.
            with suppress(NotFoundError):
                with self._changing(entry_id):
                    self._change(entry_id, **columns)
                self._running.let_go(self.entry(entry_id).uuid)
            del self._endings[entry_id]

    def _change(self, entry_id: int, **columns: Any) -> None:
        """Writes columns of a session, and that it was changed: later than ever before."""
        self._set(entry_id, changed_at=stored(self.now()), **columns)

    def _set(self, entry_id: int, **columns: Any) -> None:
        settings = ", ".join(
            f"{column} = {_NEVER_BACK.get(column, f':{column}')}" for column in columns
        )
        changed = self.database.write(
            f"UPDATE sessions SET {settings} WHERE id = :id",  # noqa: S608 -- own names
            {**columns, "id": entry_id},
        )
        if not changed:
            raise not_found(entry_id)

    def _rate(
        self, entry_id: int, moment: Moment, tension: int | None, marks: Sequence[Mark]
    ) -> None:
        self._write_endings()
        with self._changing(entry_id):
            self._change(entry_id, **{f"tension_{moment}": _checked(tension)})
            rows.replace_marks(self.database, entry_id, moment, marks)


def _new_uuid() -> str:
    from uuid import uuid4  # noqa: PLC0415 - opening a journal does without

    return str(uuid4())


def _checked(tension: int | None) -> int | None:
    if tension is not None and tension not in TENSION:
        message = f"tension is 0 to 10, not {tension}"
        raise ValueError(message)
    return tension


def _measured(entry: Entry) -> tuple[Any, ...]:
    return (
        entry.started_at,
        entry.ended_at,
        entry.planned_seconds,
        entry.practised_seconds,
        entry.paused_seconds,
        entry.skipped_steps,
        entry.outcome,
    )
