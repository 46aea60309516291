"""What is read of a journal: its sessions, newest first, and how days were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.errors import NotFoundError
from relaxapp.journal import factors, rows
from relaxapp.journal.filter import EVERYTHING, Filter

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence
    from datetime import date

    from relaxapp.journal.database import Database
    from relaxapp.journal.entry import Entry
    from relaxapp.journal.factors import Factor
    from relaxapp.journal.period import Period


class Reading:
    """The part of a `Journal` that writes nothing."""

    @property
    def database(self) -> Database:
        """The file that is read."""
        raise NotImplementedError

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
            raise not_found(entry_id)
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

    def numbers(self, wanted: Filter = EVERYTHING) -> array[int]:
        """The numbers of all sessions `entries` would give, in its order; of a million, 8 MB."""
        where, parameters = wanted.condition()
        return self.database.numbers(
            f"SELECT id FROM sessions {where} ORDER BY started_at DESC, id DESC",  # noqa: S608 -- clauses of a filter
            parameters,
        )

    def numbered(self, numbers: Sequence[int]) -> dict[int, Entry]:
        """The sessions with these numbers, some hundreds at most; those that are gone are left out."""
        among = f"WHERE id IN ({', '.join('?' * len(numbers))})"
        return {entry.id: entry for entry in rows.select(self.database, among, tuple(numbers))}

    def techniques(self) -> tuple[str, ...]:
        """Every technique there is a session of, in order."""
        found = self.database.rows("SELECT DISTINCT technique FROM sessions ORDER BY technique")
        return tuple(technique for (technique,) in found)


def not_found(entry_id: int) -> NotFoundError:
    """What is raised where there is no such session."""
    return NotFoundError(f"There is no session number {entry_id} in the journal (any more).")
