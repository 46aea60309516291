"""What was marked on the body, counted for one look."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from relaxapp.journal.body_survey import ENOUGH_SESSIONS, body_survey
from relaxapp.journal.entry import Mark, MarkKind, Moment
from relaxapp.journal.period import Period

if TYPE_CHECKING:
    from relaxapp.journal.entry import Plan
    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock

NOVEMBER = Period(date(2026, 11, 1), date(2026, 11, 30))
JAW = Mark("jaw", MarkKind.TENSION, 3)
EYE = Mark("left eye", MarkKind.TWITCHING, 1)


def _practised(
    journal: Journal,
    clock: Clock,
    plan: Plan,
    before: tuple[Mark, ...],
    after: tuple[Mark, ...] = (),
    *,
    days_ago: int = 0,
) -> None:
    journal.add_by_hand(
        plan,
        started_at=clock() - timedelta(days=days_ago),
        practised_seconds=300,
        tension_after=3,
        marks_before=before,
        marks_after=after,
    )


def test_each_area_is_told_before_and_after_and_what_became_of_it(
    journal: Journal, clock: Clock, plan: Plan
) -> None:
    _practised(journal, clock, plan, (JAW, EYE))
    _practised(journal, clock, plan, (JAW,), (Mark("jaw", MarkKind.TENSION, 1),))
    _practised(journal, clock, plan, (JAW,), days_ago=90)
    found = body_survey(journal.database, NOVEMBER)
    assert (found.before, found.after) == (2, 1)
    jaw, eye = found.areas
    assert (jaw.area, jaw.kind) == ("jaw", MarkKind.TENSION)
    assert jaw.before is not None
    assert (jaw.before.sessions, jaw.before.level) == (2, 3.0)
    assert jaw.count(Moment.BEFORE) is jaw.before
    assert jaw.count(Moment.AFTER) is jaw.after
    assert jaw.after is not None
    assert (jaw.after.sessions, jaw.after.level) == (1, 1.0)
    assert jaw.change is not None
    assert (jaw.change.sessions, jaw.change.gone, jaw.change.weaker) == (2, 1, 1)
    assert (eye.area, eye.after) == ("left eye", None)
    assert found.twitching is not None


def test_an_area_marked_afterwards_alone_is_told_too(
    journal: Journal, clock: Clock, plan: Plan
) -> None:
    _practised(journal, clock, plan, (), (EYE,))
    [eye] = body_survey(journal.database, NOVEMBER).areas
    assert (eye.before, eye.change) == (None, None)


def test_a_few_sessions_are_not_enough(journal: Journal, clock: Clock, plan: Plan) -> None:
    for _ in range(ENOUGH_SESSIONS - 1):
        _practised(journal, clock, plan, (JAW,))
    assert not body_survey(journal.database, NOVEMBER).is_enough
    _practised(journal, clock, plan, (JAW,))
    assert body_survey(journal.database, NOVEMBER).is_enough
