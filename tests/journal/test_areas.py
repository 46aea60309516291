"""Where it was tense or twitching, before and after, is what a plain recount gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings

from relaxapp.journal.areas import AreaChange, AreaCount, area_changes, areas, marked_sessions
from relaxapp.journal.entry import Mark, MarkKind, Moment, Outcome
from relaxapp.journal.period import Period
from tests.journal import recount
from tests.journal.recount import rounded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.journal.entry import Entry, Plan
    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock

JAW = Mark("jaw", MarkKind.TENSION, 3)
EYE = Mark("left eye", MarkKind.TWITCHING, 1)


def practise(
    journal: Journal,
    plan: Plan,
    started_at: datetime,
    before: Sequence[Mark],
    after: Sequence[Mark] = (),
    *,
    tension_after: int | None = None,
) -> None:
    journal.add_by_hand(
        plan,
        started_at=started_at,
        practised_seconds=300,
        tension_after=tension_after,
        marks_before=before,
        marks_after=after,
    )


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=recount.entries, period=recount.periods)
def test_areas_are_those_of_a_plain_recount(
    journal: Journal, entries: list[Entry], period: Period
) -> None:
    recount.fill(journal.database, entries)
    mine = recount.within(entries, period)
    for moment in Moment:
        found = areas(journal.database, period, moment)
        assert rounded(set(found)) == rounded(recount.areas_of(mine, moment))
        marked = [each for each in mine if getattr(each, f"marks_{moment}")]
        assert marked_sessions(journal.database, period, moment) == len(marked)
        assert [each.sessions for each in found] == sorted(
            (each.sessions for each in found), reverse=True
        )
    changed = area_changes(journal.database, period)
    assert set(changed) == recount.area_changes_of(mine)
    assert len(changed) == len(set(changed))


def test_areas_before_and_after_are_counted_apart(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    now = clock()
    practise(journal, plan, now, [JAW, EYE], [replace(EYE, area="neck")])
    practise(journal, plan, now - timedelta(days=27), [replace(JAW, level=2)])
    practise(journal, plan, now - timedelta(days=28), [EYE])
    lately = Period.of_last_days(now, 28)
    assert areas(journal.database, lately, Moment.BEFORE) == (
        AreaCount("jaw", MarkKind.TENSION, 2, 2.5),
        AreaCount("left eye", MarkKind.TWITCHING, 1, 1.0),
    )
    assert areas(journal.database, lately, Moment.AFTER) == (
        AreaCount("neck", MarkKind.TWITCHING, 1, 1.0),
    )


def test_an_area_is_gone_or_weaker_or_as_it_was(journal: Journal, plan: Plan, clock: Clock) -> None:
    now = clock()
    practise(journal, plan, now, [JAW], tension_after=2)
    practise(journal, plan, now, [JAW], [replace(JAW, level=1)])
    practise(journal, plan, now, [JAW], [JAW])
    practise(journal, plan, now, [JAW], [replace(JAW, kind=MarkKind.TWITCHING)])
    assert area_changes(journal.database, Period.of_last_days(now, 1)) == (
        AreaChange("jaw", MarkKind.TENSION, sessions=4, gone=2, weaker=1),
    )


def test_where_nothing_was_answered_afterwards_nothing_is_said_to_be_gone(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    practise(journal, plan, clock(), [JAW])
    assert area_changes(journal.database, Period.of_last_days(clock(), 1)) == ()


def test_marks_of_a_session_begun_by_mistake_do_not_count(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    entry_id = journal.begin(plan, 5, [JAW])
    journal.finish(
        entry_id, Outcome.STOPPED, practised_seconds=59, paused_seconds=0, skipped_steps=0
    )
    assert areas(journal.database, Period.of_last_days(clock(), 1), Moment.BEFORE) == ()
