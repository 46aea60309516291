"""Words in braces."""

from __future__ import annotations

import pytest

from relaxapp.script.findings import Findings
from relaxapp.script.placeholder import check_placeholders, fill, fill_names, names_a_hand

BRACES = (
    "Braces are for {side}, {dominant}, {other}, and for {eyes closed: ...}, {eyes open: ...}, "
    "{holds: ...} and {no holds: ...}."
)
SIDES = ("right", "left")


def no_words(name: str, example: str = "Look up.") -> str:
    """What is said about braces that hold nothing."""
    return (
        f"'{{{name}}}' holds no words. Write them behind a colon, such as '{{{name}: {example}}}'."
    )


def not_two(name: str) -> str:
    """What is said about braces that do not hold the words for two sides."""
    return (
        f"'{{{name}: ...}}' holds the word for right and the word for left, such as "
        f"'{{{name}: rechten | linken}}', and no stops or braces."
    )


def test_a_word_is_filled_in_with_a_capital_at_the_start() -> None:
    assert fill("{side} hand, {side} arm", {"side": "right"}) == "Right hand, right arm"


def test_case_and_spaces_within_braces_do_not_matter() -> None:
    assert fill("the { Side } hand", {"side": "left"}) == "the left hand"


def test_names_without_a_word_are_left() -> None:
    assert fill("{dominant} hand", {"side": "left"}) == "{dominant} hand"


def test_sides_that_are_not_yet_known_stay_in_braces() -> None:
    filled = [fill("{ Side } hand", {"side": word}) for word in ("dominant", "other", "left")]

    assert filled == ["{dominant} hand", "{other} hand", "Left hand"]
    assert list(map(names_a_hand, filled)) == [True, True, False]


@pytest.mark.parametrize(
    ("word", "filled"),
    [("right", "Der rechte Arm"), ("left", "Der linke Arm"), ("Stirn", "Der Stirn Arm")],
)
def test_a_side_has_the_word_of_the_language(word: str, filled: str) -> None:
    assert fill("Der {side} Arm", {"side": word}, "de-AT") == filled


def test_a_text_may_hold_the_words_for_both_sides() -> None:
    text = "Heb { Side : deinen  rechten |deinen linken } Arm."

    assert fill(text, {"side": "right"}, "de") == "Heb deinen rechten Arm."
    assert fill(text, {"side": "left"}) == "Heb deinen linken Arm."
    assert fill("{side: Dein rechter | dein linker} Arm", {"side": "left"}) == "Dein linker Arm"


def test_the_words_for_both_sides_wait_until_the_stronger_hand_is_known() -> None:
    waiting = fill("Dein {side: rechter | linker} Arm", {"side": "other"}, "de")

    assert waiting == "Dein {other:rechter|linker} Arm"
    assert names_a_hand(waiting)
    assert fill(waiting, {"other": "left"}, "de") == "Dein linker Arm"


def test_in_a_cue_a_side_is_named_as_groups_are() -> None:
    assert fill_names("tense { Side } hand for 5s", {"side": "left"}) == "tense left hand for 5s"
    assert fill_names("{dominant} hand {x}", {"dominant": "dominant"}) == "dominant hand {x}"


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
        ("{hold: Stay.}", "'{hold: ...}' stands for nothing. Did you mean 'holds'?"),
        ("{sid: a | b}", "'{sid: ...}' stands for nothing. Did you mean 'side'?"),
        ("{no holds}", no_words("no holds", "Stay a moment.")),
        ("{side: rechten}", not_two("side")),
        ("{dominant: rechten | }", not_two("dominant")),
        ("{side: a | b | c}", not_two("side")),
        ("{side: Rechts. | Links.}", not_two("side")),
        ("{side: {other} | links}", not_two("side")),
        (
            "{eyes open: Your {sid} hand.}",
            "'{sid}' stands for nothing. Did you mean '{side}'?",
        ),
    ],
)
def test_a_brace_that_stands_for_nothing_is_told(text: str, sentence: str) -> None:
    findings = Findings()
    check_placeholders(text, (4,), findings, repeated=SIDES)

    assert [str(problem) for problem in findings.problems] == [f"line 4: {sentence}"]


def test_a_side_needs_a_repeat_for_words_around_it() -> None:
    inside, outside = Findings(), Findings()
    check_placeholders("{side} and {dominant}", (1,), inside, repeated=SIDES)
    check_placeholders("{side} and {dominant}", (1,), outside, repeated=())

    assert inside.problems == ()
    assert "'{side}' means something only between" in outside.problems[0].sentence


def test_words_for_one_kind_of_eyes_may_name_a_side() -> None:
    findings = Findings()
    check_placeholders("{eyes open: Your {side} hand.}", (1,), findings, repeated=SIDES)

    assert findings.problems == ()


def test_braces_may_go_over_several_lines_and_their_mistakes_are_told_by_line() -> None:
    findings = Findings()
    text = "{eyes open: Look\nat your {sid} hand.}\nAnd {"
    check_placeholders(text, (3, 4, 6), findings, repeated=SIDES)

    assert [problem.line for problem in findings.problems] == [4, 6]


def test_words_do_not_stand_in_a_cue() -> None:
    findings = Findings()
    text = "notice {eyes open: hands} for 9s"
    check_placeholders(text, (7,), findings, repeated=(), is_cue=True)

    assert [str(problem) for problem in findings.problems] == [
        "line 7: '{eyes open: ...}' holds words, and they stand below a cue, not in its brackets."
    ]


@pytest.mark.parametrize(
    ("text", "repeated", "sentence"),
    [
        ("Der {side: rechte | linke} Arm", ("dominant", "other"), None),
        ("{eyes open: Der {side: rechte | linke} Arm}", ("left",), None),
        ("Der {side: rechte | linke} Arm", (), "'{side}' means something only between"),
        ("Die {side: rechte | linke} Hand", ("Stirn", "right"), "is a repeat for other words"),
        # The words of a repeat that cannot be read are not known.
        ("Der {side: rechte | linke} Arm", ("",), None),
    ],
)
def test_the_words_for_both_sides_need_a_repeat_for_sides(
    text: str, repeated: tuple[str, ...], sentence: str | None
) -> None:
    findings = Findings()
    check_placeholders(text, (1,), findings, repeated=repeated)

    found = [problem.sentence for problem in findings.problems]
    assert len(found) == (0 if sentence is None else 1)
    assert sentence is None or sentence in found[0]


@pytest.mark.parametrize(
    "text", ["tense {side: a | b} hand for 5s", "tense {holds: a} hand for 5s"]
)
def test_in_a_cue_there_are_no_words_to_choose_from(text: str) -> None:
    findings = Findings()
    check_placeholders(text, (7,), findings, repeated=SIDES, is_cue=True)

    assert "holds words, and they stand below a cue" in findings.problems[0].sentence
