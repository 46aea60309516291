"""Words for eyes that close, and for eyes that stay open."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.script.eyes import depends_on_eyes, for_eyes


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
        ("{eyes shut: Rest.}", "Rest.", "Rest."),
    ],
)
def test_what_is_for_the_others_goes_and_the_rest_is_made_whole(
    text: str, closed: str, opened: str
) -> None:
    assert for_eyes(text, are_open=False) == closed
    assert for_eyes(text, are_open=True) == opened


PIECES = st.sampled_from(
    [
        "{eyes open:",
        "{eyes closed: ",
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


@given(st.lists(PIECES, max_size=20).map("".join), st.booleans())
def test_any_text_comes_out_tidy(text: str, are_open: bool) -> None:  # noqa: FBT001 - drawn
    whole = for_eyes(text, are_open=are_open)

    assert whole == " ".join(whole.split())
    assert for_eyes(whole, are_open=are_open) == whole or "{" in whole


def test_only_braces_for_eyes_make_a_text_depend_on_them() -> None:
    assert depends_on_eyes(["Sit.", "Now { Eyes open: look"])
    assert not depends_on_eyes(["eyes open: no", "{side} hand", "{eyes openly: look}"])


@pytest.mark.parametrize(
    "piece",
    ["{eyes open:", "{eyes open: a}", "{eyes closed: a.} ", "{", "}", "{eyes open:{}", "{a:{b} "],
)
def test_a_mebibyte_of_braces_is_read_at_once(piece: str) -> None:
    text = piece * (2**20 // len(piece))
    started = time.process_time()
    for_eyes(text, are_open=True)

    assert time.process_time() - started < 5
