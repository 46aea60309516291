"""flite speaks where it is installed, and what goes wrong with it is a sentence."""

from __future__ import annotations

import shutil
import sys
from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.errors import SoundError
from relaxapp.sound.levelling import trim
from relaxapp.sound.resampling import resample
from relaxapp.sound.voice.flite import TITLES, FliteVoice

if TYPE_CHECKING:
    from pathlib import Path

needs_flite = pytest.mark.skipif(shutil.which("flite") is None, reason="flite is not installed")


@pytest.fixture
def fake_flite(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program called flite that does nothing, found before any other."""
    program = tmp_path / "flite"
    program.write_text(f"#!{sys.executable}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    return program


@needs_flite
@pytest.mark.parametrize("speaker", TITLES)
@pytest.mark.parametrize("words_per_minute", [95, 115])
def test_it_speaks_as_slowly_as_it_is_asked_to(speaker: str, words_per_minute: int) -> None:
    sentence = "Let your shoulders be heavy, and notice how the breath comes and goes by itself."

    samples, rate = FliteVoice(speaker).speak(sentence, words_per_minute)

    assert rate == 16_000
    assert np.abs(samples).max() > 0.05
    speech = trim(resample(samples, rate))
    assert len(sentence.split()) / (len(speech) / 48_000) * 60 == pytest.approx(
        words_per_minute, rel=0.15
    )


@needs_flite
@pytest.mark.parametrize("text", ["-o /nowhere", '$(exit 1); "it\'s"', "a\0b", "é 漢字"])
def test_any_text_is_only_ever_spoken(text: str) -> None:
    samples, _ = FliteVoice().speak(text, 115)

    assert samples.ndim == 1


@needs_flite
def test_its_identity_names_version_and_speaker() -> None:
    assert FliteVoice().identity.startswith("flite-")
    assert FliteVoice().identity.endswith("rms")
    assert FliteVoice("slt").identity != FliteVoice().identity


def test_where_it_is_not_installed_there_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(SoundError, match="flite is not installed"):
        FliteVoice()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a script that can be run")
def test_a_program_that_gives_no_sound_is_a_sentence(fake_flite: Path) -> None:
    voice = FliteVoice()

    with pytest.raises(SoundError, match="flite gave no sound"):
        voice.speak("Let go.", 115)


@pytest.mark.skipif(sys.platform == "win32", reason="needs a script that can be run")
def test_a_program_that_does_not_run_is_a_sentence(fake_flite: Path) -> None:
    voice = FliteVoice()
    fake_flite.unlink()

    with pytest.raises(SoundError, match="flite does not run"):
        voice.speak("Let go.", 115)
