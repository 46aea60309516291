"""A soft drone: an open chord whose notes come and go so slowly that one does not notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.curves import AMBIENCE_FRAMES, closing, drawn, wander
from relaxapp.sound.synthesis.noise import band, wide
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from relaxapp.sound.synthesis.curves import Signal

_NOTES = ((110, 1.0), (165, 0.8), (220, 0.75), (247.5, 0.28), (330, 0.4), (440, 0.16))
"""A, E, a, b, e, a': the pitch of each in hertz, and its strength; the ratios are whole numbers."""
_HARMONICS = (1, 0.22, 0.07, 0.02)
_DRIFT = 9.0
"""How far the phase of a tone drifts, in radians: slow, unforeseeable beats instead of even ones."""


def drone() -> Signal:
    """The ambience, shape (frames, 2)."""
    generator = np.random.default_rng(101)
    sound = np.zeros((AMBIENCE_FRAMES, 2))
    for hertz, strength in _NOTES:
        swell = drawn(0.35 + 0.65 * wander(generator, 9))
        for side in range(2):
            lean = drawn(0.75 + 0.25 * wander(generator, 6))
            sound[:, side] += strength * swell * lean * _note(generator, hertz)
    sound /= sound.std()
    breath = wide(generator, band(600, below=5, above=6), middle=0.3)
    return sound + 0.05 * breath


def _note(generator: np.random.Generator, hertz: float) -> Signal:
    """One note of two voices that are never quite in tune with each other."""
    time = np.arange(AMBIENCE_FRAMES) / FRAMES_PER_SECOND
    note = np.zeros(AMBIENCE_FRAMES)
    for _ in range(2):
        drift = _DRIFT * drawn(wander(generator, 7))
        for number, strength in enumerate(_HARMONICS, 1):
            phase = 2 * np.pi * (closing(number * hertz) * time + generator.uniform())
            note += strength * np.sin(phase + drift)
    return note
