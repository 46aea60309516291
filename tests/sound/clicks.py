"""Finds clicks: moments at which the treble stands out from what surrounds it."""

from __future__ import annotations

import numpy as np

from relaxapp.timeline.clip import frames

HERTZ = 13_000
"""Above this there is little of a voice, and of rain only an even hiss; a click is everywhere."""
_TAPS = 127
_AROUND = frames(0.01)
"""What a moment is compared with: so much before it, and so much after it."""
_NEAR = frames(0.002)
"""What belongs to the moment itself."""
_FLOOR = 1e-4
"""What is softer, -80 dBFS, is heard by nobody over anything else."""


def sharpness(sound: np.ndarray) -> np.ndarray:
    """How far the treble of each frame stands out: about 1 to 6 in even sound, 20 and more in a click.

    Args:
        sound: one channel of at least a tenth of a second.
    """
    treble = np.abs(np.convolve(sound.astype(np.float64), _high_pass(), "same"))
    # The filter runs over the edges of the recording, which are no clicks.
    treble[:_TAPS] = treble[-_TAPS:] = 0
    energy = np.concatenate(([0.0], np.cumsum(treble**2)))
    frame = np.arange(len(sound))

    def level(first: np.ndarray, last: np.ndarray) -> np.ndarray:
        first, last = np.clip(first, 0, len(sound)), np.clip(last, 0, len(sound))
        mean = np.maximum(energy[last] - energy[first], 0) / np.maximum(last - first, 1)
        root: np.ndarray = np.sqrt(mean)
        return root

    before = level(frame - _NEAR - _AROUND, frame - _NEAR)
    after = level(frame + _NEAR, frame + _NEAR + _AROUND)
    result: np.ndarray = treble / np.maximum(np.maximum(before, after), _FLOOR)
    return result


def _high_pass() -> np.ndarray:
    """A windowed sinc, turned upside down."""
    at = np.arange(_TAPS) - _TAPS // 2
    low = 2 * HERTZ / 48_000 * np.sinc(2 * HERTZ / 48_000 * at) * np.blackman(_TAPS)
    high: np.ndarray = -low / low.sum()
    high[_TAPS // 2] += 1
    return high
