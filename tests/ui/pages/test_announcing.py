"""What a screen reader is told while a session runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.session.session import PhaseBegan, State, StepBegan
from relaxapp.timeline.clip import frames
from relaxapp.ui.pages.announcing import announcements
from tests.ui.leading import FakeLeader, breaths, muscles

if TYPE_CHECKING:
    from relaxapp.session.conductor import Glance

MUSCLES = muscles()
RUNNING = FakeLeader(MUSCLES, 12, State.RUNNING).look()


def said(before: Glance | None, now: Glance) -> list[str]:
    return list(announcements(before, now, MUSCLES))


def test_a_step_is_said_with_its_place() -> None:
    now = replace(RUNNING, happenings=(StepBegan(1), PhaseBegan(MUSCLES.at(frames(12)))))
    assert said(RUNNING, now) == ["Step 2 of 4: Shoulders", "Tense: shoulders"]


def test_a_pause_and_its_end_are_said_once() -> None:
    paused = replace(RUNNING, state=State.PAUSED)
    assert said(RUNNING, paused) == ["Paused. Space goes on."]
    assert said(paused, paused) == []
    assert said(paused, RUNNING) == ["Going on."]


def test_the_first_look_says_nothing_about_going_on() -> None:
    assert said(None, RUNNING) == []


def test_a_wait_says_how_to_leave_it_once() -> None:
    waiting = replace(RUNNING, is_waiting=True)
    assert said(RUNNING, waiting) == ["Press Space to go on."]
    assert said(waiting, waiting) == []


def test_a_remark_is_said_once() -> None:
    remarked = replace(RUNNING, remark="The disk is full.")
    assert said(RUNNING, remarked) == ["The disk is full."]
    assert said(remarked, remarked) == []


def test_the_end_is_said() -> None:
    assert said(RUNNING, replace(RUNNING, state=State.FINISHED)) == ["The session is over."]


def test_breaths_are_said_until_they_are_known() -> None:
    timeline = breaths()
    looks = [
        replace(RUNNING, happenings=(PhaseBegan(phase),))
        for phase in timeline.phases
        if phase.breath is not None
    ]
    words = [each for look in looks for each in announcements(RUNNING, look, timeline)]
    assert words == ["Breathe in", "Breathe out"] * 2


def test_where_no_voice_speaks_the_sentences_are_said_once_each() -> None:
    silent = replace(RUNNING, caption="")
    speaking = replace(RUNNING, caption="Let them drop.")
    assert list(announcements(silent, speaking, MUSCLES, is_spoken=False)) == ["Let them drop."]
    assert list(announcements(speaking, speaking, MUSCLES, is_spoken=False)) == []
    assert said(silent, speaking) == []
