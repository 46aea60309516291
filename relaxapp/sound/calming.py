"""A voice made calm: no rumble, some warmth, less edge and hiss, and the air of a small room around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from relaxapp.timeline.clip import FRAMES_PER_SECOND, frames

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from relaxapp.sound.samples import Block

    _Polynomials = tuple[tuple[float, float, float], tuple[float, float, float]]

ROOM_SECONDS = 0.15
"""How much longer a voice is with its room."""
ROOM_DECIBELS = -22.0
"""The room beside the voice; words suffer from more."""
MOST_DE_ESSING_DECIBELS = 6.0
"""Hiss is never turned down by more."""

_MILD_HERTZ = (20, 50, 80, 220, 500, 1_500, 3_200, 4_500, 7_000, 24_000)
_MILD_DECIBELS = (-30, -12, 0, 1.5, 0, 0, -2, -2, -4, -4)

_HISS_HERTZ = (4_500, 5_500)
"""Between these two the hiss of a voice is told from the rest of it."""
_HISS_SHARE = 10 ** (-10 / 20)
"""Hiss louder than this share of the whole voice is turned down by half of what it is above."""
_HOP = frames(0.005)
_SMOOTHING = np.hanning(9)[1:-1] / np.hanning(9)[1:-1].sum()
"""Over so many hops, 35 ms, the gain of the hiss moves: fast enough for an s, slow enough to be smooth."""
_ECHOES_SECONDS = (0.007, 0.011, 0.013, 0.017, 0.019, 0.023)
"""First echoes: a room of two to four metres; no two are multiples of one another."""
_DECAY_SECONDS = 0.25
"""In so long the room falls by 60 dB."""
_ROOM_HERTZ = (150, 4_000)
"""What of a voice the walls give back."""


def soften(samples: Block) -> Block:
    """Take rumble and a little edge out of a voice; mono at `FRAMES_PER_SECOND`."""
    size = _padded(samples)
    hertz = np.maximum(np.fft.rfftfreq(size, 1 / FRAMES_PER_SECOND), _MILD_HERTZ[0])
    decibels = np.interp(np.log(hertz), np.log(_MILD_HERTZ), _MILD_DECIBELS)
    return _through(samples, 10 ** (decibels / 20), size)


def calm(samples: Block) -> Block:
    """Send a voice through the whole chain; mono at `FRAMES_PER_SECOND`.

    The same samples always give the same samples.

    Returns:
        `ROOM_SECONDS` more than went in, of no particular loudness.
    """
    return room(de_ess(tone(samples)))


def tone(samples: Block) -> Block:
    """Colour a voice: no rumble below 70 Hz, warmth below 220 Hz, less edge at 3.2 and above 6 kHz."""
    size = _padded(samples)
    turn = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    response = np.ones(len(turn), np.complex128)
    for above, below in _TONE:
        response *= np.polyval(above[::-1], turn) / np.polyval(below[::-1], turn)
    return _through(samples, response, size)


def de_ess(samples: Block) -> Block:
    """Turn the hiss of a voice down where it stands out."""
    size = _padded(samples)
    hertz = np.fft.rfftfreq(size, 1 / FRAMES_PER_SECOND)
    share = np.clip(np.interp(hertz, _HISS_HERTZ, (0, 1)), 0, 1)
    hiss = _through(samples, share, size)
    whole = float(np.sqrt(np.mean(np.square(samples, dtype=np.float64)))) if len(samples) else 0.0
    if whole == 0:
        return samples
    excess = 20 * np.log10(np.maximum(_levels(hiss) / (whole * _HISS_SHARE), 1))
    decibels = -np.minimum(excess / 2, MOST_DE_ESSING_DECIBELS)
    smooth = np.convolve(np.pad(decibels, len(_SMOOTHING) // 2, mode="edge"), _SMOOTHING, "valid")
    middles = (np.arange(len(smooth)) + 0.5) * _HOP
    gain = 10 ** (np.interp(np.arange(len(samples)), middles, smooth) / 20)
    return (samples + hiss * (gain - 1)).astype(np.float32)


def room(samples: Block) -> Block:
    """Put the air of a small room around a voice, so that it does not stop dead after each word."""
    longer = np.pad(samples, (0, frames(ROOM_SECONDS)))
    size = _fast(len(longer) + frames(_DECAY_SECONDS))
    response = np.fft.rfft(_echoes(), size)
    hertz = np.fft.rfftfreq(size, 1 / FRAMES_PER_SECOND)
    low, high = _ROOM_HERTZ
    response *= (hertz / np.hypot(hertz, low)) / (1 + (hertz / high) ** 2)
    wet = _through(longer, response, size)
    loud = np.sqrt(np.sum(np.square(wet, dtype=np.float64)))
    if loud == 0:
        return longer
    dry = np.sqrt(np.sum(np.square(longer, dtype=np.float64)))
    around: Block = longer + wet * np.float32(10 ** (ROOM_DECIBELS / 20) * dry / loud)
    return around


def _echoes() -> NDArray[np.float64]:
    """What the walls give back of one click: a few echoes, then more than can be told apart."""
    count = frames(_DECAY_SECONDS)
    time = np.arange(count) / FRAMES_PER_SECOND
    # The seed is fixed, so that the room is the same for every sentence.
    diffuse = np.random.default_rng(22).uniform(-1, 1, count) * 10 ** (-3 * time / _DECAY_SECONDS)
    diffuse *= np.clip((time - _ECHOES_SECONDS[0]) / 0.02, 0, 1) * 0.08
    for number, seconds in enumerate(_ECHOES_SECONDS):
        diffuse[frames(seconds)] += (-1) ** number * 10 ** (-3 * seconds / _DECAY_SECONDS)
    return diffuse


def _levels(samples: Block) -> NDArray[np.float64]:
    """The level of each hop."""
    padded = np.pad(samples, (0, -len(samples) % _HOP)).reshape(-1, _HOP)
    levels: NDArray[np.float64] = np.sqrt(np.square(padded, dtype=np.float64).mean(axis=1))
    return levels


def _padded(samples: Block) -> int:
    # Silence behind it keeps the end from being heard in the beginning.
    return _fast(len(samples) + FRAMES_PER_SECOND // 4)


def _fast(size: int) -> int:
    """A size a little larger without large prime factors, which would make its spectrum slow."""
    step = 1 << max(0, size.bit_length() - 4)
    return -(-size // step) * step


def _through(
    samples: Block, response: NDArray[np.float64] | NDArray[np.complex128], size: int
) -> Block:
    """The samples through a filter, done in the spectrum of `size` frames."""
    spectrum = np.fft.rfft(samples, size) * response
    return np.fft.irfft(spectrum, size)[: len(samples)].astype(np.float32)


def _high_pass(hertz: float) -> _Polynomials:
    """Second order, after Robert Bristow-Johnson's cookbook, as the three that follow."""
    cosine, alpha, _ = _at(hertz, 0)
    return (
        ((1 + cosine) / 2, -(1 + cosine), (1 + cosine) / 2),
        (1 + alpha, -2 * cosine, 1 - alpha),
    )


