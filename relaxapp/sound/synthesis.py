"""Makes the sounds that the program ships: `python -m relaxapp.sound.synthesis audio/`.

Every sound is worked out from sines and noise with fixed seeds, so that each run hands the
encoder the same samples; nothing is recorded and nothing is anyone else's.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import soundfile

from relaxapp.sound.levelling import level
from relaxapp.sound.loudness import loudness
from relaxapp.timeline.clip import FRAMES_PER_SECOND, frames

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from relaxapp.sound.samples import Block

    Signal = NDArray[np.floating[Any]]

CUE_LUFS = -26.0
"""Six below the voice."""
BREATH_LUFS = -26.0
AMBIENCE_LUFS = -24.0

_ATTACK_SECONDS = 0.07
"""Nothing that begins faster than 50 ms leaves a listener calm."""
_BLOCK_FRAMES = 4_096
"""libsndfile crashes when it is given a long stretch of Vorbis at once."""
_VORBIS_COMPRESSION = 0.75


# --- Bells ------------------------------------------------------------------------------------


def bell() -> Signal:
    """A single soft stroke on a bowl (G4)."""
    return _stroke(3.2, [392.0, 392.0], [1, 0.28, 0.1], decay=0.75)


def tense() -> Signal:
    """A short stroke that rises and is a little brighter: tighten."""
    return _stroke(1.8, [329.6, 392.0], [1, 0.4, 0.16, 0.05], decay=0.45)


def release() -> Signal:
    """A longer stroke that falls and is warmer: let go."""
    return _stroke(3.0, [349.2, 261.6], [1, 0.16], decay=0.75)


def close() -> Signal:
    """Three strokes going down, each softer: the end, which cannot be missed and does not jolt."""
    whole = np.zeros(frames(6.0))
    for at, hertz, loudness_share in ((0.0, 392.0, 1.0), (1.1, 329.6, 0.9), (2.2, 261.6, 0.85)):
        stroke = _stroke(3.6, [hertz, hertz], [1, 0.25, 0.07], decay=0.85) * loudness_share
        begin = frames(at)
        whole[begin : begin + len(stroke)] += stroke
    return whole


def _stroke(
    seconds: float, hertz: Sequence[float], partials: Sequence[float], *, decay: float
) -> Signal:
    """One stroke, gliding from a pitch to another.

    Args:
        seconds: how long it is, its end faded.
        hertz: the pitch it begins with and the one it settles on.
        partials: how strong the fundamental and its harmonics are; higher ones die sooner.
        decay: seconds in which the fundamental falls to a third.
    """
    time = np.arange(frames(seconds)) / FRAMES_PER_SECOND
    start, end = hertz
    pitch = end + (start - end) * np.exp(-time / 0.35)
    phase = 2 * np.pi * np.cumsum(pitch) / FRAMES_PER_SECOND
    sound = np.zeros(len(time))
    for number, strength in enumerate(partials, 1):
        # Two of each, a hair apart, beat slowly as a real bowl does.
        pair = np.sin(number * phase) + 0.5 * np.sin(number * phase * 1.0021 + number)
        sound += strength * pair * np.exp(-time * number**0.7 / decay)
    return sound * _rise(len(time), _ATTACK_SECONDS) * _rise(len(time), 0.6)[::-1]


def _rise(count: int, seconds: float) -> Signal:
    """From 0 to 1 without a corner, then 1."""
    length = min(frames(seconds), count)
    curve = np.ones(count)
    curve[:length] = 0.5 - 0.5 * np.cos(np.pi * np.arange(length) / length)
    return curve


# --- Breath -----------------------------------------------------------------------------------


def breath_in() -> Signal:
    """Air and a faint tone that rise for six seconds."""
    share = np.linspace(0, 1, frames(6.0))
    swell = np.sin(np.pi / 2 * share) ** 0.9 * (1 - share**9)
    return _breath(share, swell, low=260, high=900, tone=(174.6, 261.6), seed=11)


def breath_out() -> Signal:
    """Air and a faint tone that fall for six seconds."""
    share = np.linspace(0, 1, frames(6.0))
    swell = (1 - (1 - share) ** 14) * np.cos(np.pi / 2 * share) ** 1.4
    return _breath(share, swell, low=800, high=220, tone=(261.6, 174.6), seed=12)


def _breath(
    share: Signal, swell: Signal, *, low: float, high: float, tone: tuple[float, float], seed: int
) -> Signal:
    noise = np.random.default_rng(seed).standard_normal(len(share))

    def colour(at: float, hertz: Signal) -> Signal:
        middle = low * (high / low) ** at
        octaves = np.log2(np.maximum(hertz, 20) / middle)
        gain: Signal = np.exp(-0.5 * (octaves / 0.8) ** 2)
        return gain

    air = _coloured(noise, colour)
    pitch = tone[0] * (tone[1] / tone[0]) ** share
    phase = 2 * np.pi * np.cumsum(pitch) / FRAMES_PER_SECOND
    voice = np.sin(phase) + 0.3 * np.sin(2 * phase)
    breath: Signal = swell * (air / air.std() + 0.35 * voice)
    return breath


def _coloured(noise: Signal, colour: Callable[[float, Signal], Signal]) -> Signal:
    """Noise through a filter that changes on the way, in overlapping windows.

    Args:
        noise: white.
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


