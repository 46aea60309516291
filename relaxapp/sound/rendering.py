"""The shipped narration made: every sentence of the shipped scripts spoken, calmed and written as Ogg Opus."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from relaxapp.errors import SoundError
from relaxapp.script.body import Side
from relaxapp.script.parser import read
from relaxapp.sound.decoding import decode
from relaxapp.sound.loudness import loudness
from relaxapp.sound.narration import PREPARATION, speech
from relaxapp.sound.resampling import resample
from relaxapp.sound.voice.manifest import (
    FILE_NAME,
    Manifest,
    ShippedClip,
    clip_file,
    read_manifest,
    write_manifest,
)
from relaxapp.sound.voice.voice import is_speakable
from relaxapp.timeline.clip import FRAMES_PER_SECOND, seconds
from relaxapp.timeline.fitting import Fitting
from relaxapp.timeline.lengths import Lengths, spoken_frames
from relaxapp.timeline.tailoring import Tailoring, tailor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from relaxapp.script.script import Script
    from relaxapp.sound.samples import Block
    from relaxapp.sound.voice.voice import Voice
    from relaxapp.timeline.clip import Spoken

RATE = 24_000
"""Frames a second of a clip: all there is of a voice, and one of the few rates that Opus takes."""
COMPRESSION_LEVEL = 0.92
"""About 27 kbit/s, 200 KiB a spoken minute."""
_BLOCK = 4_096
"""Frames written at once: libsndfile ends the program over much longer ones."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What came of it.

    Attributes:
        clips: how many there are now.
        spoken: how many of them were spoken just now.
        removed: how many files no script had use for any more.
    """

    clips: int
    spoken: int
    removed: int


_EITHER = (False, True)


def sentences_of(scripts: Iterable[Script]) -> tuple[Spoken, ...]:
    """Every sentence that sessions of some scripts can need, however they are made to fit a person."""
    tailorings = [
        Tailoring(
            stronger_hand=hand, no_tensing=no_tensing, eyes_open=eyes_open, no_breath_holds=no_holds
        )
        for hand, no_tensing, eyes_open, no_holds in product(Side, _EITHER, _EITHER, _EITHER)
    ]
    lengths = Lengths(spoken_frames, lambda _: 1)
    needed = (
        sentence
        for script in scripts
        for tailoring in tailorings
        for sentence in Fitting(tailor(script, tailoring), lengths).sentences
        if is_speakable(sentence.text)
    )
    return tuple(sorted(set(needed), key=lambda each: (each.text, each.words_per_minute)))


def scripts_in(folder: Path, language: str) -> list[Script]:
    """The scripts in a folder that are in a language.

    Raises:
        ScriptError: one cannot be read.
    """
    scripts = (read(path) for path in sorted(folder.glob("*.relax")))
    return [script for script in scripts if _main(script.language) == _main(language)]


def render(
    voice: Voice,
    sentences: Sequence[Spoken],
    folder: Path,
    *,
    name: str,
    title: str,
    language: str,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Rendered:
    """Bring a folder of clips up to date: what is missing is spoken, what has no use any more removed.

    Args:
        voice: what speaks.
        sentences: everything the folder shall hold, in order.
        folder: where the clips are; made when needed.
        name: what the voice shall go by.
        title: whom one hears.
        language: a code such as `en`.
        progress: told how many of how many sentences are there.

    Raises:
        SoundError: the voice does not work, may not be passed on, or a file cannot be written.
    """
    if not voice.licence:
        raise SoundError(
            f"What the voice {voice.name} speaks may not be passed on, so it cannot be shipped. "
            "Choose another one with --engine."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        kept = _kept(folder, voice)
        clips: list[ShippedClip] = []
        spoken = 0
        for done, sentence in enumerate(sentences, 1):
            clip = kept.get((sentence.text, sentence.words_per_minute))
            if clip is None:
                clip = _render_clip(voice, sentence, folder)
                spoken += 1
            clips.append(clip)
            progress(done, len(sentences))
        write_manifest(
            folder,
            Manifest(
                voice=name,
                title=title,
                language=language,
                engine=voice.identity,
                preparation=PREPARATION,
                licence=voice.licence,
                credit=voice.credit,
                clips=tuple(clips),
            ),
        )
        return Rendered(len(clips), spoken, _tidy(folder, clips))
    except OSError as error:
        raise SoundError(
            f"The narration cannot be written to {folder} ({error.strerror or error}). "
            "Choose another folder with --into."
        ) from error


def _kept(folder: Path, voice: Voice) -> dict[tuple[str, int], ShippedClip]:
    """The clips that are there and would come out the same."""
    try:
        manifest = read_manifest(folder)
    except SoundError:
        return {}
    if (manifest.engine, manifest.preparation) != (voice.identity, PREPARATION):
        return {}
    return {
        (clip.text, clip.words_per_minute): clip
        for clip in manifest.clips
        if (folder / clip.file).is_file()
    }


def _render_clip(voice: Voice, sentence: Spoken, folder: Path) -> ShippedClip:
    path = folder / clip_file(sentence.text, sentence.words_per_minute)
    _write_opus(path, resample(speech(voice, sentence), FRAMES_PER_SECOND, RATE))
    decoded = decode(path)
    return ShippedClip(
        text=sentence.text,
        words_per_minute=sentence.words_per_minute,
        seconds=round(seconds(len(decoded)), 3),
        lufs=round(loudness(decoded), 2),
    )


def _write_opus(path: Path, samples: Block) -> None:
    import soundfile  # noqa: PLC0415 - whoever makes narration waits anyway

    part = path.with_suffix(".part")
    try:
        with soundfile.SoundFile(
            part,
            "w",
            samplerate=RATE,
            channels=1,
            format="OGG",
            subtype="OPUS",
            compression_level=COMPRESSION_LEVEL,
        ) as file:
            for start in range(0, len(samples), _BLOCK):
                file.write(samples[start : start + _BLOCK])
        part.replace(path)
    except soundfile.SoundFileError as error:
        raise SoundError(f"The clip {path} cannot be written ({error}).") from error
    finally:
        part.unlink(missing_ok=True)


def _tidy(folder: Path, clips: Sequence[ShippedClip]) -> int:
    """Remove what is not listed; how many files that were."""
    listed = {FILE_NAME, *(clip.file for clip in clips)}
    unlisted = [
        path
        for path in folder.iterdir()
        if path.suffix in {".opus", ".part"} and path.name not in listed
    ]
    for path in unlisted:
        path.unlink()
    return len(unlisted)


def _main(language: str) -> str:
    return language.lower().replace("_", "-").split("-")[0]
