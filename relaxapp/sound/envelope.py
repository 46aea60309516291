"""A gain that changes along the timeline, and the one that keeps ambience under the voice."""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from relaxapp.timeline.clip import frames

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from relaxapp.sound.samples import Block

Gain: TypeAlias = "np.float32 | Block"
"""A factor for a whole block, or one a frame, shape (count, 1)."""

DUCK_DECIBELS = -20
"""How far ambience steps back while the voice speaks."""
DUCK_SECONDS = 0.4
"""How long it takes to step back, before the words begin."""
UNDUCK_SECONDS = 2.0
"""How long it takes to come back after them."""
BRIDGE_SECONDS = 1.5
"""In a gap shorter than this ambience stays down."""


class Envelope:
    """A line through points, the same at a frame whatever stretch it is read in.

    The line is drawn through the square roots of the gain: its slopes are then near to what the
    ear takes for even, and it needs nothing but exact arithmetic.
    """

    def __init__(self, points: Sequence[tuple[int, float]]) -> None:
        """Draw the line.

        Args:
            points: at least one: a frame and the root of the gain there, frames not falling.
                Before the first and after the last point the gain stays as it is there.
        """
        self._frames = [frame for frame, _ in points]
        self._roots = [root for _, root in points]
        # Before, between and after the points: the root where the line is level, else None.
        edges = [self._roots[0], *self._roots, self._roots[-1]]
        self._level = [np.float32(a) if a == b else None for a, b in pairwise(edges)]

    def roots(self, frame: int, count: int) -> Gain:
        """The roots of the gain of `count` frames: one number where it does not change."""
        first = bisect_right(self._frames, frame)
        last = bisect_right(self._frames, frame + count - 1, first)
        level = self._level[first]
        if first == last and level is not None:
            return level
        # The points within the stretch, and those on either side of it.
        points = slice(max(0, first - 1), last + 1)
        at = np.arange(frame, frame + count, dtype=np.float64)
        line = np.interp(at, self._frames[points], self._roots[points])
        return line.astype(np.float32)[:, None]

    def gain(self, frame: int, count: int) -> Gain:
        """The gain of `count` frames."""
        roots = self.roots(frame, count)
        return roots * roots


def ducking(spans: Iterable[tuple[int, int]]) -> Envelope:
    """The gain of ambience under a voice that speaks during the spans (start, end), in order."""
    floor = 10 ** (DUCK_DECIBELS / 40)
    down, up, bridge = frames(DUCK_SECONDS), frames(UNDUCK_SECONDS), frames(BRIDGE_SECONDS)
    merged = _bridged(spans, bridge)
    if not merged:
        return Envelope([(0, 1.0)])
    points = [(merged[0][0] - down, 1.0)]
    for (start, end), following in zip(merged, [*merged[1:], None], strict=True):
        points += [(start, floor), (end, floor)]
        gap = down + up if following is None else following[0] - end
        if gap >= down + up:
            points.append((end + up, 1.0))
            if following is not None:
                points.append((following[0] - down, 1.0))
        else:
            # On its way back it turns where the two slopes meet.
            points.append((end + gap * up // (down + up), floor + (1 - floor) * gap / (down + up)))
    return Envelope(points)


def _bridged(spans: Iterable[tuple[int, int]], bridge: int) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start - merged[-1][1] < bridge:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
