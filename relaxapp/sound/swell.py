"""A sound drawn out or pressed together to a length of its own: the swell of a breath."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block


class FittedSamples:
    """A sound resampled to exactly the length of a breath, so that it peaks and ends with it.

    The frames are worked out as they are read (linear interpolation): a breathing exercise in
    which no two breaths are alike takes no more memory than one in which all are.
    """

    def __init__(self, samples: Block, length: int) -> None:
        """Fit samples of shape (frames, channels) to `length` frames."""
        # One frame more, so that the last can be interpolated like every other.
        self._samples = np.concatenate([samples, samples[-1:]])
        self._step = (len(samples) - 1) / max(length - 1, 1)
        self.length = length

    def read(self, start: int, count: int) -> Block:
        """The frames from `start` on."""
        at = np.arange(start, start + count) * self._step
        before = at.astype(np.intp)
        share = (at - before).astype(np.float32)[:, None]
        left = self._samples[before]
        fitted: Block = left + (self._samples[before + 1] - left) * share
        return fitted
