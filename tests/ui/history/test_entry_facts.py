"""What there is to say about one session."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from relaxapp.journal.entry import Entry, Mark, MarkKind, Outcome
from relaxapp.script.parser import parse
from relaxapp.ui.history.entry_facts import facts, making
from tests.ui.house import BREATH, EVENING

ENTRY = Entry(
    id=1,
    uuid="",
    script_id="box",
    title="Box breathing",
    technique="breathing",
    planned_seconds=300,
    started_at=EVENING,
    ended_at=EVENING + timedelta(minutes=5),
    practised_seconds=190,
    outcome=Outcome.STOPPED,
)


def test_how_it_went_is_told_as_far_as_there_is_anything_to_tell() -> None:
    assert facts(ENTRY) == (
        ("Technique", "breathing"),
        ("Practised", "3:10 of 5 min, stopped early"),
    )
    full = replace(
        ENTRY,
        paused_seconds=61,
        skipped_steps=2,
        tension_before=6,
        tension_after=4,
        marks_before=(Mark("jaw", MarkKind.TENSION, 2),),
        marks_after=(Mark("jaw", MarkKind.TENSION, 1),),
    )
    assert facts(full)[2:] == (
        ("Paused", "1:01"),
        ("Steps skipped", "2"),
        ("Tension", "6 → 4"),
        ("Before", "jaw 2"),
        ("After", "jaw 1"),
    )


def test_no_clock_measured_what_was_entered_by_hand() -> None:
    by_hand = replace(ENTRY, by_hand=True, outcome=Outcome.FINISHED)
    assert dict(facts(by_hand))["Practised"] == "3 min, entered by hand"


def test_what_still_runs_says_no_more_than_that() -> None:
    assert dict(facts(replace(ENTRY, outcome=Outcome.RUNNING)))["Practised"] == "running"


def test_an_earlier_version_of_its_script_is_said_to_be_one() -> None:
    script = parse(BREATH, "breath.relax")
    entry = replace(ENTRY, fingerprint=script.fingerprint)
    short = script.fingerprint[:7]
    assert making(entry, script, "") == (("Version", short),)
    assert making(entry, None, "") == (("Version", short),)
    older = replace(ENTRY, fingerprint="0123456789")
    assert making(older, script, "") == (
        ("Version", "0123456, an earlier version of this session"),
    )


@pytest.mark.parametrize(
    ("computer", "said"),
    [("", None), ("desk-1a2b3c", None), ("attic-desk-ffee00", "attic-desk"), ("old", "old")],
)
def test_another_computer_is_named(computer: str, said: str | None) -> None:
    lines = dict(making(replace(ENTRY, computer=computer), None, "desk-1a2b3c"))
    assert lines.get("Computer") == said


def test_what_was_made_to_fit_and_the_voice_are_told() -> None:
    entry = replace(ENTRY, tailoring='{"left_out": ["jaw"]}', voice="rms")
    assert making(entry, None, "") == (("Left out", "jaw"), ("Voice", "rms"))
