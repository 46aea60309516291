"""Samples of any rate brought to the one everything is played at."""

from __future__ import annotations

from math import gcd
from typing import TYPE_CHECKING

import numpy as np

from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block

_PASSBAND = 0.92
"""The share of the smaller band that passes untouched; a short slope follows, so nothing rings."""

_MARGIN_SECONDS = 0.1
"""How far a sound rings beyond its ends, at most."""


def resample(samples: Block, rate: int, wanted: int = FRAMES_PER_SECOND) -> Block:
    """Bring samples of a whole number of frames a second to another.

    Done in the spectrum: it is padded or cut at the smaller of the two bands' ends.

    Args:
        samples: shape (frames,) or (frames, channels).
        rate: their frames a second.
        wanted: the frames a second they shall have.

    Returns:
        The same sound, of `resampled_length` frames.
    """
    if rate == wanted or not len(samples):
        return samples
    divisor = gcd(rate, wanted)
    step_in, step_out = rate // divisor, wanted // divisor
    margin = int(_MARGIN_SECONDS * rate)
    # Silence around it keeps the end from wrapping into the beginning; whole steps keep the
    # length in both rates a whole number.
    steps = -(-(len(samples) + margin) // step_in)
    spectrum = np.fft.rfft(samples, steps * step_in, axis=0)
    bins = steps * min(step_in, step_out) // 2 + 1
    wide = np.zeros((steps * step_out // 2 + 1, *samples.shape[1:]), spectrum.dtype)
    wide[:bins] = spectrum[:bins]
    edge = int(_PASSBAND * bins)
    slope = 0.5 + 0.5 * np.cos(np.linspace(0, np.pi, bins - edge))
    wide[edge:bins] *= slope.reshape(-1, *[1] * (samples.ndim - 1))
    whole = np.fft.irfft(wide, steps * step_out, axis=0) * (step_out / step_in)
    return whole[: resampled_length(len(samples), rate, wanted)].astype(np.float32)


def resampled_length(count: int, rate: int, wanted: int = FRAMES_PER_SECOND) -> int:
    """How many frames `count` frames of another rate become."""
    return -(-count * wanted // rate)
