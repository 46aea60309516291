"""What speaks a sentence, as everything else sees it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block


class Treatment(StrEnum):
    """What suits a voice before it is heard, beside being made equally loud."""

    NONE = "none"
    """Nothing: it comes as a session wants it."""
    MILD = "mild"
    """A milder tone: for voices that words are hard to make out of, and for those that sound human."""
    CALM = "calm"
    """The whole calming chain: for synthetic voices that are clear but sharp and dry."""


class Voice(Protocol):
    """One voice, at any pace."""

    @property
    def name(self) -> str:
        """How the voice is called in the settings and on the command line."""

    @property
    def identity(self) -> str:
        """Everything its sound depends on but words and pace: engine, version and voice.

        What was spoken under one identity at one pace is never spoken again.
        """

    @property
    def licence(self) -> str:
        """Under which licence its speech may be passed on; empty where it may not, or is not known."""

    @property
    def credit(self) -> str:
        """Whom to name where its speech is passed on, as a sentence; may be empty."""

    @property
    def treatment(self) -> Treatment:
        """What its speech goes through before it is heard."""

    def speak(self, text: str, words_per_minute: int) -> tuple[Block, int]:
        """Speak a sentence.

        Args:
            text: the sentence.
            words_per_minute: how fast, as near as the voice can come to it; 80 to 200.

        Returns:
            Mono samples, shape (frames,), and their frames a second; no samples for a text
            without a word.

        Raises:
            SoundError: the voice does not work.
        """


def is_speakable(text: str) -> bool:
    """Whether there is a word in a text."""
    return any(character.isalnum() for character in text)
