"""Tests of what is proposed, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from relaxapp.journal.entry import Entry, Outcome
from relaxapp.script.parser import parse
from relaxapp.ui.pages.suggestion import rouses, suggest, worse_twice
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
    technique: str = "",
) -> Entry:
    before, after = tension or (None, None)
    return Entry(
        id=1,
        uuid="",
        script_id=script_id,
        title=script_id,
        technique=technique,
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


WORSE = [_entry("breath", technique="breathing", tension=each) for each in ((4, 6), (3, 7))]


def test_a_technique_that_left_one_clearly_tenser_twice_is_not_proposed() -> None:
    found = suggest(SCRIPTS, WORSE, 20)
    assert found is not None
    assert found.script_id == "longer"
    assert found.reason.startswith("Breathing left you tenser twice of late. That happens.")


def test_once_is_no_reason_to_leave_a_technique() -> None:
    found = suggest(SCRIPTS, [WORSE[0]], 20)
    assert found is not None
    assert found.script_id == "breath"


def test_whoever_has_gone_on_to_another_technique_is_not_told_again() -> None:
    found = suggest(SCRIPTS, [_entry("shoulders", technique="muscle relaxation"), *WORSE], 20)
    assert found is not None
    assert found.script_id == "shoulders"
    assert "tenser" not in found.reason


def test_where_every_technique_made_it_worse_nothing_is_proposed() -> None:
    entries = [
        *WORSE,
        *(_entry("longer", technique="Muscle relaxation", tension=(2, 6)) for _ in range(2)),
    ]
    assert suggest(SCRIPTS, entries, 20) is None


def test_where_several_made_it_worse_a_professional_is_mentioned() -> None:
    scan = parse(BREATH.replace("Technique: breathing", "Technique: body scan"), "scan")
    entries = [
        *WORSE,
        *(_entry("longer", technique="Muscle relaxation", tension=(2, 6)) for _ in range(2)),
    ]
    found = suggest({**SCRIPTS, "scan": scan}, entries, 20)
    assert found is not None
    assert found.script_id == "scan"
    assert "doctor or a therapist" in found.reason


def test_one_point_is_noise_and_what_was_long_ago_is_forgiven() -> None:
    noise = [_entry("breath", technique="breathing", tension=(4, 5)) for _ in range(4)]
    assert worse_twice(noise) == ()
    better = [_entry("breath", technique="breathing", tension=(6, 4)) for _ in range(9)]
    assert worse_twice([*better, *WORSE]) == ()
    assert worse_twice([*better[:8], *WORSE]) == ("breathing",)


def test_sessions_without_a_technique_say_nothing() -> None:
    assert worse_twice([_entry("breath", tension=(2, 8)) for _ in range(3)]) == ()


ROUSING = parse(BREATH.replace("in 4s, out 6s", "in 6s, out 4s"), "rousing")
ASLEEP = parse(BREATH.replace("Minutes: 5", "Minutes: 5\nEnding: sleep"), "asleep")


def test_a_longer_breath_in_than_out_rouses() -> None:
    assert rouses(ROUSING)
    assert not rouses(SCRIPTS["breath"])
    assert not rouses(SCRIPTS["shoulders"])


@pytest.mark.parametrize(
    ("hour", "script_id"), [(9, "rousing"), (17, "rousing"), (20, "asleep"), (2, "asleep")]
)
def test_nothing_that_rouses_is_proposed_at_night_and_nothing_to_sleep_by_day(
    hour: int, script_id: str
) -> None:
    scripts = {"rousing": ROUSING, "asleep": ASLEEP}
    entries = [_entry(each, tension=(8, 2)) for each in ("rousing", "asleep") for _ in range(4)]
    found = suggest(scripts, entries, hour)
    assert found is not None
    assert found.script_id == script_id
