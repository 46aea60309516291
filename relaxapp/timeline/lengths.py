"""How long sentences and recordings take: measured by a voice, or estimated without one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.script.language import language_of
from relaxapp.script.pace import words_per_minute
from relaxapp.timeline.clip import frames

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.timeline.clip import Spoken

READING_WORDS_PER_MINUTE = 150.0
"""A pace at which captions in English can be read without hurry."""
_SHORTEST_READING_SECONDS = 1.5


@dataclass(frozen=True, slots=True)
class Lengths:
    """How many frames things take that the script leaves open.

    Attributes:
        sentence: frames of one sentence, as calm as it is said.
        recording: frames of a recording beside the script, by file name.
        voiced: whether sentences are heard; otherwise they are only read.
    """

    sentence: Callable[[Spoken], int]
    recording: Callable[[str], int]
    voiced: bool = True


def spoken_frames(sentence: Spoken) -> int:
    """An estimate of how long a calm voice takes for a sentence."""
    pace = words_per_minute(sentence.calm, sentence.language)
    return frames(60 * max(1, len(sentence.text.split())) / pace)


def reading_frames(sentence: Spoken) -> int:
    """How long a caption stays so that it can be read without hurry."""
    pace = READING_WORDS_PER_MINUTE * language_of(sentence.language).pace
    seconds = 60 * len(sentence.text.split()) / pace
    return frames(max(_SHORTEST_READING_SECONDS, seconds))
