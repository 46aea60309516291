"""Days are described by a few levels, each of which can be taken back."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal import factors
from relaxapp.journal.factors import Factor, FactorMark
from relaxapp.journal.period import Period

if TYPE_CHECKING:
    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
BOTH = Period(MONDAY, TUESDAY)


def test_a_day_has_the_levels_it_was_given(journal: Journal) -> None:
    journal.mark_day(TUESDAY, Factor.SLEEP, 3)
    journal.mark_day(TUESDAY, Factor.CAFFEINE, 0)
    journal.mark_day(MONDAY, Factor.STRESS, 2)
    assert journal.day_levels(BOTH) == {
        MONDAY: {Factor.STRESS: 2},
        TUESDAY: {Factor.SLEEP: 3, Factor.CAFFEINE: 0},
    }
    assert journal.day_levels(Period(MONDAY, MONDAY)) == {MONDAY: {Factor.STRESS: 2}}


def test_the_last_level_counts(journal: Journal) -> None:
    for level in (1, 3, 2):
        journal.mark_day(TUESDAY, Factor.WATER, level)
    assert journal.day_levels(BOTH) == {TUESDAY: {Factor.WATER: 2}}


def test_a_level_taken_back_is_gone_and_remembered_as_such(journal: Journal, clock: Clock) -> None:
    journal.mark_day(TUESDAY, Factor.MOVEMENT, 1)
    clock.advance(60)
    journal.mark_day(TUESDAY, Factor.MOVEMENT, None)
    assert journal.day_levels(BOTH) == {}
    assert factors.all_of_them(journal.database) == (
        FactorMark(TUESDAY, Factor.MOVEMENT, None, clock()),
    )


@pytest.mark.parametrize("level", [-1, 4])
def test_other_levels_are_refused(journal: Journal, level: int) -> None:
    with pytest.raises(ValueError, match="0 to 3"):
        journal.mark_day(TUESDAY, Factor.TWITCHING, level)
    assert journal.day_levels(BOTH) == {}
