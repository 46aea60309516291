"""With which breath each sentence over a breathing exercise is said."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from relaxapp.timeline.clip import frames

if TYPE_CHECKING:
    from collections.abc import Sequence

LONG_FRAMES = frames(60)
"""An exercise at least this long has its sentences spread over all of it."""


def breaths_for(starts: Sequence[int], end: int, lengths: Sequence[int]) -> tuple[int, ...]:
    """For each sentence the index of the breath it begins with, in order; none twice.

    In a short exercise each sentence follows the one before as soon as a breath begins. In a long
    one each of `n` sentences waits until its `n`-th part of the exercise, so that words come all
    the while, and the last part is as quiet as the others. Where sentences are too many to wait,
    they come sooner; those that do not fit into the exercise at all have no breath and are left
    off at the end.

    Args:
        starts: the frame at which each breath begins, rising; at least one.
        end: the frame after the last breath.
        lengths: frames of each sentence, the quiet after it included.
    """
    latest = _latest(starts, end, lengths)
    is_spread = latest is not None and end - starts[0] >= LONG_FRAMES
    chosen: list[int] = []
    free_at = starts[0]
    for index, length in enumerate(lengths):
        breath = bisect_left(starts, free_at)
        if is_spread:
            assert latest is not None
            due = starts[0] + (end - starts[0]) * index // len(lengths)
            breath = max(breath, min(bisect_left(starts, due), latest[index]))
        if breath == len(starts):
            break
        chosen.append(breath)
        # The next one waits for another breath, however short this one is.
        free_at = max(starts[breath] + length, starts[breath] + 1)
    return tuple(chosen)


def _latest(starts: Sequence[int], end: int, lengths: Sequence[int]) -> list[int] | None:
    """The last breath each sentence can begin with so that all after it fit; None if not all do."""
    latest: list[int] = []
    for length in reversed(lengths):
        breath = bisect_right(starts, end - max(1, length)) - 1
        if breath < 0:
            return None
        latest.append(breath)
        end = starts[breath]
    return latest[::-1]
