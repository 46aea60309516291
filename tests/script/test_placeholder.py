"""Words in braces."""

from __future__ import annotations

import pytest

from relaxapp.script.findings import Findings
from relaxapp.script.placeholder import as_token, check_placeholders, fill

BRACES = "Braces are for {side}, {dominant}, {other}, {eyes closed: ...} and {eyes open: ...}."


def no_words(name: str) -> str:
    """What is said about braces that hold nothing."""
    return (
        f"'{{{name}}}' holds no words. Write them behind a colon, such as '{{{name}: Look up.}}'."
    )


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
            f"'{{xyz}}' stands for nothing. {BRACES}",
        ),
        ("the {side hand", f"a brace in this line has no partner. {BRACES}"),
        ("{eyes open: Look up.", f"a brace in this line has no partner. {BRACES}"),
        ("Look up.}", f"a brace in this line has no partner. {BRACES}"),
        (
            "{eyes shut: Rest.}",
            "'{eyes shut: ...}' stands for nothing. Did you mean 'eyes closed'?",
        ),
        ("{open: Look.}", "'{open: ...}' stands for nothing. Did you mean 'eyes open'?"),
        ("{at 10: Look.}", f"'{{at 10: ...}}' stands for nothing. {BRACES}"),
        (
            "{eyes open}",
            no_words("eyes open"),
        ),
        (
            "{Eyes  Closed: }",
            no_words("eyes closed"),
        ),
        (
            "{eyes open: Look. {eyes closed: Rest.}}",
            "'{eyes closed: ...}' cannot stand in braces that hold words themselves.",
        ),
        (
            "{eyes open: Your {sid} hand.}",
            "'{sid}' stands for nothing. Did you mean '{side}'?",
        ),
    ],
)
def test_a_brace_that_stands_for_nothing_is_told(text: str, sentence: str) -> None:
    findings = Findings()
    check_placeholders(text, (4,), findings, in_repeat_for=True)

    assert [str(problem) for problem in findings.problems] == [f"line 4: {sentence}"]


def test_a_side_needs_a_repeat_for_words_around_it() -> None:
    inside, outside = Findings(), Findings()
    check_placeholders("{side} and {dominant}", (1,), inside, in_repeat_for=True)
    check_placeholders("{side} and {dominant}", (1,), outside, in_repeat_for=False)

    assert inside.problems == ()
    assert "'{side}' means something only between" in outside.problems[0].sentence


def test_words_for_one_kind_of_eyes_may_name_a_side() -> None:
    findings = Findings()
    check_placeholders("{eyes open: Your {side} hand.}", (1,), findings, in_repeat_for=True)

    assert findings.problems == ()


def test_braces_may_go_over_several_lines_and_their_mistakes_are_told_by_line() -> None:
    findings = Findings()
    text = "{eyes open: Look\nat your {sid} hand.}\nAnd {"
    check_placeholders(text, (3, 4, 6), findings, in_repeat_for=True)

    assert [problem.line for problem in findings.problems] == [4, 6]


def test_words_do_not_stand_in_a_cue() -> None:
    findings = Findings()
    text = "notice {eyes open: hands} for 9s"
    check_placeholders(text, (7,), findings, in_repeat_for=False, is_cue=True)

    assert [str(problem) for problem in findings.problems] == [
        "line 7: '{eyes open: ...}' holds words, and they stand below a cue, not in its brackets."
    ]
