"""Tests of the lengths a session can be given."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.ui.pages.lengths import in_short, in_words, lengths, nearest


@given(st.floats(1, 14_400), st.floats(0, 14_400))
def test_the_ends_are_exact_and_everything_between_is_on_the_half_minute(
    shortest: float, more: float
) -> None:
    longest = shortest + more
    choice = lengths(shortest, longest)
    assert (choice[0], choice[-1]) == (shortest, longest)
    assert all(first < second for first, second in pairwise(choice))
    assert all(each % 30 == 0 for each in choice[1:-1])


def test_where_there_is_much_to_choose_from_the_steps_are_whole_minutes() -> None:
    assert lengths(100, 3000)[1:4] == (120, 180, 240)
    assert lengths(100, 400)[1:4] == (120, 150, 180)


def test_a_script_of_one_length_offers_that_one() -> None:
    assert lengths(200, 200) == (200,)


def test_the_nearest_length_is_found_and_of_two_the_shorter() -> None:
    assert nearest((100, 120, 150), 140) == 2
    assert nearest((100, 120, 150), 135) == 1
    assert nearest((100, 120, 150), 9999) == 2


@pytest.mark.parametrize(
    ("seconds", "words", "short"),
    [
        (480, "8 minutes", "8 min"),
        (60, "1 minute", "1 min"),
        (450, "7 min 30 s", "7 min 30 s"),
        (48.4, "48 seconds", "48 s"),
    ],
)
def test_lengths_are_said_to_the_second(seconds: float, words: str, short: str) -> None:
    assert in_words(seconds) == words
    assert in_short(seconds) == short
