"""A calm sea at a flat beach: waves that build, break softly and draw back, none like the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.curves import (
    POINTS_PER_SECOND,
    TURN_POINTS,
    TURN_SECONDS,
    drawn,
    eased,
    wander,
)
from relaxapp.sound.synthesis.noise import band, wide

if TYPE_CHECKING:
    from relaxapp.sound.synthesis.curves import Signal

_WAVES = 9
"""One in nine seconds, as a low swell comes in."""


def ocean() -> Signal:
    """The ambience, shape (frames, 2)."""
    generator = np.random.default_rng(31)
    roll, foam = _waves(generator)
    deep = wide(generator, band(110, below=10, above=7), middle=0.7)
    surf = wide(generator, band(420, below=6, above=5, end=5_000), middle=0.3)
    wash = wide(generator, band(1_500, below=6, above=4, end=5_500), middle=0.2)
    # The beach to both sides is always heard: without it the sea would fall silent between waves.
    beach = drawn(0.8 + 0.4 * wander(generator, 9))[:, None]
    sound: Signal = deep * (0.5 * beach + 0.4 * roll)
    sound += surf * (0.42 * beach + 0.6 * roll)
    sound += wash * (0.06 * beach + 0.26 * foam)
    return sound


def _waves(generator: np.random.Generator) -> tuple[Signal, Signal]:
    """How strongly waves roll and how strongly they foam, at each side."""
    gaps = generator.uniform(0.6, 1.4, _WAVES)
    starts = np.cumsum(gaps) / gaps.sum() * TURN_SECONDS
    roll, foam = np.zeros((2, TURN_POINTS, 2))
    for start in starts:
        size = generator.uniform(0.55, 1)
        build = generator.uniform(3.0, 4.4)
        ebb = generator.uniform(5.0, 7.0)
        # A wave breaks at one side first and runs along the beach.
        from_side, to_side = generator.permutation([0.3, 0.7]) + generator.uniform(-0.1, 0.1, 2)
        for curve, delay, up, down in ((roll, 0.0, build, ebb), (foam, build - 1.2, 1.8, ebb)):
            since = np.arange(TURN_POINTS) / POINTS_PER_SECOND - start - delay
            since %= TURN_SECONDS
            strength = size * eased(since / up) * (1 - eased((since - up) / down)) ** 1.6
            side = from_side + (to_side - from_side) * eased(since / (up + down))
            curve[:, 0] += strength * np.cos(side * np.pi / 2)
            curve[:, 1] += strength * np.sin(side * np.pi / 2)
    return _to_sound(roll), _to_sound(foam)


def _to_sound(curve: Signal) -> Signal:
    return np.stack([drawn(curve[:, 0]), drawn(curve[:, 1])], axis=1)
