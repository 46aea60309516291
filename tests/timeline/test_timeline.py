"""What a timeline answers about a frame."""

from __future__ import annotations

from relaxapp.timeline.clip import frames, seconds
from relaxapp.timeline.fitting import Fitting
from tests.timeline.scripts import LENGTHS, pause, say, script, step

TIMELINE = Fitting(
    script(
        step(say("Sit."), pause(5, 5), title="Settle"),
        step(pause(5, 5), say("Look around."), title="Return"),
    ),
    LENGTHS,
).usual()


def test_every_frame_belongs_to_the_phase_that_covers_it() -> None:
    for phase in TIMELINE.phases:
        assert TIMELINE.at(phase.start) is phase
        assert TIMELINE.at(phase.end - 1) is phase


def test_before_the_start_and_after_the_end_the_nearest_phase_is_given() -> None:
    assert TIMELINE.at(-1) is TIMELINE.phases[0]
    assert TIMELINE.at(TIMELINE.length + 1) is TIMELINE.phases[-1]


def test_a_caption_stays_in_view_until_the_next_or_the_end_of_its_step() -> None:
    said = next(phase for phase in TIMELINE.phases if phase.text == "Sit.")
    settled = TIMELINE.steps[0]
    assert TIMELINE.caption_at(said.start) == "Sit."
    assert TIMELINE.caption_at(settled.end - 1) == "Sit."
    assert TIMELINE.caption_at(settled.end) == ""


def test_before_anything_is_said_there_is_no_caption() -> None:
    assert TIMELINE.caption_at(0) == ""


def test_seconds_and_frames_are_the_same_length() -> None:
    assert seconds(frames(2.5)) == 2.5
