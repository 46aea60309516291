"""Tests of what is proposed, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from relaxapp.journal.entry import Entry, Outcome
from relaxapp.script.parser import parse
from relaxapp.ui.pages.suggestion import suggest
from tests.ui.house import BREATH, EVENING, SHOULDERS

LONGER = SHOULDERS.replace("Minutes: 3", "Minutes: 6")
SCRIPTS = {
    name: parse(text, name)
    for name, text in {"breath": BREATH, "shoulders": SHOULDERS, "longer": LONGER}.items()
}


def _entry(
    script_id: str,
    *,
    days_ago: int = 0,
    tension: tuple[int, int] | None = None,
    outcome: Outcome = Outcome.FINISHED,
) -> Entry:
    before, after = tension or (None, None)
    return Entry(
        id=1,
        uuid="",
        script_id=script_id,
        title=script_id,
        technique="",
        planned_seconds=60,
        started_at=EVENING - timedelta(days=days_ago),
        ended_at=None,
        outcome=outcome,
        tension_before=before,
        tension_after=after,
    )


def test_somebody_new_gets_a_short_muscle_relaxation_of_five_minutes_or_more() -> None:
    found = suggest(SCRIPTS, [], 20)
    assert found is not None
    assert found.script_id == "longer"
    assert "first time" in found.reason


def test_a_session_is_called_short_only_if_it_is() -> None:
    found = suggest({"long": replace(SCRIPTS["longer"], minutes=20.0)}, [], 20)
    assert found is not None
    assert "short" not in found.reason


def test_without_scripts_nothing_is_proposed() -> None:
    assert suggest({}, [], 20) is None


def test_the_script_practised_last_is_proposed_again() -> None:
    entries = [_entry("breath"), _entry("longer", days_ago=1)]
    found = suggest(SCRIPTS, entries, 20)
    assert found is not None
    assert (found.script_id, found.eyebrow) == ("breath", "Tonight")
    assert "last" in found.reason


def test_a_session_that_was_broken_off_is_no_reason() -> None:
    entries = [_entry("breath", outcome=Outcome.STOPPED), _entry("shoulders", days_ago=1)]
    found = suggest(SCRIPTS, entries, 20)
    assert found is not None
    assert found.script_id == "shoulders"


def test_what_took_most_off_the_tension_is_proposed_with_its_figures() -> None:
    entries = [
        *(_entry("breath", tension=(6, 5)) for _ in range(3)),
        *(_entry("longer", tension=(7, after)) for after in (3, 4, 3)),
    ]
    found = suggest(SCRIPTS, entries, 9)
    assert found is not None
    assert (found.script_id, found.eyebrow) == ("longer", "This morning")
    assert "3.7" in found.reason
    assert " 3 of" in found.reason


@pytest.mark.parametrize(
    "tensions", [[(7, 2), (7, 2)], [(5, 5), (5, 6), (4, 4)]], ids=["too few", "no fall"]
)
def test_too_few_ratings_or_no_fall_are_not_called_a_help(tensions: list[tuple[int, int]]) -> None:
    found = suggest(SCRIPTS, [_entry("longer", tension=each) for each in tensions], 14)
    assert found is not None
    assert found.eyebrow == "This afternoon"
    assert "average" not in found.reason


def test_a_script_that_is_gone_is_not_proposed() -> None:
    found = suggest(SCRIPTS, [_entry("gone")], 20)
    assert found is not None
    assert found.script_id in SCRIPTS
