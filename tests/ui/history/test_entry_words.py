"""Tests of a session of the log in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from relaxapp.journal.entry import Entry, Mark, MarkKind, Outcome
from relaxapp.ui.history import entry_words as words
from tests.ui.house import EVENING

ENTRY = Entry(
    id=1,
    uuid="",
    script_id="box",
    title="Box breathing",
    technique="breathing",
    planned_seconds=300,
    started_at=EVENING,
    ended_at=EVENING,
    practised_seconds=300,
    outcome=Outcome.FINISHED,
)


@pytest.mark.parametrize(
    ("outcome", "seconds", "practised", "ended"),
    [
        (Outcome.FINISHED, 300, "5 min", "to the end"),
        (Outcome.STOPPED, 190, "stopped at 3:10", "stopped early"),
        (Outcome.INTERRUPTED, 65, "interrupted at 1:05", "interrupted"),
        (Outcome.RUNNING, 10, "running", "running"),
    ],
)
def test_finished_and_broken_off_are_told_apart(
    outcome: Outcome, seconds: float, practised: str, ended: str
) -> None:
    entry = replace(ENTRY, outcome=outcome, practised_seconds=seconds)
    assert (words.practised(entry), words.outcome(entry)) == (practised, ended)


def test_what_was_entered_by_hand_says_so() -> None:
    assert words.outcome(replace(ENTRY, by_hand=True)) == "entered by hand"


def test_tension_is_shown_as_far_as_it_was_given() -> None:
    assert words.tension(7, 3) == "7 \N{RIGHTWARDS ARROW} 3"
    assert words.tension(7, None) == "7 \N{RIGHTWARDS ARROW} \N{EN DASH}"
    assert words.tension(None, None) == ""
    assert words.tension_aloud(7, 3) == "tension 7 before, 3 after"
    assert words.tension_aloud(None, None) == "tension not given"


def test_areas_are_told_with_what_they_do_and_how_strongly() -> None:
    marks = (Mark("jaw", MarkKind.TENSION, 2), Mark("left eye", MarkKind.TWITCHING, 1))
    assert words.areas(marks) == "jaw 2, left eye twitching 1"


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (None, 3, "You practised for 5 min."),
        (7, 3, "You practised for 5 min. Your tension went from 7 to 3."),
        (4, 4, "You practised for 5 min. Your tension stayed at 4."),
    ],
)
def test_after_a_session_one_line_says_what_changed(
    before: int | None, after: int | None, sentence: str
) -> None:
    assert (
        words.what_changed(replace(ENTRY, tension_before=before, tension_after=after)) == sentence
    )


def test_a_rise_is_met_with_a_kind_hint() -> None:
    text = words.what_changed(replace(ENTRY, tension_before=3, tension_after=5))
    assert "from 3 to 5. That happens." in text
