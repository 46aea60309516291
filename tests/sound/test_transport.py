"""Pausing, seeking, waiting and changing while it plays: the position is exact and nothing clicks."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.sound.loop import LoopedSamples
from relaxapp.sound.samples import ArraySamples
from relaxapp.sound.transport import Transport
from relaxapp.sound.volumes import Volumes
from relaxapp.timeline.clip import Bus, frames
from tests.sound.sounds import (
    ambience,
    cue,
    loop,
    mix_of,
    rms,
    roughness,
    sine,
    spoken,
    tone_mix,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.sound.samples import Block, Samples

TONE_ROUGHNESS = roughness(sine(frames(1)))


def pulled(transport: Transport, seconds: float, block: int = 1_000) -> Block:
    """So many seconds, block by block."""
    count = frames(seconds)
    sizes = [block] * (count // block) + [count % block] * (count % block > 0)
    return np.concatenate([transport.pull(size) for size in sizes])


def test_what_is_played_without_interruption_is_what_is_exported() -> None:
    sounds: dict[str, Samples] = {"rain": loop(), "words": ArraySamples(sine(frames(1), size=0.9))}
    mix = mix_of(6, sounds, ambience(6), spoken(1, 1), spoken(3, 1))

    assert np.array_equal(pulled(Transport(mix), 6, 777), mix.read(0, frames(6)))


def test_pausing_fades_out_and_then_the_position_stands() -> None:
    transport = Transport(tone_mix())
    pulled(transport, 1)
    transport.pause()

    fading = pulled(transport, 0.2)
    silent = pulled(transport, 1)

    assert transport.position == frames(1.2)
    assert transport.paused
    assert rms(fading[-100:]) < 0.01
    assert not silent.any()


def test_resuming_goes_on_from_where_it_stood_fading_in() -> None:
    mix = tone_mix()
    transport = Transport(mix)
    pulled(transport, 1)
    transport.pause()
    pulled(transport, 5)
    transport.resume()

    assert rms(pulled(transport, 0.01)) < 0.02
    pulled(transport, 0.19)
    assert transport.position == frames(1.4)
    assert np.array_equal(transport.pull(100), mix.read(frames(1.4), 100))


def test_pausing_and_resuming_in_the_middle_of_a_fade_makes_no_click() -> None:
    transport = Transport(tone_mix())
    heard = [pulled(transport, 0.5)]
    for change in (transport.pause, transport.resume, transport.pause, transport.resume):
        change()
        heard.append(pulled(transport, 0.07))

    assert roughness(np.concatenate(heard)) < 1.2 * TONE_ROUGHNESS


@given(
    places=st.lists(st.tuples(st.integers(0, frames(20)), st.integers(1, 5_000)), max_size=12),
    block=st.integers(100, 5_000),
)
def test_seeking_makes_no_click_however_quickly_it_is_done(
    places: list[tuple[int, int]], block: int
) -> None:
    transport = Transport(tone_mix(25))
    heard = [pulled(transport, 0.3, block)]
    for place, wait in places:
        transport.seek(place)
        assert transport.position == place
        heard.append(transport.pull(wait))
    heard.append(pulled(transport, 0.2, block))

    assert roughness(np.concatenate(heard)) < 4 * TONE_ROUGHNESS


def test_after_a_seek_the_frames_of_the_new_place_come_out() -> None:
    mix = tone_mix()
    transport = Transport(mix)
    pulled(transport, 1)
    transport.seek(frames(7))
    pulled(transport, 0.06)

    assert np.array_equal(transport.pull(500), mix.read(frames(7.06), 500))


def test_a_seek_before_anything_was_heard_begins_right_there() -> None:
    mix = tone_mix()
    transport = Transport(mix)
    transport.seek(frames(3))

    assert np.array_equal(transport.pull(500), mix.read(frames(3), 500))


def test_a_seek_while_paused_leaves_it_paused() -> None:
    transport = Transport(tone_mix())
    pulled(transport, 1)
    transport.pause()
    pulled(transport, 1)
    transport.seek(frames(10))

    assert not pulled(transport, 1).any()
    assert transport.position == frames(10)


def test_a_seek_beyond_either_end_stays_within_the_session() -> None:
    transport = Transport(tone_mix(2))
    transport.seek(-5)
    assert transport.position == 0
    transport.seek(frames(99))
    assert transport.position == frames(2)
    assert transport.ended


def test_ambience_goes_on_through_a_seek_as_if_there_were_none() -> None:
    mix = mix_of(60, {"rain": loop(7)}, ambience(60))
    transport, straight = Transport(mix), Transport(mix)
    pulled(transport, 5)
    transport.seek(frames(30))
    pulled(straight, 5)

    assert np.allclose(pulled(transport, 2), pulled(straight, 2), atol=1e-6)


def test_at_a_stop_the_position_stands_exactly_there_until_told_to_go_on() -> None:
    stop = frames(1) + 7
    transport = Transport(tone_mix(stops=(stop,)))
    pulled(transport, 3)

    assert transport.position == stop
    assert transport.standing

    transport.go_on()
    pulled(transport, 0.5)

    assert transport.position == stop + frames(0.5)


def test_nothing_but_the_ambience_is_heard_at_a_stop() -> None:
    tone = ArraySamples(sine(frames(20)))
    mix = mix_of(20, {"tone": tone}, cue(0, 20), stops=(frames(1),))
    transport = Transport(mix)
    pulled(transport, 1)

    assert not pulled(transport, 2).any()


def test_ambience_runs_on_at_a_stop_and_afterwards_without_a_break() -> None:
    # A ramp that rises for two minutes shows every frame left out or played twice.
    count = frames(120)
    rise = np.linspace(0.1, 0.5, count, dtype=np.float32)[:, None].repeat(2, axis=1)
    looped = LoopedSamples(rise, 0)
    mix = mix_of(100, {"rain": looped}, ambience(100), stops=(frames(10),))
    transport = Transport(mix)
    heard = [pulled(transport, 10)]
    heard.append(pulled(transport, 25))
    transport.go_on()
    heard.append(pulled(transport, 20))

    whole = np.concatenate(heard)[:, 0]
    expected = looped.read(frames(4), frames(50))[:, 0] * np.float32(0.64)
    assert np.allclose(whole[frames(4) : frames(54)], expected, atol=1e-6)
    assert transport.position == frames(30)


def test_ambience_comes_back_from_under_the_voice_while_the_position_stands() -> None:
    flat = LoopedSamples(np.full((frames(4), 2), 0.5, np.float32), 0)
    silence = ArraySamples(np.zeros((frames(2), 1), np.float32))
    clips = [ambience(60), spoken(8, 2), spoken(10, 2)]
    sounds: dict[str, Samples] = {"rain": flat, "words": silence}
    volumes = Volumes(ambience=1)
    mix = mix_of(60, sounds, *clips, stops=(frames(10),), volumes=volumes)
    transport = Transport(mix)
    heard = [pulled(transport, 10)]
    assert heard[0][-1, 0] == pytest.approx(0.05, rel=0.01)

    heard.append(pulled(transport, 5))
    assert heard[1][-1, 0] == pytest.approx(0.5, rel=0.01)

    transport.go_on()
    heard.append(pulled(transport, 1))
    assert heard[2][-1, 0] == pytest.approx(0.05, rel=0.01)
    # After the lead-in: no jump anywhere.
    assert np.abs(np.diff(np.concatenate(heard)[frames(8) :, 0])).max() < 1e-4


def test_a_seek_to_a_stop_does_not_stand_there() -> None:
    transport = Transport(tone_mix(stops=(frames(2),)))
    pulled(transport, 1)
    transport.seek(frames(2))
    pulled(transport, 1)

    assert transport.position == frames(3)


def test_a_seek_leaves_a_stop_behind() -> None:
    transport = Transport(tone_mix(stops=(frames(1),)))
    pulled(transport, 2)
    transport.seek(frames(4))
    pulled(transport, 1)

    assert not transport.standing
    assert transport.position == frames(5)


def test_going_on_elsewhere_than_at_a_stop_does_nothing() -> None:
    transport = Transport(tone_mix(stops=(frames(2),)))
    transport.go_on()
    pulled(transport, 3)

    assert transport.standing


def test_a_pause_at_a_stop_silences_the_ambience_too() -> None:
    mix = mix_of(20, {"rain": loop()}, ambience(20), stops=(frames(5),))
    transport = Transport(mix)
    pulled(transport, 6)
    transport.pause()
    pulled(transport, 0.2)

    assert not pulled(transport, 1).any()
    transport.resume()
    pulled(transport, 0.5)
    assert transport.standing
    assert rms(pulled(transport, 0.5)) > 0.01


def test_a_new_timeline_that_agrees_so_far_is_heard_without_a_seam() -> None:
    sounds: dict[str, Samples] = {"rain": loop(), "tone": ArraySamples(sine(frames(2)))}
    before = mix_of(20, sounds, ambience(20), cue(1, 2), cue(8, 2))
    after = mix_of(30, sounds, ambience(30), cue(1, 2), cue(18, 2))
    transport = Transport(before)
    heard = [pulled(transport, 5)]
    transport.replace(after)
    heard.append(pulled(transport, 20))

    assert np.array_equal(np.concatenate(heard), after.read(0, frames(25)))
    assert transport.mix is after


def test_a_new_timeline_that_differs_right_now_is_faded_to() -> None:
    transport = Transport(tone_mix(hertz=200))
    heard = [pulled(transport, 1.0013)]
    after = tone_mix(hertz=150)
    transport.replace(after)
    heard.append(pulled(transport, 0.5))

    assert roughness(np.concatenate(heard)) < 1.5 * TONE_ROUGHNESS
    assert np.array_equal(transport.pull(100), after.read(transport.position - 100, 100))


def test_a_new_timeline_leaves_the_volumes_as_they_were_set() -> None:
    transport = Transport(tone_mix())
    transport.set_volume(Bus.CUES, 0)
    pulled(transport, 1)
    transport.replace(tone_mix(30))

    assert not pulled(transport, 1).any()


def test_a_new_timeline_keeps_the_position_standing_only_where_it_has_the_stop() -> None:
    transport = Transport(tone_mix(stops=(frames(1),)))
    pulled(transport, 2)
    transport.replace(tone_mix(30, stops=(frames(1), frames(5))))
    pulled(transport, 1)
    assert transport.standing
    assert transport.position == frames(1)

    transport.replace(tone_mix(30, stops=(frames(5),)))
    pulled(transport, 1)
    assert transport.position == frames(2)


def test_a_new_timeline_shorter_than_the_position_has_ended() -> None:
    transport = Transport(tone_mix(20))
    pulled(transport, 5)
    transport.replace(tone_mix(3))

    assert transport.ended
    assert not pulled(transport, 1)[frames(0.1) :].any()


def test_a_volume_changes_over_fifty_milliseconds_without_a_click() -> None:
    transport = Transport(tone_mix())
    heard = [pulled(transport, 0.5)]
    for level in (0.0, 1.0, 0.3, 0.31, 0.9):
        transport.set_volume(Bus.CUES, level)
        heard.append(pulled(transport, 0.03, 333))
    heard.append(pulled(transport, 0.5))

    assert roughness(np.concatenate(heard)) < 1.2 * TONE_ROUGHNESS
    assert rms(heard[-1][frames(0.2) :]) == pytest.approx(0.81 * rms(heard[0]), rel=0.01)


def test_after_the_end_silence_comes_out_and_the_position_stays() -> None:
    transport = Transport(tone_mix(1))
    pulled(transport, 1.5)

    assert transport.ended
    assert transport.position == frames(1)
    assert not transport.pull(500).any()


def test_after_the_end_one_can_go_back() -> None:
    transport = Transport(tone_mix(1))
    pulled(transport, 2)
    transport.seek(0)

    assert rms(pulled(transport, 0.5)) > 0.09


CHANGES: dict[str, Callable[[Transport, int], None]] = {
    "pause": lambda transport, _: transport.pause(),
    "resume": lambda transport, _: transport.resume(),
    "seek": lambda transport, frame: transport.seek(frame),
    "go on": lambda transport, _: transport.go_on(),
    "replace": lambda transport, frame: transport.replace(
        tone_mix(4, stops=(frames(1), 1 + frame))
    ),
    "volume": lambda transport, frame: transport.set_volume(Bus.CUES, frame % 2),
}


@given(
    st.lists(
        st.tuples(
            st.sampled_from(sorted(CHANGES)), st.integers(0, frames(3)), st.integers(1, 30_000)
        ),
        max_size=15,
    )
)
def test_skipping_moves_the_position_just_as_pulling_does(
    changes: list[tuple[str, int, int]],
) -> None:
    mix = tone_mix(4, stops=(frames(0.5), frames(2)))
    heard, skipped = Transport(mix), Transport(mix)
    for name, frame, count in changes:
        for transport in (heard, skipped):
            CHANGES[name](transport, frame)
        heard.pull(count)
        skipped.skip(count)
        assert heard.position == skipped.position
        assert heard.standing == skipped.standing
        assert heard.ended == skipped.ended


def test_a_position_is_known_for_every_frame_that_came_out() -> None:
    transport = Transport(tone_mix(10, stops=(frames(1),)))
    pulled(transport, 2)
    transport.go_on()
    pulled(transport, 1)
    transport.pause()
    pulled(transport, 2)

    seconds = [transport.position_at(frames(at)) / 48_000 for at in (0, 0.5, 1, 1.7, 2, 2.5, 3)]
    assert seconds == [0, 0.5, 1, 1, 1, 1.5, 2]
    assert transport.position_at(frames(5)) == frames(2.2)
    assert transport.position_at(frames(99)) == frames(2.2)


def test_frames_that_came_out_before_a_seek_count_as_the_place_sought() -> None:
    transport = Transport(tone_mix(20))
    pulled(transport, 2)
    transport.seek(frames(9))

    assert transport.position_at(frames(1.8)) == frames(9)
    pulled(transport, 1)
    assert transport.position_at(frames(1.9)) == frames(9)
    assert transport.position_at(frames(2.5)) == frames(9.5)


def test_threads_may_change_everything_while_a_device_pulls() -> None:
    transport = Transport(tone_mix(4, stops=(frames(1),)))
    ready = threading.Barrier(3)

    def change(seed: int) -> None:
        generator = np.random.default_rng(seed)
        ready.wait()
        for _ in range(150):
            name = sorted(CHANGES)[generator.integers(len(CHANGES))]
            if name != "replace":
                CHANGES[name](transport, int(generator.integers(frames(3))))

    threads = [threading.Thread(target=change, args=(seed,)) for seed in (1, 2)]
    for thread in threads:
        thread.start()
    ready.wait()
    blocks = [transport.pull(480) for _ in range(400)]
    for thread in threads:
        thread.join()

    assert all(block.shape == (480, 2) for block in blocks)
    assert 0 <= transport.position <= frames(4)
