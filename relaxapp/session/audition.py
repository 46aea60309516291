"""A voice heard with one sentence, or all a session consists of for a few seconds, before there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.script.cue import BreathMove
from relaxapp.session.wishes import volumes_of
from relaxapp.settings import AS_SCRIPTED
from relaxapp.sound.mix import Mix
from relaxapp.sound.narration import Narrator
from relaxapp.sound.palette import Palette
from relaxapp.sound.voice.choice import candidates
from relaxapp.sound.voice.paced import paced
from relaxapp.sound.voice.shipped import Need
from relaxapp.timeline.clip import Ambient, Bus, Clip, CueSound, Spoken, Swell, frames
from relaxapp.timeline.phase import Phase, PhaseKind, StepSpan
from relaxapp.timeline.timeline import Timeline

if TYPE_CHECKING:
    from pathlib import Path

    from relaxapp.settings import Settings
    from relaxapp.sound.voice.choice import Availability
    from relaxapp.sound.voice.voice import Voice
    from relaxapp.sound.volumes import Volumes

SENTENCE = Spoken("Sit or lie so that your whole body is held up.")
"""It stands in a script that relaxapp brings, so that a voice which has spoken those only knows it too."""

_BEFORE, _AFTER = frames(0.6), frames(0.8)
_BELL_AT, _IN_AT, _OUT_AT, _VOICE_AT = frames(1.5), frames(4.0), frames(7.5), frames(12.5)
"""When the parts of a session are heard one after the other, above the ambience."""
_AMBIENCE = "rain"
"""Stands for whatever each script says."""


class Auditions:
    """The voices there are, and a sentence of each.

    Args:
        audio: the folder of shipped sounds.
        cache: the folder for spoken sentences.
        voices: the folder of the voices that the person added.
        sounds: the folder of the person's own sounds; None for no such folder.
    """

    def __init__(
        self, *, audio: Path, cache: Path, voices: Path, sounds: Path | None = None
    ) -> None:
        self._audio = audio
        self._cache = cache
        self.voices = voices
        self._sounds = sounds

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
        length = narration.lengths[SENTENCE]
        sentence = Clip(_BEFORE, length, Bus.VOICE, SENTENCE)
        timeline = _timeline(_BEFORE + length + _AFTER, sentence)
        return Mix(timeline, Palette(self._audio, narration.samples), volumes)

    def everything(self, voice: Voice | None, settings: Settings) -> Mix:
        """The ambience, a bell, a breath and the sentence, as the person wants to hear them.

        Args:
            voice: the voice, silent where sessions are not spoken; None for none.
            settings: what the person chose.

        Raises:
            SoundError: the voice does not work, or a sound is missing.
        """
        speaks = paced(voice, settings.words_per_minute) if voice and settings.voice_on else None
        narration = Narrator(speaks, self._cache).prepare([SENTENCE])
        clips = [
            Clip(_BELL_AT, _IN_AT - _BELL_AT, Bus.CUES, CueSound("bell")),
            Clip(_IN_AT, _OUT_AT - _IN_AT, Bus.BREATH, Swell(BreathMove.IN)),
            Clip(_OUT_AT, _VOICE_AT - _OUT_AT, Bus.BREATH, Swell(BreathMove.OUT)),
            *(
                Clip(_VOICE_AT, length, Bus.VOICE, sentence)
                for sentence, length in narration.lengths.items()
            ),
        ]
        whole = clips[-1].end + _AFTER
        name = _AMBIENCE if settings.ambience == AS_SCRIPTED else settings.ambience
        if name != "none":
            clips.insert(0, Clip(0, whole, Bus.AMBIENCE, Ambient(name)))
        palette = Palette(self._audio, narration.samples, cues=settings.cues, sounds=self._sounds)
        return Mix(_timeline(whole, *clips), palette, volumes_of(settings))


def _timeline(whole: int, *clips: Clip) -> Timeline:
    return Timeline(
        title="Listen",
        length=whole,
        phases=(Phase(0, whole, PhaseKind.SAY, 0, "Listen", text=SENTENCE.text),),
        steps=(StepSpan("Listen", 0, whole),),
        captions=(),
        clips=clips,
    )
