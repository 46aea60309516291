"""The cues of the character "synth": a warm, electric choir that comes slowly and goes slowly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.air import Air
from relaxapp.sound.synthesis.curves import rise
from relaxapp.sound.synthesis.room import in_room
from relaxapp.timeline.clip import FRAMES_PER_SECOND, frames

if TYPE_CHECKING:
    from relaxapp.sound.synthesis.curves import Signal

_ATTACK_SECONDS = 0.16
_VOICES = (0.9978, 1.0, 1.0024)
"""A choir: each a little out of tune."""
_PARTIALS = (1.0, 0.22, 0.1, 0.03)
_FIFTH = 1.5
_ROOM_SECONDS = 0.5

_AIR = Air(
    seed=15,
    hertz=(300, 1_000),
    octaves=0.7,
    voice=1.0,
    partials=(1, 0.35, 0.1),
    detuned=(0.9978, 1.0, 1.0024, 1.4978, 1.5018),
    air=0.12,
)
breath_in = _AIR.breath_in
breath_out = _AIR.breath_out


def bell() -> Signal:
    """One chord of a fifth (G4, D5)."""
    return in_room(_chord(3.2, (392.0, 392.0), decay=0.85), _ROOM_SECONDS)


def step() -> Signal:
    """One small tone (D5), for a step that begins."""
    return in_room(_chord(1.8, (587.3, 587.3), decay=0.4, fifth=0), _ROOM_SECONDS)


def tense() -> Signal:
    """A chord that glides up: tighten."""
    return in_room(_chord(1.9, (293.7, 392.0), decay=0.55, fifth=0.4), _ROOM_SECONDS)


def release() -> Signal:
    """A chord that glides down and goes slowly: let go."""
    return in_room(_chord(3.2, (392.0, 261.6), decay=0.95, fifth=0.4), _ROOM_SECONDS)


def close() -> Signal:
    """Three chords going down: the end."""
    whole = np.zeros(frames(6.4))
    for at, hertz, strength in ((0.0, 392.0, 1.0), (1.3, 329.6, 0.95), (2.6, 261.6, 0.9)):
        chord = _chord(3.6, (hertz, hertz), decay=1.0) * strength
        begin = frames(at)
        whole[begin : begin + len(chord)] += chord
    return in_room(whole, _ROOM_SECONDS)


def hold() -> Signal:
    """A short, faint tone (F4): the breath rests."""
    return in_room(_chord(0.95, (349.2, 349.2), decay=0.3, fifth=0), _ROOM_SECONDS)


def _chord(
    seconds: float, hertz: tuple[float, float], *, decay: float, fifth: float = 0.5
) -> Signal:
    """A choir on one pitch and the fifth above it, gliding from a pitch to another.

    Args:
        seconds: how long it is, its end faded.
        hertz: the pitch it begins with and the one it settles on.
        decay: seconds in which it falls to a third.
        fifth: how strong the fifth is.
    """
    time = np.arange(frames(seconds)) / FRAMES_PER_SECOND
    start, end = hertz
    pitch = end + (start - end) * np.exp(-time / 0.4)
    phase = 2 * np.pi * np.cumsum(pitch) / FRAMES_PER_SECOND
    sound = np.zeros(len(time))
    for interval, level in ((1.0, 1.0), (_FIFTH, fifth)):
        for voice in _VOICES:
            for number, strength in enumerate(_PARTIALS, 1):
                turn = number * interval * voice
                sound += (
                    level
                    * strength
                    * np.sin(turn * phase + 3 * turn)
                    * np.exp(-time * number**0.6 / decay)
                )
    return sound * rise(len(time), _ATTACK_SECONDS) * rise(len(time), min(0.8, seconds / 2))[::-1]
