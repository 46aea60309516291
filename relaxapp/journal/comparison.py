"""How far tension changed with sessions of one kind, and whether those are enough to say so."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from relaxapp.journal.period import IN_PERIOD_SQL
from relaxapp.journal.rises import CLEAR_RISE
from relaxapp.journal.statistics import RATED_SQL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relaxapp.journal.database import Database
    from relaxapp.journal.period import Period

ENOUGH_SESSIONS = 5
"""From so many rated sessions on an average says something.

The change of one session is easily two points from that of the next. The average of five is then known
to about two points, the least difference that is clear to a person; that of three only to about five.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """How far tension changed in the sessions of one technique, or of one script.

    Attributes:
        name: the technique, or the title that the script had last.
        script_id: the script; empty for a technique, and for sessions by hand without a script.
        sessions: how many were rated before and after, at least one.
        average: the average of after less before; below 0 it went down.
        down: in how many it went clearly down, by `CLEAR_RISE` or more.
        up: in how many it went clearly up.
    """

    name: str
    script_id: str
    sessions: int
    average: float
    down: int
    up: int

    @property
    def little(self) -> int:
        """In how many sessions it hardly changed, by no more than a point."""
        return self.sessions - self.down - self.up

    @property
    def is_enough(self) -> bool:
        """Whether there are sessions enough for the average to say something."""
        return self.sessions >= ENOUGH_SESSIONS


@dataclass(frozen=True, slots=True)
class Changes:
    """How far tension changed with everything that was practised.

    Those with sessions enough come first, and of them the one that took most off the tension.

    Attributes:
        by_technique: each technique.
        by_script: each script; sessions by hand without one are told apart by their titles.
    """

    by_technique: tuple[Change, ...] = ()
    by_script: tuple[Change, ...] = ()


def changes_by_technique(database: Database, period: Period | None = None) -> tuple[Change, ...]:
    """How far tension changed with each technique, in a period or ever."""
    return changes(database, period).by_technique


def changes_by_script(database: Database, period: Period | None = None) -> tuple[Change, ...]:
    """How far tension changed with each script, in a period or ever."""
    return changes(database, period).by_script


def changes(database: Database, period: Period | None = None) -> Changes:
    """Both, counted at once."""
    by_technique: defaultdict[str, _Sums] = defaultdict(list)
    by_script: defaultdict[str, _Sums] = defaultdict(list)
    for technique, script_id, *sums in _rows(database, period, "technique, script_id"):
        by_technique[technique].append(sums)
        by_script[script_id].append(sums)
    untold: defaultdict[str, _Sums] = defaultdict(list)
    if by_script.pop("", None):
        for title, *sums in _rows(database, period, "title", "script_id = ''"):
            untold[title].append(sums)
    return Changes(
        _ordered(_change(technique, "", sums) for technique, sums in by_technique.items()),
        _ordered(
            (
                *(_change(_title(database, each), each, sums) for each, sums in by_script.items()),
                *(_change(title, "", sums) for title, sums in untold.items()),
            )
        ),
    )


_Sums: TypeAlias = "list[list[int]]"


def _rows(
    database: Database, period: Period | None, kind: str, only: str = "TRUE"
) -> list[tuple[Any, ...]]:
    """The kind, and how many sessions, the sum of their changes, how many clear falls and rises."""
    parameters: Mapping[str, int] = {} if period is None else period.parameters
    in_period = "TRUE" if period is None else IN_PERIOD_SQL
    return database.rows(
        f"""
        SELECT {kind}, count(*), sum(tension_after - tension_before),
               sum(tension_after - tension_before <= -:clear),
               sum(tension_after - tension_before >= :clear)
        FROM sessions WHERE {RATED_SQL} AND {in_period} AND {only} GROUP BY {kind}
        """,  # noqa: S608 -- own words
        {**parameters, "clear": CLEAR_RISE},
    )


def _title(database: Database, script_id: str) -> str:
    [(title,)] = database.rows(
        "SELECT title FROM sessions WHERE script_id = ? ORDER BY started_at DESC, id DESC LIMIT 1",
        (script_id,),
    )
    return str(title)


def _change(name: str, script_id: str, sums: _Sums) -> Change:
    sessions, change, down, up = (sum(column) for column in zip(*sums, strict=True))
    return Change(name, script_id, sessions, change / sessions, down, up)


def _ordered(found: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(
        sorted(
            found, key=lambda each: (not each.is_enough, each.average, each.name, each.script_id)
        )
    )
