"""How long sentences and recordings take: measured by a voice, or estimated without one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.script.pace import WORDS_PER_MINUTE
from relaxapp.timeline.clip import frames

if TYPE_CHECKING:
    from collections.abc import Callable

READING_WORDS_PER_MINUTE = 150.0
"""A pace at which captions can be read without hurry."""
_SHORTEST_READING_SECONDS = 1.5


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many frames things take that the script leaves open.

    Attributes:
        sentence: frames of one sentence.
        recording: frames of a recording beside the script, by file name.
        voiced: whether sentences are heard; otherwise they are only read.
    """

    sentence: Callable[[str], int]
    recording: Callable[[str], int]
    voiced: bool = True


def spoken_frames(sentence: str) -> int:
    """An estimate of how long a calm voice takes for a sentence."""
    return frames(60 * max(1, len(sentence.split())) / WORDS_PER_MINUTE)


def reading_frames(sentence: str) -> int:
    """How long a caption stays so that it can be read without hurry."""
    seconds = 60 * len(sentence.split()) / READING_WORDS_PER_MINUTE
    return frames(max(_SHORTEST_READING_SECONDS, seconds))
