"""A small fire in a stove: a low, fluttering roar, and a soft crackling far below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.curves import TURN_SECONDS, drawn, rise, wander
from relaxapp.sound.synthesis.grains import strewn
from relaxapp.sound.synthesis.noise import band, wide
from relaxapp.timeline.clip import FRAMES_PER_SECOND, frames

if TYPE_CHECKING:
    from relaxapp.sound.synthesis.curves import Signal

_CRACKLES_A_SECOND = 22
_CRACKLE_LEVEL = 0.1
"""Twenty decibels below the roar: the loudest crackle, over its own few milliseconds."""


def fire() -> Signal:
    """The ambience, shape (frames, 2)."""
    generator = np.random.default_rng(71)
    roar = wide(generator, band(140, below=9, above=10, end=2_000), middle=0.6)
    for side in range(2):
        flutter = 0.5 * wander(generator, 5) + 0.3 * wander(generator, 0.6)
        roar[:, side] *= drawn(0.6 + flutter + 0.25 * wander(generator, 0.13))
    roar /= roar.std()
    hiss = wide(generator, band(1_400, below=5, above=4, end=4_500), middle=0.3)
    hiss *= drawn(0.5 + wander(generator, 3))[:, None]
    crackles = strewn(
        generator,
        TURN_SECONDS * _CRACKLES_A_SECOND,
        lambda: _crackle(generator),
        spread=0.6,
        # A log crackles for a while and then is quiet.
        likelihood=drawn(0.08 + 0.92 * wander(generator, 2.2) ** 3),
    )
    sound: Signal = roar + 0.012 * hiss + crackles
    return sound


def _crackle(generator: np.random.Generator) -> Signal:
    """One crackle of a few milliseconds, never louder than `_CRACKLE_LEVEL`."""
    length = frames(generator.uniform(0.006, 0.022))
    time = np.arange(length) / FRAMES_PER_SECOND
    ring = np.sin(2 * np.pi * 1_300 * 2 ** generator.uniform(0, 1.6) * time)
    grain = (generator.standard_normal(length) * 0.5 + ring) * np.exp(
        -5 * np.linspace(0, 1, length)
    )
    grain *= rise(length, 0.0015) * rise(length, 0.003)[::-1]
    size = min(generator.lognormal(-0.6, 0.6), 1)
    crackle: Signal = grain / np.sqrt(np.mean(grain**2)) * (_CRACKLE_LEVEL * size)
    return crackle
