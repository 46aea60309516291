"""Words in braces."""

from __future__ import annotations

import pytest

from relaxapp.script.findings import Findings
from relaxapp.script.placeholder import as_token, check_placeholders, fill


def test_a_word_is_filled_in_with_a_capital_at_the_start() -> None:
    assert fill("{side} hand, {side} arm", {"side": "right"}) == "Right hand, right arm"


def test_case_and_spaces_within_braces_do_not_matter() -> None:
    assert fill("the { Side } hand", {"side": "left"}) == "the left hand"


def test_names_without_a_word_are_left() -> None:
    assert fill("{dominant} hand", {"side": "left"}) == "{dominant} hand"


def test_sides_that_are_not_yet_known_stay_in_braces() -> None:
    assert [as_token(word) for word in ("dominant", "other", "left")] == [
        "{dominant}",
        "{other}",
        "left",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("the {sid} hand", "'{sid}' stands for nothing. Did you mean '{side}'?"),
        ("the {dominent} hand", "'{dominent}' stands for nothing. Did you mean '{dominant}'?"),
        (
            "the {xyz} hand",
            "'{xyz}' stands for nothing. Braces are for {side}, {dominant} and {other}.",
        ),
        (
            "the {side hand",
            "a brace has no partner in this line. Braces are for {side}, {dominant} and {other}.",
        ),
    ],
)
def test_a_brace_that_stands_for_nothing_is_told(text: str, sentence: str) -> None:
    findings = Findings()
    check_placeholders(text, 4, findings, in_repeat_for=True)

    assert [str(problem) for problem in findings.problems] == [f"line 4: {sentence}"]


def test_a_side_needs_a_repeat_for_words_around_it() -> None:
    inside, outside = Findings(), Findings()
    check_placeholders("{side} and {dominant}", 1, inside, in_repeat_for=True)
    check_placeholders("{side} and {dominant}", 1, outside, in_repeat_for=False)

    assert inside.problems == ()
    assert "'{side}' means something only between" in outside.problems[0].sentence
