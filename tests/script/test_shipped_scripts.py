"""The scripts that come with the program keep to its own rules."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relaxapp.script.cue import AMBIENCES, Breathe, BreatheRamp, Cue, Pause, Release, Say, Tense
from relaxapp.script.estimate import parts_length, spoken_seconds
from relaxapp.script.order import written_out
from relaxapp.script.parser import parse, read
from relaxapp.timeline.clip import seconds
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, spoken_frames

if TYPE_CHECKING:
    from collections.abc import Iterable

    from relaxapp.script.script import Script

FOLDER = Path(__file__).parents[2] / "scripts"
FILES = sorted(FOLDER.glob("*.relax"))
ENGLISH = [path for path in FILES if not path.stem.endswith("-de")]
LIST = (FOLDER / "README.md").read_text(encoding="utf-8")
LOOKING = {"ground-54321", "pmr-rapid", "pmr-differential", "desk-neck-shoulders"}
"""Done with open eyes by everybody: in the middle of a day, at work, while moving."""
LENGTHS = {
    "autogenic": (6, 12, 18),
    "body-scan": (8, 15, 45),
    "breath-478": (2.5, 2.5, 3.5),
    "breath-alternate": (3, 5, 10),
    "breath-belly": (5, 8, 12),
    "breath-box": (2, 5, 8),
    "breath-coherent": (5, 10, 20),
    "breath-long-exhale": (3, 5, 15),
    "breath-mind": (5, 10, 20),
    "breath-own-pace": (5, 10, 20),
    "breath-pursed": (2, 3, 5),
    "breath-sigh": (2, 5, 5),
    "breath-triangle": (3, 4, 5),
    "desk-neck-shoulders": (3, 5, 8),
    "face-jaw": (4, 6, 10),
    "ground-54321": (2, 3, 6),
    "kindness": (5, 8, 12),
    "pmr-16": (17, 30, 45),
    "pmr-4": (6, 10, 16),
    "pmr-7": (10, 15, 22),
    "pmr-cue": (3, 5, 8),
    "pmr-differential": (5, 8, 12),
    "pmr-passive": (8, 14, 25),
    "pmr-rapid": (0.5, 1, 2),
    "pmr-recall": (5, 8, 12),
    "pmr-release": (5, 7, 12),
    "pmr-sleep": (12, 20, 40),
    "twitch-settle": (6, 9, 15),
    "viz-calm-place": (8, 12, 20),
    "viz-forest": (7, 10, 18),
    "viz-hillside": (7, 10, 18),
    "viz-shore": (7, 10, 18),
}
"""Minutes of every English script: the fewest it is made for, the usual ones, the most."""


@pytest.fixture(params=ENGLISH, ids=lambda path: path.stem)
def path(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def name(path: Path) -> str:
    """What the script goes by."""
    return path.stem


@pytest.fixture
def script(path: Path) -> Script:
    return read(path)


def _cues(script: Script) -> list[Cue]:
    return [cue for step in script.steps for cue in written_out(step.cues)]


def _said(cues: Iterable[Cue]) -> str:
    return " ".join(sentence for cue in cues for sentence in getattr(cue, "words", ()))


def test_there_is_one_script_for_each_kind_of_exercise() -> None:
    techniques = {read(path).technique for path in FILES}

    assert techniques == {
        "muscle relaxation",
        "breathing",
        "visualisation",
        "grounding",
        "mindfulness",
        "body scan",
        "autogenic training",
    }


def test_the_checker_has_nothing_to_say(script: Script) -> None:
    assert [str(problem) for problem in script.warnings] == []


def test_every_script_says_what_it_is(script: Script) -> None:
    assert 0 < len(script.about) <= 80  # two lines on its card
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


def test_breathing_is_gentle(script: Script) -> None:
    cues = _cues(script)
    if any(isinstance(cue, Breathe | BreatheRamp) for cue in cues):
        assert "gently" in _said(cues).lower()


def test_the_eyes_may_stay_open(script: Script, name: str) -> None:
    said = _said(written_out(script.steps[0].cues))
    if name in LOOKING:
        assert "eyes stay open" in _said(_cues(script))
        assert script.worded(eyes_open=True).parts == script.worded(eyes_open=False).parts
        return

    assert re.search(r"[Ee]yes (?:may )?close", said) or "Close your eyes if you like" in said
    assert re.search(r"stay (?:\w+ )*open|rest softly|half open|look down", said)


def test_to_eyes_that_stay_open_nothing_is_said_about_closing_or_opening_them(
    script: Script, name: str
) -> None:
    opened = script.worded(eyes_open=True)
    said = _said(_cues(opened)).lower()

    assert not re.search(r"\beyes[^.]*\bclos|\bclos[^.]*\beyes", said)
    assert "open your eyes" not in said
    assert "squeeze" not in said
    if name not in LOOKING:
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


def test_grounding_gives_every_thing_to_find_about_ten_seconds() -> None:
    lengths = Lengths(spoken_frames, lambda _: 1)
    steps = Fitting(read(FOLDER / "ground-54321.relax"), lengths).usual().steps

    for count, step in zip((5, 4, 3, 2, 1), steps[1:-1], strict=True):
        assert seconds(step.end - step.start) == pytest.approx(10 * count, abs=2.5)


def test_every_script_is_made_for_some_lengths() -> None:
    assert {path.stem for path in ENGLISH} == set(LENGTHS)


def test_the_list_for_therapists_has_every_script_with_its_lengths() -> None:
    listed = re.findall(
        r"^\| `([\w-]+)` \| (.+?) \| (.+?) \| (\S+) \((\S+) to (\S+)\) \|", LIST, re.MULTILINE
    )
    told = {row[0]: (row[1], row[2], tuple(map(float, row[3:]))) for row in listed}

    for path in ENGLISH:
        script = read(path)
        shortest, usual, longest = LENGTHS[path.stem]
        assert told[path.stem] == (script.title, script.technique, (usual, shortest, longest))


def test_every_length_it_is_made_for_can_be_reached(script: Script, name: str) -> None:
    shortest, usual, longest = LENGTHS[name]

    assert script.minutes == usual
    for eyes_open in (False, True):
        length = parts_length(script.worded(eyes_open=eyes_open).parts)
        assert length.shortest <= shortest * 60
        assert length.longest >= longest * 60


def test_cyclic_sighing_is_not_offered_for_longer_than_it_was_tested() -> None:
    script = read(FOLDER / "breath-sigh.relax")

    # Five minutes, and a moment to arrive and to come back.
    assert parts_length(script.parts).longest <= 5.5 * 60


def test_4_7_8_has_four_breaths_usually_and_eight_at_most() -> None:
    script = read(FOLDER / "breath-478.relax")
    (breathing,) = (cue for cue in _cues(script) if isinstance(cue, Breathe))
    usual = Fitting(script, Lengths(spoken_frames, lambda _: 1)).usual()

    assert breathing.times is not None
    assert breathing.times.most == 8
    assert max(phase.breath.cycles for phase in usual.phases if phase.breath) == 4


def test_no_two_scripts_share_a_paragraph() -> None:
    """Three sentences and more are a paragraph of their own; short ones recur, as signals do."""
    where: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for path in ENGLISH:
        for cue in _cues(read(path)):
            words = getattr(cue, "words", ())
            if len(words) >= 3:
                where[tuple(words)].add(path.stem)

    assert {words: names for words, names in where.items() if len(names) > 1} == {}


def test_no_long_sentence_is_in_more_than_three_scripts() -> None:
    where: defaultdict[str, set[str]] = defaultdict(set)
    for path in ENGLISH:
        script = read(path)
        for worded in (script.worded(eyes_open=False), script.worded(eyes_open=True)):
            for cue in _cues(worded):
                for sentence in getattr(cue, "words", ()):
                    where[sentence].add(path.stem)
    recurring = {
        sentence: names
        for sentence, names in where.items()
        if len(sentence.split()) > 12 and len(names) > 3
    }

    assert recurring == {}


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
