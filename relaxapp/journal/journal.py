"""The journal: written as a session happens, read newest first."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Self

from relaxapp.errors import NotFoundError
from relaxapp.journal import deletions, factors, rows
from relaxapp.journal.database import Database, prepare
from relaxapp.journal.day import MILLISECONDS_PER_DAY, stored
from relaxapp.journal.deletions import Deletion
from relaxapp.journal.entry import TENSION, Entry, Mark, Moment, Outcome, Plan
from relaxapp.journal.factors import Factor, FactorMark
from relaxapp.journal.filter import EVERYTHING, Filter

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date, datetime
    from types import TracebackType

    from relaxapp.journal.period import Period
    from relaxapp.journal.running import RunningSessions


class Journal:
    """An open journal. Every method raises `JournalError` when the file cannot be read or written.

    Attributes:
        database: the file, for whoever counts its rows.
        computer: what this computer goes by; sessions that begin here bear it.
        notice: a sentence for the person about something that went wrong while it was opened and
            does not keep it from being used; empty if nothing did.
    """

    def __init__(
        self,
        database: Database,
        running: RunningSessions,
        now: Callable[[], datetime],
        *,
        computer: str = "",
        notice: str = "",
    ) -> None:
        self.database = database
        self.computer = computer
        self.notice = notice
        self._running = running
        self._now = now

    def begin(
        self,
        plan: Plan,
        tension_before: int | None = None,
        marks_before: Sequence[Mark] = (),
    ) -> int:
        """Enters a session that starts now; its number."""
        now = self._now()
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
        self._set(
            entry_id,
            progressed_at=stored(self._now()),
            practised_seconds=practised_seconds,
            paused_seconds=paused_seconds,
            skipped_steps=skipped_steps,
        )

    def tailor(self, entry_id: int, tailoring: str) -> None:
        """Replaces what was left out, imagined or dropped for this person, a JSON object.

        Raises:
            NotFoundError: there is no such session.
        """
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

        Raises:
            NotFoundError: there is no such session.
        """
        if outcome is Outcome.RUNNING:
            raise ValueError("a session that ends is not running")
        ended_at = stored(at or self._now())
        self._change(
            entry_id,
            outcome=outcome,
            progressed_at=ended_at,
            ended_at=ended_at,
            practised_seconds=practised_seconds,
            paused_seconds=paused_seconds,
            skipped_steps=skipped_steps,
        )
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
        with self.database.transaction():
            self._change(entry_id, note=note)
            rows.replace_tags(self.database, entry_id, tags)

    def rewrite(self, entry: Entry) -> None:
        """Writes a session anew, as the person has changed it.

        Raises:
            NotFoundError: there is no such session.
            ValueError: what a clock has measured would be changed; that is up to nobody.
        """
        with self.database.transaction():
            there = self.entry(entry.id)
            if not there.by_hand and _measured(there) != _measured(entry):
                raise ValueError("what a clock has measured is not to be changed")
            rows.update(self.database, replace(entry, uuid=there.uuid, by_hand=there.by_hand))
            self._change(entry.id, changed_at=stored(there.changed_at))

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
                changed_at=self._now(),
                computer=self.computer,
            )
        )

    def delete(self, entry_id: int) -> None:
        """Takes a session out of the journal; `restore` puts it back.

        Raises:
            NotFoundError: there is no such session.
        """
        with self.database.transaction():
            uuid = self.entry(entry_id).uuid
            self.database.write("DELETE FROM sessions WHERE id = ?", (entry_id,))
            deletions.write(self.database, Deletion(uuid, self._now()))

    def restore(self, entry: Entry) -> int:
        """Puts a deleted session back as it was; its number, the old one unless that is taken.

        A session that is in the journal already stays as it is.
        """
        with self.database.transaction():
            there = self.database.rows("SELECT id FROM sessions WHERE uuid = ?", (entry.uuid,))
            if there:
                return int(there[0][0])
            taken = self.database.rows("SELECT 1 FROM sessions WHERE id = ?", (entry.id,))
            deletions.forget(self.database, entry.uuid)
            # Later than the deletion, also where another computer has heard of that.
            entry_id = rows.insert(self.database, entry, None if taken else entry.id)
            self._change(entry_id)
            return entry_id

    def mark_day(self, day: date, factor: Factor, level: int | None) -> None:
        """Notes how a day was in one respect, 0 to 3; None takes it back."""
        factors.write(self.database, FactorMark(day, factor, level, self._now()))

    def day_levels(self, period: Period) -> dict[date, dict[Factor, int]]:
        """How the days of a period were; days and factors without a note are left out."""
        found: dict[date, dict[Factor, int]] = {}
        for mark in factors.of_period(self.database, period):
            if mark.level is not None:
                found.setdefault(mark.day, {})[mark.factor] = mark.level
        return found

    def entry(self, entry_id: int) -> Entry:
        """The session with that number.

        Raises:
            NotFoundError: there is no such session.
        """
        found = rows.select(self.database, "WHERE id = ?", (entry_id,))
        if not found:
            raise _not_found(entry_id)
        return found[0]

    def entries(
        self, wanted: Filter = EVERYTHING, *, limit: int | None = None, offset: int = 0
    ) -> tuple[Entry, ...]:
        """Sessions, newest first.

        Args:
            wanted: which of them.
            limit: how many at most; None for all.
            offset: how many of the newest to leave out.
        """
        where, parameters = wanted.condition()
        return rows.select(
            self.database,
            f"{where} ORDER BY started_at DESC, id DESC LIMIT :limit OFFSET :offset",
            {**parameters, "limit": -1 if limit is None else limit, "offset": offset},
        )

    def count(self, wanted: Filter = EVERYTHING) -> int:
        """How many sessions `entries` would give without a limit."""
        return rows.count(self.database, *wanted.condition())

    def close_interrupted(self) -> None:
        """Closes every session that is running in the journal and in no living process.

        It then ended when its practised time was last brought up to date. One that began on another
        computer may run there still, until a day has gone by.
        """
        for entry_id, uuid, computer, progressed_at in self.database.rows(
            "SELECT id, uuid, computer, progressed_at FROM sessions WHERE outcome = 'running'"
        ):
            is_elsewhere = computer not in {"", self.computer}
            if is_elsewhere and stored(self._now()) - progressed_at < MILLISECONDS_PER_DAY:
                continue
            if self._running.is_abandoned(uuid):
                # Its process may have finished it between the question above and now.
                self.database.write(
                    "UPDATE sessions SET outcome = 'interrupted', ended_at = progressed_at, "
                    "changed_at = max(progressed_at, changed_at + 1) "
                    "WHERE id = ? AND outcome = 'running'",
                    (entry_id,),
                )

    def twin(self) -> Journal:
        """The same journal through a connection of its own: for another thread, in which it is asked for."""
        database = Database(self.database.path, self.database.patience_seconds)
        prepare(database)
        return Journal(database, self._running, self._now, computer=self.computer)

    def close(self) -> None:
        """Lets go of the file and of running sessions; harmless when done twice."""
        self._running.let_go_of_all()
        self.database.close()

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
        with self.database.transaction():
            return rows.insert(self.database, entry, None)

    def _change(self, entry_id: int, **columns: Any) -> None:
        """Writes columns of a session, and that it was changed: later than ever before."""
        self._set(entry_id, **columns)
        self.database.write(
            "UPDATE sessions SET changed_at = max(?, changed_at + 1) WHERE id = ?",
            (stored(self._now()), entry_id),
        )

    def _set(self, entry_id: int, **columns: Any) -> None:
        settings = ", ".join(f"{column} = :{column}" for column in ("id", *columns))
        changed = self.database.write(
            f"UPDATE sessions SET {settings} WHERE id = :id",  # noqa: S608 -- own names
            {**columns, "id": entry_id},
        )
        if not changed:
            raise _not_found(entry_id)

    def _rate(
        self, entry_id: int, moment: Moment, tension: int | None, marks: Sequence[Mark]
    ) -> None:
        with self.database.transaction():
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


def _not_found(entry_id: int) -> NotFoundError:
    return NotFoundError(f"There is no session number {entry_id} in the journal (any more).")
