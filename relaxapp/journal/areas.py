"""Where on the body it was tense or twitching, and how often that was gone after a session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.journal.entry import MarkKind, Moment
from relaxapp.journal.period import IN_PERIOD_SQL
from relaxapp.journal.statistics import COUNTS_SQL

if TYPE_CHECKING:
    from relaxapp.journal.database import Database
    from relaxapp.journal.period import Period


@dataclass(frozen=True, slots=True)
class AreaCount:
    """In how many sessions an area was marked.

    Attributes:
        area: the area's name.
        kind: what it did.
        sessions: in how many, at least one.
        level: how strongly on average, 1 to 3.
    """

    area: str
    kind: MarkKind
    sessions: int
    level: float


@dataclass(frozen=True, slots=True)
class AreaChange:
    """What became of an area that was marked before a session.

    Attributes:
        area: the area's name.
        kind: what it did.
        sessions: before how many sessions it was marked that were answered afterwards, at least one.
        gone: after how many it was no longer marked.
        weaker: after how many it was marked as weaker.
    """

    area: str
    kind: MarkKind
    sessions: int
    gone: int
    weaker: int


def areas(database: Database, period: Period, moment: Moment) -> tuple[AreaCount, ...]:
    """Which areas were marked before, or after, the sessions of a period, the most frequent first."""
    return tuple(
        AreaCount(area, MarkKind(kind), sessions, level)
        for area, kind, sessions, level in database.rows(
            f"""
            SELECT area, kind, count(DISTINCT session_id), avg(level)
            FROM sessions CROSS JOIN marks ON session_id = id AND moment = :moment
            WHERE {IN_PERIOD_SQL} AND {COUNTS_SQL}
            GROUP BY area, kind ORDER BY 3 DESC, 4 DESC, area, kind
            """,  # noqa: S608 -- own words
            {**period.parameters, "moment": moment},
        )
    )


def area_changes(database: Database, period: Period) -> tuple[AreaChange, ...]:
    """What became of the areas marked before the sessions of a period, the most frequent first.

    Only sessions count after which something was answered, the tension or an area: of the others
    nobody knows whether nothing was left or nothing was said.
    """
    return tuple(
        AreaChange(area, MarkKind(kind), sessions, gone, weaker)
        for area, kind, sessions, gone, weaker in database.rows(
            f"""
            SELECT area, kind, count(*), sum(after IS NULL), coalesce(sum(after < before), 0)
            FROM (
                SELECT session_id, area, kind,
                       max(CASE WHEN moment = 'before' THEN level END) AS before,
                       max(CASE WHEN moment = 'after' THEN level END) AS after
                FROM sessions CROSS JOIN marks ON session_id = id
                WHERE {IN_PERIOD_SQL} AND {COUNTS_SQL} AND (
                    tension_after IS NOT NULL
                    OR EXISTS (SELECT 1 FROM marks AS answered
                               WHERE answered.session_id = id AND answered.moment = 'after'))
                GROUP BY session_id, area, kind
            )
            WHERE before IS NOT NULL
            GROUP BY area, kind ORDER BY 3 DESC, 4 DESC, area, kind
            """,  # noqa: S608 -- own words
            period.parameters,
        )
    )


def marked_sessions(database: Database, period: Period, moment: Moment) -> int:
    """Before, or after, how many sessions of a period any area was marked."""
    [(count,)] = database.rows(
        f"""
        SELECT count(DISTINCT session_id)
        FROM sessions CROSS JOIN marks ON session_id = id AND moment = :moment
        WHERE {IN_PERIOD_SQL} AND {COUNTS_SQL}
        """,  # noqa: S608 -- own words
        {**period.parameters, "moment": moment},
    )
    return int(count)
