"""The scripts that come with the program keep to its own rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relaxapp.script.clinical.order import written_out
from relaxapp.script.cue import AMBIENCES, Breathe, Cue, Pause, Release, Say, Tense
from relaxapp.script.estimate import parts_length, spoken_seconds
from relaxapp.script.parser import parse, read
from relaxapp.timeline.clip import seconds
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, spoken_frames

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relaxapp.script.script import Script

FOLDER = Path(__file__).parents[2] / "scripts"
FILES = sorted(FOLDER.glob("*.relax"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def script(request: pytest.FixtureRequest) -> Script:
    return read(request.param)


def _cues(script: Script) -> list[Cue]:
    return [cue for step in script.steps for cue in written_out(step.cues)]


def _said(cues: Iterable[Cue]) -> str:
    return " ".join(sentence for cue in cues for sentence in getattr(cue, "words", ()))


def test_there_is_one_script_for_each_kind_of_exercise() -> None:
    techniques = {read(path).technique for path in FILES}

    assert techniques >= {"muscle relaxation", "breathing", "visualisation", "grounding"}


def test_the_checker_has_nothing_to_say(script: Script) -> None:
    assert [str(problem) for problem in script.warnings] == []


def test_every_script_says_what_it_is(script: Script) -> None:
    assert script.about
    assert script.author
    assert script.source
    assert script.cautions
    assert script.evidence
    assert script.ambience in AMBIENCES


def test_at_least_half_of_every_release_is_quiet(script: Script) -> None:
    for cue in _cues(script):
        if isinstance(cue, Release):
            assert spoken_seconds(cue.words) <= 0.5 * cue.seconds.shortest


def test_letting_go_is_always_said_in_the_same_words(script: Script) -> None:
    said = {cue.words[0] for cue in _cues(script) if isinstance(cue, Release)}

    assert said <= {"And let go."}


def test_breathing_goes_on_while_tensing(script: Script) -> None:
    for cue in _cues(script):
        if isinstance(cue, Tense):
            assert "breathe on" in " ".join(cue.words)


def test_breathing_is_gentle_and_not_deep(script: Script) -> None:
    cues = _cues(script)
    if any(isinstance(cue, Breathe) for cue in cues):
        assert "Gently, not deep." in _said(cues)


def test_the_eyes_may_stay_open(script: Script) -> None:
    if script.technique == "grounding":
        assert "Your eyes stay open" in _said(_cues(script))
        return
    said = _said(written_out(script.steps[0].cues))

    assert "eyes may close" in said
    assert "stay open" in said or "rest softly" in said


def test_to_eyes_that_stay_open_nothing_is_said_about_closing_or_opening_them(
    script: Script,
) -> None:
    opened = script.worded(eyes_open=True)
    said = _said(_cues(opened)).lower()

    assert "clos" not in said.replace("close by", "")
    assert "open your eyes" not in said
    assert "squeeze" not in said
    if script.technique != "grounding":
        assert "eyes rest on one spot" in _said(written_out(opened.steps[0].cues))


def test_grounding_asks_for_nothing_and_leaves_the_breath_alone() -> None:
    """It is for a bad moment: the senses alone, no exercise of breath or muscles, no imagining."""
    script = read(FOLDER / "ground-54321.relax")
    said = _said(_cues(script)).lower()

    assert {type(cue) for cue in _cues(script)} == {Say, Pause}
    assert "breath" not in said
    assert "must" not in said
    assert [step.title.split(" ")[0] for step in script.steps[1:-1]] == [
        "Five",
        "Four",
        "Three",
        "Two",
        "One",
    ]
    assert not script.parts_eyes_open


def test_grounding_gives_every_thing_to_find_about_ten_seconds() -> None:
    lengths = Lengths(spoken_frames, lambda _: 1)
    steps = Fitting(read(FOLDER / "ground-54321.relax"), lengths).usual().steps

    for count, step in zip((5, 4, 3, 2, 1), steps[1:-1], strict=True):
        assert seconds(step.end - step.start) == pytest.approx(10 * count, abs=2.5)


@pytest.mark.parametrize(
    ("name", "shortest", "usual", "longest"),
    [
        ("pmr-7", 10, 15, 22),
        ("breath-long-exhale", 3, 5, 15),
        ("viz-calm-place", 8, 12, 20),
        ("ground-54321", 2, 3, 6),
    ],
)
def test_every_length_it_is_made_for_can_be_reached(
    name: str, shortest: float, usual: float, longest: float
) -> None:
    script = read(FOLDER / f"{name}.relax")

    assert script.minutes == usual
    for eyes_open in (False, True):
        length = parts_length(script.worded(eyes_open=eyes_open).parts)
        assert length.shortest <= shortest * 60
        assert length.longest >= longest * 60


def test_between_one_round_and_two_the_seven_groups_leave_no_gap() -> None:
    """The longest session with one round is at least as long as the shortest with two."""
    text = (FOLDER / "pmr-7.relax").read_text(encoding="utf-8")
    one, two = (
        parts_length(_with_rounds(text, rounds).parts)
        for rounds in ("[repeat 1 time]", "[repeat 2 times]")
    )

    assert one.longest >= two.shortest
    # Fifteen minutes, the usual length, have both rounds.
    assert one.longest < 15 * 60


def _with_rounds(text: str, rounds: str) -> Script:
    assert "[repeat 1 to 2 times]" in text
    return parse(text.replace("[repeat 1 to 2 times]", rounds), "pmr-7.relax")
