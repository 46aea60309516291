"""How far tension changed by technique and by script is what a plain recount gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from relaxapp.journal.comparison import (
    ENOUGH_SESSIONS,
    Change,
    Changes,
    changes,
    changes_by_script,
    changes_by_technique,
)
from relaxapp.journal.period import Period
from tests.journal import recount
from tests.journal.recount import rounded

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry, Plan
    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock


def rate(journal: Journal, plan: Plan, clock: Clock, *ratings: tuple[int, int]) -> None:
    for before, after in ratings:
        clock.advance(3600)
        journal.add_by_hand(
            plan,
            started_at=clock(),
            practised_seconds=300,
            tension_before=before,
            tension_after=after,
        )


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=recount.entries, period=st.none() | recount.periods)
def test_changes_are_those_of_a_plain_recount(
    journal: Journal, entries: list[Entry], period: Period | None
) -> None:
    recount.fill(journal.database, entries)
    mine = recount.counting(entries) if period is None else recount.within(entries, period)

    by_technique = changes_by_technique(journal.database, period)
    assert rounded(set(by_technique)) == rounded(
        recount.changes_of(mine, lambda entry: (entry.technique, ""))
    )
    titles = recount.titles_of(entries)
    by_script = changes_by_script(journal.database, period)
    assert rounded(set(by_script)) == rounded(
        recount.changes_of(mine, lambda entry: recount.script_of(entry, titles))
    )
    for found in (by_technique, by_script):
        assert sum(each.sessions for each in found) == len(recount.rated(mine))
        order = [(each.sessions < ENOUGH_SESSIONS, each.average) for each in found]
        assert order == sorted(order)
    assert changes(journal.database, period) == Changes(by_technique, by_script)


def test_an_empty_journal_has_no_changes(journal: Journal) -> None:
    assert changes(journal.database) == Changes((), ())


def test_clear_falls_and_rises_are_told_from_a_point_more_or_less(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    rate(journal, plan, clock, (7, 4), (7, 5), (7, 6), (7, 7), (7, 8), (7, 9))
    [change] = changes_by_technique(journal.database)
    assert change == Change("muscle relaxation", "", sessions=6, average=-0.5, down=2, up=1)
    assert change.little == 3


def test_few_sessions_are_there_but_are_not_enough_and_come_last(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    rate(journal, replace(plan, technique="imagery"), clock, *[(10, 0)] * 4)
    rate(journal, replace(plan, technique="breathing"), clock, *[(6, 5)] * 5)
    rate(journal, replace(plan, technique="body scan"), clock, *[(7, 3)] * 5)
    found = changes_by_technique(journal.database)
    assert [(each.name, each.is_enough) for each in found] == [
        ("body scan", True),
        ("breathing", True),
        ("imagery", False),
    ]


def test_a_script_goes_by_the_title_it_had_last(journal: Journal, plan: Plan, clock: Clock) -> None:
    rate(journal, replace(plan, title="Shoulders"), clock, (7, 3))
    rate(journal, replace(plan, title="Shoulders, softer"), clock, (7, 4))
    [change] = changes_by_script(journal.database)
    assert (change.name, change.script_id) == ("Shoulders, softer", "shoulders")
    assert (change.sessions, change.average) == (2, -3.5)


def test_sessions_without_a_script_are_told_apart_by_their_titles(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    rate(journal, replace(plan, script_id="", title="A walk"), clock, (7, 3), (7, 5))
    rate(journal, replace(plan, script_id="", title="Yoga"), clock, (7, 6))
    assert [(each.name, each.sessions) for each in changes_by_script(journal.database)] == [
        ("A walk", 2),
        ("Yoga", 1),
    ]


def test_of_a_period_only_its_sessions_are_compared(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    rate(journal, plan, clock, (9, 1))
    clock.time = datetime(2026, 12, 1, 12, tzinfo=clock.time.tzinfo)
    rate(journal, plan, clock, (5, 4))
    december = Period(date(2026, 12, 1), date(2026, 12, 31))
    assert [each.average for each in changes_by_script(journal.database, december)] == [-1]
    before = Period(date(2026, 11, 1), december.first - timedelta(days=1))
    assert [each.average for each in changes_by_script(journal.database, before)] == [-8]
