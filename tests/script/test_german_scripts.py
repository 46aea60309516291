"""The German scripts that come with the program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from relaxapp.script.cue import Cue, Release, Tense
from relaxapp.script.estimate import parts_length, spoken_seconds
from relaxapp.script.order import written_out
from relaxapp.script.parser import read
from relaxapp.sound.rendering import scripts_in, sentences_of

if TYPE_CHECKING:
    from relaxapp.script.script import Script

FOLDER = Path(__file__).parents[2] / "scripts"
LENGTHS = {"breath-long-exhale-de": (3, 5, 15), "pmr-7-de": (10, 15, 22)}
"""Minutes: the fewest a script is made for, the usual ones, the most."""


@pytest.fixture(params=LENGTHS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def script(name: str) -> Script:
    return read(FOLDER / f"{name}.relax")


def _cues(script: Script) -> list[Cue]:
    return [cue for step in script.steps for cue in written_out(step.cues)]


def _said(script: Script) -> str:
    return " ".join(sentence for cue in _cues(script) for sentence in getattr(cue, "words", ()))


def test_they_are_all_here() -> None:
    assert {path.stem for path in FOLDER.glob("*.relax") if read(path).language == "de"} == set(
        LENGTHS
    )


def test_the_checker_has_nothing_to_say(script: Script) -> None:
    assert [str(problem) for problem in script.warnings] == []


def test_it_is_the_german_form_of_an_english_one(name: str, script: Script) -> None:
    english = read(FOLDER / f"{name.removesuffix('-de')}.relax")

    assert script.technique == english.technique
    assert len(script.steps) == len(english.steps)
    assert [type(cue) for cue in _cues(script)].count(Tense) == [
        type(cue) for cue in _cues(english)
    ].count(Tense)


def test_every_length_it_is_made_for_can_be_reached(name: str, script: Script) -> None:
    shortest, usual, longest = LENGTHS[name]

    assert script.minutes == usual
    for eyes_open in (False, True):
        length = parts_length(script.worded(eyes_open=eyes_open).parts, script.language)
        assert length.shortest <= shortest * 60
        assert length.longest >= longest * 60


def test_breathing_goes_on_while_tensing_and_half_of_every_release_is_quiet(script: Script) -> None:
    for cue in _cues(script):
        if isinstance(cue, Tense):
            assert re.search("atme weiter|Atem geht weiter", " ".join(cue.words), re.IGNORECASE)
        elif isinstance(cue, Release):
            spoken = spoken_seconds(cue.words, language=script.language)
            assert spoken <= 0.5 * cue.seconds.shortest
            assert cue.words[0] == "Und loslassen."


def test_to_eyes_that_stay_open_nothing_is_said_about_closing_or_opening_them(
    script: Script,
) -> None:
    said = _said(script.worded(eyes_open=True))

    assert "schließen" not in said
    assert not re.search("öffne die Augen|kneifst", said, re.IGNORECASE)
    assert "Dein Blick ruht weich auf einem Punkt." in said


def test_no_english_word_is_among_those_that_are_said(script: Script) -> None:
    said = " ".join(each.text for each in sentences_of([script]))

    assert "{" not in said
    assert not re.search(r"\b(?:right|left|and|the|your)\b", said)


def test_the_shipped_narration_is_asked_for_no_german_sentence() -> None:
    english = scripts_in(FOLDER, "en")

    assert {script.language for script in english} == {"en"}
    assert {each.language for each in sentences_of(english)} == {"en"}
    assert {script.title for script in scripts_in(FOLDER, "de")} == {
        "Lang ausatmen",
        "Sieben Muskelgruppen",
    }
