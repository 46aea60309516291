"""A session made ready with the ambience and the cues that the person has chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from relaxapp.script.parser import parse
from relaxapp.session.studio import Studio
from relaxapp.settings import Settings
from relaxapp.timeline.clip import Bus

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.session.studio import Prepared

TEXT = """\
Title: A rest
Technique: rest
Minutes: 1
Ambience: rain

# Rest

Sit.

[pause 20s to 60s]

[ambience none]

# Return

[pause 5s to 30s]
Look around.
"""


@pytest.fixture
def sounds(tmp_path: Path) -> Path:
    folder = tmp_path / "sounds"
    folder.mkdir()
    return folder


def prepare(repository: Path, sounds: Path, settings: Settings) -> Prepared:
    studio = Studio(
        audio=repository / "audio",
        cache=sounds.parent / "cache",
        settings=lambda: settings,
        voices=sounds.parent / "voices",
        sounds=sounds,
    )
    return studio.prepare(parse(TEXT, "rest.relax"), sounds.parent / "rest.relax")


def settings(**values: str) -> Settings:
    return Settings(voice_on=False, player="silent", **values)  # type: ignore[arg-type]


def ambiences(prepared: Prepared) -> list[tuple[str, bool]]:
    """Each ambience that is heard, and whether it lasts to the end."""
    timeline = prepared.fitting.fit(60)
    clips = [clip for clip in timeline.clips if clip.bus is Bus.AMBIENCE]
    return [(clip.sound.name, clip.end == timeline.length) for clip in clips]


def cue_sounds(prepared: Prepared) -> list[bytes]:
    clips = [clip for clip in prepared.fitting.fit(60).clips if clip.bus is Bus.CUES]
    sounds = [prepared.palette.samples(clip) for clip in clips]
    return [sound.read(0, 10_000).tobytes() for sound in sounds if sound is not None]


def test_unless_something_else_is_chosen_the_script_says_what_is_heard(
    repository: Path, sounds: Path
) -> None:
    assert ambiences(prepare(repository, sounds, settings())) == [("rain", False)]


def test_a_shipped_ambience_or_none_is_heard_instead(repository: Path, sounds: Path) -> None:
    drone = prepare(repository, sounds, settings(ambience="drone"))
    none = prepare(repository, sounds, settings(ambience="none"))
    assert ambiences(drone) == [("drone", True)]
    assert ambiences(none) == []
    assert drone.remark == none.remark == ""


def test_a_sound_of_ones_own_is_heard_instead(repository: Path, sounds: Path) -> None:
    soundfile.write(sounds / "my river.flac", np.full((48_000, 2), 0.25), 48_000)
    prepared = prepare(repository, sounds, settings(ambience="my river.flac"))
    assert ambiences(prepared) == [("my river.flac", True)]
    assert prepared.remark == ""


@pytest.mark.parametrize("data", [None, b"no sound"])
def test_where_a_sound_of_ones_own_cannot_be_used_the_script_is_followed_and_the_person_told(
    repository: Path, sounds: Path, data: bytes | None
) -> None:
    if data is not None:
        (sounds / "my river.flac").write_bytes(data)
    prepared = prepare(repository, sounds, settings(ambience="my river.flac"))
    assert ambiences(prepared) == [("rain", False)]
    assert prepared.remark.startswith("Your sound “my river.flac” cannot be used")


def test_an_ambience_only_a_newer_version_knows_is_told_too(repository: Path, sounds: Path) -> None:
    prepared = prepare(repository, sounds, settings(ambience="waterfall"))
    assert ambiences(prepared) == [("rain", False)]
    assert "“waterfall” cannot be used" in prepared.remark


def test_cues_have_the_character_that_was_chosen(repository: Path, sounds: Path) -> None:
    heard = {
        character: cue_sounds(prepare(repository, sounds, settings(cues=character)))
        for character in ("bowl", "wood", "synth", "none")
    }
    # The opening, the second step, the close.
    assert [len(each) for each in heard.values()] == [3, 3, 3, 0]
    assert len({each[0] for each in heard.values() if each}) == 3


def test_the_sounds_of_ones_own_are_those_in_the_folder(repository: Path, sounds: Path) -> None:
    for name in ("my river.flac", "A long one.opus", "notes.txt"):
        (sounds / name).write_bytes(b"")

    def studio(folder: Path | None) -> Studio:
        return Studio(
            audio=repository / "audio",
            cache=sounds / "cache",
            settings=Settings,
            voices=sounds.parent / "voices",
            sounds=folder,
        )

    assert studio(sounds).own_sounds() == ("A long one.opus", "my river.flac")
    assert studio(None).own_sounds() == ()
