"""Every script that comes with relaxapp, made to fit every kind of person, is a sensible session at every length."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relaxapp.script.body import AREAS_BY_NAME, Area, Side
from relaxapp.script.parser import read
from relaxapp.timeline.clip import Bus, frames, seconds
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, reading_frames, spoken_frames
from relaxapp.timeline.phase import PhaseKind
from relaxapp.timeline.tailoring import Tailoring, tailor

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from relaxapp.script.script import Script
    from relaxapp.timeline.phase import Phase, StepSpan
    from relaxapp.timeline.timeline import Timeline

FILES = sorted((Path(__file__).parents[1] / "scripts").glob("*.relax"))
SPOKEN = Lengths(spoken_frames, lambda _: 1)
READ = Lengths(reading_frames, lambda _: 1, voiced=False)
LEAST_SECONDS = 20
"""Even who leaves much out has time to arrive and to come back."""
READ_ONLY = "read only"
LEFT_OUT = {
    name: AREAS_BY_NAME[name] for name in ("arms", "face", "neck", "shoulders", "trunk", "legs")
}
PEOPLE = {
    "just as it is written": Tailoring(),
    **{f"without {name}": Tailoring(left_out=areas) for name, areas in LEFT_OUT.items()},
    "everything imagined": Tailoring(imagined=frozenset(Area)),
    "no tensing": Tailoring(no_tensing=True),
    "no holds": Tailoring(no_breath_holds=True),
    "eyes open": Tailoring(eyes_open=True),
    "left-handed": Tailoring(stronger_hand=Side.LEFT),
    "much at once": Tailoring(
        left_out=AREAS_BY_NAME["trunk"] | AREAS_BY_NAME["face"],
        imagined=AREAS_BY_NAME["legs"],
        no_breath_holds=True,
        stronger_hand=Side.LEFT,
        eyes_open=True,
    ),
}


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def script(request: pytest.FixtureRequest) -> Script:
    return read(request.param)


def _sessions(script: Script) -> Iterator[tuple[str, Tailoring, Timeline]]:
    """Every person's session, with what to call it: heard as short, usual and long as can be, and read."""
    for person, tailoring in PEOPLE.items():
        tailored = tailor(script, tailoring)
        heard = Fitting(tailored, SPOKEN)
        name = f"{script.title}, {person}"
        for length in (heard.shortest_frames, heard.longest_frames):
            timeline = heard.fit(seconds(length))
            assert timeline.length == length, name
            yield name, tailoring, timeline
        yield name, tailoring, heard.usual()
        yield f"{name}, {READ_ONLY}", tailoring, Fitting(tailored, READ).usual()


def test_whoever_it_is_made_to_fit_the_session_is_a_sensible_one(script: Script) -> None:
    """One test for each script: laying all of them out takes longer than looking at them."""
    for name, tailoring, timeline in _sessions(script):
        _hangs_together(timeline, name)
        _asks_only_for_what_is_good(timeline, tailoring, name)
        _leads_back(timeline, script, tailoring, name)
        _says_one_thing_at_a_time(timeline, name)
        _says_it_in_whole_sentences(timeline, name)
        assert timeline.length >= frames(LEAST_SECONDS), name


def _hangs_together(timeline: Timeline, name: str) -> None:
    """Phases and steps abut from the first frame to the last, and every step has something in it."""
    _abut(timeline.phases, timeline.length, name)
    _abut(timeline.steps, timeline.length, name)
    assert {phase.step for phase in timeline.phases} == set(range(len(timeline.steps))), name
    for phase in timeline.phases:
        step = timeline.steps[phase.step]
        assert step.start <= phase.start < phase.end <= step.end, (name, step.title)
    for one, next_ in pairwise(timeline.phases):
        if one.breath is not None and next_.breath is None:
            assert one.breath.cycle == one.breath.cycles, (name, "a breath is missing")
            assert one.breath.fullness_at_end == 0, (name, "a breath is cut off")


def _abut(spans: Sequence[Phase | StepSpan], length: int, name: str) -> None:
    assert spans[0].start == 0, name
    assert spans[-1].end == length, name
    assert all(one.end == next_.start for one, next_ in pairwise(spans)), name
    assert all(span.start < span.end for span in spans), name


def _asks_only_for_what_is_good(timeline: Timeline, tailoring: Tailoring, name: str) -> None:
    imagines_all = tailoring.no_tensing or tailoring.imagined == frozenset(Area)
    for phase in timeline.phases:
        if phase.kind is PhaseKind.TENSE:
            assert not phase.areas & tailoring.left_out, (name, phase.group)
            assert not phase.areas & tailoring.imagined, (name, phase.group)
            assert not imagines_all, (name, phase.group)
        elif phase.kind is PhaseKind.NOTICE:
            assert not phase.areas <= tailoring.left_out, (name, phase.group)
        elif phase.kind in {PhaseKind.HOLD, PhaseKind.REST}:
            assert not tailoring.no_breath_holds, name
    for one, next_ in pairwise(timeline.phases):
        if next_.kind is PhaseKind.RELEASE:
            assert one.kind in {PhaseKind.TENSE, PhaseKind.NOTICE}, (name, next_.text)


def _leads_back(timeline: Timeline, script: Script, tailoring: Tailoring, name: str) -> None:
    last = script.worded(eyes_open=tailoring.eyes_open).steps[-1]

    assert timeline.steps[-1].title == last.title, name
    assert len(timeline.steps) > 1, name
    assert any(caption.start >= timeline.steps[-1].start for caption in timeline.captions), name


def _says_one_thing_at_a_time(timeline: Timeline, name: str) -> None:
    spoken = [clip for clip in timeline.clips if clip.bus is Bus.VOICE]

    assert bool(spoken) is not name.endswith(READ_ONLY), name
    for one, next_ in pairwise(spoken):
        assert one.end <= next_.at, (name, one.sound.name)
    for caption, next_caption in pairwise(timeline.captions):
        assert caption.start < caption.end <= next_caption.start, (name, caption.text)


def _says_it_in_whole_sentences(timeline: Timeline, name: str) -> None:
    """Sides are filled in, and what is left of words for eyes begins and ends as a sentence does."""
    titles = [step.title for step in timeline.steps]
    sentences = [caption.text for caption in timeline.captions]
    for text in titles + sentences:
        assert not set("{}[]") & set(text), (name, text)
        assert text == " ".join(text.split()), (name, text)
        assert text[0].isupper() or text[0].isdigit(), (name, text)
    for sentence in sentences:
        assert sentence[-1] in ".?!:", (name, sentence)
