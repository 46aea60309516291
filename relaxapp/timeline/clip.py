"""What is heard when: one sound on one bus at one frame."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

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
    """A sentence said by the voice."""

    text: str

    @property
    def name(self) -> str:
        """The sentence itself."""
        return self.text


@dataclass(frozen=True, slots=True)
class CueSound:
    """A short shipped sound, by its name in `audio/cues/`."""

    name: str


@dataclass(frozen=True, slots=True)
class Swell:
    """The sound of one part of a breath, as long as its clip."""

    move: BreathMove

    @property
    def name(self) -> str:
        """How the swell is called in lists."""
        return f"breath {self.move}"


@dataclass(frozen=True, slots=True)
class Ambient:
    """A shipped ambience, looped without a seam, by its name in `audio/ambience/`."""

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
