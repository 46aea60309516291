"""Steady noise: pink, which falls by three decibels an octave, and brown, which falls by six."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.sound.synthesis.noise import octaves_above, wide

if TYPE_CHECKING:
    from relaxapp.sound.synthesis.curves import Signal

_LOWEST_HERTZ = 40
"""What lies below moves a small loudspeaker and is not heard."""


def pink() -> Signal:
    """The ambience, shape (frames, 2): even to the ear, like far water."""
    return wide(np.random.default_rng(81), lambda hertz: _falling(hertz, 3, 7_000), middle=0.3)


def brown() -> Signal:
    """The ambience, shape (frames, 2): deep and dark, like a far waterfall."""
    return wide(np.random.default_rng(91), lambda hertz: _falling(hertz, 6, 7_000), middle=0.3)


def _falling(hertz: Signal, decibels: float, end: float) -> Signal:
    """The colour: so many decibels an octave, and no rumble below it and no hiss above."""
    rumble = 12 * np.minimum(0, octaves_above(hertz, _LOWEST_HERTZ))
    hiss = 9 * np.maximum(0, octaves_above(hertz, end))
    colour: Signal = rumble - decibels * octaves_above(hertz, 1_000) - hiss
    return colour
