"""The room a cue is heard in: a soft, dark tail."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.curves import rise
from relaxapp.sound.synthesis.noise import band, coloured
from relaxapp.timeline.clip import FRAMES_PER_SECOND, frames

if TYPE_CHECKING:
    from relaxapp.sound.synthesis.curves import Signal

_SHARE = 0.35
"""The strength of the tail beside the sound itself."""


def in_room(sound: Signal, seconds: float) -> Signal:
    """A sound, shape (frames,), with a room around it; no longer than before.

    Args:
        sound: what is heard in the room.
        seconds: in which the tail falls to a third.
    """
    count = frames(seconds * 5)
    time = np.arange(count) / FRAMES_PER_SECOND
    noise = np.random.default_rng(7).standard_normal(count)
    tail = coloured(noise, band(450, below=6, above=6)) * np.exp(-time / seconds)
    # What comes back from the walls comes back a little later, and not all at once.
    tail *= rise(count, 0.08)
    size = len(sound) + count
    wet = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(tail, size), size)[: len(sound)]
    mixed: Signal = sound + wet * (_SHARE * np.abs(sound).max() / np.abs(wet).max())
    return mixed * rise(len(mixed), 0.5)[::-1]
