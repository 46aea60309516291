"""What is heard when: one sound on one bus at one frame."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from relaxapp.script.language import ENGLISH
from relaxapp.script.pace import PACES

if TYPE_CHECKING:
    from relaxapp.script.cue import BreathMove

FRAMES_PER_SECOND = 48_000
"""The one rate at which everything is timed, mixed and played."""


def frames(seconds: float) -> int:
    """A length in seconds as the nearest whole number of frames."""
    return round(seconds * FRAMES_PER_SECOND)


def seconds(count: int) -> float:
    """A number of frames in seconds."""
    return count / FRAMES_PER_SECOND


class Bus(StrEnum):
    """The four streams a listener can set the volume of."""

    VOICE = "voice"
    CUES = "cues"
    BREATH = "breath"
    AMBIENCE = "ambience"


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence said by the voice.

    Attributes:
        text: the sentence.
        calm: how slowly and softly it is said, from 0 to `CALM_LEVELS - 1`.
        language: the code of what it is written in, without a region.
    """

    text: str
    calm: int = 0
    language: str = ENGLISH

    @property
    def name(self) -> str:
        """The sentence itself."""
        return self.text

    @property
    def words_per_minute(self) -> int:
        """The pace at which it is said, as English words have it; voices know what that is in theirs."""
        return PACES[self.calm]


@dataclass(frozen=True, slots=True)
class CueSound:
    """A short shipped sound, by its name in the folder of a character in `audio/cues/`."""

    name: str


@dataclass(frozen=True, slots=True)
class Swell:
    """The sound of one part of a breath: as long as its clip, or a short tone where it is held."""

    move: BreathMove

    @property
    def name(self) -> str:
        """How the swell is called in lists."""
        return f"breath {self.move}"


@dataclass(frozen=True, slots=True)
class Ambient:
    """An ambience, looped without a seam.

    Attributes:
        name: a shipped one's name in `audio/ambience/`, or the name, ending included, of a file
            among the person's own sounds.
    """

    name: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """A recording that lies beside the script.

    Attributes:
        name: the file's name, without folders.
    """

    name: str


ClipSound: TypeAlias = Spoken | CueSound | Swell | Ambient | Recorded


@dataclass(frozen=True, slots=True)
class Clip:
    """One sound in a timeline.

    Attributes:
        at: the frame of its first sample.
        length: frames it lasts; a sound that is shorter is followed by silence, one that is
            longer is faded out there.
        bus: the stream it belongs to.
        sound: what is heard.
    """

    at: int
    length: int
    bus: Bus
    sound: ClipSound

    @property
    def end(self) -> int:
        """The frame after its last."""
        return self.at + self.length
