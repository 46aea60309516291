"""Everything a look at the body shows, counted at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.journal.areas import AreaChange, AreaCount, area_changes, areas, marked_sessions
from relaxapp.journal.entry import MarkKind, Moment
from relaxapp.journal.twitching import Twitching, twitching

if TYPE_CHECKING:
    from relaxapp.journal.database import Database
    from relaxapp.journal.period import Period

ENOUGH_SESSIONS = 5
"""From so many sessions with marks on, a picture of them says something."""


@dataclass(frozen=True, slots=True)
class MarkedArea:
    """How often one area was marked as one thing, tense or twitching.

    Attributes:
        area: the area's name.
        kind: what it did.
        before: the sessions before which it was marked; None if there is none.
        after: the sessions after which it was marked; None if there is none.
        change: what became of it; None where that is not known.
    """

    area: str
    kind: MarkKind
    before: AreaCount | None
    after: AreaCount | None
    change: AreaChange | None

    def count(self, moment: Moment) -> AreaCount | None:
        """How often it was marked at one moment."""
        return self.before if moment is Moment.BEFORE else self.after


@dataclass(frozen=True, slots=True)
class BodySurvey:
    """What was marked on the body in a period.

    Attributes:
        period: the period.
        areas: each area with each thing it did, the most frequent before sessions first.
        before: before how many sessions anything was marked.
        after: after how many.
        twitching: the twitching among it; None if there is none.
    """

    period: Period
    areas: tuple[MarkedArea, ...]
    before: int
    after: int
    twitching: Twitching | None

    @property
    def is_enough(self) -> bool:
        """Whether there are sessions enough to say something."""
        return max(self.before, self.after) >= ENOUGH_SESSIONS


def body_survey(database: Database, period: Period) -> BodySurvey:
    """Counts what was marked; safe in a thread with a database of its own.

    Raises:
        JournalError: it cannot be read.
    """
    before, after = (
        {(each.area, each.kind): each for each in areas(database, period, moment)}
        for moment in Moment
    )
    changes = {(each.area, each.kind): each for each in area_changes(database, period)}
    return BodySurvey(
        period=period,
        areas=tuple(
            MarkedArea(*key, before.get(key), after.get(key), changes.get(key))
            for key in {**before, **after}
        ),
        before=marked_sessions(database, period, Moment.BEFORE),
        after=marked_sessions(database, period, Moment.AFTER),
        twitching=twitching(database, period),
    )
