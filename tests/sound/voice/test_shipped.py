"""Voices that have spoken beforehand: they read clips, and say at once what they have not spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.errors import SoundError
from relaxapp.sound.rendering import render
from relaxapp.sound.voice.choice import Availability, candidates
from relaxapp.sound.voice.manifest import FILE_NAME, read_manifest
from relaxapp.sound.voice.shipped import Need, ShippedVoice, shipped_folders
from relaxapp.sound.voice.voice import Treatment
from relaxapp.timeline.clip import Spoken
from tests.sound.voice.speakers import ToneVoice

if TYPE_CHECKING:
    from pathlib import Path

SPOKEN = (Spoken("Let go."), Spoken("And rest.", 1))


class GivenVoice(ToneVoice):
    """A tone that may be passed on."""

    licence = "CC0-1.0"
    credit = "Nobody."


@pytest.fixture
def narration(tmp_path: Path) -> Path:
    """A folder with two shipped voices."""
    for name in ("rms", "slt"):
        render(
            GivenVoice(), SPOKEN, tmp_path / name, name=name, title=f"like {name}", language="en"
        )
    return tmp_path


def test_it_reads_what_was_spoken_and_asks_for_no_treatment(narration: Path) -> None:
    voice = ShippedVoice(narration / "rms")

    samples, rate = voice.speak("And rest.", 105)

    assert rate == 24_000
    assert samples.ndim == 1
    assert np.abs(samples).max() > 0.05
    assert voice.treatment is Treatment.NONE
    assert (voice.name, voice.title, voice.licence, voice.credit) == (
        "rms",
        "like rms",
        "CC0-1.0",
        "Nobody.",
    )


def test_narration_rendered_anew_is_another_voice_to_the_cache(narration: Path) -> None:
    before = ShippedVoice(narration / "rms").identity

    render(GivenVoice(), SPOKEN[:1], narration / "rms", name="rms", title="like rms", language="en")

    assert ShippedVoice(narration / "rms").identity != before


def test_a_session_it_has_spoken_is_no_trouble(narration: Path) -> None:
    ShippedVoice(narration / "rms").check(Need((*SPOKEN, Spoken("..."))))


@pytest.mark.parametrize(
    ("need", "trouble"),
    [
        (Need((*SPOKEN, Spoken("My own words."))), "only the sessions that relaxapp brings"),
        (Need((Spoken("Let go.", 1),)), "only the sessions that relaxapp brings"),
        (Need(SPOKEN, words_per_minute=100), "comes at one pace, 115 words a minute"),
    ],
)
def test_one_sentence_or_another_pace_and_it_speaks_none(
    narration: Path, need: Need, trouble: str
) -> None:
    with pytest.raises(SoundError, match=trouble):
        ShippedVoice(narration / "rms").check(need)


def test_a_clip_that_was_lost_is_a_sentence(narration: Path) -> None:
    folder = narration / "rms"
    voice = ShippedVoice(folder)
    (folder / read_manifest(folder).clips[0].file).unlink()
    (folder / read_manifest(folder).clips[1].file).write_bytes(b"no sound")

    for clip in read_manifest(folder).clips:
        with pytest.raises(SoundError, match="is not complete"):
            voice.speak(clip.text, clip.words_per_minute)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"clips": [{"text": 1}]}', "\x00"])
def test_a_manifest_that_cannot_be_read_is_a_sentence(narration: Path, text: str) -> None:
    (narration / "rms" / FILE_NAME).write_text(text)

    with pytest.raises(SoundError, match="cannot be read"):
        ShippedVoice(narration / "rms")


def test_folders_without_a_manifest_are_no_voices(narration: Path) -> None:
    (narration / "notes").mkdir()

    assert [path.name for path in shipped_folders(narration)] == ["rms", "slt"]
    assert shipped_folders(narration / "nowhere") == []


def _first(narration: Path, wish: str, need: Need, language: str = "en") -> Availability:
    there = candidates(wish, language, None, narration, need)
    return next(each for each in there if each.voice is not None)


def test_the_first_shipped_voice_speaks_english_sessions_unless_another_is_wished_for(
    narration: Path,
) -> None:
    need = Need(SPOKEN)

    assert _first(narration, "auto", need).name == "rms"
    assert _first(narration, "auto", need).title == "Like rms, comes with relaxapp"
    assert _first(narration, "slt", need).name == "slt"
    assert _first(narration, "espeak", need).name == "espeak"
    assert _first(narration, "auto", need, "de").name == "espeak"


def test_of_a_session_it_has_not_spoken_another_voice_speaks_the_whole(narration: Path) -> None:
    need = Need((*SPOKEN, Spoken("My own words.")))

    assert _first(narration, "rms", need).name not in {"rms", "slt"}
    wished = candidates("rms", "en", None, narration, need)[0]
    assert wished.name == "rms"
    assert wished.trouble.startswith("The voice rms has spoken only the sessions")


def test_a_broken_manifest_leaves_the_other_voices(narration: Path) -> None:
    (narration / "rms" / FILE_NAME).write_text("{")

    assert _first(narration, "rms", Need(SPOKEN)).name == "slt"
