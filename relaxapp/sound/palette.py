"""The sounds a timeline asks for by name, found in the shipped folder and among what was prepared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.errors import SoundError
from relaxapp.script.cue import BreathMove
from relaxapp.sound.decoding import decode
from relaxapp.sound.loop import OVERLAP_SECONDS, LoopedSamples
from relaxapp.sound.samples import ArraySamples
from relaxapp.sound.swell import FittedSamples
from relaxapp.timeline.clip import Ambient, Clip, CueSound, Recorded, Spoken, Swell, frames

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from relaxapp.sound.samples import Block, Samples

_ENDINGS = ("flac", "ogg", "opus", "wav", "mp3")


class Palette:
    """What every clip of a session sounds like.

    Shipped sounds are decoded when they are first asked for, and once.
    """

    def __init__(
        self,
        audio: Path,
        spoken: Mapping[str, Samples] | None = None,
        recordings: Mapping[str, Samples] | None = None,
    ) -> None:
        """Know where the sounds are.

        Args:
            audio: the folder of shipped sounds, with `cues`, `breath` and `ambience` in it.
            spoken: every sentence of the session as it sounds.
            recordings: every recording of the session by its file name.
        """
        self._audio = audio
        self._spoken = spoken or {}
        self._recordings = recordings or {}
        self._decoded: dict[str, Block] = {}
        self._loops: dict[str, LoopedSamples] = {}

    def samples(self, clip: Clip) -> Samples | None:
        """What a clip sounds like; None for one that is silent.

        Raises:
            SoundError: the sound is missing or cannot be read.
        """
        match clip.sound:
            case Spoken(text):
                return _among(self._spoken, text, "The sentence has not been spoken yet")
            case Recorded(name):
                return _among(self._recordings, name, "The recording has not been prepared")
            case CueSound(name):
                return ArraySamples(self._shipped("cues", name))
            case Swell(move):
                if move is BreathMove.HOLD:
                    return None
                return FittedSamples(self._shipped("breath", move), clip.length)
            case Ambient(name):
                return self._loop(name)

    def _loop(self, name: str) -> LoopedSamples:
        if name not in self._loops:
            overlap = frames(OVERLAP_SECONDS)
            self._loops[name] = LoopedSamples(self._shipped("ambience", name), overlap)
            # The loop holds its own copy.
            del self._decoded[f"ambience/{name}"]
        return self._loops[name]

    def _shipped(self, folder: str, name: str) -> Block:
        key = f"{folder}/{name}"
        if key not in self._decoded:
            paths = [self._audio / folder / f"{name}.{ending}" for ending in _ENDINGS]
            self._decoded[key] = decode(next((path for path in paths if path.is_file()), paths[0]))
        return self._decoded[key]


def _among(sounds: Mapping[str, Samples], name: str, trouble: str) -> Samples:
    try:
        return sounds[name]
    except KeyError:
        raise SoundError(f"{trouble}: “{name}”. Prepare the session again.") from None
