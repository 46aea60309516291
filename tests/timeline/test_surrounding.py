"""A script in the ambience a person has chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.script.cue import Ambience, Cue, ForEach, Repeat
from relaxapp.script.script import Rounds
from relaxapp.script.span import Count
from relaxapp.timeline.clip import Ambient, Bus
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.surrounding import surround
from tests.timeline.scripts import LENGTHS, pause, say, script, step

if TYPE_CHECKING:
    from relaxapp.timeline.timeline import Timeline


def changes(name: str) -> Cue:
    return Ambience(line=1, name=name)


CHANGING = replace(
    script(
        step(say("Sit."), changes("ocean"), pause(20, 20), title="Settle"),
        Rounds(
            line=1,
            times=Count(2, 2),
            parts=(step(changes("wind"), pause(20, 20), changes("none"), pause(5, 5)),),
        ),
        step(
            Repeat(line=1, times=Count(2, 2), cues=(changes("fire"), pause(5, 5))),
            ForEach(line=1, values=("right",), rounds=((changes("rain"), pause(5, 5)),)),
            title="Return",
        ),
    ),
    ambience="rain",
)


def _heard(timeline: Timeline) -> list[tuple[int, int, str]]:
    clips = [clip for clip in timeline.clips if clip.bus is Bus.AMBIENCE]
    return [
        (clip.at, clip.end, clip.sound.name) for clip in clips if isinstance(clip.sound, Ambient)
    ]


def test_the_script_itself_changes_its_ambience() -> None:
    names = {name for _, _, name in _heard(Fitting(CHANGING, LENGTHS).usual())}
    assert names == {"rain", "ocean", "wind", "fire"}


def test_the_ambience_chosen_lasts_from_beginning_to_end() -> None:
    for name in ("drone", "my river.flac"):
        timeline = Fitting(surround(CHANGING, name), LENGTHS).usual()
        assert _heard(timeline) == [(0, timeline.length, name)]


def test_none_is_none_from_beginning_to_end() -> None:
    assert not _heard(Fitting(surround(CHANGING, "none"), LENGTHS).usual())


def test_nothing_else_of_the_session_changes() -> None:
    before = Fitting(CHANGING, LENGTHS).usual()
    after = Fitting(surround(CHANGING, "drone"), LENGTHS).usual()
    assert after.phases == before.phases
    assert after.steps == before.steps
    others = [clip for clip in before.clips if clip.bus is not Bus.AMBIENCE]
    assert [clip for clip in after.clips if clip.bus is not Bus.AMBIENCE] == others
