"""A voice that a person wants faster or slower than sessions ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.script.pace import WORDS_PER_MINUTE

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block
    from relaxapp.sound.voice.voice import Treatment, Voice

LEAST, MOST = 80, 200
"""The words a minute that every voice can speak."""


class PacedVoice:
    """Another voice, whose every pace is changed alike.

    Args:
        voice: the voice.
        words_per_minute: how fast it shall be where a session asks for `WORDS_PER_MINUTE`.
    """

    def __init__(self, voice: Voice, words_per_minute: int) -> None:
        self._voice = voice
        self._factor = words_per_minute / WORDS_PER_MINUTE
        self.name = voice.name
        self.identity = f"{voice.identity} at {words_per_minute}"
        self.licence = voice.licence
        self.credit = voice.credit
        self.treatment: Treatment = voice.treatment

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:
        """Speak a sentence."""
        pace = round(words_per_minute * self._factor)
        return self._voice.speak(text, min(max(pace, LEAST), MOST))


def paced(voice: Voice, words_per_minute: int) -> Voice:
    """The voice at the pace a person wants; itself where that is the usual one."""
    return voice if words_per_minute == WORDS_PER_MINUTE else PacedVoice(voice, words_per_minute)
