"""A script fitted to the minutes a person has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.script.script import Ending
from relaxapp.timeline.clip import Recorded, Spoken, frames
from relaxapp.timeline.layout import Layout
from relaxapp.timeline.outline import outline
from relaxapp.timeline.piece import LEVELS, leaves, measure, sentences

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.script.script import Script
    from relaxapp.timeline.lengths import Lengths
    from relaxapp.timeline.timeline import Timeline


class Fitting:
    """The lengths a script can have with given spoken lengths, and the timeline for each.

    Numbers of breaths and rounds grow together from their fewest to their most, in `LEVELS` levels;
    at each level pauses, releases, imagining and noticing take up the rest. Tension, holds and the
    parts of a breath never change.
    """

    def __init__(self, script: Script, lengths: Lengths) -> None:
        self._script = script
        self._voiced = lengths.voiced
        self._pieces = outline(script, lengths)
        self.shortest_frames = self._low(0)
        self.longest_frames = self._high(LEVELS)

    @property
    def sentences(self) -> tuple[Spoken, ...]:
        """Every sentence that is to be spoken, once at each calm, in order."""
        spoken = (each.words for each in sentences(self._pieces) if each.length)
        return tuple(dict.fromkeys(spoken))

    @property
    def recordings(self) -> tuple[str, ...]:
        """The file name of every recording, once, in order."""
        fills = (leaf.fills for leaf in leaves(self._pieces))
        return tuple(dict.fromkeys(each.name for each in fills if isinstance(each, Recorded)))

    def fit(self, seconds: float) -> Timeline:
        """The timeline whose length is the wish, to the frame, or the nearest the script allows."""
        wish = min(max(frames(seconds), self.shortest_frames), self.longest_frames)
        level = self._level(wish)
        low, high = measure(self._pieces, level)
        layout = Layout(
            level=level,
            slack=high - low,
            extra=min(max(wish - low, 0), high - low),
            voiced=self._voiced,
            ambience=self._script.ambience,
            # Whoever is led to sleep is not called to anything.
            rings_steps=self._script.ending is Ending.RETURN,
        )
        return layout.timeline(self._script.title, self._pieces)

    def usual(self) -> Timeline:
        """The timeline for the minutes the script is meant to have."""
        return self.fit(self._script.minutes * 60)

    def _low(self, level: int) -> int:
        return measure(self._pieces, level)[0]

    def _high(self, level: int) -> int:
        return measure(self._pieces, level)[1]

    def _level(self, wish: int) -> int:
        """The level to lay out at.

        Both ends of what a level can reach grow with the level, so the levels that can reach the
        wish lie side by side. Among them the one is taken where loops and leaves are stretched
        alike; where there is none, the level whose end is nearest.
        """
        first = _first(lambda level: self._high(level) >= wish)
        last = _first(lambda level: self._low(level) > wish) - 1
        if first <= last:
            alike = _first(lambda level: self._is_past_alike(level, wish))
            return min(max(alike, first), last)
        below, above = last, first
        if wish - self._high(below) <= self._low(above) - wish:
            return below
        return above

    def _is_past_alike(self, level: int, wish: int) -> bool:
        """Whether loops at this level are stretched at least as much as leaves would be."""
        low, high = measure(self._pieces, level)
        if wish <= low:
            return True
        return level * (high - low) >= (wish - low) * LEVELS


def _first(holds: Callable[[int], bool]) -> int:
    """The first level at which a condition that stays true once true holds; `LEVELS + 1` if none."""
    low, high = 0, LEVELS + 1
    while low < high:
        middle = (low + high) // 2
        if holds(middle):
            high = middle
        else:
            low = middle + 1
    return low
