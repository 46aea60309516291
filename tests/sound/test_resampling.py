"""Samples of other rates keep their sound at 48 kHz."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.sound.resampling import resample, resampled_length
from tests.sound.sounds import noise

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block


@pytest.mark.parametrize("rate", [8_000, 11_025, 16_000, 22_050, 24_000, 44_100, 96_000, 47_999])
def test_a_tone_is_the_same_tone_afterwards(rate: int) -> None:
    def tone(at_rate: int) -> Block:
        time = np.arange(2 * at_rate) / at_rate
        wave = 0.5 * np.sin(2 * np.pi * 1_000 * time) * np.sin(np.pi * time / 2) ** 2
        block: Block = wave.astype(np.float32)
        return block

    out = resample(tone(rate), rate)

    assert len(out) == resampled_length(2 * rate, rate) == 96_000
    assert np.abs(out - tone(48_000)).max() < 1e-3


def test_nothing_is_folded_down_from_above_hearing() -> None:
    time = np.arange(96_000) / 96_000
    high = np.sin(2 * np.pi * 30_000 * time).astype(np.float32)

    assert np.abs(resample(high, 96_000)[2_000:-2_000]).max() < 1e-3


def test_what_has_the_right_rate_is_left_alone() -> None:
    sound = noise(100, 2)

    assert resample(sound, 48_000) is sound


@pytest.mark.parametrize("shape", [(0,), (1,), (0, 2), (1, 2), (5, 2)])
def test_sounds_of_any_size_go_through(shape: tuple[int, ...]) -> None:
    out = resample(np.ones(shape, np.float32), 22_050)

    assert out.shape[1:] == shape[1:]
    assert out.dtype == np.float32
    assert bool(len(out)) == bool(shape[0])


def test_the_end_of_a_sound_is_not_heard_at_its_beginning() -> None:
    sound = np.zeros(44_100, np.float32)
    sound[-200:] = noise(200, size=1)[:, 0]

    assert np.abs(resample(sound, 44_100)[:1_000]).max() < 1e-3
