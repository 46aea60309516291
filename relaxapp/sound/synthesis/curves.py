"""Curves that sounds are shaped with: rises without a corner, and slow wandering that closes on itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from relaxapp.sound.loop import OVERLAP_SECONDS
from relaxapp.timeline.clip import FRAMES_PER_SECOND, frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Signal: TypeAlias = NDArray[np.floating[Any]]

TURN_SECONDS = 81
"""After so long an ambience begins anew."""
TURN_FRAMES = frames(TURN_SECONDS)
AMBIENCE_FRAMES = frames(TURN_SECONDS + OVERLAP_SECONDS)
"""An ambience's file: one turn, and what is laid over its beginning."""
POINTS_PER_SECOND = 100
"""How finely slow curves are drawn before they are brought to the rate of sound."""
TURN_POINTS = TURN_SECONDS * POINTS_PER_SECOND


def rise(count: int, seconds: float) -> Signal:
    """From 0 to 1 without a corner, then 1: `count` frames."""
    length = min(frames(seconds), count)
    curve = np.ones(count)
    curve[:length] = 0.5 - 0.5 * np.cos(np.pi * np.arange(length) / max(length, 1))
    return curve


def eased(share: Signal) -> Signal:
    """A share of 0 to 1 with its corners taken off; what lies outside is 0 or 1."""
    curve: Signal = 0.5 - 0.5 * np.cos(np.pi * np.clip(share, 0, 1))
    return curve


def wander(generator: np.random.Generator, every_seconds: float) -> Signal:
    """A smooth curve between 0 and 1 that nobody can foresee, drawn for one turn.

    It comes back to where it began: the end of an ambience then lies over its beginning at the
    same strength.

    Args:
        generator: where chance comes from.
        every_seconds: about how long it goes on before it turns.

    Returns:
        `TURN_POINTS` points.
    """
    points = generator.uniform(0, 1, round(TURN_SECONDS / every_seconds))
    at = np.arange(TURN_POINTS) * len(points) / TURN_POINTS
    before = at.astype(np.intp)
    blend = eased(at - before)
    curve: Signal = points[before] * (1 - blend) + np.roll(points, -1)[before] * blend
    return curve


def drawn(points: Signal) -> Signal:
    """A curve of `TURN_POINTS` points, going round, at the rate of sound: `AMBIENCE_FRAMES` frames."""
    at = np.arange(AMBIENCE_FRAMES) * (POINTS_PER_SECOND / FRAMES_PER_SECOND)
    curve: Signal = np.interp(at, np.arange(TURN_POINTS), points, period=TURN_POINTS)
    return curve


def closing(hertz: float) -> float:
    """The nearest pitch that has gone on by a quarter of its wave after one turn.

    Such a tone keeps its strength where the end of a turn is laid over its beginning with equal
    power: the two are then a sine and a cosine.
    """
    return (round(hertz * TURN_SECONDS - 0.25) + 0.25) / TURN_SECONDS
