"""A soft limit: what is loud is bent, sample by sample, so that nothing passes a peak."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block

PEAK = np.float32(0.8912)
"""No sample of a mix is larger: -1 dBFS, a hair below."""

_KNEE_SHARE = np.float32(0.8)
"""Up to this share of the peak (2 dB below it) nothing is changed."""


def limit(block: Block, peak: np.float32 = PEAK) -> None:
    """Bend the samples of a block, in place, so that none passes `peak`.

    Each sample is looked at by itself, so the result does not depend on its neighbours. Up to the
    knee it is left alone; above, it nears the peak along a curve that leaves the straight line
    without a corner.
    """
    knee = peak * _KNEE_SHARE
    if not block.size or (
        np.maximum.reduce(block, axis=None) <= knee and np.minimum.reduce(block, axis=None) >= -knee
    ):
        return
    loud = np.abs(block) > knee
    samples = block[loud]
    over = (np.abs(samples) - knee) / (peak - knee)
    block[loud] = np.copysign(knee + (peak - knee) * (over / (1 + over)), samples)
