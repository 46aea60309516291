"""Voices that have spoken the shipped scripts beforehand: they read clips out of `audio/narration/`."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.errors import SoundError
from relaxapp.script.pace import WORDS_PER_MINUTE
from relaxapp.sound.voice.manifest import FILE_NAME, clip_file, read_manifest
from relaxapp.sound.voice.voice import Treatment, is_speakable

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.sound.samples import Block
    from relaxapp.timeline.clip import Spoken


@dataclass(frozen=True, slots=True)
class Need:
    """What a session needs to be spoken.

    Attributes:
        sentences: every sentence of it.
        words_per_minute: how fast the person wants its beginning.
    """

    sentences: tuple[Spoken, ...]
    words_per_minute: int = WORDS_PER_MINUTE


class ShippedVoice:
    """One folder of clips."""

    treatment = Treatment.NONE

    def __init__(self, folder: Path) -> None:
        """Read what the folder holds.

        Raises:
            SoundError: its manifest is missing or cannot be read.
        """
        manifest = read_manifest(folder)
        self._folder = folder
        self._spoken = {(clip.text, clip.words_per_minute) for clip in manifest.clips}
        self.name = manifest.voice
        self.title = manifest.title
        self.language = manifest.language
        self.licence = manifest.licence
        self.credit = manifest.credit
        digest = hashlib.sha256((folder / FILE_NAME).read_bytes()).hexdigest()
        self.identity = f"shipped {manifest.voice} {digest}"

    def check(self, need: Need) -> None:
        """Make sure that every sentence was spoken beforehand: a session has one voice.

        Raises:
            SoundError: one was not, or not at that pace.
        """
        if need.words_per_minute != WORDS_PER_MINUTE:
            raise SoundError(
                f"The voice {self.name} comes at one pace, {WORDS_PER_MINUTE} words a minute at the "
                "beginning. Another voice speaks at the pace you chose."
            )
        for each in need.sentences:
            if is_speakable(each.text) and (each.text, each.words_per_minute) not in self._spoken:
                raise SoundError(
                    f"The voice {self.name} has spoken only the sessions that relaxapp brings. "
                    "Another voice speaks this one."
                )

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:
        """Read the clip of a sentence."""
        import soundfile  # noqa: PLC0415 - only a session that speaks pays for it

        path = self._folder / clip_file(text, words_per_minute)
        try:
            samples, rate = soundfile.read(path, dtype="float32")
        except (soundfile.SoundFileError, OSError) as error:
            raise SoundError(
                f"What the voice {self.name} has spoken is not complete ({path.name}: {error}). "
                "Installing relaxapp anew brings it back."
            ) from error
        return samples, rate


def shipped_folders(narration: Path) -> list[Path]:
    """The folders of the shipped voices, in alphabetical order."""
    try:
        return sorted(path for path in narration.iterdir() if (path / FILE_NAME).is_file())
    except OSError:
        return []  # nothing is shipped
