"""The shipped sounds are those the program makes, soft at their beginning and levelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import numpy as np
import pytest

from relaxapp.script.cue import AMBIENCES, SOUNDS
from relaxapp.settings import Cues
from relaxapp.sound.decoding import decode
from relaxapp.sound.loudness import loudness
from relaxapp.sound.synthesis.shipped import SHIPPED, synthesise
from relaxapp.timeline.clip import frames
from tests.sound.sounds import rms

if TYPE_CHECKING:
    from pathlib import Path

CHARACTERS = [name for name in get_args(Cues) if name != "none"]
SHORT = sorted(name for name in SHIPPED if name.endswith(".flac"))
STRUCK = [name for name in SHORT if name.startswith("cues/") or name.endswith("hold.flac")]


def test_every_character_has_every_cue_and_every_ambience_is_there() -> None:
    cues = {f"cues/{each}/{cue}.flac" for each in CHARACTERS for cue in (*SOUNDS, "step")}
    breath = {f"breath/{each}/{move}.flac" for each in CHARACTERS for move in ("in", "out", "hold")}
    ambience = {f"ambience/{name}.ogg" for name in AMBIENCES if name != "none"}

    assert set(SHIPPED) == cues | breath | ambience


@pytest.mark.parametrize("name", SHORT)
def test_a_shipped_sound_is_the_one_the_program_makes_and_as_loud(
    repository: Path, name: str
) -> None:
    shipped = decode(repository / "audio" / name)[:, 0]

    # Processors differ in the last digit of a sine, and a file in the last of 16 bits.
    assert np.abs(shipped - synthesise(name)).max() < 1e-3
    assert loudness(shipped) == pytest.approx(SHIPPED[name].lufs, abs=0.3)
    assert np.abs(shipped).max() < 0.5


def test_making_a_sound_twice_makes_the_same() -> None:
    assert np.array_equal(synthesise("breath/wood/in.flac"), synthesise("breath/wood/in.flac"))


@pytest.mark.parametrize("name", STRUCK)
def test_a_cue_takes_fifty_milliseconds_to_reach_its_strength(name: str) -> None:
    sound = synthesise(name)
    strongest = np.abs(sound).max()

    assert np.abs(sound[: frames(0.01)]).max() < 0.1 * strongest
    assert np.abs(sound[: frames(0.025)]).max() < 0.5 * strongest
    assert int(np.abs(sound).argmax()) >= frames(0.05)
    assert abs(sound[0]) < 1e-4
    assert abs(sound[-1]) < 1e-4


@pytest.mark.parametrize("name", STRUCK)
def test_a_cue_lies_between_200_and_800_hertz(name: str) -> None:
    sound = synthesise(name)
    power = np.abs(np.fft.rfft(sound)) ** 2
    hertz = np.fft.rfftfreq(len(sound), 1 / 48_000)

    assert power[(hertz > 200) & (hertz < 820)].sum() > 0.9 * power.sum()


def _height(sound: np.ndarray[tuple[int], np.dtype[np.float32]]) -> float:
    """The pitch around which a stretch lies."""
    power = np.abs(np.fft.rfft(sound)) ** 2
    hertz = np.fft.rfftfreq(len(sound), 1 / 48_000)
    return float((hertz * power).sum() / power.sum())


@pytest.mark.parametrize("character", CHARACTERS)
def test_tensing_goes_up_and_letting_go_goes_down(character: str) -> None:
    tense = synthesise(f"cues/{character}/tense.flac")
    release = synthesise(f"cues/{character}/release.flac")
    close = synthesise(f"cues/{character}/close.flac")

    assert _height(tense[: frames(0.2)]) < _height(tense[frames(0.6) : frames(1.2)])
    assert _height(release[: frames(0.3)]) > _height(release[frames(0.8) : frames(1.6)])
    assert _height(close[: frames(0.7)]) > _height(close[frames(3) : frames(4)])


@pytest.mark.parametrize("character", CHARACTERS)
def test_the_breath_rises_and_falls(character: str) -> None:
    rise = synthesise(f"breath/{character}/in.flac")
    fall = synthesise(f"breath/{character}/out.flac")
    third = len(rise) // 3

    assert rms(rise[:third]) < rms(rise[third : 2 * third]) < rms(rise[2 * third :])
    assert rms(fall[:third]) > rms(fall[third : 2 * third]) > rms(fall[2 * third :])


@pytest.mark.parametrize("character", CHARACTERS)
def test_a_new_step_is_ten_decibels_softer_than_a_bell(character: str) -> None:
    bell = SHIPPED[f"cues/{character}/bell.flac"]
    step = SHIPPED[f"cues/{character}/step.flac"]

    assert bell.lufs - step.lufs >= 10


def test_the_readme_tells_of_every_sound_and_how_loud_it_is(repository: Path) -> None:
    readme = (repository / "audio" / "README.md").read_text(encoding="utf-8")
    rows = {line.split("`")[1]: line for line in readme.splitlines() if line.startswith("| `")}

    for name, sound in SHIPPED.items():
        assert f" {sound.lufs:.1f} LUFS " in rows[name]
    assert {name for name in rows if not name.startswith("narration/")} == set(SHIPPED)
