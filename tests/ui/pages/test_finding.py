"""Tests of what a session is found by."""

from __future__ import annotations

from pathlib import Path

import pytest

from relaxapp.script.parser import parse
from relaxapp.ui.pages.finding import words_of
from relaxapp.ui.pages.offer import Offer
from tests.ui.house import BREATH, SHOULDERS

WHOLE_BODY = """\
Title: All of it
Technique: body scan
Minutes: 3

# Everything

[notice whole body for 20s to 4 min]
Notice.

# Return

[pause 10s]

Open your eyes.
"""

ONE_SIDE = """\
Title: Side by side
Technique: muscle relaxation
Minutes: 2

# Arms

[repeat for right, left]

[tense {side} arm for 6s]
Press.

[release for 20s to 60s]
And let go.

[end repeat]

# Return

[pause 10s]

Open your eyes.
"""


def _words(text: str) -> list[str]:
    script = parse(text, "it")
    return words_of(Offer(script_id="it", path=Path("it.relax"), script=script)).split()


@pytest.mark.parametrize(
    "word",
    ["shoulders", "jaw", "worry", "therapist", "settle", "relaxation", "breathe"],
    ids=["group", "area", "about", "author", "step", "technique", "another step"],
)
def test_a_script_is_found_by_what_is_in_it(word: str) -> None:
    assert any(word in each for each in _words(SHOULDERS))


def test_both_arms_are_found_as_arms_and_as_their_parts() -> None:
    words = " ".join(_words(ONE_SIDE))
    assert "right arm" in words
    assert "arms" in words
    assert "left hand" in words
    assert "hands" in words
    assert "legs" not in words


def test_the_whole_body_is_no_reason_to_be_found_by_every_part_of_it() -> None:
    words = _words(WHOLE_BODY)
    assert "body" in words
    assert "jaw" not in words


def test_what_leads_to_sleep_is_found_by_it() -> None:
    asleep = BREATH.replace("Minutes: 5", "Minutes: 5\nEnding: sleep")
    assert "sleep" in _words(asleep)
    assert "sleep" not in _words(BREATH)


def test_a_file_that_cannot_be_read_is_found_by_its_name() -> None:
    assert words_of(Offer(script_id="a", path=Path("Anna.relax"), script=None)) == "anna.relax"
