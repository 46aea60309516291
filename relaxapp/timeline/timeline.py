"""A session laid out to the frame: the one source of what is seen, heard and exported."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from relaxapp.timeline.clip import Clip
    from relaxapp.timeline.phase import Caption, Phase, StepSpan

_start = attrgetter("start")


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happens when, at `FRAMES_PER_SECOND`.

    Attributes:
        title: the script's.
        length: frames of the whole; at least 1.
        phases: abutting, in order, from frame 0 to `length`.
        steps: abutting, in order, from frame 0 to `length`.
        captions: in order, not overlapping.
        clips: in order of `at`.
        stops: frames at which the position stands until the person goes on, in order: each the
            end of a `WAIT` phase.
    """

    title: str
    length: int
    phases: tuple[Phase, ...]
    steps: tuple[StepSpan, ...]
    captions: tuple[Caption, ...]
    clips: tuple[Clip, ...]
    stops: tuple[int, ...] = ()

    def at(self, frame: int) -> Phase:
        """The phase at a frame; before the start the first, after the end the last."""
        return self.phases[self.index_at(frame)]

    def index_at(self, frame: int) -> int:
        """The index in `phases` of `at(frame)`."""
        return max(0, bisect_right(self.phases, frame, key=_start) - 1)

    def caption_at(self, frame: int) -> str:
        """The sentence to show at a frame; empty where there is none."""
        index = bisect_right(self.captions, frame, key=_start) - 1
        if index >= 0 and frame < self.captions[index].end:
            return self.captions[index].text
        return ""
