"""Narration made for shipping: only what is missing is spoken, and nothing is left over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from relaxapp.errors import SoundError
from relaxapp.script.parser import parse
from relaxapp.sound.decoding import decode
from relaxapp.sound.loudness import loudness
from relaxapp.sound.rendering import Rendered, render, scripts_in, sentences_of
from relaxapp.sound.voice.manifest import read_manifest
from relaxapp.sound.voice.voice import Treatment
from relaxapp.timeline.clip import Spoken
from tests.sound.sounds import sine

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from relaxapp.sound.samples import Block

TWO = (Spoken("Let go."), Spoken("Let go.", 2))
SCRIPT = """\
Title: Arms
Technique: muscle relaxation
Minutes: 3

[repeat for dominant, other]

# {side} arm

Now your {side} arm.

[tense {side} arm for 7s]
Make a fist.

[release for 30s to 60s]
And let go.

[end repeat]

# Return

Back again. ...
"""


class HummingVoice:
    """Hums a tenth of a second a letter, and remembers what it was asked."""

    name = "humming"
    licence = "CC0-1.0"
    credit = "Nobody."
    treatment = Treatment.MILD

    def __init__(self, identity: str = "humming 1") -> None:
        self.identity = identity
        self.spoken: list[tuple[str, int]] = []

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:
        self.spoken.append((text, words_per_minute))
        return sine(len(text) * 1_600, 600)[:, 0], 16_000


def rendered(voice: HummingVoice, sentences: Sequence[Spoken], folder: Path) -> Rendered:
    return render(voice, sentences, folder, name="hum", title="a bee", language="en")


def test_each_sentence_becomes_a_clip_with_its_line_in_the_manifest(tmp_path: Path) -> None:
    assert rendered(HummingVoice(), TWO, tmp_path) == Rendered(clips=2, spoken=2, removed=0)

    manifest = read_manifest(tmp_path)
    assert [(clip.text, clip.words_per_minute) for clip in manifest.clips] == [
        ("Let go.", 115),
        ("Let go.", 95),
    ]
    assert (manifest.voice, manifest.engine, manifest.licence, manifest.credit) == (
        "hum",
        "humming 1",
        "CC0-1.0",
        "Nobody.",
    )
    for clip in manifest.clips:
        sound = decode(tmp_path / clip.file)
        assert len(sound) / 48_000 == pytest.approx(clip.seconds, abs=0.001)
        assert loudness(sound) == pytest.approx(-20, abs=1)
        assert loudness(sound) == pytest.approx(clip.lufs, abs=0.01)


def test_what_is_there_is_not_spoken_again(tmp_path: Path) -> None:
    rendered(HummingVoice(), TWO[:1], tmp_path)
    voice = HummingVoice()

    assert rendered(voice, TWO, tmp_path) == Rendered(clips=2, spoken=1, removed=0)
    assert voice.spoken == [("Let go.", 95)]


def test_a_clip_that_was_lost_is_spoken_again(tmp_path: Path) -> None:
    rendered(HummingVoice(), TWO, tmp_path)
    (tmp_path / read_manifest(tmp_path).clips[0].file).unlink()

    assert rendered(HummingVoice(), TWO, tmp_path).spoken == 1


def test_what_no_script_says_any_more_is_removed_and_other_files_are_not(tmp_path: Path) -> None:
    rendered(HummingVoice(), TWO, tmp_path)
    (tmp_path / "half.part").touch()
    (tmp_path / "notes.txt").touch()

    assert rendered(HummingVoice(), TWO[:1], tmp_path) == Rendered(clips=1, spoken=0, removed=2)
    (clip,) = read_manifest(tmp_path).clips
    assert {path.name for path in tmp_path.iterdir()} == {clip.file, "manifest.json", "notes.txt"}


def test_another_version_of_the_voice_speaks_everything_anew(tmp_path: Path) -> None:
    rendered(HummingVoice(), TWO, tmp_path)

    assert rendered(HummingVoice("humming 2"), TWO, tmp_path).spoken == 2


def test_progress_counts_the_sentences(tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []

    render(
        HummingVoice(),
        TWO,
        tmp_path,
        name="hum",
        title="a bee",
        language="en",
        progress=lambda *step: steps.append(step),
    )

    assert steps == [(1, 2), (2, 2)]


def test_a_voice_that_may_not_be_passed_on_is_refused(tmp_path: Path) -> None:
    voice = HummingVoice()
    voice.licence = ""

    with pytest.raises(SoundError, match="may not be passed on"):
        rendered(voice, TWO, tmp_path)
    assert not list(tmp_path.iterdir())


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(SoundError, match="cannot be written to"):
        rendered(HummingVoice(), TWO, tmp_path / "file" / "folder")


def test_whatever_a_person_needs_of_a_script_is_among_its_sentences() -> None:
    """Either hand may be the stronger one, and tensing may be imagined."""
    needed = set(sentences_of([parse(SCRIPT, "arms.relax")]))

    assert {Spoken("Now your right arm."), Spoken("Now your left arm.")} <= needed
    assert {Spoken("Now your right arm.", 1), Spoken("Now your left arm.", 1)} <= needed
    assert {sentence.text for sentence in needed if "imagined" in sentence.text} == {
        "This one is only imagined: nothing needs to move."
    }
    assert Spoken("...") not in needed


def test_only_scripts_in_the_language_of_the_voice_are_spoken(tmp_path: Path) -> None:
    (tmp_path / "one.relax").write_text(SCRIPT)
    (tmp_path / "two.relax").write_text(SCRIPT.replace("Title:", "Language: de\nTitle:"))
    (tmp_path / "three.relax").write_text(SCRIPT.replace("Title:", "Language: en-GB\nTitle:"))

    assert [script.language for script in scripts_in(tmp_path, "en")] == ["en", "en-GB"]
