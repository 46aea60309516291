"""What every recording is, whoever reads it: pieces of sound at the rate everything is played at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from relaxapp.sound.samples import Block

LONGEST_SECONDS = 4 * 60 * 60
"""A script lasts no longer, so neither need a recording."""
PIECE_SECONDS = 20
"""How much of a recording is in memory at a time."""

_LOUDEST = np.float32(8)
"""Files of decimal numbers may pass full scale, by this at most."""


class Source(Protocol):
    """A recording that can be read from its beginning as often as one likes."""

    @property
    def name(self) -> str:
        """The file's name."""

    @property
    def channels(self) -> int:
        """1 or 2."""

    @property
    def frames(self) -> int:
        """About how many frames it has at `FRAMES_PER_SECOND`; 0 if that is not known."""

    def pieces(self, cancelled: Callable[[], bool]) -> Iterator[Block]:
        """All of it, each piece but the last of the same length; shape (frames, channels).

        Raises:
            SoundError: it cannot be read to its end, or is too long.
            CancelledError: it was called off.
        """


def tame(samples: Block) -> Block:
    """Samples with what is no number made silent, and nothing beyond all bounds."""
    tamed: Block = np.clip(np.nan_to_num(samples), -_LOUDEST, _LOUDEST)
    return tamed


def too_long(name: str) -> str:
    """The sentence about a recording longer than `LONGEST_SECONDS`."""
    return (
        f"The recording “{name}” is longer than four hours, the most that can be used. "
        "Cut it, and give the part that you want."
    )
