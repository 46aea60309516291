"""Noise of any colour, even or changing on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.curves import AMBIENCE_FRAMES
from relaxapp.timeline.clip import FRAMES_PER_SECOND

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.sound.synthesis.curves import Signal

_LOWEST_HERTZ = 20.0


def octaves_above(hertz: Signal, reference: float) -> Signal:
    """How many octaves frequencies lie above another; what cannot be heard counts as 20 Hz."""
    octaves: Signal = np.log2(np.maximum(hertz, _LOWEST_HERTZ) / reference)
    return octaves


def band(
    middle: float, *, below: float, above: float, end: float = 9_000
) -> Callable[[Signal], Signal]:
    """A colour: strongest in the middle, falling to both sides.

    Args:
        middle: hertz of its strongest part.
        below: decibels it falls an octave below that.
        above: decibels it falls an octave above.
        end: hertz from where it falls 18 decibels an octave more, since hiss tires.
    """

    def decibels(hertz: Signal) -> Signal:
        octaves = octaves_above(hertz, middle)
        fall: Signal = np.where(octaves > 0, -above * octaves, below * octaves)
        colour: Signal = fall - 18 * np.maximum(0, octaves_above(hertz, end))
        return colour

    return decibels


def coloured(noise: Signal, colour: Callable[[Signal], Signal]) -> Signal:
    """Noise through a colour, brought to an effective value of 1.

    Args:
        noise: shape (frames,).
        colour: given frequencies, how many decibels each is raised.
    """
    hertz = np.fft.rfftfreq(len(noise), 1 / FRAMES_PER_SECOND)
    spectrum = np.fft.rfft(noise) * 10 ** (colour(hertz) / 20)
    spectrum[0] = 0
    sound: Signal = np.fft.irfft(spectrum, len(noise))
    sound /= sound.std()
    return sound


def wide(
    generator: np.random.Generator, colour: Callable[[Signal], Signal], *, middle: float = 0.5
) -> Signal:
    """Stereo noise as long as an ambience, of an effective value of 1.

    Args:
        generator: where chance comes from.
        colour: as in `coloured`.
        middle: the share that both sides have in common, 0 to 1.
    """
    common = generator.standard_normal(AMBIENCE_FRAMES) * middle**0.5
    own = (1 - middle) ** 0.5
    sides = [
        coloured(common + generator.standard_normal(AMBIENCE_FRAMES) * own, colour)
        for _ in ("left", "right")
    ]
    return np.stack(sides, axis=1)


def moving(noise: Signal, colour: Callable[[float, Signal], Signal]) -> Signal:
    """Noise through a filter that changes on the way, in overlapping windows.

    Args:
        noise: white, shape (frames,).
        colour: told how far the sound is (0 to 1) and frequencies, gives the gain of each.
    """
    window, hop = 4_096, 1_024
    shape = np.sin(np.pi * (np.arange(window) + 0.5) / window) ** 2
    hertz = np.fft.rfftfreq(window, 1 / FRAMES_PER_SECOND)
    padded = np.pad(noise, window)
    out = np.zeros(len(padded))
    for start in range(0, len(padded) - window, hop):
        at = min(max((start - window / 2) / len(noise), 0), 1)
        spectrum = np.fft.rfft(padded[start : start + window]) * colour(at, hertz)
        out[start : start + window] += np.fft.irfft(spectrum) * shape
    return out[window : window + len(noise)] * (hop * 2 / window)
