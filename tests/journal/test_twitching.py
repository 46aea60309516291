"""For how long, and in how many places, twitching was marked."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.entry import Mark, MarkKind
from relaxapp.journal.period import Period
from relaxapp.journal.twitching import Twitching, twitching

if TYPE_CHECKING:
    from relaxapp.journal.entry import Plan
    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
EYE = Mark("left eye", MarkKind.TWITCHING, 1)
CALF = Mark("left calf", MarkKind.TWITCHING, 2)
JAW = Mark("jaw", MarkKind.TENSION, 2)


def _practised(
    journal: Journal, clock: Clock, plan: Plan, days_ago: int, *marks: Mark, after: bool = False
) -> None:
    journal.add_by_hand(
        plan,
        started_at=clock() - timedelta(days=days_ago),
        practised_seconds=300,
        marks_before=() if after else marks,
        marks_after=marks if after else (),
    )


def test_tension_alone_is_no_twitching(journal: Journal, clock: Clock, plan: Plan) -> None:
    _practised(journal, clock, plan, 1, JAW)
    assert twitching(journal.database, NOVEMBER) is None


def test_days_places_and_sessions_are_told(journal: Journal, clock: Clock, plan: Plan) -> None:
    _practised(journal, clock, plan, 10, EYE, JAW)
    _practised(journal, clock, plan, 3, EYE, CALF)
    _practised(journal, clock, plan, 2, CALF, after=True)
    _practised(journal, clock, plan, 60, EYE)
    assert twitching(journal.database, NOVEMBER) == Twitching(
        first=date(2026, 11, 14), last=date(2026, 11, 22), areas=2, sessions=3
    )


@pytest.mark.parametrize(("days", "is_lasting"), [(0, False), (14, False), (15, True)])
def test_more_than_two_weeks_is_lasting(
    journal: Journal, clock: Clock, plan: Plan, days: int, *, is_lasting: bool
) -> None:
    _practised(journal, clock, plan, days, EYE)
    _practised(journal, clock, plan, 0, EYE)
    found = twitching(journal.database, NOVEMBER)
    assert found is not None
    assert found.is_lasting is is_lasting
