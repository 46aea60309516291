"""The sound that leads a breath: air that rises or falls, and a voice in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.noise import moving, octaves_above
from relaxapp.timeline.clip import FRAMES_PER_SECOND, frames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.sound.synthesis.curves import Signal

_BREATH_SECONDS = 6.0


class Air:
    """A way to sound a breath, in and out alike.

    Args:
        seed: of the noise; the breath out has the next one.
        hertz: where the air is darkest and where it is brightest.
        octaves: how wide the band of air is.
        voice: how strong the voice is beside the air of an effective value of 1.
        partials: how strong the voice's fundamental and its harmonics are.
        detuned: the voice is a choir of such factors of its pitch.
    """

    def __init__(
        self,
        *,
        seed: int,
        hertz: tuple[float, float],
        octaves: float,
        voice: float,
        partials: Sequence[float],
        detuned: Sequence[float] = (1.0,),
        air: float = 1.0,
    ) -> None:
        self._seed = seed
        self._dark, self._bright = hertz
        self._octaves = octaves
        self._voice = voice
        self._partials = partials
        self._detuned = detuned
        self._air = air

    def breath_in(self) -> Signal:
        """Air and a voice that rise, shape (frames,)."""
        share = np.linspace(0, 1, frames(_BREATH_SECONDS))
        swell = np.sin(np.pi / 2 * share) ** 0.9 * (1 - share**9)
        return self._breath(share, swell, (self._dark, self._bright), (174.6, 261.6), self._seed)

    def breath_out(self) -> Signal:
        """Air and a voice that fall, shape (frames,)."""
        share = np.linspace(0, 1, frames(_BREATH_SECONDS))
        swell = (1 - (1 - share) ** 14) * np.cos(np.pi / 2 * share) ** 1.4
        return self._breath(
            share, swell, (self._bright * 0.9, self._dark * 0.85), (261.6, 174.6), self._seed + 1
        )

    def _breath(
        self,
        share: Signal,
        swell: Signal,
        hertz: tuple[float, float],
        tone: tuple[float, float],
        seed: int,
    ) -> Signal:
        first, last = hertz

        def colour(at: float, hertz: Signal) -> Signal:
            off = octaves_above(hertz, first * (last / first) ** at) / self._octaves
            gain: Signal = np.exp(-0.5 * off**2)
            return gain

        air = moving(np.random.default_rng(seed).standard_normal(len(share)), colour)
        pitch = tone[0] * (tone[1] / tone[0]) ** share
        phase = 2 * np.pi * np.cumsum(pitch) / FRAMES_PER_SECOND
        voice = np.zeros(len(share))
        for number, strength in enumerate(self._partials, 1):
            for factor in self._detuned:
                voice += strength * np.sin(number * factor * phase + number * factor)
        voice *= self._voice / len(self._detuned)
        breath: Signal = swell * (self._air * air / air.std() + voice)
        return breath
