"""Tests of the session that can be begun again."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxapp.journal.entry import Entry, Outcome
from relaxapp.script.parser import parse
from relaxapp.ui.again import last_offer
from relaxapp.ui.pages.offer import Offer
from tests.ui.house import BREATH, EVENING

OFFERS = [
    *(
        Offer(script_id=name, path=Path(f"{name}.relax"), script=parse(BREATH, name))
        for name in ("breath", "shore", "ground-54321")
    ),
    Offer(script_id="broken", path=Path("broken.relax"), script=None),
]


def _entry(script_id: str, outcome: Outcome = Outcome.FINISHED) -> Entry:
    return Entry(
        id=1,
        uuid="",
        script_id=script_id,
        title=script_id,
        technique="breathing",
        planned_seconds=60,
        started_at=EVENING,
        ended_at=None,
        outcome=outcome,
    )


@pytest.mark.parametrize("outcome", [Outcome.FINISHED, Outcome.STOPPED])
def test_it_is_the_one_practised_last_to_its_end_or_not(outcome: Outcome) -> None:
    found = last_offer(OFFERS, [_entry("shore", outcome), _entry("breath")])
    assert found is OFFERS[1]


@pytest.mark.parametrize("outcome", [Outcome.RUNNING, Outcome.INTERRUPTED])
def test_what_runs_or_was_cut_off_does_not_count(outcome: Outcome) -> None:
    assert last_offer(OFFERS, [_entry("shore", outcome), _entry("breath")]) is OFFERS[0]


@pytest.mark.parametrize("script_id", ["gone", "broken", "ground-54321"])
def test_what_is_gone_or_broken_or_the_quick_help_is_passed_over(script_id: str) -> None:
    assert last_offer(OFFERS, [_entry(script_id), _entry("breath")]) is OFFERS[0]


def test_with_another_quick_help_that_one_is_passed_over_instead() -> None:
    entries = [_entry("breath"), _entry("ground-54321")]
    assert last_offer(OFFERS, entries, quick_help="breath") is OFFERS[2]


def test_without_any_session_there_is_none() -> None:
    assert last_offer(OFFERS, []) is None
