"""The guide for authors shows nothing that does not work."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from relaxapp.script.body import GROUP_NAMES
from relaxapp.script.condition import Condition
from relaxapp.script.cue import AMBIENCES, SCENES, SOUNDS
from relaxapp.script.parser import parse

GUIDE = (Path(__file__).parents[2] / "docs" / "writing-scripts.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```relax\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)
HEADERS = (
    "Title",
    "Minutes",
    "Technique",
    "Caution",
    "Evidence",
    "About",
    "Author",
    "Source",
    "Ambience",
    "Language",
    "Ending",
    "Format",
)
HEADER = """\
Title: An example
Technique: any
Minutes: 1
Caution: If you feel dizzy, stop. Leave out holding the breath in pregnancy.
Evidence: None.

"""


def _whole(example: str) -> str:
    """An example with what it needs around it to be a script."""
    if example.startswith("Title:"):
        return example
    has_step = re.match(r"#|\[repeat[^\n]*\n+#", example)
    return HEADER + example if has_step else f"{HEADER}# Step\n\n{example}"


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.partition("\n")[0])
def test_every_example_can_be_read(example: str) -> None:
    if example.startswith(">"):
        example += "\nSome words, as a note alone makes no step.\n"

    assert parse(_whole(example), "example").steps


def test_every_cue_has_an_example() -> None:
    shown = {
        word for example in EXAMPLES for word in re.findall(r"^\[(\w+)", example, re.MULTILINE)
    }

    assert shown == {
        "pause",
        "tense",
        "release",
        "breathe",
        "imagine",
        "notice",
        "sound",
        "ambience",
        "wait",
        "play",
        "repeat",
        "end",
    }


def test_every_name_of_the_first_lines_has_an_example() -> None:
    shown = {
        name
        for example in EXAMPLES
        if example.startswith("Title:")
        for name in re.findall(r"^([A-Z][\w ]*): ", example.partition("\n\n")[0], re.MULTILINE)
    }

    assert shown == {*HEADERS, "Reviewed by"}
    for name in HEADERS:
        assert f"| `{name}` |" in GUIDE


def test_in_no_whole_script_there_is_anything_to_warn_of() -> None:
    for example in EXAMPLES:
        if example.startswith("Title:"):
            assert [str(each) for each in parse(example, "example").warnings] == []


@pytest.mark.parametrize("condition", Condition)
def test_words_for_some_people_only_have_an_example(condition: Condition) -> None:
    assert any(f"{{{condition}:" in example for example in EXAMPLES)


@pytest.mark.parametrize("name", [*SCENES, *SOUNDS, *AMBIENCES])
def test_every_name_there_is_stands_in_the_guide(name: str) -> None:
    assert f"`{name}`" in GUIDE


def test_every_muscle_group_stands_in_the_guide() -> None:
    sides = ("right ", "left ", "dominant ", "other ")
    for group in GROUP_NAMES:
        bare = group
        for side in sides:
            bare = bare.removeprefix(side)
        assert f"`{bare}`" in GUIDE, group
