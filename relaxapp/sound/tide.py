"""Ambience that swells with the breath: it rises while one breathes in, and falls on the way out."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi
from typing import TYPE_CHECKING

import numpy as np

from relaxapp.timeline.clip import FRAMES_PER_SECOND, frames

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from relaxapp.sound.samples import Block
    from relaxapp.timeline.phase import Phase

FOLLOWS_BREATH = frozenset({"ocean", "wind"})
"""The ambiences that do, since they come and go by nature."""
SWELL_DECIBELS = 3.0
"""How much louder it is with full lungs, and softer with empty ones, than outside of breathing."""
SETTLE_SECONDS = 4
"""How long it takes to sink to where the first breath begins, and to come back after the last."""

_CORNERS = 8
"""Of the line that stands for a curve, in each part of a breath."""
_STEP_FRAMES = FRAMES_PER_SECOND // 500
"""The gain is set five hundred times a second. In a breath that takes a second it moves by two
hundredths of a decibel at a time, which nobody hears in a noise."""
_STRETCH_FRAMES = FRAMES_PER_SECOND // 1
"""Gains are worked out for so long at a time: anew for each block they would cost more than all the
rest of mixing."""


class Tide:
    """The gain of such an ambience along a session: the same at a frame in whatever stretch it is asked for."""

    def __init__(self, points: Sequence[tuple[int, float]]) -> None:
        """Draw a line.

        Args:
            points: at least one: a frame and the decibels there, frames not falling. Before the
                first and after the last the decibels stay as they are there.
        """
        self._frames = np.array([frame for frame, _ in points], np.float64)
        decibels = np.array([decibels for _, decibels in points], np.float64)
        self._logarithms = decibels * (np.log(10) / 20)
        # The last stretch, as one value: whoever reads it from another thread has all of it.
        self._stretch = (0, self._gains(0))

    def gain(self, frame: int) -> np.float32:
        """The gain at a frame."""
        number, inside = divmod(frame, _STRETCH_FRAMES)
        gain: np.float32 = self._gains(number)[inside, 0]
        return gain

    def swell(self, samples: Block, frame: int) -> None:
        """Make samples, in place, as loud as they are from a frame on; shape (frames, channels)."""
        count, channels = samples.shape
        done = 0
        while done < count:
            number, inside = divmod(frame + done, _STRETCH_FRAMES)
            end = min(count, done + _STRETCH_FRAMES - inside)
            kept, gains = self._stretch
            if kept != number:
                gains = self._gains(number)
                self._stretch = (number, gains)
            samples[done:end] *= gains[inside : inside + end - done, :channels]
            done = end

    def _gains(self, number: int) -> Block:
        """The gains of a stretch, for two channels alike."""
        at = np.arange(number * _STRETCH_FRAMES, (number + 1) * _STRETCH_FRAMES, _STEP_FRAMES)
        gains = np.exp(np.interp(at, self._frames, self._logarithms)).astype(np.float32)
        return np.repeat(gains, 2 * _STEP_FRAMES).reshape(-1, 2)


def tide(phases: Sequence[Phase]) -> Tide | None:
    """The tide of a session; None where nothing is breathed.

    Args:
        phases: those of the timeline, in order.
    """
    runs = list(_runs(phases))
    if not runs:
        return None
    points = [point for run in runs for point in _line(run)]
    return Tide(_settled(points, {run[-1].end for run in runs}))


def _runs(phases: Sequence[Phase]) -> Iterator[list[Phase]]:
    """The stretches of breathing, each without a gap."""
    run: list[Phase] = []
    for phase in phases:
        if phase.breath is not None:
            run.append(phase)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _line(run: Sequence[Phase]) -> Iterator[tuple[int, float]]:
    """The line through one stretch of breathing: frames, and the decibels there."""
    for phase in run:
        assert phase.breath is not None
        start, end = phase.breath.fullness_at_start, phase.breath.fullness_at_end
        corners = _CORNERS if start != end else 1
        for corner in range(corners):
            eased = 0.5 - 0.5 * cos(pi * corner / corners)
            at = phase.start + phase.length * corner // corners
            yield at, _decibels(start + (end - start) * eased)
    last = run[-1]
    assert last.breath is not None
    yield last.end, _decibels(last.breath.fullness_at_end)


def _decibels(fullness: float) -> float:
    return SWELL_DECIBELS * (2 * fullness - 1)


def _settled(points: Sequence[tuple[int, float]], ends: set[int]) -> list[tuple[int, float]]:
    """The line with the way there and back. In a gap too short for both it goes straight across."""
    settle = frames(SETTLE_SECONDS)
    settled = [(points[0][0] - settle, 0.0), points[0]]
    for before, after in pairwise(points):
        if before[0] in ends and after[0] - before[0] >= 2 * settle:
            settled += [(before[0] + settle, 0.0), (after[0] - settle, 0.0)]
        settled.append(after)
    return [*settled, (points[-1][0] + settle, 0.0)]
