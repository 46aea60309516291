"""A timeline as sound: the same whatever the blocks, never too loud, ambience under the voice."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.sound.loop import LoopedSamples
from relaxapp.sound.loudness import loudness
from relaxapp.sound.mix import CENTRE, Mix, gains
from relaxapp.sound.samples import ArraySamples
from relaxapp.sound.volumes import Volumes
from relaxapp.timeline.clip import Spoken, frames
from relaxapp.timeline.phase import Breath, Phase, PhaseKind
from tests.sound.sounds import (
    FixedPalette,
    ambience,
    cue,
    loop,
    mix_of,
    noise,
    rms,
    roughness,
    sine,
    spoken,
    timeline_of,
)

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block, Samples

SECONDS = 12
FULL = Volumes(voice=1, cues=1, breath=1, ambience=1)


def busy_mix() -> Mix:
    """Everything at once: a loop, words, overlapping cues, one cut short, and a quiet start."""
    sounds: dict[str, Samples] = {
        "rain": loop(),
        "words": ArraySamples(noise(frames(1.5), 1, size=0.9, seed=2)),
        "tone": ArraySamples(noise(frames(2), 2, size=0.8, seed=3)),
    }
    clips = [ambience(SECONDS), spoken(1, 1.5), spoken(3, 1), spoken(7, 1.5)]
    clips += [cue(0.8, 2), cue(1.3, 2), cue(6, 0.5), cue(11, 2)]
    return mix_of(SECONDS, sounds, *clips)


BUSY = busy_mix()
LOOP = loop()
WHOLE = BUSY.read(0, frames(SECONDS) + 5_000)


def constant(value: float, seconds: float) -> ArraySamples:
    return ArraySamples(np.full((frames(seconds), 1), value, np.float32))


def steady_rain(value: float) -> LoopedSamples:
    # Equal power makes a constant louder where its ends overlap; here there is no overlap.
    return LoopedSamples(np.full((frames(2), 2), value, np.float32), 0)


@given(
    start=st.integers(0, frames(SECONDS) + 1_000),
    sizes=st.lists(st.integers(1, 9_000), min_size=1, max_size=12),
)
def test_the_same_frames_come_out_whatever_the_blocks_and_after_any_jump(
    start: int, sizes: list[int]
) -> None:
    for size in sizes:
        block = BUSY.read(start, size)
        assert block.shape == (size, 2)
        assert block.dtype == np.float32
        expected = WHOLE[start : start + size]
        assert np.array_equal(block[: len(expected)], expected)
        start += size


@pytest.mark.parametrize("size", [64, 128, 256, 480, 512, 1_000, 1_024, 2_048, 4_096, 8_192])
def test_the_whole_is_the_same_in_blocks_of_every_usual_size(size: int) -> None:
    blocks = [BUSY.read(start, size) for start in range(0, len(WHOLE), size)]
    assert np.array_equal(np.concatenate(blocks)[: len(WHOLE)], WHOLE)


def test_two_mixes_of_one_timeline_are_the_same() -> None:
    assert np.array_equal(busy_mix().read(0, frames(2)), WHOLE[: frames(2)])


@given(size=st.floats(0.1, 30))
def test_no_sample_passes_minus_one_decibel(size: float) -> None:
    words = ArraySamples(noise(frames(1), 2, size=size))
    block = mix_of(1, {"words": words}, spoken(0, 1)).read(0, frames(1))

    assert np.abs(block).max() <= 10 ** (-1 / 20)


def test_what_is_not_loud_is_left_exactly_as_it_is() -> None:
    words = noise(frames(1), 2, size=0.5)

    block = mix_of(1, {"words": ArraySamples(words)}, spoken(0, 1)).read(0, frames(1))

    assert np.array_equal(block, words)


def test_a_sound_begins_at_its_frame_and_not_one_sooner() -> None:
    block = mix_of(2, {"words": constant(0.5, 0.1)}, spoken(1, 0.1)).read(0, frames(2))

    heard = np.flatnonzero(np.abs(block[:, 0]) > 0.1)
    assert heard[0] == 48_000
    assert heard[-1] == 48_000 + frames(0.1) - 1


def test_ambience_lies_twenty_decibels_lower_under_the_voice() -> None:
    sounds: dict[str, Samples] = {
        "rain": steady_rain(0.1),
        "words": constant(0, 2),
        "tone": constant(0, 1),
    }
    # A cue at the very beginning, since there is no lead-in then.
    mix = mix_of(20, sounds, ambience(20), cue(0, 1), spoken(8, 2), volumes=FULL)

    def level(second: float) -> float:
        return float(20 * np.log10(mix.read(frames(second), 1)[0, 0] / 0.1))

    assert level(7.59) == pytest.approx(0, abs=0.01)
    assert -20 < level(7.8) < 0
    assert level(8) == pytest.approx(-20, abs=0.01)
    assert level(9.99) == pytest.approx(-20, abs=0.01)
    assert -20 < level(11) < 0
    assert level(12.01) == pytest.approx(0, abs=0.01)


def test_ambience_stays_down_through_a_short_gap_and_comes_back_in_a_long_one() -> None:
    sounds: dict[str, Samples] = {"rain": steady_rain(0.1), "words": constant(0, 1)}
    clips = [ambience(30), spoken(5, 1), spoken(7.4, 1), spoken(10, 1), spoken(20, 1)]
    mix = mix_of(30, sounds, *clips, volumes=FULL)

    def gain(second: float) -> float:
        return float(mix.read(frames(second), 1)[0, 0] * 10)

    assert gain(6.7) == pytest.approx(0.1, rel=0.01)
    assert 0.3 < gain(9.7) < 1
    assert gain(15) == pytest.approx(1, rel=0.01)


def test_ducking_follows_the_words_and_not_the_silence_after_them() -> None:
    sounds: dict[str, Samples] = {"rain": steady_rain(0.1), "words": constant(0, 1)}
    mix = mix_of(20, sounds, ambience(20), spoken(5, 9), volumes=FULL)

    assert mix.read(frames(9), 1)[0, 0] == pytest.approx(0.1, rel=0.01)


def test_ambience_comes_over_three_seconds_and_goes_over_five() -> None:
    mix = mix_of(20, {"rain": steady_rain(0.5)}, ambience(20), volumes=FULL)
    gains = mix.read(0, frames(20))[:, 0] * 2

    assert gains[0] == 0
    assert gains[frames(2.9)] < 1
    assert gains[frames(3)] == pytest.approx(1, rel=0.001)
    assert gains[frames(14.9)] == pytest.approx(1, rel=0.001)
    assert 0 < gains[frames(19.5)] < 0.1
    assert gains[-1] < 1e-6
    assert np.abs(np.diff(gains)).max() < 1e-4


def test_ambience_shorter_than_its_fades_still_comes_and_goes() -> None:
    mix = mix_of(2, {"rain": steady_rain(0.5)}, ambience(2), volumes=FULL)
    gains = mix.read(0, frames(2))[:, 0] * 2

    assert gains.max() == pytest.approx(1, rel=0.001)
    assert gains[0] == 0
    assert gains[-1] < 1e-4


def breathing(name: str) -> Mix:
    """Half a minute with one breath in and out from the tenth second on, in an ambience."""
    bounds = (0, frames(10), frames(14), frames(20), frames(30))
    kinds = (PhaseKind.PAUSE, PhaseKind.INHALE, PhaseKind.EXHALE, PhaseKind.PAUSE)
    lungs = (None, Breath(1, 1, 0, 1), Breath(1, 1, 1, 0), None)
    phases = tuple(
        Phase(start, end, kind, 0, "A phase", breath=breath)
        for (start, end), kind, breath in zip(pairwise(bounds), kinds, lungs, strict=True)
    )
    timeline = replace(timeline_of(30, ambience(30, name=name)), phases=phases)
    return Mix(timeline, FixedPalette({name: steady_rain(0.1)}), FULL)


OCEAN = breathing("ocean")


def test_ocean_and_wind_swell_with_the_breath_and_rain_does_not() -> None:
    def level(mix: Mix, second: float) -> float:
        return float(20 * np.log10(mix.read(frames(second), 1)[0, 0] / 0.1))

    for name in ("ocean", "wind"):
        mix = breathing(name)
        levels = [level(mix, second) for second in (5, 10, 12, 14, 17, 20, 24.5)]
        assert levels == pytest.approx([0, -3, 0, 3, 0, -3, 0], abs=0.1)
    assert level(breathing("rain"), 14) == pytest.approx(0, abs=0.01)


@given(start=st.integers(frames(5), frames(25)), size=st.integers(1, 9_000))
def test_what_swells_with_the_breath_depends_on_the_position_alone(start: int, size: int) -> None:
    whole = OCEAN.read(start, 9_000)

    assert np.array_equal(OCEAN.read(start, size), whole[:size])
    assert np.array_equal(OCEAN.read(start + size, 500), OCEAN.read(start + size, 700)[:500])


def test_while_one_stands_in_a_breath_the_ambience_stays_as_loud() -> None:
    standing = OCEAN.render(frames(14), 1_000, gains(FULL), standing=True)

    assert standing[:, 0] == pytest.approx(float(OCEAN.read(frames(14), 1)[0, 0]), abs=1e-5)


def test_a_sound_longer_than_its_clip_goes_without_a_click() -> None:
    tone = sine(frames(5))
    mix = mix_of(5, {"tone": ArraySamples(tone)}, cue(0, 2), volumes=FULL)
    block = mix.read(0, frames(5))

    assert not block[frames(2) :].any()
    assert roughness(block) < 1.5 * roughness(tone)


def test_a_sound_does_not_ring_across_a_stop() -> None:
    tone = ArraySamples(sine(frames(5)))
    stop = frames(2)
    mix = mix_of(6, {"tone": tone}, cue(0, 5), cue(2, 1), stops=(stop,))
    without = mix_of(6, {"tone": tone}, cue(2, 1))

    assert abs(mix.read(stop - 1, 1)[0, 0]) < 1e-3
    assert np.array_equal(mix.read(stop, frames(3)), without.read(stop, frames(3)))


def test_the_beginning_is_a_noise_too_faint_to_hear_until_the_first_cue() -> None:
    mix = mix_of(5, {"words": constant(0.5, 1)}, spoken(2, 1))
    lead_in = mix.read(0, frames(1.9))
    after = mix.read(frames(3), frames(1))

    assert 20 * np.log10(rms(lead_in)) == pytest.approx(-60, abs=0.5)
    assert np.abs(lead_in[:100]).max() > 0
    assert not after.any()


def test_there_is_no_lead_in_where_there_is_nothing_to_lead_to() -> None:
    assert not mix_of(2, {}).read(0, frames(2)).any()


def test_after_the_end_there_is_silence() -> None:
    mix = mix_of(1, {"words": constant(0.5, 3)}, spoken(0, 3))

    assert not mix.read(frames(1), 100).any()
    assert not mix.read(frames(1) - 10, 100)[10:].any()


def test_each_bus_has_its_volume() -> None:
    sounds: dict[str, Samples] = {"words": constant(0.4, 1), "tone": constant(0.2, 1)}
    clips = (spoken(0, 1), cue(0, 1))

    def heard(volumes: Volumes) -> float:
        return float(mix_of(1, sounds, *clips, volumes=volumes).read(0, 1)[0, 0])

    assert heard(Volumes(cues=0)) == pytest.approx(0.4 * CENTRE)
    assert heard(Volumes(voice=0)) == pytest.approx(0.2 * CENTRE)
    assert heard(Volumes(voice=0.5, cues=0)) == pytest.approx(0.1 * CENTRE)


def test_a_sound_asked_for_ten_thousand_times_at_once_is_heard_once() -> None:
    mix = mix_of(1, {"tone": constant(0.1, 1)}, *[cue(0, 1)] * 10_000)

    assert mix.read(0, 1)[0, 0] == pytest.approx(0.1 * CENTRE)


def test_stereo_stays_stereo_and_mono_is_in_the_middle() -> None:
    left = np.zeros((100, 2), np.float32)
    left[:, 0] = 0.3
    sounds: dict[str, Samples] = {"tone": ArraySamples(left), "words": constant(0.1, 0.1)}
    mix = mix_of(1, sounds, cue(0, 0.1), spoken(0, 0.1))

    centre = 0.1 * float(CENTRE)
    assert mix.read(0, 1)[0].tolist() == pytest.approx([0.3 + centre, centre])


def test_one_channel_is_as_loud_in_the_middle_as_it_was_by_itself() -> None:
    tone = sine(frames(2))
    block = mix_of(2, {"words": ArraySamples(tone)}, spoken(0, 2)).read(0, frames(2))

    # BS.1770 adds the power of the channels up.
    assert loudness(block) == pytest.approx(loudness(tone), abs=0.05)


def test_a_loop_has_no_seam() -> None:
    generator = np.random.default_rng(4)
    # Slow noise: a seam would be a corner far sharper than any of its own.
    slow = np.cumsum(generator.standard_normal((frames(4), 2)), axis=0)
    slow = np.apply_along_axis(lambda a: np.convolve(a, np.ones(200) / 200, "same"), 0, slow)
    samples: Block = (slow / np.abs(slow).max() * 0.5).astype(np.float32)
    looped = LoopedSamples(samples, frames(1))
    turn = frames(3)

    across = looped.read(turn - 2_000, 4_000)
    within = looped.read(frames(1.2), frames(1))

    assert roughness(across) <= 1.5 * roughness(within)
    assert np.array_equal(looped.read(100, 500), looped.read(100 + 5 * turn, 500))
    assert np.array_equal(looped.read(-turn + 7, 500), looped.read(7, 500))


@given(gain=st.floats(2**-10, 2, width=32), start=st.integers(-10_000, frames(9)))
def test_a_loop_read_with_a_gain_is_exactly_as_loud_as_one_made_so_afterwards(
    gain: float, start: int
) -> None:
    factor = np.float32(gain)

    assert np.array_equal(LOOP.read(start, 500, factor), LOOP.read(start, 500) * factor)


def test_a_loop_is_as_loud_in_its_overlap_as_elsewhere() -> None:
    looped = loop(8, size=0.5)
    overlap = [rms(looped.read(frames(at), frames(0.2))) for at in (0.0, 0.2, 0.4, 0.6, 0.8)]

    assert overlap == pytest.approx([rms(looped.read(frames(3), frames(2)))] * 5, rel=0.05)


@pytest.mark.parametrize("length", [1, 2, 3, 5, 100])
def test_a_loop_may_be_of_any_length(length: int) -> None:
    looped = LoopedSamples(noise(length, 2), 50)

    assert looped.read(3, 1_000).shape == (1_000, 2)


def test_a_block_without_ambience_costs_no_search_through_the_whole_session() -> None:
    clips = [spoken(number, 0.5) for number in range(3_000)]
    mix = mix_of(3_000, {"words": constant(0.1, 0.5)}, *clips)

    found = [len(mix._foreground.sounding(frames(at), 4_096)) for at in (0, 1_500.2, 2_999)]

    assert found == [1, 1, 1]


def test_ducking_is_one_line_without_a_jump() -> None:
    spans = [(0, 1), (3, 1), (4.6, 1), (8, 0.3), (9, 2), (13.5, 0.5)]
    sounds: dict[str, Samples] = {"rain": steady_rain(0.5), "words": constant(0, 2)}
    clips = [spoken(at, seconds) for at, seconds in spans]
    mix = mix_of(20, sounds, ambience(20), *clips, volumes=FULL)
    gains = mix.read(0, frames(20))[:, 0]

    assert all(abs(b - a) < 1e-3 for a, b in pairwise(gains[::4].tolist()))


@pytest.mark.parametrize(("calm", "decibels"), [(0, 0), (1, -1.5), (2, -3)])
def test_calmer_words_are_a_little_softer(calm: int, decibels: float) -> None:
    words = spoken(0, 2)
    calmer = replace(words, sound=Spoken("words", calm))

    block = mix_of(2, {"words": ArraySamples(sine(frames(2)))}, calmer).read(0, frames(2))

    assert 20 * np.log10(rms(block[:, :1]) / rms(sine(frames(2)) * CENTRE)) == pytest.approx(
        decibels, abs=0.01
    )
