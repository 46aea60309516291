"""The cues of the character "wood": a marimba, struck with felt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.air import Air
from relaxapp.sound.synthesis.curves import rise
from relaxapp.sound.synthesis.room import in_room
from relaxapp.timeline.clip import FRAMES_PER_SECOND, frames

if TYPE_CHECKING:
    from collections.abc import Sequence

    from relaxapp.sound.synthesis.curves import Signal

_ATTACK_SECONDS = 0.06
"""Felt: softer than any mallet is, so that it never startles."""
_PARTIALS = ((1.0, 1.0, 1.0), (3.95, 0.12, 3.0), (9.4, 0.02, 6.0))
"""Each partial of a tuned bar: its pitch beside the lowest, its strength, how much sooner it dies."""
_ROOM_SECONDS = 0.32

# Breath as through a reed of bamboo: a narrow, hollow band, and hardly a voice.
_AIR = Air(seed=13, hertz=(240, 700), octaves=0.42, voice=0.2, partials=(1, 0, 0.25))
breath_in = _AIR.breath_in
breath_out = _AIR.breath_out


def bell() -> Signal:
    """Two soft notes, the second higher and softer (G4, C5)."""
    return _notes(2.4, [(0, 392.0, 1.0), (0.32, 523.3, 0.6)])


def step() -> Signal:
    """One small note (D5), for a step that begins."""
    return _notes(1.4, [(0, 587.3, 1.0)])


def tense() -> Signal:
    """Two notes going up, the second stronger: tighten."""
    return _notes(1.7, [(0, 293.7, 0.8), (0.24, 392.0, 1.0)])


def release() -> Signal:
    """Two notes going down, the second softer: let go."""
    return _notes(2.6, [(0, 392.0, 1.0), (0.4, 261.6, 0.85)])


def close() -> Signal:
    """Four notes going down, slower and softer: the end."""
    falling = [(0, 523.3, 1.0), (0.75, 392.0, 0.95), (1.6, 329.6, 0.9), (2.6, 261.6, 0.85)]
    return _notes(5.2, falling)


def hold() -> Signal:
    """One faint low note (F4): the breath rests."""
    return _notes(0.95, [(0, 349.2, 1.0)])


def _notes(seconds: float, notes: Sequence[tuple[float, float, float]]) -> Signal:
    """Notes, each with its second, its hertz and its strength, in a room."""
    whole = np.zeros(frames(seconds))
    for at, hertz, strength in notes:
        begin = frames(at)
        whole[begin:] += strength * _bar(len(whole) - begin, hertz)
    return in_room(whole, _ROOM_SECONDS)


def _bar(count: int, hertz: float) -> Signal:
    """One bar of the marimba, struck once."""
    time = np.arange(count) / FRAMES_PER_SECOND
    # Longer bars ring longer.
    decay = 0.4 * (300 / hertz) ** 0.5
    sound = np.zeros(count)
    for ratio, strength, sooner in _PARTIALS:
        sound += (
            strength * np.sin(2 * np.pi * ratio * hertz * time) * np.exp(-time * sooner / decay)
        )
    return sound * rise(count, _ATTACK_SECONDS)
