"""How tense the days with little and with much of something were is what a plain recount gives."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from relaxapp.journal.entry import Mark, MarkKind
from relaxapp.journal.factor_comparison import (
    ENOUGH_DAYS,
    FactorComparison,
    FactorDays,
    factor_comparisons,
)
from relaxapp.journal.factors import Factor, FactorMark
from relaxapp.journal.period import Period
from tests.journal import recount
from tests.journal.recount import rounded

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry, Plan
    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock

FIRST = date(2026, 11, 1)
NOVEMBER = Period(FIRST, date(2026, 11, 30))


def practise(
    journal: Journal, plan: Plan, clock: Clock, day: date, before: int | None, *marks: Mark
) -> None:
    journal.add_by_hand(
        plan,
        started_at=datetime(day.year, day.month, day.day, 12, tzinfo=clock.time.tzinfo),
        practised_seconds=300,
        tension_before=before,
        marks_before=marks,
    )


def caffeine(journal: Journal) -> FactorComparison:
    found = {each.factor: each for each in factor_comparisons(journal.database, NOVEMBER)}
    assert list(found) == list(Factor)
    return found[Factor.CAFFEINE]


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=recount.entries, levels=recount.levels, period=recount.periods)
def test_comparisons_are_those_of_a_plain_recount(
    journal: Journal,
    entries: list[Entry],
    levels: dict[tuple[date, Factor], int | None],
    period: Period,
) -> None:
    noted = [FactorMark(day, factor, level) for (day, factor), level in levels.items()]
    # Days on which there was practice, too: those of other days say nothing.
    noted += [
        FactorMark(day, Factor.SLEEP, level % 4)
        for level, day in enumerate({recount.day_of(entry, 4) for entry in entries})
        if (day, Factor.SLEEP) not in levels
    ]
    recount.fill(journal.database, entries, noted)
    assert rounded(factor_comparisons(journal.database, period)) == rounded(
        recount.factor_comparisons_of(entries, noted, period)
    )


def test_without_notes_every_factor_is_there_without_days(journal: Journal) -> None:
    assert factor_comparisons(journal.database, NOVEMBER) == tuple(
        FactorComparison(factor) for factor in Factor
    )
    assert caffeine(journal).difference is None


def test_each_day_counts_once_however_often_it_was_practised(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    for before in (8, 8, 8, 4):
        practise(journal, plan, clock, FIRST, before)
    practise(journal, plan, clock, FIRST + timedelta(days=1), 3)
    practise(journal, plan, clock, FIRST + timedelta(days=2), 2)
    for day, level in enumerate((3, 2, 1)):
        journal.mark_day(FIRST + timedelta(days=day), Factor.CAFFEINE, level)
    found = caffeine(journal)
    assert found == FactorComparison(Factor.CAFFEINE, FactorDays(1, 2.0), FactorDays(2, 5.0))
    assert found.difference == 3


def test_days_on_which_twitching_was_marked_are_counted(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    twitching = Mark("left eye", MarkKind.TWITCHING, 1)
    practise(journal, plan, clock, FIRST, 5, twitching, Mark("jaw", MarkKind.TENSION, 2))
    practise(journal, plan, clock, FIRST, None, twitching)
    practise(journal, plan, clock, FIRST + timedelta(days=1), 5, Mark("jaw", MarkKind.TENSION, 2))
    for day in range(2):
        journal.mark_day(FIRST + timedelta(days=day), Factor.CAFFEINE, 3)
    assert caffeine(journal).high == FactorDays(2, 5.0, twitching=1)


def test_a_day_without_a_rating_beforehand_says_nothing(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    practise(journal, plan, clock, FIRST, None)
    journal.mark_day(FIRST, Factor.CAFFEINE, 3)
    journal.mark_day(FIRST + timedelta(days=1), Factor.CAFFEINE, 3)
    assert caffeine(journal) == FactorComparison(Factor.CAFFEINE)


def test_a_level_that_was_taken_back_does_not_count(
    journal: Journal, plan: Plan, clock: Clock
) -> None:
    practise(journal, plan, clock, FIRST, 5)
    journal.mark_day(FIRST, Factor.CAFFEINE, 3)
    assert caffeine(journal).high.days == 1
    journal.mark_day(FIRST, Factor.CAFFEINE, None)
    assert caffeine(journal).high.days == 0


@pytest.mark.parametrize(("low", "high"), [(8, 7), (7, 8), (8, 8), (40, 3), (40, 8)])
def test_a_comparison_takes_days_enough_of_either_kind(low: int, high: int) -> None:
    found = FactorComparison(Factor.SLEEP, FactorDays(low, 5.0), FactorDays(high, 4.0))
    assert found.is_enough is (low >= ENOUGH_DAYS and high >= ENOUGH_DAYS)
