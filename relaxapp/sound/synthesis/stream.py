"""A small stream: water that runs on evenly, and bubbles that rise in it at all pitches."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.curves import TURN_SECONDS, drawn, rise, wander
from relaxapp.sound.synthesis.grains import strewn
from relaxapp.sound.synthesis.noise import band, wide
from relaxapp.timeline.clip import FRAMES_PER_SECOND, frames

if TYPE_CHECKING:
    from relaxapp.sound.synthesis.curves import Signal

_BUBBLES_A_SECOND = 130


def stream() -> Signal:
    """The ambience, shape (frames, 2)."""
    generator = np.random.default_rng(51)
    running = wide(generator, band(600, below=5, above=4.5, end=5_000), middle=0.3)
    running *= drawn(0.85 + 0.3 * wander(generator, 6))[:, None]
    bubbles = strewn(
        generator,
        TURN_SECONDS * _BUBBLES_A_SECOND,
        lambda: _bubble(generator),
        spread=0.85,
        likelihood=drawn(0.55 + 0.45 * wander(generator, 4)),
    )
    sound: Signal = running + bubbles / bubbles.std()
    return sound


def _bubble(generator: np.random.Generator) -> Signal:
    """One bubble: a ringing that dies away, the faster the smaller it is, and rises a little."""
    hertz = 400 * 2 ** (3.2 * generator.beta(1.5, 2.4))
    seconds = generator.uniform(14, 30) / hertz + 0.012
    length = frames(seconds)
    time = np.arange(length) / FRAMES_PER_SECOND
    # The nearer a bubble comes to the surface, the higher it sounds.
    phase = 2 * np.pi * hertz * time * (1 + generator.uniform(0, 0.35) * time / seconds)
    size = generator.lognormal(-0.6, 0.4) * (400 / hertz) ** 0.5
    bubble: Signal = min(size, 0.9) * np.sin(phase) * np.exp(-5 * time / seconds)
    return bubble * rise(length, min(0.006, seconds / 4)) * rise(length, 0.004)[::-1]
