"""A voice heard with one sentence, before it speaks a session."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.sound.mix import Mix
from relaxapp.sound.narration import Narrator
from relaxapp.sound.palette import Palette
from relaxapp.sound.voice.choice import candidates
from relaxapp.sound.voice.paced import paced
from relaxapp.sound.voice.shipped import Need
from relaxapp.timeline.clip import Bus, Clip, Spoken, frames
from relaxapp.timeline.phase import Phase, PhaseKind, StepSpan
from relaxapp.timeline.timeline import Timeline

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.sound.voice.choice import Availability
    from relaxapp.sound.voice.voice import Voice
    from relaxapp.sound.volumes import Volumes

SENTENCE = Spoken("Sit or lie so that your whole body is held up.")
"""It stands in a script that relaxapp brings, so that a voice which has spoken those only knows it too."""

_BEFORE, _AFTER = frames(0.6), frames(0.8)


class Auditions:
    """The voices there are, and a sentence of each.

    Args:
        audio: the folder of shipped sounds.
        cache: the folder for spoken sentences.
        voices: the folder of the voices that the person added.
    """

    def __init__(self, *, audio: Path, cache: Path, voices: Path) -> None:
        self._audio = audio
        self._cache = cache
        self.voices = voices

    def available(self, words_per_minute: int, language: str = "en") -> list[Availability]:
        """Every voice, the best first, and what cannot be had last.

        Asks programs and reads files, so it is not for the thread of a window.

        Args:
            words_per_minute: the pace the person wants.
            language: a code such as `en`.
        """
        # What was spoken beforehand was spoken in one language, so it need not know this sentence.
        need = Need((SENTENCE,), words_per_minute) if language.startswith("en") else None
        return candidates("", language, self.voices, self._audio / "narration", need)

    def mix(self, voice: Voice, words_per_minute: int, volumes: Volumes) -> Mix:
        """The sentence as a voice speaks it; slow the first time.

        Args:
            voice: the voice.
            words_per_minute: the pace the person wants.
            volumes: how loud the person wants it.

        Raises:
            SoundError: the voice does not work.
        """
        spoken = paced(voice, words_per_minute)
        narration = Narrator(spoken, self._cache).prepare([SENTENCE])
        timeline = _timeline(narration.lengths[SENTENCE])
        return Mix(timeline, Palette(self._audio, narration.samples), volumes)


def _timeline(length: int) -> Timeline:
    whole = _BEFORE + length + _AFTER
    return Timeline(
        title="A voice",
        length=whole,
        phases=(Phase(0, whole, PhaseKind.SAY, 0, "Listen", text=SENTENCE.text),),
        steps=(StepSpan("A voice", 0, whole),),
        captions=(),
        clips=(Clip(_BEFORE, length, Bus.VOICE, SENTENCE),),
    )
