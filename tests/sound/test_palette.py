"""The sounds a timeline asks for, found by name; the shipped ones all work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from relaxapp.errors import SoundError
from relaxapp.script.cue import AMBIENCES, SOUNDS, BreathMove
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
from tests.sound.sounds import noise

if TYPE_CHECKING:
    from pathlib import Path


def clip(sound: ClipSound, seconds: float = 4) -> Clip:
    return Clip(0, frames(seconds), Bus.CUES, sound)


@pytest.fixture
def shipped(repository: Path) -> Palette:
    return Palette(repository / "audio")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "cues").mkdir()
    return tmp_path


@pytest.mark.parametrize("name", SOUNDS)
def test_every_cue_a_script_may_ask_for_is_shipped(shipped: Palette, name: str) -> None:
    samples = shipped.samples(clip(CueSound(name)))

    assert samples is not None
    assert frames(1) < samples.length < frames(7)


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


def test_a_held_breath_is_silent(shipped: Palette) -> None:
    assert shipped.samples(clip(Swell(BreathMove.HOLD))) is None


def test_words_and_recordings_are_those_that_were_prepared() -> None:
    words, memo = ArraySamples(noise(10)), ArraySamples(noise(20))
    palette = Palette(None, {"Let go.": words}, {"memo.mp3": memo})  # type: ignore[arg-type]

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
    (folder / "cues" / "bell.flac").write_bytes(data)

    with pytest.raises(SoundError, match=r"bell\.flac cannot be read"):
        Palette(folder).samples(clip(CueSound("bell")))


def test_an_empty_sound_is_named(folder: Path) -> None:
    soundfile.write(folder / "cues" / "bell.wav", np.zeros(0), 48_000)

    with pytest.raises(SoundError, match=r"bell\.wav is empty"):
        Palette(folder).samples(clip(CueSound("bell")))


@pytest.mark.parametrize("ending", ["flac", "ogg", "wav"])
def test_a_sound_may_be_replaced_by_one_of_another_kind_and_rate(folder: Path, ending: str) -> None:
    sound = noise(22_050, 1)
    soundfile.write(folder / "cues" / f"bell.{ending}", sound, 22_050)

    samples = Palette(folder).samples(clip(CueSound("bell")))

    assert samples is not None
    assert samples.length == 48_000


def test_of_many_channels_two_are_kept(folder: Path) -> None:
    soundfile.write(folder / "cues" / "bell.flac", noise(100, 6), 48_000)

    samples = Palette(folder).samples(clip(CueSound("bell")))

    assert samples is not None
    assert samples.read(0, 100).shape == (100, 2)
