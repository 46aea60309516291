"""A sound that goes on for ever without a seam."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.samples import from_pcm, to_pcm

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block

OVERLAP_SECONDS = 3
"""How long the end of the file sounds together with its beginning."""

ENDLESS = 2**62
"""The length of a sound without an end, in frames."""

_PIECE_FRAMES = 1 << 20
_UNCHANGED = np.float32(1)


class LoopedSamples:
    """A sound repeated for ever, its end laid over its beginning with an equal-power crossfade.

    The overlap is at most a quarter of the sound. Noise-like sounds keep their loudness through
    it, because their two ends have nothing to do with each other.
    """

    length = ENDLESS

    def __init__(self, samples: Block, overlap: int) -> None:
        """Prepare one turn of the loop.

        Args:
            samples: shape (frames, channels), at least one frame.
            overlap: frames of the crossfade.
        """
        overlap = min(overlap, len(samples) // 4)
        angle = (np.arange(overlap, dtype=np.float32) + 0.5) * np.float32(
            np.pi / 2 / max(overlap, 1)
        )
        rising, falling = np.sin(angle)[:, None], np.cos(angle)[:, None]
        length = len(samples) - overlap
        # Half the memory of float32; the rounding lies 60 dB below the softest ambience. Piece by
        # piece, since a sound of ten minutes would be in memory five times otherwise.
        self._turn = np.empty((length, samples.shape[1]), np.int16)
        self._turn[:overlap] = to_pcm(samples[:overlap] * rising + samples[length:] * falling)
        for start in range(overlap, length, _PIECE_FRAMES):
            piece = slice(start, min(start + _PIECE_FRAMES, length))
            self._turn[piece] = to_pcm(samples[piece])

    def read(self, start: int, count: int, gain: np.float32 = _UNCHANGED) -> Block:
        """The frames from `start` on, which may be any whole number, also below zero.

        They are new each time, and may be written to.
        """
        turn = self._turn
        begin = start % len(turn)
        if begin + count <= len(turn):
            return from_pcm(turn[begin : begin + count], gain)
        # At most one piece of the tail, whole turns, and a piece of the head.
        return from_pcm(turn[np.arange(begin, begin + count) % len(turn)], gain)
