"""Voices for tests: one that hums, and one that cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.errors import SoundError
from relaxapp.sound.voice.voice import Treatment

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block

RATE = 16_000


class ToneVoice:
    """Hums a word in 23 seconds divided by the pace: a fifth of a second at 115 words a minute."""

    name = "tone"
    identity = "tone 1"
    licence = ""
    credit = ""
    treatment = Treatment.MILD

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:
        count = RATE * 23 // words_per_minute * max(1, len(text.split()))
        hum = 0.2 * np.sin(np.arange(count) * 0.05)
        return hum.astype(np.float32), RATE


class BrokenVoice:
    """Never gets a word out."""

    name = "broken"
    identity = "broken 1"
    licence = ""
    credit = ""
    treatment = Treatment.MILD

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:
        raise SoundError(f"The voice lost its tongue over “{text}”, {words_per_minute} a minute.")
