"""Loudness agrees with the standard's own example and with another implementation of it."""

from __future__ import annotations

import numpy as np
import pyloudnorm
import pytest

from relaxapp.sound.loudness import LoudnessMeter, loudness
from relaxapp.timeline.clip import frames
from tests.sound.sounds import noise, sine


def test_a_full_scale_tone_measures_what_the_standard_says() -> None:
    tone = sine(frames(5), 997, size=1)

    assert loudness(tone) == pytest.approx(-3.01, abs=0.02)
    assert loudness(tone.repeat(2, axis=1)) == pytest.approx(0, abs=0.02)


@pytest.mark.parametrize("channels", [1, 2])
def test_it_agrees_with_pyloudnorm_on_speech_like_sound(channels: int) -> None:
    # Loud and soft stretches and silence, so that both gates have something to do.
    steps = np.repeat([0.5, 0.0, 0.05, 0.4, 0.001, 0.0, 0.3], frames(1.3))
    sound = noise(len(steps), channels, size=1) * steps[:, None].astype(np.float32)

    expected = pyloudnorm.Meter(48_000).integrated_loudness(sound.astype(np.float64))

    assert loudness(sound) == pytest.approx(expected, abs=0.1)


def test_a_sound_measured_in_pieces_is_as_loud_as_in_one() -> None:
    sound = noise(frames(7), 2, size=0.3)
    meter = LoudnessMeter()
    for start in range(0, len(sound), 30_011):
        meter.add(sound[start : start + 30_011])

    assert meter.lufs() == pytest.approx(loudness(sound), abs=0.001)


def test_a_sound_too_short_for_the_standard_is_measured_all_the_same() -> None:
    assert loudness(sine(frames(0.2), 997, size=0.1)) == pytest.approx(-23, abs=0.5)


@pytest.mark.parametrize("seconds", [0, 0.1, 2])
def test_silence_has_no_loudness(seconds: float) -> None:
    assert loudness(np.zeros((frames(seconds), 1), np.float32)) == -np.inf
    assert LoudnessMeter().lufs() == -np.inf
