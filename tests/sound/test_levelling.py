"""Speech trimmed, calmed and levelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.sound.levelling import fade_edges, level, prepare_speech, trim
from relaxapp.sound.loudness import loudness
from relaxapp.sound.voice.voice import Treatment
from relaxapp.timeline.clip import frames
from tests.sound.sounds import noise

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block


def speech_like(seconds: float = 2) -> Block:
    """Syllables of noise, four a second."""
    count = frames(seconds)
    syllables = np.clip(np.sin(2 * np.pi * 4 * np.arange(count) / 48_000), 0, 1) + 0.05
    speech: Block = (noise(count, size=0.3)[:, 0] * syllables).astype(np.float32)
    return speech


def test_silence_at_both_ends_is_cut_but_for_a_breath() -> None:
    silence = np.zeros(frames(1), np.float32)
    sound = np.concatenate([silence, speech_like(), silence])

    trimmed = trim(sound)

    assert frames(1.9) < len(trimmed) < frames(2.2)


@pytest.mark.parametrize("treatment", [Treatment.MILD, Treatment.CALM])
@pytest.mark.parametrize("count", [0, 1, 1_000])
def test_of_silence_nothing_is_left(count: int, treatment: Treatment) -> None:
    assert not len(trim(np.zeros(count, np.float32)))
    assert not len(prepare_speech(np.zeros(count, np.float32), 22_050, treatment))


@pytest.mark.parametrize("treatment", [Treatment.MILD, Treatment.CALM])
@pytest.mark.parametrize("size", [0.02, 0.1, 1])
def test_speech_of_any_loudness_comes_out_at_minus_twenty(
    size: float, treatment: Treatment
) -> None:
    speech = prepare_speech(speech_like() * np.float32(size), 48_000, treatment)

    assert loudness(speech) == pytest.approx(-20, abs=0.3)
    assert np.abs(speech).max() <= 10 ** (-2 / 20)


def test_of_a_voice_that_comes_ready_only_the_rate_and_the_edges_change() -> None:
    ready = speech_like()

    speech = prepare_speech(ready, 48_000, Treatment.NONE)

    assert np.array_equal(speech[500:-500], ready[500:-500])
    assert len(prepare_speech(ready, 24_000, Treatment.NONE)) == 2 * len(ready)


def test_speech_begins_and_ends_without_a_click() -> None:
    speech = fade_edges(np.ones(frames(1), np.float32))

    assert speech[0] == speech[-1] == 0
    assert np.diff(speech).max() < 0.003
    assert np.diff(speech).min() > -0.003


@pytest.mark.parametrize("count", [1, 2, 7, 100])
def test_even_the_shortest_sound_can_be_faded(count: int) -> None:
    assert len(fade_edges(np.ones(count, np.float32))) == count


def test_what_is_barely_there_is_not_blown_up() -> None:
    assert loudness(level(noise(frames(1), size=1e-6))) < -60
