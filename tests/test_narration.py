"""The shipped scripts and the shipped narration belong together, and can be understood."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from relaxapp.sound.decoding import decode
from relaxapp.sound.levelling import VOICE_LUFS
from relaxapp.sound.loudness import loudness
from relaxapp.sound.rendering import scripts_in, sentences_of
from relaxapp.sound.resampling import resample
from relaxapp.sound.samples import to_pcm
from relaxapp.sound.voice.manifest import FILE_NAME, read_manifest

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.sound.voice.manifest import Manifest, ShippedClip

HEARD = (
    "Sit or lie so that your whole body is held up.",
    "If you feel dizzy, stop, and breathe as you usually do.",
    "Your eyes may close or stay open.",
    "Notice how your shoulders lie, and how your breath comes and goes.",
    "Your head is held up without any work.",
    "Now your breath goes its own way.",
    "The pillow carries your head.",
    "May I find some calm.",
    "There is nothing to do now.",
)
"""Sentences out of the shipped scripts, from beginning, middle and end."""
MEASURED = 30
"""So many clips are decoded and measured; all of a large narration would take minutes."""
SHORT_SECONDS = 1.2
"""A word alone, such as "Six.", has so few blocks to measure that one more or less below the gate is heard
by the meter, and by nobody else."""
MOST_WORD_ERRORS = 0.25
"""A recogniser that has never heard a slow voice mistakes some words of any."""


@pytest.fixture(params=["rms", "slt"])
def folder(request: pytest.FixtureRequest, repository: Path) -> Path:
    return repository / "audio" / "narration" / str(request.param)


@pytest.fixture
def manifest(folder: Path) -> Manifest:
    return read_manifest(folder)


def test_every_sentence_of_every_shipped_script_is_spoken_at_its_pace_and_nothing_else(
    manifest: Manifest, repository: Path
) -> None:
    """After a change of the scripts, `relaxapp voice render` brings the narration up to date."""
    needed = sentences_of(scripts_in(repository / "scripts", manifest.language))

    assert [(clip.text, clip.words_per_minute) for clip in manifest.clips] == [
        (sentence.text, sentence.words_per_minute) for sentence in needed
    ]


def test_every_clip_is_there_and_nothing_is_left_over(folder: Path, manifest: Manifest) -> None:
    files = {path.name for path in folder.iterdir()}

    assert files == {FILE_NAME, *(clip.file for clip in manifest.clips)}


def test_every_clip_is_equally_loud_and_none_is_clipped(folder: Path, manifest: Manifest) -> None:
    """All of them after the manifest, and some, to be sure of it, after their samples."""
    for clip in manifest.clips:
        within = 1 if clip.seconds >= SHORT_SECONDS else 2.5
        assert clip.lufs == pytest.approx(VOICE_LUFS, abs=within), clip.text
    for clip in manifest.clips[:: -(-len(manifest.clips) // MEASURED)]:
        sound = decode(folder / clip.file)

        assert loudness(sound) == pytest.approx(clip.lufs, abs=0.1), clip.text
        # Opus overshoots the limit of -2 dBFS a little.
        assert np.abs(sound).max() < 10 ** (-0.5 / 20), clip.text
        assert len(sound) / 48_000 == pytest.approx(clip.seconds, abs=0.001), clip.text


def test_later_in_a_session_the_voice_is_slower(manifest: Manifest) -> None:
    paces = [
        _pace([each for each in manifest.clips if each.words_per_minute == wanted])
        for wanted in (115, 105, 95)
    ]

    assert paces[0] > 1.05 * paces[1] > 1.1 * paces[2]
    assert 85 < paces[2] < 105 < paces[0] < 130


def test_whoever_passes_it_on_knows_whom_to_name(manifest: Manifest, repository: Path) -> None:
    assert manifest.licence
    assert manifest.credit in (repository / "audio" / "README.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_first_voice_is_understood(repository: Path) -> None:
    pocketsphinx = pytest.importorskip(
        "pocketsphinx", reason="pocketsphinx, which listens, is not installed"
    )
    folder = repository / "audio" / "narration" / "rms"
    clips = {clip.text: clip for clip in read_manifest(folder).clips}
    # Following no more guesses at a time than this takes half as long, and understands as much.
    listener = pocketsphinx.Decoder(samprate=16_000, maxhmmpf=3_000, loglevel="FATAL")

    heard = [text for text in HEARD if text in clips]
    errors = [_word_errors(listener, folder, clips[text]) for text in heard]

    assert len(heard) == len(HEARD), "Choose others for sentences that are no longer said."
    assert np.mean(errors) <= MOST_WORD_ERRORS, dict(zip(heard, errors, strict=True))


def _pace(clips: list[ShippedClip]) -> float:
    words = sum(len(clip.text.split()) for clip in clips)
    return 60 * words / sum(clip.seconds for clip in clips)


def _word_errors(listener: Any, folder: Path, clip: ShippedClip) -> float:
    """Words put in, left out or mistaken, as a share of those that were spoken."""
    quiet = 9_600
    sound = np.pad(decode(folder / clip.file)[:, 0], (quiet, quiet))
    listener.start_utt()
    listener.process_raw(to_pcm(resample(sound, 48_000, 16_000)).tobytes(), full_utt=True)
    listener.end_utt()
    hypothesis = listener.hyp()
    understood = _words(re.sub(r"\(\d+\)", "", hypothesis.hypstr)) if hypothesis else []
    spoken = _words(clip.text)
    return _distance(spoken, understood) / len(spoken)


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower())


def _distance(one: list[str], other: list[str]) -> int:
    """The fewest words to put in, leave out or change to come from one to the other."""
    row = list(range(len(other) + 1))
    for count, word in enumerate(one, 1):
        before, row = row, [count]
        for index, against in enumerate(other):
            row.append(min(before[index + 1] + 1, row[-1] + 1, before[index] + (word != against)))
    return row[-1]
