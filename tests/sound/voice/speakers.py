"""Voices for tests: one that hums, and one that cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.errors import SoundError

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block

RATE = 16_000


class ToneVoice:
    """Hums a fifth of a second a word."""

    name = "tone"
    identity = "tone 1"

    def speak(self, text: str) -> tuple[Block, int]:
        count = RATE // 5 * max(1, len(text.split()))
        hum = 0.2 * np.sin(np.arange(count) * 0.05)
        return hum.astype(np.float32), RATE


class BrokenVoice:
    """Never gets a word out."""

    name = "broken"
    identity = "broken 1"

    def speak(self, text: str) -> tuple[Block, int]:
        raise SoundError(f"The voice lost its tongue over “{text}”.")
