"""Speech as a session wants it: trimmed, treated as suits the voice, equally loud, without a click at either end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.calming import calm, soften
from relaxapp.sound.limiter import limit
from relaxapp.sound.loudness import loudness
from relaxapp.sound.resampling import resample
from relaxapp.sound.voice.voice import Treatment
from relaxapp.timeline.clip import frames

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block

VOICE_LUFS = -20.0
"""How loud the voice is."""
VOICE_PEAK = np.float32(10 ** (-2 / 20))
"""No sample of the voice is larger: -2 dBFS."""
MOST_GAIN_DECIBELS = 40
"""What is softer than the gain can mend is noise; it is not blown up."""

_WINDOW = frames(0.01)
_SILENT_BELOW_PEAK = 10 ** (-45 / 20)
_BEFORE = frames(0.02)
_AFTER = frames(0.08)
_FADE = frames(0.01)


def prepare_speech(samples: Block, rate: int, treatment: Treatment) -> Block:
    """Make a spoken sentence fit for a session.

    Args:
        samples: mono, shape (frames,).
        rate: their frames a second.
        treatment: what suits the voice; with `Treatment.NONE` its tone and loudness stay.

    Returns:
        Mono at `FRAMES_PER_SECOND`, `VOICE_LUFS` loud; empty if nothing is to be heard.
    """
    speech = resample(samples, rate)
    if treatment is Treatment.NONE:
        return fade_edges(speech)
    trimmed = trim(speech)
    if not len(trimmed):
        return trimmed
    treated = calm(trimmed) if treatment is Treatment.CALM else soften(trimmed)
    return fade_edges(level(treated))


def trim(samples: Block) -> Block:
    """Cut the silence off both ends, but for a breath of it; mono at `FRAMES_PER_SECOND`."""
    padded = np.pad(samples, (0, -len(samples) % _WINDOW))
    power = np.square(padded.reshape(-1, _WINDOW), dtype=np.float64).mean(axis=1)
    peak = power.max(initial=0)
    if peak <= 0:
        return samples[:0]
    loud = np.flatnonzero(power > peak * _SILENT_BELOW_PEAK**2)
    first = max(0, int(loud[0]) * _WINDOW - _BEFORE)
    last = (int(loud[-1]) + 1) * _WINDOW + _AFTER
    return samples[first:last]


def level(samples: Block, lufs: float = VOICE_LUFS, peak: np.float32 = VOICE_PEAK) -> Block:
    """Bring a sound to a loudness, softly limited to a peak.

    Args:
        samples: at `FRAMES_PER_SECOND`, shape (frames,) or (frames, channels).
        lufs: how loud it shall be.
        peak: what no sample shall pass.
    """
    levelled = samples * level_gain(loudness(samples), lufs)
    limit(levelled, peak)
    return levelled


def level_gain(measured: float, wanted: float) -> np.float32:
    """The factor from one loudness to another, both in LUFS; 1 for silence."""
    if measured == -np.inf:
        return np.float32(1)
    return np.float32(10 ** (min(wanted - measured, MOST_GAIN_DECIBELS) / 20))


def fade_edges(samples: Block) -> Block:
    """Fade a sound in and out over 10 ms; shape (frames,), not empty."""
    length = min(_FADE, len(samples) // 2)
    slope = np.linspace(0, 1, length, endpoint=False, dtype=np.float32)
    faded = samples.copy()
    faded[:length] *= slope
    faded[len(faded) - length :] *= slope[::-1]
    return faded
