"""With which breath each sentence over a breathing exercise is said."""

from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from relaxapp.timeline.breath_words import LONG_FRAMES, breaths_for
from relaxapp.timeline.clip import frames

_cycles = st.lists(st.integers(frames(3), frames(20)), min_size=1, max_size=60)
_sentences = st.lists(st.integers(1, frames(15)), max_size=6)


def _starts(cycles: list[int]) -> tuple[list[int], int]:
    starts = list(accumulate(cycles, initial=1000))
    return starts[:-1], starts[-1]


def _fit(starts: list[int], end: int, lengths: list[int]) -> int:
    """How many sentences fit when each follows the one before as soon as a breath begins."""
    free_at, count = starts[0], 0
    for length in lengths:
        start = next((each for each in starts if each >= free_at), end)
        if start == end:
            break
        free_at, count = start + length, count + 1
    return count


@given(_cycles, _sentences)
def test_no_sentence_begins_before_the_one_before_it_has_ended(
    cycles: list[int], lengths: list[int]
) -> None:
    starts, end = _starts(cycles)
    breaths = breaths_for(starts, end, lengths)

    for (index, one), other in zip(enumerate(breaths), breaths[1:], strict=False):
        assert one < other
        assert starts[one] + lengths[index] <= starts[other]


@given(_cycles, _sentences)
def test_as_many_are_said_as_fit_one_after_the_other(cycles: list[int], lengths: list[int]) -> None:
    starts, end = _starts(cycles)

    assert len(breaths_for(starts, end, lengths)) == _fit(starts, end, lengths)


@given(_cycles, _sentences)
def test_where_all_can_end_within_the_exercise_they_do(
    cycles: list[int], lengths: list[int]
) -> None:
    starts, end = _starts(cycles)
    soon, free_at = [], starts[0]
    for length in lengths:
        soon.append(next((each for each in starts if each >= free_at), end))
        free_at = soon[-1] + length
    breaths = breaths_for(starts, end, lengths)

    if lengths and free_at <= end:
        assert starts[breaths[-1]] + lengths[-1] <= end


@given(st.integers(6, 40), st.integers(1, 5))
def test_in_a_long_exercise_no_stretch_without_words_is_much_longer_than_the_others(
    breaths: int, count: int
) -> None:
    cycle, words = frames(10), frames(3)
    starts, end = _starts([cycle] * breaths)
    said = [starts[breath] for breath in breaths_for(starts, end, [words] * count)]

    assert end - starts[0] >= LONG_FRAMES
    assert said[0] == starts[0]
    gaps = [other - one for one, other in pairwise([*said, end])]
    assert max(gaps) <= min((end - starts[0]) // count + cycle, end - starts[0])


def test_in_a_short_exercise_they_follow_one_another() -> None:
    starts, end = _starts([frames(10)] * 5)

    assert breaths_for(starts, end, [frames(3), frames(11), frames(3)]) == (0, 1, 3)


def test_in_a_long_exercise_they_are_spread() -> None:
    starts, end = _starts([frames(10)] * 12)

    assert breaths_for(starts, end, [frames(3)] * 3) == (0, 4, 8)
    # A long last one comes in time to be said to its end.
    assert breaths_for(starts, end, [frames(3), frames(75)]) == (0, 4)