# --- Rain -------------------------------------------------------------------------------------


def rain() -> Signal:
    """Soft rain, stereo, 84 seconds: a far rush that breathes slowly, and near drops."""
    count = frames(84)
    generator = np.random.default_rng(21)
    middle, sides = generator.standard_normal((2, count)), generator.standard_normal((2, count))
    rush = np.stack([_rush(middle[0] * 0.8 + side, generator) for side in sides], axis=1)
    drops = _drops(count, generator)
    sound: Signal = rush / rush.std() + 0.5 * drops / drops.std()
    return sound


def _rush(noise: Signal, generator: np.random.Generator) -> Signal:
    """The sum of many far drops: noise falling off to both sides, slowly changing in strength."""
    hertz = np.fft.rfftfreq(len(noise), 1 / FRAMES_PER_SECOND)
    octaves = np.log2(np.maximum(hertz, 20) / 500)
    decibels = np.where(octaves > 0, -3.6 * octaves, 5 * octaves)
    decibels -= 12 * np.maximum(0, np.log2(np.maximum(hertz, 20) / 7_000))
    coloured = np.fft.irfft(np.fft.rfft(noise) * 10 ** (decibels / 20), len(noise))
    # A point every seven seconds or so, joined by smooth curves: no two minutes are alike.
    points = generator.uniform(0.85, 1.15, 14)
    at = np.linspace(0, len(points) - 1, len(noise), endpoint=False)
    before = at.astype(np.intp)
    blend = 0.5 - 0.5 * np.cos(np.pi * (at - before))
    result: Signal = coloured * (points[before] * (1 - blend) + points[before + 1] * blend)
    return result


def _drops(count: int, generator: np.random.Generator) -> Signal:
    """Single drops near by: short, soft, of all sizes, left and right."""
    drops = np.zeros((count, 2))
    for _ in range(count // FRAMES_PER_SECOND * 55):
        length = frames(generator.uniform(0.012, 0.05))
        time = np.arange(length) / FRAMES_PER_SECOND
        hertz = 500 * 2 ** generator.uniform(0, 2.6)
        fall = generator.uniform(4, 7) / (length / FRAMES_PER_SECOND)
        ring = np.sin(2 * np.pi * hertz * time * (1 + generator.uniform(-2, 4) * time))
        patter = generator.standard_normal(length) * 0.35
        # A drop further up in pitch is a smaller one.
        size = min(generator.lognormal(-1.2, 0.7), 0.9) * (500 / hertz) ** 0.4
        drop = size * (ring + patter) * np.exp(-fall * time) * _rise(length, 0.003)
        drop *= _rise(length, 0.004)[::-1]
        side = generator.uniform(0.15, 0.85)
        start = int(generator.integers(0, count - length))
        drops[start : start + length, 0] += drop * np.cos(side * np.pi / 2)
        drops[start : start + length, 1] += drop * np.sin(side * np.pi / 2)
    return drops


# --- Files ------------------------------------------------------------------------------------

SOUNDS: dict[str, tuple[Callable[[], Signal], float]] = {
    "cues/bell.flac": (bell, CUE_LUFS),
    "cues/tense.flac": (tense, CUE_LUFS),
    "cues/release.flac": (release, CUE_LUFS),
    "cues/close.flac": (close, CUE_LUFS),
    "breath/in.flac": (breath_in, BREATH_LUFS),
    "breath/out.flac": (breath_out, BREATH_LUFS),
    "ambience/rain.ogg": (rain, AMBIENCE_LUFS),
}
"""Every shipped sound: its file, how it is made, and how loud it is."""


def synthesise(name: str) -> Block:
    """The samples of one of `SOUNDS`, as they go to the encoder."""
    make, lufs = SOUNDS[name]
    return level(make().astype(np.float32), lufs)


def write(name: str, samples: Block, folder: Path) -> None:
    """Encode a sound into its file below a folder."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    channels = 1 if samples.ndim == 1 else samples.shape[1]
    vorbis = path.suffix == ".ogg"
    with soundfile.SoundFile(
        path,
        "w",
        FRAMES_PER_SECOND,
        channels,
        "VORBIS" if vorbis else "PCM_16",
        compression_level=_VORBIS_COMPRESSION if vorbis else 1.0,
    ) as file:
        for start in range(0, len(samples), _BLOCK_FRAMES):
            file.write(samples[start : start + _BLOCK_FRAMES])


def main(arguments: Sequence[str]) -> int:
    """Write every sound below the folder named, and a line of its loudness to the terminal."""
    if len(arguments) != 1:
        sys.stderr.write("Name the folder to write to: python -m relaxapp.sound.synthesis audio/\n")
        return 2
    for name in SOUNDS:
        samples = synthesise(name)
        write(name, samples, Path(arguments[0]))
        peak = 20 * np.log10(np.abs(samples).max())
        seconds = len(samples) / FRAMES_PER_SECOND
        sys.stdout.write(
            f"| `{name}` | {seconds:.1f} s | {loudness(samples):.1f} LUFS | {peak:.1f} dBFS |\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
