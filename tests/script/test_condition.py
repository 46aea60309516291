"""Words for some people only."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.script.condition import Condition, ways_to_word, worded

CLOSED, OPEN = Condition.EYES_CLOSED, Condition.EYES_OPEN
HOLDS, NO_HOLDS = Condition.HOLDS, Condition.NO_HOLDS


@pytest.mark.parametrize(
    ("text", "closed", "opened"),
    [
        (
            "{eyes closed: Your eyes may close.} {eyes open: Rest your eyes on one spot.}",
            "Your eyes may close.",
            "Rest your eyes on one spot.",
        ),
        ("Sit. {eyes open: Look up.} Rest.", "Sit. Rest.", "Sit. Look up. Rest."),
        ("Sit {eyes closed: with closed eyes}.", "Sit with closed eyes.", "Sit."),
        (
            "Sit{eyes closed:, eyes closed}, and rest.",
            "Sit, eyes closed, and rest.",
            "Sit, and rest.",
        ),
        (
            "Sit, {eyes closed: eyes closed}, and rest.",
            "Sit, eyes closed, and rest.",
            "Sit, and rest.",
        ),
        ("Sit, {eyes closed: eyes closed}.", "Sit, eyes closed.", "Sit."),
        ("{eyes closed: With closed eyes,} let go.", "With closed eyes, let go.", "Let go."),
        (
            "Sit. {eyes closed: With closed eyes,} let go.",
            "Sit. With closed eyes, let go.",
            "Sit. Let go.",
        ),
        (
            "Sit. {eyes closed: Your eyes may close}. Rest.",
            "Sit. Your eyes may close. Rest.",
            "Sit. Rest.",
        ),
        ("{eyes closed: Your eyes may close}.", "Your eyes may close.", ""),
        ("{eyes open: look up.} Rest.", "Rest.", "Look up. Rest."),
        (
            "One spot, e.g. {eyes open: a lamp}{eyes closed: a thought}.",
            "One spot, e.g. a thought.",
            "One spot, e.g. a lamp.",
        ),
        ("Look {eyes open: out}{eyes closed: in}wards.", "Look inwards.", "Look outwards."),
        ("{ Eyes  OPEN : Look at your {side} hand.}", "", "Look at your {side} hand."),
        (
            "Let go ... and rest, {side} hand.",
            "Let go ... and rest, {side} hand.",
            "Let go ... and rest, {side} hand.",
        ),
        ("Two\n  lines.", "Two lines.", "Two lines."),
        ("{eyes open: Two\nlines.}", "", "Two lines."),
        ("{eyes shut: Rest.}", "{eyes shut: Rest.}", "{eyes shut: Rest.}"),
        (
            "{eyes open: Heb {side: den rechten | den linken} Arm.}",
            "",
            "Heb {side: den rechten | den linken} Arm.",
        ),
        ("{holds: Hold.} Rest.", "Hold. Rest.", "Hold. Rest."),
    ],
)
def test_what_is_for_the_others_goes_and_the_rest_is_made_whole(
    text: str, closed: str, opened: str
) -> None:
    assert worded(text, {CLOSED}) == closed
    assert worded(text, {OPEN}) == opened


PIECES = st.sampled_from(
    [
        "{eyes open:",
        "{eyes closed: ",
        "{no holds: ",
        "{side: a | b}",
        "}",
        "{side}",
        " ",
        ".",
        ", ",
        "... ",
        "one",
        "Two ",
        "\n",
        ":",
    ]
)


@given(
    st.lists(PIECES, max_size=20).map("".join),
    st.frozensets(st.sampled_from(Condition)),
    st.sampled_from(["en", "de", "fr"]),
)
def test_any_text_comes_out_tidy(
    text: str, conditions: frozenset[Condition], language: str
) -> None:
    whole = worded(text, conditions, language)

    assert whole == " ".join(whole.split())
    assert worded(whole, conditions, language) == whole or "{" in whole


def test_what_is_for_the_breath_that_holds_goes_where_it_does_not() -> None:
    text = "In, {holds: stay,} {no holds: no stop,} and out."

    assert worded(text, {HOLDS}) == "In, stay, and out."
    assert worded(text, {CLOSED, NO_HOLDS}) == "In, no stop, and out."


def test_after_a_german_abbreviation_no_sentence_begins() -> None:
    text = "Ein Punkt, z. B. {eyes open: eine Lampe}{eyes closed: ein Bild}."

    assert worded(text, {OPEN}, "de") == "Ein Punkt, z. B. eine Lampe."


@pytest.mark.parametrize(
    ("lines", "ways"),
    [
        (["eyes open: no", "{side} hand", "{eyes openly: look}", "{holdsit: a}"], [set()]),
        (["Sit.", "Now { Eyes open: look"], [{CLOSED}, {OPEN}]),
        (["{no  holds: On.}"], [{HOLDS}, {NO_HOLDS}]),
        (
            ["{holds: Stay.}", "{eyes", "closed: a}"],
            [{CLOSED, HOLDS}, {CLOSED, NO_HOLDS}, {OPEN, HOLDS}, {OPEN, NO_HOLDS}],
        ),
    ],
)
def test_a_script_is_worded_in_as_many_ways_as_it_has_words_for(
    lines: list[str], ways: list[set[Condition]]
) -> None:
    assert list(ways_to_word(lines)) == ways


@pytest.mark.parametrize(
    "piece",
    ["{eyes open:", "{eyes open: a}", "{eyes closed: a.} ", "{", "}", "{eyes open:{}", "{a:{b} "],
)
def test_a_mebibyte_of_braces_is_read_at_once(piece: str) -> None:
    text = piece * (2**20 // len(piece))
    started = time.process_time()
    worded(text, {OPEN})

    assert time.process_time() - started < 5
