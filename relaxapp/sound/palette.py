"""The sounds a timeline asks for by name: the shipped ones, the person's own, and what was prepared."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import numpy as np

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

    from relaxapp.settings import Cues
    from relaxapp.sound.samples import Block, Samples

_OWN_GAIN = np.float32(10 ** (-4 / 20))
"""A person's own sounds are kept as loud as the voice; an ambience lies four decibels below it."""

_Key = TypeVar("_Key")
_ENDINGS = ("flac", "ogg", "opus", "wav", "mp3")


class Palette:
    """What every clip of a session sounds like.

    Shipped sounds are decoded when they are first asked for, and once.
    """

    def __init__(
        self,
        audio: Path,
        spoken: Mapping[Spoken, Samples] | None = None,
        recordings: Mapping[str, Samples] | None = None,
        *,
        cues: Cues = "bowl",
        sounds: Path | None = None,
    ) -> None:
        """Know where the sounds are.

        Args:
            audio: the folder of shipped sounds, with `cues`, `breath` and `ambience` in it.
            spoken: every sentence of the session as it sounds, by sentence and calm.
            recordings: every recording of the session by its file name.
            cues: the character of bells and breath sounds; `none` is silent.
            sounds: the folder of the person's own sounds; None for no such folder.
        """
        self._audio = audio
        self._spoken = spoken or {}
        self._recordings = recordings or {}
        self._cues = cues
        self._sounds = sounds
        self._decoded: dict[str, Block] = {}
        self._loops: dict[str, LoopedSamples] = {}

    def samples(self, clip: Clip) -> Samples | None:
        """What a clip sounds like; None for one that is silent.

        Raises:
            SoundError: the sound is missing or cannot be read.
        """
        match clip.sound:
            case Spoken(text) as sentence:
                return _among(self._spoken, sentence, text, "The sentence has not been spoken yet")
            case Recorded(name):
                return _among(self._recordings, name, name, "The recording has not been prepared")
            case CueSound() | Swell() as sound:
                return None if self._cues == "none" else self._cue(sound, clip.length)
            case Ambient(name):
                return self._loop(name)

    def _cue(self, sound: CueSound | Swell, length: int) -> Samples:
        if isinstance(sound, CueSound):
            return ArraySamples(self._shipped(f"cues/{self._cues}", sound.name))
        samples = self._shipped(f"breath/{self._cues}", sound.move)
        # A tone that says "rest" is no longer for a longer rest.
        is_hold = sound.move is BreathMove.HOLD
        return ArraySamples(samples) if is_hold else FittedSamples(samples, length)

    def _loop(self, name: str) -> LoopedSamples:
        if name not in self._loops:
            # The loop holds its own copy.
            samples = self._own(name) if is_own(name) else decode(self._path("ambience", name))
            self._loops[name] = LoopedSamples(samples, frames(OVERLAP_SECONDS))
        return self._loops[name]

    def _own(self, name: str) -> Block:
        if self._sounds is None:
            raise SoundError(f"There is no sound “{name}” of yours here. Choose another ambience.")
        samples = decode(self._sounds / name)
        samples *= _OWN_GAIN
        return samples

    def _shipped(self, folder: str, name: str) -> Block:
        key = f"{folder}/{name}"
        if key not in self._decoded:
            self._decoded[key] = decode(self._path(folder, name))
        return self._decoded[key]

    def _path(self, folder: str, name: str) -> Path:
        """The file of a shipped sound, whatever kind it has been replaced by."""
        paths = [self._audio / folder / f"{name}.{ending}" for ending in _ENDINGS]
        return next((path for path in paths if path.is_file()), paths[0])


def is_own(ambience: str) -> bool:
    """Whether an ambience is a file of the person's own: such a name has an ending."""
    return "." in ambience


def _among(sounds: Mapping[_Key, Samples], key: _Key, name: str, trouble: str) -> Samples:
    try:
        return sounds[key]
    except KeyError:
        raise SoundError(f"{trouble}: “{name}”. Prepare the session again.") from None
