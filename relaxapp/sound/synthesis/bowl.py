"""The cues of the character "bowl": soft strokes on singing bowls."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.air import Air
from relaxapp.sound.synthesis.curves import rise
from relaxapp.timeline.clip import FRAMES_PER_SECOND, frames

if TYPE_CHECKING:
    from relaxapp.sound.synthesis.curves import Signal

_ATTACK_SECONDS = 0.07
"""Nothing that begins faster than 50 ms leaves a listener calm."""
_PARTIALS = ((1.0, 1.0), (2.0, 0.1), (2.76, 0.16), (5.2, 0.03))
"""Each partial of a bowl: its pitch beside the lowest, and its strength. The ratios are those of a
bell-shaped shell, not whole; the octave stands for the air in it."""
_SPLIT = 0.0019
"""A bowl is never quite round: each partial is two, a hair apart, that beat slowly."""

_AIR = Air(seed=11, hertz=(260, 900), octaves=0.8, voice=0.35, partials=(1, 0.3))
breath_in = _AIR.breath_in
breath_out = _AIR.breath_out


def bell() -> Signal:
    """A single soft stroke (G4)."""
    return _stroke(3.2, (392.0, 392.0), decay=0.8)


def step() -> Signal:
    """A smaller bowl (D5), for a step that begins."""
    return _stroke(2.0, (587.3, 587.3), decay=0.45)


def tense() -> Signal:
    """A short stroke that rises and is a little brighter: tighten."""
    return _stroke(1.8, (329.6, 392.0), decay=0.45, brightness=1.7)


def release() -> Signal:
    """A longer stroke that falls and is warmer: let go."""
    return _stroke(3.0, (349.2, 261.6), decay=0.8, brightness=0.7)


def close() -> Signal:
    """Three strokes going down, each softer: the end, which cannot be missed and does not jolt."""
    whole = np.zeros(frames(6.0))
    for at, hertz, strength in ((0.0, 392.0, 1.0), (1.1, 329.6, 0.9), (2.2, 261.6, 0.85)):
        stroke = _stroke(3.6, (hertz, hertz), decay=0.9) * strength
        begin = frames(at)
        whole[begin : begin + len(stroke)] += stroke
    return whole


def hold() -> Signal:
    """A short, faint stroke (F4): the breath rests."""
    return _stroke(0.95, (349.2, 349.2), decay=0.25)


def _stroke(
    seconds: float, hertz: tuple[float, float], *, decay: float, brightness: float = 1.0
) -> Signal:
    """One stroke, gliding from a pitch to another.

    Args:
        seconds: how long it is, its end faded.
        hertz: the pitch it begins with and the one it settles on.
        decay: seconds in which the lowest partial falls to a third; higher ones die sooner.
        brightness: how strong the higher partials are.
    """
    time = np.arange(frames(seconds)) / FRAMES_PER_SECOND
    start, end = hertz
    pitch = end + (start - end) * np.exp(-time / 0.35)
    phase = 2 * np.pi * np.cumsum(pitch) / FRAMES_PER_SECOND
    sound = np.zeros(len(time))
    for ratio, strength in _PARTIALS:
        pair = np.sin(ratio * phase) + 0.45 * np.sin(ratio * (1 + _SPLIT) * phase + ratio)
        higher = 1.0 if ratio == 1 else brightness
        sound += strength * higher * pair * np.exp(-time * ratio**0.8 / decay)
    return sound * rise(len(time), _ATTACK_SECONDS) * rise(len(time), min(0.6, seconds / 2))[::-1]
