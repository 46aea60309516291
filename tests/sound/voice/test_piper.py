"""A Piper voice speaks at the pace that is asked for, and its every failure is a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.errors import SoundError
from relaxapp.sound.voice.catalogue import CATALOGUE
from relaxapp.sound.voice.piper import PiperVoice
from relaxapp.sound.voice.piper_files import read
from tests.sound.voice.pipers import RATE, FakePiper, no_piper, put_voice

if TYPE_CHECKING:
    from pathlib import Path

TEN_WORDS = "Let your shoulders be heavy and let the breath come."


@pytest.fixture
def package(monkeypatch: pytest.MonkeyPatch) -> FakePiper:
    return FakePiper().install(monkeypatch)


@pytest.fixture
def voice(tmp_path: Path, package: FakePiper) -> PiperVoice:
    return PiperVoice(read(put_voice(tmp_path)))


@pytest.mark.parametrize("pace", [90, 115, 130])
def test_it_speaks_at_the_pace_that_is_asked_for(voice: PiperVoice, pace: int) -> None:
    samples, rate = voice.speak(TEN_WORDS, pace)
    assert samples.dtype == np.float32
    assert (samples.ndim, rate) == (1, RATE)
    assert 60 * 10 / (len(samples) / rate) == pytest.approx(pace, rel=0.02)


def test_the_model_is_loaded_once_and_not_before_something_is_said(
    voice: PiperVoice, package: FakePiper
) -> None:
    assert package.loaded == []
    voice.speak("Rest.", 115)
    voice.speak("Rest more.", 115)
    assert len(package.loaded) == 1


def test_several_sentences_are_one_sound(voice: PiperVoice) -> None:
    one, _ = voice.speak("Rest now.", 115)
    two, _ = voice.speak("Rest now. Rest now.", 115)
    assert len(two) == pytest.approx(2 * len(one), abs=2)


def test_a_text_without_a_word_is_no_sound(voice: PiperVoice) -> None:
    samples, rate = voice.speak("", 115)
    assert (len(samples), rate) == (0, RATE)


def test_brackets_are_read_and_never_taken_for_spelled_out_sounds(
    voice: PiperVoice, package: FakePiper
) -> None:
    voice.speak("a [[b]] c\0d", 115)
    assert package.spoken[-1][0] == "a [ [b]] c d"


def test_its_identity_changes_with_the_file(tmp_path: Path, package: FakePiper) -> None:
    model = put_voice(tmp_path)
    before = PiperVoice(read(model)).identity
    model.write_bytes(b"another model")
    after = PiperVoice(read(model)).identity
    assert before != after
    assert "piper 1.8.0 en_GB-hum-low" in after


def test_only_what_is_known_to_be_free_may_be_passed_on(tmp_path: Path, package: FakePiper) -> None:
    known = PiperVoice(read(put_voice(tmp_path, CATALOGUE[0].name)))
    own = PiperVoice(read(put_voice(tmp_path, "en_GB-mine-low")))
    assert "public domain" in known.licence
    assert CATALOGUE[0].name in known.credit
    assert (own.licence, own.credit) == ("", "")


def test_without_the_package_there_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    no_piper(monkeypatch)
    with pytest.raises(SoundError, match=r"Piper is not installed.*relaxapp\[piper\]"):
        PiperVoice(read(put_voice(tmp_path)))


def test_a_model_that_has_gone_is_a_sentence(tmp_path: Path, package: FakePiper) -> None:
    files = read(put_voice(tmp_path))
    files.model.unlink()
    with pytest.raises(SoundError, match="cannot be read"):
        PiperVoice(files)


@pytest.mark.parametrize("error", [RuntimeError("bad graph"), KeyError("x"), OSError("gone")])
def test_whatever_the_package_raises_is_a_sentence(
    voice: PiperVoice, package: FakePiper, error: Exception
) -> None:
    package.breaks = error
    with pytest.raises(SoundError, match="The Piper voice en_GB-hum-low does not work"):
        voice.speak("Rest.", 115)