def _peak(hertz: float, decibels: float) -> _Polynomials:
    cosine, alpha, root = _at(hertz, decibels)
    return (
        (1 + alpha * root, -2 * cosine, 1 - alpha * root),
        (1 + alpha / root, -2 * cosine, 1 - alpha / root),
    )


def _low_shelf(hertz: float, decibels: float) -> _Polynomials:
    cosine, alpha, root = _at(hertz, decibels)
    slope = 2 * np.sqrt(root) * alpha
    above = (
        root * ((root + 1) - (root - 1) * cosine + slope),
        2 * root * ((root - 1) - (root + 1) * cosine),
        root * ((root + 1) - (root - 1) * cosine - slope),
    )
    below = (
        (root + 1) + (root - 1) * cosine + slope,
        -2 * ((root - 1) + (root + 1) * cosine),
        (root + 1) + (root - 1) * cosine - slope,
    )
    return above, below


def _high_shelf(hertz: float, decibels: float) -> _Polynomials:
    """What lifts above is what lowers everything below, and all of it again."""
    above, below = _low_shelf(hertz, -decibels)
    lift = 10 ** (decibels / 20)
    return (above[0] * lift, above[1] * lift, above[2] * lift), below


def _at(hertz: float, decibels: float) -> tuple[float, float, float]:
    """Cosine, bandwidth and root of the gain, for a gentle slope (Q of the square root of a half)."""
    angle = 2 * np.pi * hertz / FRAMES_PER_SECOND
    return float(np.cos(angle)), float(np.sin(angle) / np.sqrt(2)), 10 ** (decibels / 40)


_TONE = (_high_pass(70), _low_shelf(220, 2.5), _peak(3_200, -2), _high_shelf(6_000, -4))
