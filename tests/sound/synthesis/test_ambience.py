"""The shipped ambiences: soft, even, long, and without a seam or a pattern."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.script.cue import AMBIENCES
from relaxapp.sound.decoding import decode
from relaxapp.sound.loop import OVERLAP_SECONDS, LoopedSamples
from relaxapp.sound.loudness import LoudnessMeter
from relaxapp.sound.synthesis.curves import AMBIENCE_FRAMES, TURN_FRAMES, TURN_SECONDS
from relaxapp.sound.synthesis.fire import _CRACKLE_LEVEL, _crackle
from relaxapp.sound.synthesis.shipped import AMBIENCE_LUFS
from relaxapp.timeline.clip import frames
from tests.sound.sounds import rms, roughness

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from relaxapp.sound.samples import Block

NAMES = [name for name in AMBIENCES if name != "none"]
STRETCH = frames(OVERLAP_SECONDS)


@dataclass(frozen=True)
class Measured:
    """What was measured of one ambience; the sound itself is let go again.

    Attributes:
        shape: of the file's samples.
        lufs: how loud the file is.
        peak: its largest sample.
        likeness: of left and right, 1 where both are the same.
        levels: effective values of one turn, as it is heard, in 20 ms each.
        seam_roughness: the sharpest corner where end and beginning meet.
        roughness: the sharpest corner in the same time elsewhere, here and there.
        seam_bands: decibels by octave while end and beginning overlap.
        bands: the same for as long a stretch elsewhere, one after the other.
        ends: decibels between the strength of the file's end and that of its beginning.
    """

    shape: tuple[int, ...]
    lufs: float
    peak: float
    likeness: float
    levels: NDArray[np.float64]
    seam_roughness: float
    roughness: tuple[float, ...]
    seam_bands: NDArray[np.float64]
    bands: NDArray[np.float64]
    ends: float

    def loudness_by(self, seconds: float) -> NDArray[np.float64]:
        """The effective value of each stretch of so many seconds of one turn."""
        together = round(seconds / 0.02)
        power = np.square(self.levels).reshape(-1, together)
        levels: NDArray[np.float64] = np.sqrt(power.mean(axis=1))
        return levels


@cache
def measure(path: Path) -> Measured:
    file = decode(path)
    looped = LoopedSamples(file, STRETCH)
    turn = looped.read(0, TURN_FRAMES)
    power = np.square(turn, dtype=np.float64).mean(axis=1)
    corners = [roughness(looped.read(at - 500, 1_000)) for at in (TURN_FRAMES, STRETCH)]
    return Measured(
        shape=file.shape,
        lufs=_loudness(file),
        peak=float(np.abs(file).max()),
        likeness=float(np.asarray(np.corrcoef(turn.T))[0, 1]),
        levels=np.sqrt(power.reshape(-1, frames(0.02)).mean(axis=1)),
        seam_roughness=max(corners),
        roughness=tuple(
            roughness(turn[start : start + 1_000])
            for start in range(frames(4), frames(80), frames(0.5))
        ),
        seam_bands=_bands(turn[:STRETCH]),
        bands=np.array(
            [_bands(turn[at : at + STRETCH]) for at in range(STRETCH, TURN_FRAMES, STRETCH)]
        ),
        ends=float(20 * np.log10(rms(file[TURN_FRAMES:]) / rms(file[:STRETCH]))),
    )


def _loudness(file: Block) -> float:
    """Piece by piece, which is much faster than all at once."""
    meter = LoudnessMeter()
    for start in range(0, len(file), STRETCH):
        meter.add(file[start : start + STRETCH])
    return meter.lufs()


def _bands(stretch: Block) -> NDArray[np.float64]:
    """The decibels of a stretch in each octave from 125 Hz to 4 kHz."""
    power = (np.abs(np.fft.rfft(stretch, axis=0)) ** 2).sum(axis=1)
    hertz = np.fft.rfftfreq(len(stretch), 1 / 48_000)
    octaves = [125 * 2**number for number in range(6)]
    inside = [(hertz > low / 2**0.5) & (hertz < low * 2**0.5) for low in octaves]
    decibels: NDArray[np.float64] = 10 * np.log10([power[each].sum() for each in inside])
    return decibels


@pytest.fixture(params=NAMES)
def measured(request: pytest.FixtureRequest, repository: Path) -> Measured:
    return measure(repository / "audio" / "ambience" / f"{request.param}.ogg")


def test_it_is_long_stereo_and_as_loud_as_every_other(measured: Measured) -> None:
    assert measured.shape == (AMBIENCE_FRAMES, 2)
    assert TURN_SECONDS >= 75
    assert measured.lufs == pytest.approx(AMBIENCE_LUFS, abs=0.5)
    assert measured.peak < 0.5
    assert measured.likeness < 0.8


@pytest.mark.parametrize("seconds", [1, 0.5])
def test_it_has_no_pattern_before_it_begins_anew(measured: Measured, seconds: float) -> None:
    levels = measured.loudness_by(seconds)
    levels -= levels.mean()
    # What is heard goes round, so its likeness to itself is worked out going round.
    likeness = np.fft.irfft(np.abs(np.fft.rfft(levels)) ** 2, len(levels))
    first = int(6 / seconds)

    assert likeness[first : len(levels) - first + 1].max() < 0.6 * likeness[0]


def test_nothing_in_it_startles(measured: Measured) -> None:
    levels = 20 * np.log10(measured.levels)
    second_before = np.lib.stride_tricks.sliding_window_view(levels, 50)[:-1]

    assert (levels[50:] - np.median(second_before, axis=1)).max() < 10
    assert levels.max() - np.median(levels) < 12


def test_its_seam_is_no_corner(measured: Measured) -> None:
    assert measured.seam_roughness <= 1.2 * max(measured.roughness)


def test_its_seam_sounds_like_the_rest_of_it(measured: Measured) -> None:
    """The octaves while end and beginning overlap are no stronger and no weaker than elsewhere."""
    assert (measured.seam_bands < measured.bands.max(axis=0) + 1).all()
    assert (measured.seam_bands > measured.bands.min(axis=0) - 1).all()


def test_its_file_is_as_strong_at_its_end_as_at_its_beginning(measured: Measured) -> None:
    assert measured.ends == pytest.approx(0, abs=1.5)


def test_all_of_them_are_light_enough_to_ship(repository: Path) -> None:
    sizes = [path.stat().st_size for path in (repository / "audio" / "ambience").glob("*.ogg")]

    assert len(sizes) == len(NAMES)
    assert max(sizes) < 1_200_000
    assert sum(sizes) < 9_000_000


def test_pink_noise_is_even_by_octaves_and_brown_falls_by_three_decibels(repository: Path) -> None:
    pink, brown = (
        measure(repository / "audio" / "ambience" / f"{name}.ogg").bands.mean(axis=0)
        for name in ("pink", "brown")
    )

    assert np.diff(pink) == pytest.approx(0, abs=0.8)
    assert np.diff(brown) == pytest.approx(-3, abs=0.8)


def test_a_crackle_lies_twenty_decibels_below_the_fire() -> None:
    generator = np.random.default_rng(1)

    assert max(rms(_crackle(generator)) for _ in range(200)) <= _CRACKLE_LEVEL * 1.001
    assert 20 * np.log10(_CRACKLE_LEVEL) <= -20
