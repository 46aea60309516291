"""What speaks a sentence, as everything else sees it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from relaxapp.sound.samples import Block


class Voice(Protocol):
    """One voice at one pace."""

    @property
    def name(self) -> str:
        """How the voice is called in the settings and on the command line."""

    @property
    def identity(self) -> str:
        """Everything its sound depends on: engine, version, voice and pace.

        What was spoken under one identity is never spoken again.
        """

    def speak(self, text: str) -> tuple[Block, int]:
        """Speak a sentence.

        Returns:
            Mono samples, shape (frames,), and their frames a second; no samples for a text
            without a word.

        Raises:
            SoundError: the voice does not work.
        """
