"""Short sounds strewn over an ambience: drops, bubbles, crackles."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.curves import AMBIENCE_FRAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.sound.synthesis.curves import Signal


def strewn(
    generator: np.random.Generator,
    count: int,
    grain: Callable[[], Signal],
    *,
    spread: float = 0.7,
    likelihood: Signal | None = None,
) -> Signal:
    """Many grains, each at a place and at a side of its own.

    Args:
        generator: where chance comes from.
        count: how many.
        grain: makes the next one, shape (frames,).
        spread: how far apart the sides are, 0 (all in the middle) to 1.
        likelihood: how likely a grain is kept, along the sound: a curve of 0 to 1.

    Returns:
        Shape (`AMBIENCE_FRAMES`, 2).
    """
    sound = np.zeros((AMBIENCE_FRAMES, 2))
    for _ in range(count):
        samples = grain()
        side = 0.5 + spread * generator.uniform(-0.5, 0.5)
        start = int(generator.integers(0, AMBIENCE_FRAMES - len(samples)))
        if likelihood is not None and generator.uniform() > likelihood[start]:
            continue
        sound[start : start + len(samples), 0] += samples * np.cos(side * np.pi / 2)
        sound[start : start + len(samples), 1] += samples * np.sin(side * np.pi / 2)
    return sound
