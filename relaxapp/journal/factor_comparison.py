"""How tense the days were on which there was little or much of something."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING

from relaxapp.journal import factors
from relaxapp.journal.day import DAY_NUMBER_SQL, numbered_day
from relaxapp.journal.entry import MarkKind
from relaxapp.journal.factors import Factor
from relaxapp.journal.period import IN_PERIOD_SQL
from relaxapp.journal.statistics import COUNTS_SQL

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from relaxapp.journal.database import Database
    from relaxapp.journal.period import Period

HIGH_LEVEL = 2
"""From this level on there was much of it; below, little."""
ENOUGH_DAYS = 8
"""From so many days of either kind on a comparison says something.

The tension of one day is easily two points from that of the next. The averages of eight days each then
differ by up to two points, the least that is clear to a person, by mere chance; those of three by three.
"""


@dataclass(frozen=True, slots=True)
class FactorDays:
    """The days on which there was little, or much, of something.

    Only days with a session that was rated before are among them.

    Attributes:
        days: how many.
        tension: their average tension before sessions, 0 to 10, each day counting once; None without one.
        twitching: on how many of them twitching was marked, before or after a session.
    """

    days: int = 0
    tension: float | None = None
    twitching: int = 0


@dataclass(frozen=True, slots=True)
class FactorComparison:
    """The days with little of something beside the days with much of it.

    Attributes:
        factor: what it is.
        low: the days with a level of 0 or 1.
        high: the days with a level of 2 or 3.
    """

    factor: Factor
    low: FactorDays = FactorDays()
    high: FactorDays = FactorDays()

    @property
    def is_enough(self) -> bool:
        """Whether there are days enough of either kind for the two to be compared."""
        return min(self.low.days, self.high.days) >= ENOUGH_DAYS

    @property
    def difference(self) -> float | None:
        """How much tenser the days with much of it were; below 0 less; None without either kind."""
        if self.low.tension is None or self.high.tension is None:
            return None
        return self.high.tension - self.low.tension


@dataclass(frozen=True, slots=True)
class _Day:
    tension: float
    has_twitching: bool


def factor_comparisons(database: Database, period: Period) -> tuple[FactorComparison, ...]:
    """Each factor there is, over the days of a period; one that was never noted has no days."""
    rated = _rated_days(database, period)
    found: defaultdict[tuple[Factor, bool], list[_Day]] = defaultdict(list)
    for mark in factors.of_period(database, period):
        if mark.level is not None and mark.day in rated:
            found[mark.factor, mark.level >= HIGH_LEVEL].append(rated[mark.day])
    return tuple(
        FactorComparison(factor, _together(found[factor, False]), _together(found[factor, True]))
        for factor in Factor
    )


def _rated_days(database: Database, period: Period) -> dict[date, _Day]:
    return {
        numbered_day(number): _Day(tension, bool(has_twitching))
        for number, tension, has_twitching in database.rows(
            f"""
            SELECT {DAY_NUMBER_SQL} AS day, avg(tension_before),
                   max(EXISTS (SELECT 1 FROM marks WHERE session_id = id AND kind = :twitching))
            FROM sessions WHERE {IN_PERIOD_SQL} AND {COUNTS_SQL}
            GROUP BY day HAVING count(tension_before) > 0
            """,  # noqa: S608 -- own words
            {**period.parameters, "twitching": MarkKind.TWITCHING},
        )
    }


def _together(days: Sequence[_Day]) -> FactorDays:
    if not days:
        return FactorDays()
    return FactorDays(
        len(days), fmean(day.tension for day in days), sum(day.has_twitching for day in days)
    )
