"""What the calming chain does to the samples of a voice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.sound.calming import (
    MOST_DE_ESSING_DECIBELS,
    ROOM_SECONDS,
    calm,
    de_ess,
    room,
    soften,
    tone,
)
from relaxapp.timeline.clip import frames
from tests.sound.sounds import noise, rms, sine

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.sound.samples import Block

SECOND = frames(1)


def change(treatment: Callable[[Block], Block], hertz: float) -> float:
    """By how many decibels a steady tone comes out louder."""
    before = sine(frames(2), hertz)[:, 0]
    middle = slice(frames(0.5), frames(1.5))
    return float(20 * np.log10(rms(treatment(before)[middle]) / rms(before[middle])))


def vowel(count: int = 2 * SECOND) -> Block:
    """A voice humming: a fundamental and two overtones."""
    return (sine(count, 120) + sine(count, 240) + sine(count, 720, size=0.1))[:, 0]


def hiss(count: int, size: float) -> Block:
    """An s: noise above 5.5 kHz."""
    spectrum = np.fft.rfft(noise(count, size=size)[:, 0])
    spectrum[np.fft.rfftfreq(count, 1 / 48_000) < 5_500] = 0
    return np.fft.irfft(spectrum, count).astype(np.float32)


def voice_with_an_s(size: float = 0.5) -> Block:
    """A vowel with a fifth of a second of hiss in its middle."""
    voice = vowel()
    voice[SECOND : SECOND + frames(0.2)] += hiss(frames(0.2), size)
    return voice


def high(samples: Block) -> Block:
    """What lies above 5.5 kHz."""
    spectrum = np.fft.rfft(samples)
    spectrum[np.fft.rfftfreq(len(samples), 1 / 48_000) < 5_500] = 0
    return np.fft.irfft(spectrum, len(samples)).astype(np.float32)


@pytest.mark.parametrize(
    ("hertz", "decibels"),
    [(70, -3 + 2.5), (110, 1.6), (900, 0), (3_200, -2.6), (6_000, -2.5), (12_000, -4)],
)
def test_the_tone_is_warmer_and_has_less_edge(hertz: float, decibels: float) -> None:
    assert change(tone, hertz) == pytest.approx(decibels, abs=0.5)


def test_rumble_goes() -> None:
    assert change(tone, 30) < -10
    assert change(soften, 40) < -10


def test_the_mild_tone_leaves_the_middle_and_takes_a_little_edge() -> None:
    assert change(soften, 1_000) == pytest.approx(0, abs=0.2)
    assert change(soften, 8_000) == pytest.approx(-4, abs=0.3)


def test_a_constant_in_a_voice_is_not_heard() -> None:
    calmed = calm(vowel() + np.float32(0.2))

    assert abs(float(calmed[frames(0.3) : -frames(0.5)].mean())) < 1e-3


def test_an_s_that_stands_out_is_turned_down_and_the_vowel_is_not() -> None:
    voice = voice_with_an_s()
    middle = slice(SECOND + frames(0.05), SECOND + frames(0.15))
    vowel_alone = slice(frames(0.2), frames(0.8))

    softer = de_ess(voice)

    reduction = 20 * np.log10(rms(high(voice)[middle]) / rms(high(softer)[middle]))
    assert 3 < reduction <= MOST_DE_ESSING_DECIBELS + 0.1
    assert np.allclose(softer[vowel_alone], voice[vowel_alone], atol=1e-4)


def test_a_soft_s_stays_as_it_is() -> None:
    voice = voice_with_an_s(0.05)

    assert np.allclose(de_ess(voice), voice, atol=1e-3)


def test_the_room_is_far_below_the_voice_and_outlasts_it_a_little() -> None:
    voice = vowel(SECOND)

    roomy = room(voice)

    assert len(roomy) == SECOND + frames(ROOM_SECONDS)
    added = roomy - np.pad(voice, (0, frames(ROOM_SECONDS)))
    assert 20 * np.log10(rms(added) / rms(roomy)) == pytest.approx(-22, abs=1)
    assert 0 < rms(roomy[SECOND:]) < 0.05 * rms(voice)


def test_the_same_samples_always_give_the_same_samples() -> None:
    assert np.array_equal(calm(voice_with_an_s()), calm(voice_with_an_s()))


@pytest.mark.parametrize("count", [1, 100, 5_000])
def test_silence_and_the_shortest_sounds_come_through(count: int) -> None:
    assert not calm(np.zeros(count, np.float32)).any()
    assert np.isfinite(calm(np.ones(count, np.float32))).all()
