"""The tree of headings, paragraphs, notes, cues and repeats."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.script.blocks import (
    MOST_CUES,
    Bracket,
    Heading,
    Paragraph,
    Remark,
    RepeatBlock,
    read_blocks,
    too_many_cues_at,
)
from relaxapp.script.findings import EnoughError, Findings

if TYPE_CHECKING:
    from relaxapp.script.blocks import Node


def _nodes(text: str) -> list[Node]:
    return read_blocks(text.split("\n"), 0, Findings())


def _complaints(text: str) -> list[str]:
    findings = Findings()
    read_blocks(text.split("\n"), 0, findings)
    return [str(problem) for problem in findings.problems]


def test_every_kind_of_line_has_its_node() -> None:
    assert _nodes("# A  title\n\n> a note\n> goes on\n\nText,\ntwo lines.\n\n[ pause  4s ]") == [
        Heading(1, "A title"),
        Remark(3, ["a note", "goes on"]),
        Paragraph(6, ["Text,", "two lines."]),
        Bracket(9, "pause 4s", []),
    ]


def test_lines_directly_below_a_lasting_cue_belong_to_it() -> None:
    assert _nodes("[pause 4s]\nOne.\nTwo.\n\nThree.") == [
        Bracket(1, "pause 4s", ["One.", "Two."]),
        Paragraph(5, ["Three."]),
    ]


def test_lines_directly_below_a_momentary_cue_are_a_paragraph() -> None:
    assert _nodes("[sound bell]\nOne.") == [Bracket(1, "sound bell", []), Paragraph(2, ["One."])]


def test_a_note_directly_below_a_cue_is_shown_while_it_lasts() -> None:
    assert _nodes("[pause 4s]\n> note\n> more\nOne.") == [
        Remark(2, ["note", "more"]),
        Bracket(1, "pause 4s", ["One."]),
    ]


def test_a_note_between_two_texts_parts_them() -> None:
    assert _nodes("One.\n> note\nTwo.") == [
        Paragraph(1, ["One."]),
        Remark(2, ["note"]),
        Paragraph(3, ["Two."]),
    ]


def test_repeats_hold_what_stands_in_them() -> None:
    (outer,) = _nodes("[repeat 2 times]\n[repeat for right, left]\n# A\n[end repeat]\n[end repeat]")

    assert isinstance(outer, RepeatBlock)
    (inner,) = outer.nodes
    assert isinstance(inner, RepeatBlock)
    assert inner.words == ("right", "left")
    assert inner.times is None
    assert outer.has_headings
    assert inner.has_headings


def test_tabs_and_trailing_blanks_mean_nothing() -> None:
    assert _nodes("\t# A\t \n  [pause\t4s]  ") == [Heading(1, "A"), Bracket(2, "pause 4s", [])]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        (
            "#",
            "line 1: this heading has no words. Write for example '# Shoulders'.",
        ),
        (
            "[pause 4s",
            "line 1: the bracket of '[pause 4s' is not closed. Put ']' at the end of the line.",
        ),
        (
            "[pause 4s] And rest.",
            (
                "line 1: a cue stands alone on its line, such as [pause 10s]. "
                "Put the text on the next line."
            ),
        ),
        (
            "And rest. [pause 4s]",
            (
                "line 1: square brackets are for cues, and a cue stands alone on its line, "
                "such as [pause 10s]."
            ),
        ),
        ("\n[end repeat]", "line 2: there is no [repeat ...] above this [end repeat]."),
        (
            "[repeat 2 times]\nA.",
            "line 1: this repeat has no end. Write [end repeat] below it.",
        ),
        (
            "[repeat 2 times]\n[end repeat]",
            "line 1: there is nothing to repeat up to [end repeat].",
        ),
        (
            "[repeat often]\nA.\n[end repeat]",
            "line 1: 'often' is no number of times. Write for example '3 times' or '1 to 2 times'.",
        ),
        (
            "[repeat for right, ]\nA.\n[end repeat]",
            "line 1: '' is no word to repeat for. Write for example [repeat for right, left].",
        ),
        ("A {side} hand.\nB.", "line 1: '{side}' means something only between"),
        ("A.\nB {syde}.", "line 2: '{syde}' stands for nothing. Did you mean '{side}'?"),
    ],
)
def test_what_is_out_of_place_is_told_with_its_line(text: str, complaint: str) -> None:
    complaints = _complaints(text)

    assert len(complaints) == 1
    assert complaints[0].startswith(complaint)


def test_a_cue_as_long_as_a_page_is_none() -> None:
    assert _complaints(f"[pause {'4' * 1000}]") == [
        "line 1: this cue is too long to be one. Put the text below it."
    ]


def test_repeats_stand_in_each_other_four_deep_at_most() -> None:
    def nested(depth: int) -> str:
        return "\n".join(["[repeat 2 times]"] * depth + ["A."] + ["[end repeat]"] * depth)

    assert _complaints(nested(4)) == []
    assert _complaints(nested(5)) == [
        "line 5: repeats may stand in each other 4 deep at most. Write this one out."
    ]


def test_more_than_24_words_to_repeat_for_are_refused() -> None:
    words = ", ".join(["right", "left"] * 13)

    assert _complaints(f"[repeat for {words}]\nA.\n[end repeat]") == [
        "line 1: these are more than 24 words to repeat for."
    ]


def test_repeats_count_as_often_as_they_are_gone_through() -> None:
    """Nobody has to write ten to the sixteenth cues out to see that they are too many."""
    heads = ["[repeat 10000 times]"] * 4
    nodes = _nodes("\n".join(["# A", *heads, "B.", *["[end repeat]"] * 4]))

    assert too_many_cues_at(nodes) == 2


def test_exactly_as_many_cues_as_allowed_are_allowed() -> None:
    # A repeat and what stands in it: one and 99 times 101.
    body = "A.\n\n" * 101
    nodes = _nodes(f"[repeat 99 times]\n\n{body}[end repeat]")
    assert too_many_cues_at(nodes) is None

    assert too_many_cues_at([*nodes, *nodes]) == 1


def test_reading_stops_at_the_first_cue_too_many() -> None:
    findings = Findings()
    with pytest.raises(EnoughError):
        read_blocks(["[wait]"] * (MOST_CUES + 5), 0, findings)

    assert [problem.line for problem in findings.problems] == [MOST_CUES + 2]
