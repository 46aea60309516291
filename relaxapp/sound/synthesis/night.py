"""A summer night: still air, crickets far away, and now and then one that is nearer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.curves import (
    AMBIENCE_FRAMES,
    POINTS_PER_SECOND,
    TURN_POINTS,
    TURN_SECONDS,
    closing,
    drawn,
    eased,
    wander,
)
from relaxapp.sound.synthesis.noise import band, coloured, octaves_above, wide
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from relaxapp.sound.synthesis.curves import Signal

_NEAR = ((3_020, 0.26, 0.26), (2_640, 0.70, 0.18), (3_410, 0.55, 0.13))
"""Each nearer cricket: its pitch in hertz, its side, its strength."""


def night() -> Signal:
    """The ambience, shape (frames, 2)."""
    generator = np.random.default_rng(61)
    air = wide(generator, band(200, below=6, above=7, end=4_000), middle=0.5)
    air *= drawn(0.8 + 0.4 * wander(generator, 9))[:, None]
    far = np.stack([_far(generator) for _ in ("left", "right")], axis=1)
    sound: Signal = air + 0.1 * far
    for hertz, side, strength in _NEAR:
        chirps = strength * _cricket(generator, hertz)
        sound[:, 0] += chirps * np.cos(side * np.pi / 2)
        sound[:, 1] += chirps * np.sin(side * np.pi / 2)
    return sound


def _far(generator: np.random.Generator) -> Signal:
    """So many crickets that none can be told from the others: a shimmer of narrow bands."""
    shimmer = np.zeros(AMBIENCE_FRAMES)
    for middle in (2_850, 3_550, 4_300):

        def colour(hertz: Signal, middle: float = middle) -> Signal:
            off = octaves_above(hertz, middle)
            decibels: Signal = -500 * off**2
            return decibels

        voices = coloured(generator.standard_normal(AMBIENCE_FRAMES), colour)
        shimmer += voices * drawn(
            (0.3 + 0.7 * wander(generator, 7)) * (0.7 + 0.3 * wander(generator, 0.3))
        )
    shimmer /= shimmer.std()
    return shimmer


def _cricket(generator: np.random.Generator, hertz: float) -> Signal:
    """One cricket that sings for some seconds and then is long silent."""
    curve = np.zeros(TURN_POINTS)
    at = generator.uniform(0, 12)
    while at < TURN_SECONDS - 8:
        every = generator.uniform(0.55, 0.8)
        for number in range(int(generator.integers(4, 8))):
            start = at + number * every * generator.uniform(0.97, 1.03)
            _chirp(curve, start, generator.uniform(0.28, 0.36))
        at += 8 * every + generator.uniform(7, 16)
    tone = np.sin(2 * np.pi * closing(hertz) * np.arange(AMBIENCE_FRAMES) / FRAMES_PER_SECOND)
    # The wings beat far faster than the curve is drawn.
    beat = np.sin(2 * np.pi * closing(21) * np.arange(AMBIENCE_FRAMES) / FRAMES_PER_SECOND)
    chirps: Signal = drawn(curve) * tone * (0.72 + 0.28 * beat)
    return chirps


def _chirp(curve: Signal, start: float, seconds: float) -> None:
    """Draw one chirp, which comes over a third of its length and goes over the rest."""
    since = np.arange(TURN_POINTS) / POINTS_PER_SECOND - start
    curve += eased(since / (seconds / 3)) * (1 - eased((since - seconds / 3) / (seconds / 1.5)))
