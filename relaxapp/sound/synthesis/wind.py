"""Wind in trees: gusts that swell and go, leaves that rustle in them, and a faint tone in the branches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.curves import (
    AMBIENCE_FRAMES,
    TURN_FRAMES,
    TURN_POINTS,
    drawn,
    wander,
)
from relaxapp.sound.synthesis.noise import band, moving, octaves_above, wide

if TYPE_CHECKING:
    from relaxapp.sound.synthesis.curves import Signal


def wind() -> Signal:
    """The ambience, shape (frames, 2)."""
    generator = np.random.default_rng(43)
    gusts = 0.6 * wander(generator, 8) + 0.4 * wander(generator, 3.3)
    air = wide(generator, band(230, below=7, above=5.5), middle=0.5)
    sound: Signal = air * drawn(0.45 + 0.55 * gusts)[:, None]
    leaves = wide(generator, band(2_300, below=7, above=6, end=6_000), middle=0.15)
    for side in range(2):
        # Gusts pass over the trees at one side a little sooner than at the other.
        passing = np.roll(gusts, side * 60)
        flutter = 0.45 + 0.4 * wander(generator, 0.5) + 0.35 * wander(generator, 0.09)
        leaves[:, side] *= drawn(passing**1.6 * flutter)
    sound += 0.55 * leaves
    return sound + 0.22 * _branches(generator, gusts)


def _branches(generator: np.random.Generator, gusts: Signal) -> Signal:
    """A soft whistling, higher and stronger in a gust, a little different at each side."""
    sides = []
    for tone in (330, 390):

        def colour(at: float, hertz: Signal, tone: float = tone) -> Signal:
            gust = gusts[int(at * AMBIENCE_FRAMES / TURN_FRAMES * TURN_POINTS) % TURN_POINTS]
            off = octaves_above(hertz, tone * 2 ** (0.9 * (gust - 0.5)))
            gain: Signal = np.exp(-0.5 * (off / 0.16) ** 2) * gust
            return gain

        whistle = moving(generator.standard_normal(AMBIENCE_FRAMES), colour)
        sides.append(whistle / whistle.std())
    return np.stack(sides, axis=1)
