"""The shipped sounds are those the program makes, soft at their beginning and levelled."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from relaxapp.sound import synthesis
from relaxapp.sound.decoding import decode
from relaxapp.sound.loudness import loudness
from relaxapp.sound.synthesis import SOUNDS, synthesise
from relaxapp.timeline.clip import frames
from tests.sound.sounds import rms

if TYPE_CHECKING:
    from pathlib import Path

CUES = sorted(name for name in SOUNDS if name.startswith("cues/"))
SHORT = sorted(name for name in SOUNDS if name.endswith(".flac"))


@pytest.mark.parametrize("name", SHORT)
def test_a_shipped_sound_is_the_one_the_program_makes(repository: Path, name: str) -> None:
    shipped = decode(repository / "audio" / name)[:, 0]

    # Processors differ in the last digit of a sine, and a file in the last of 16 bits.
    assert np.abs(shipped - synthesise(name)).max() < 1e-3


def test_making_a_sound_twice_makes_the_same() -> None:
    assert np.array_equal(synthesise("breath/in.flac"), synthesise("breath/in.flac"))


@pytest.mark.parametrize("name", sorted(SOUNDS))
def test_every_shipped_sound_has_its_loudness_and_never_startles(
    repository: Path, name: str
) -> None:
    sound = decode(repository / "audio" / name)

    assert loudness(sound) == pytest.approx(SOUNDS[name][1], abs=0.5)
    assert np.abs(sound).max() < 0.5


@pytest.mark.parametrize("name", CUES)
def test_a_cue_takes_fifty_milliseconds_to_reach_its_strength(name: str) -> None:
    sound = synthesise(name)
    strongest = np.abs(sound).max()

    assert np.abs(sound[: frames(0.01)]).max() < 0.1 * strongest
    assert np.abs(sound[: frames(0.025)]).max() < 0.5 * strongest
    assert int(np.abs(sound).argmax()) >= frames(0.05)
    assert abs(sound[0]) < 1e-4
    assert abs(sound[-1]) < 1e-4


@pytest.mark.parametrize("name", CUES)
def test_a_cue_lies_between_200_and_800_hertz(name: str) -> None:
    sound = synthesise(name)
    power = np.abs(np.fft.rfft(sound)) ** 2
    hertz = np.fft.rfftfreq(len(sound), 1 / 48_000)

    assert power[(hertz > 200) & (hertz < 820)].sum() > 0.9 * power.sum()


def test_the_breath_rises_and_falls() -> None:
    rise, fall = synthesise("breath/in.flac"), synthesise("breath/out.flac")
    third = len(rise) // 3

    assert rms(rise[:third]) < rms(rise[third : 2 * third]) < rms(rise[2 * third :])
    assert rms(fall[:third]) > rms(fall[third : 2 * third]) > rms(fall[2 * third :])


def test_rain_is_long_even_and_has_no_pattern(repository: Path) -> None:
    rain = decode(repository / "audio" / "ambience" / "rain.ogg")
    seconds = [rms(rain[frames(at) : frames(at + 1)]) for at in range(84)]
    envelope = np.array(seconds) - np.mean(seconds)
    likeness = np.correlate(envelope, envelope, "full")[84:] / (envelope @ envelope)

    assert len(rain) == frames(84)
    assert max(seconds) < 1.6 * min(seconds)
    assert likeness[8:].max() < 0.6
    assert not np.allclose(rain[:, 0], rain[:, 1])


def test_the_tool_writes_every_file_and_says_how_loud_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = {name: SOUNDS[name] for name in ("cues/bell.flac", "breath/out.flac")}
    monkeypatch.setattr(synthesis, "SOUNDS", few)

    assert synthesis.main([str(tmp_path)]) == 0

    assert len(decode(tmp_path / "cues" / "bell.flac")) == frames(3.2)
    assert "| `breath/out.flac` | 6.0 s | -26.0 LUFS |" in capsys.readouterr().out


def test_the_tool_asks_for_a_folder(capsys: pytest.CaptureFixture[str]) -> None:
    assert synthesis.main([]) == 2
    assert "Name the folder" in capsys.readouterr().err
