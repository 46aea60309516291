"""The sounds a timeline asks for, found by name; the shipped ones all work."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest
import soundfile

from relaxapp.errors import SoundError
from relaxapp.script.cue import AMBIENCES, SOUNDS, BreathMove
from relaxapp.settings import Cues
from relaxapp.sound.loop import ENDLESS
from relaxapp.sound.palette import Palette
from relaxapp.sound.samples import ArraySamples
from relaxapp.timeline.clip import (
    Ambient,
    Bus,
    Clip,
    ClipSound,
    CueSound,
    Recorded,
    Spoken,
    Swell,
    frames,
)
from tests.sound.sounds import noise, rms

if TYPE_CHECKING:
    from pathlib import Path


CHARACTERS = [name for name in get_args(Cues) if name != "none"]


def clip(sound: ClipSound, seconds: float = 4) -> Clip:
    return Clip(0, frames(seconds), Bus.CUES, sound)


@pytest.fixture
def shipped(repository: Path) -> Palette:
    return Palette(repository / "audio")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cues" / "bowl").mkdir(parents=True)
    return tmp_path


@pytest.mark.parametrize("character", CHARACTERS)
@pytest.mark.parametrize("name", [*SOUNDS, "step"])
def test_every_cue_a_script_may_ask_for_is_shipped_in_every_character(
    repository: Path, character: Cues, name: str
) -> None:
    samples = Palette(repository / "audio", cues=character).samples(clip(CueSound(name)))

    assert samples is not None
    assert frames(1) < samples.length < frames(7)


def test_each_character_has_a_sound_of_its_own(repository: Path) -> None:
    bells = {
        samples.read(0, frames(1)).tobytes()
        for character in CHARACTERS
        if (
            samples := Palette(repository / "audio", cues=character).samples(clip(CueSound("bell")))
        )
    }

    assert len(bells) == len(CHARACTERS)


def test_without_cues_neither_bells_nor_breath_are_heard_but_ambience_is(repository: Path) -> None:
    palette = Palette(repository / "audio", cues="none")

    assert palette.samples(clip(CueSound("bell"))) is None
    assert all(palette.samples(clip(Swell(move))) is None for move in BreathMove)
    assert palette.samples(clip(Ambient("rain"))) is not None


@pytest.mark.parametrize("name", [name for name in AMBIENCES if name != "none"])
def test_every_ambience_a_script_may_ask_for_is_shipped_and_has_no_end(
    shipped: Palette, name: str
) -> None:
    samples = shipped.samples(clip(Ambient(name)))

    assert samples is not None
    assert samples.length == ENDLESS
    assert samples.read(frames(3_600), 100).any()
    assert shipped.samples(clip(Ambient(name))) is samples


@pytest.mark.parametrize("move", [BreathMove.IN, BreathMove.OUT])
@pytest.mark.parametrize("seconds", [1.5, 4, 11])
def test_a_swell_is_as_long_as_its_breath(
    shipped: Palette, move: BreathMove, seconds: float
) -> None:
    samples = shipped.samples(clip(Swell(move), seconds))

    assert samples is not None
    assert samples.length == frames(seconds)


@pytest.mark.parametrize("character", CHARACTERS)
def test_a_held_breath_has_one_short_soft_tone_whatever_its_length(
    repository: Path, character: Cues
) -> None:
    palette = Palette(repository / "audio", cues=character)
    tones = [palette.samples(clip(Swell(BreathMove.HOLD), seconds)) for seconds in (2, 4)]

    for tone in tones:
        assert tone is not None
        assert tone.length < frames(1)
        assert rms(tone.read(0, tone.length)) < 0.02


def test_a_file_of_ones_own_is_an_ambience_without_an_end_as_loud_as_the_shipped_ones(
    repository: Path, tmp_path: Path
) -> None:
    soundfile.write(tmp_path / "my river.flac", noise(22_050 * 5, 2, size=0.5), 22_050)
    palette = Palette(repository / "audio", sounds=tmp_path)

    samples = palette.samples(clip(Ambient("my river.flac")))

    assert samples is not None
    assert samples.length == ENDLESS
    # It is kept as loud as the voice, which lies four decibels above ambience.
    heard = rms(samples.read(frames(1_000), frames(1)))
    assert 20 * np.log10(heard / (0.5 / 3**0.5)) == pytest.approx(-4, abs=0.5)


def test_a_file_of_ones_own_does_not_stand_for_a_shipped_ambience_of_its_name(
    repository: Path, tmp_path: Path
) -> None:
    soundfile.write(tmp_path / "rain.flac", np.full((48_000, 2), 0.5), 48_000)
    own = Palette(repository / "audio", sounds=tmp_path)
    shipped = Palette(repository / "audio")

    heard = [palette.samples(clip(Ambient("rain"))) for palette in (own, shipped)]

    assert heard[0] is not None
    assert heard[1] is not None
    assert np.array_equal(heard[0].read(0, 1_000), heard[1].read(0, 1_000))


def test_a_file_of_ones_own_that_is_gone_is_named(repository: Path, tmp_path: Path) -> None:
    with pytest.raises(SoundError, match=r"my river\.flac is missing from"):
        Palette(repository / "audio", sounds=tmp_path).samples(clip(Ambient("my river.flac")))
    with pytest.raises(SoundError, match=r"no sound “my river\.flac” of yours"):
        Palette(repository / "audio").samples(clip(Ambient("my river.flac")))


def test_words_and_recordings_are_those_that_were_prepared() -> None:
    words, memo = ArraySamples(noise(10)), ArraySamples(noise(20))
    palette = Palette(None, {Spoken("Let go."): words}, {"memo.mp3": memo})  # type: ignore[arg-type]

    assert palette.samples(clip(Spoken("Let go."))) is words
    assert palette.samples(clip(Recorded("memo.mp3"))) is memo


def test_what_was_not_prepared_is_named(shipped: Palette) -> None:
    with pytest.raises(SoundError, match=r"not been spoken yet: “Let go.”"):
        shipped.samples(clip(Spoken("Let go.")))
    with pytest.raises(SoundError, match=r"not been prepared: “memo.mp3”"):
        shipped.samples(clip(Recorded("memo.mp3")))


def test_a_missing_file_is_named(folder: Path) -> None:
    with pytest.raises(SoundError, match=r"bell\.flac is missing from"):
        Palette(folder).samples(clip(CueSound("bell")))


@pytest.mark.parametrize("data", [b"", b"fLaC but not really"])
def test_a_broken_file_is_named(folder: Path, data: bytes) -> None:
    (folder / "cues" / "bowl" / "bell.flac").write_bytes(data)

    with pytest.raises(SoundError, match=r"bell\.flac cannot be read"):
        Palette(folder).samples(clip(CueSound("bell")))


def test_an_empty_sound_is_named(folder: Path) -> None:
    soundfile.write(folder / "cues" / "bowl" / "bell.wav", np.zeros(0), 48_000)

    with pytest.raises(SoundError, match=r"bell\.wav is empty"):
        Palette(folder).samples(clip(CueSound("bell")))


@pytest.mark.parametrize("ending", ["flac", "ogg", "wav"])
def test_a_sound_may_be_replaced_by_one_of_another_kind_and_rate(folder: Path, ending: str) -> None:
    sound = noise(22_050, 1)
    soundfile.write(folder / "cues" / "bowl" / f"bell.{ending}", sound, 22_050)

    samples = Palette(folder).samples(clip(CueSound("bell")))

    assert samples is not None
    assert samples.length == 48_000


def test_of_many_channels_two_are_kept(folder: Path) -> None:
    soundfile.write(folder / "cues" / "bowl" / "bell.flac", noise(100, 6), 48_000)

    samples = Palette(folder).samples(clip(CueSound("bell")))

    assert samples is not None
    assert samples.read(0, 100).shape == (100, 2)
