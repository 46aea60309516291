"""A filter leaves the sessions that are meant."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.entry import Mark, MarkKind, Outcome, Plan
from relaxapp.journal.filter import EVERYTHING, Filter
from relaxapp.journal.period import Period

if TYPE_CHECKING:
    from relaxapp.journal.journal import Journal
    from tests.journal.conftest import Clock


@pytest.fixture
def journal(journal: Journal, clock: Clock, plan: Plan) -> Journal:
    """Three sessions: one to its end, one stopped the next day, one by hand the day after."""
    breath = Plan(script_id="box", title="Box breathing", technique="breathing", planned_seconds=60)
    for each, outcome in ((plan, Outcome.FINISHED), (breath, Outcome.STOPPED)):
        entry_id = journal.begin(each)
        journal.finish(entry_id, outcome, practised_seconds=60, paused_seconds=0, skipped_steps=0)
        clock.advance(24 * 3600)
    journal.add_by_hand(breath, started_at=clock(), practised_seconds=60, note="in the train")
    return journal


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (EVERYTHING, [3, 2, 1]),
        (Filter(technique="breathing"), [3, 2]),
        (Filter(script_id="shoulders"), [1]),
        (Filter(outcome=Outcome.STOPPED), [2]),
        (Filter(by_hand=True), [3]),
        (Filter(by_hand=False), [2, 1]),
        (Filter(period=Period(date(2026, 11, 24), date(2026, 11, 25))), [2, 1]),
        (Filter("train", technique="breathing"), [3]),
        (Filter("train", outcome=Outcome.STOPPED), []),
        (Filter("BOX", by_hand=False, period=Period(date(2026, 11, 25), date(2026, 11, 30))), [2]),
    ],
)
def test_every_part_that_is_given_has_to_be_true(
    journal: Journal, wanted: Filter, found: list[int]
) -> None:
    assert [entry.id for entry in journal.entries(wanted)] == found
    assert journal.count(wanted) == len(found)


def test_pages_of_a_filter_follow_one_another(journal: Journal) -> None:
    breathing = Filter(technique="breathing")
    assert [entry.id for entry in journal.entries(breathing, limit=1, offset=1)] == [2]


def test_words_with_signs_of_sql_are_words(journal: Journal, clock: Clock, plan: Plan) -> None:
    journal.add_by_hand(
        plan, started_at=clock() - timedelta(days=9), practised_seconds=1, note="100% o'clock _"
    )
    assert journal.count(Filter("100% o'clock")) == 1
    assert journal.count(Filter("%")) == 1
    assert journal.count(Filter("x_")) == 0


def test_an_area_is_one_that_was_marked_before_or_after(journal: Journal) -> None:
    journal.rate_before(2, 5, (Mark("jaw", MarkKind.TENSION, 1),))
    journal.rate_after(
        3, 2, (Mark("neck", MarkKind.TENSION, 1), Mark("jaw", MarkKind.TWITCHING, 3))
    )
    assert [entry.id for entry in journal.entries(Filter(area="jaw"))] == [3, 2]
    assert [entry.id for entry in journal.entries(Filter(area="neck", by_hand=True))] == [3]
    assert journal.count(Filter(area="left foot")) == 0


def test_numbers_are_those_of_the_entries_in_their_order(journal: Journal) -> None:
    assert list(journal.numbers()) == [3, 2, 1]
    assert list(journal.numbers(Filter(technique="breathing"))) == [3, 2]
    assert list(journal.numbers(Filter("nowhere"))) == []


def test_sessions_are_given_by_their_numbers_as_far_as_they_are_there(journal: Journal) -> None:
    assert journal.numbered([1, 99, 3]) == {1: journal.entry(1), 3: journal.entry(3)}


def test_every_technique_of_the_log_is_told_once(journal: Journal) -> None:
    assert journal.techniques() == ("breathing", "muscle relaxation")
