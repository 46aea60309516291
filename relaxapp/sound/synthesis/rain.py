"""Soft rain: a far rush that breathes slowly, and near drops."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.curves import TURN_SECONDS, drawn, rise, wander
from relaxapp.sound.synthesis.grains import strewn
from relaxapp.sound.synthesis.noise import band, wide
from relaxapp.timeline.clip import FRAMES_PER_SECOND, frames

if TYPE_CHECKING:
    from relaxapp.sound.synthesis.curves import Signal

_DROPS_A_SECOND = 55


def rain() -> Signal:
    """The ambience, shape (frames, 2)."""
    generator = np.random.default_rng(21)
    rush = wide(generator, band(500, below=5, above=3.6, end=6_000), middle=0.4)
    rush *= drawn(0.85 + 0.3 * wander(generator, 7))[:, None]
    drops = strewn(generator, TURN_SECONDS * _DROPS_A_SECOND, lambda: _drop(generator))
    sound: Signal = rush + 0.5 * drops / drops.std()
    return sound


def _drop(generator: np.random.Generator) -> Signal:
    """One drop near by: short and soft, of any size."""
    length = frames(generator.uniform(0.012, 0.05))
    time = np.arange(length) / FRAMES_PER_SECOND
    hertz = 500 * 2 ** generator.uniform(0, 2.6)
    fall = generator.uniform(4, 7) / (length / FRAMES_PER_SECOND)
    ring = np.sin(2 * np.pi * hertz * time * (1 + generator.uniform(-2, 4) * time))
    patter = generator.standard_normal(length) * 0.35
    # A drop further up in pitch is a smaller one.
    size = min(generator.lognormal(-1.2, 0.7), 0.9) * (500 / hertz) ** 0.4
    drop: Signal = size * (ring + patter) * np.exp(-fall * time)
    return drop * rise(length, 0.003) * rise(length, 0.004)[::-1]
