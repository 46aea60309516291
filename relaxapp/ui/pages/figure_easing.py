"""The figure's areas on their way from how they are seen to how a phase wants them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.timeline.clip import frames
from relaxapp.ui.pages.showing import EASING_SECONDS, between, eased, settled_states

if TYPE_CHECKING:
    from collections.abc import Mapping

    from relaxapp.script.body import Area
    from relaxapp.timeline.timeline import Timeline
    from relaxapp.ui.painted.body_map import AreaState


class FigureEasing:
    """Knows from where, to where and since which frame areas change."""

    def __init__(self) -> None:
        self._before: Mapping[Area, AreaState] = {}
        self._after: Mapping[Area, AreaState] = {}
        self._shown: Mapping[Area, AreaState] = {}
        self._since = 0

    def go_on(self, timeline: Timeline, index: int) -> None:
        """A phase follows the one before it: ease from how that one left the areas."""
        self._before = settled_states(timeline, index - 1)
        self._after = settled_states(timeline, index)
        self._since = timeline.phases[index].start

    def jump(self, timeline: Timeline, index: int, position: int, *, running: bool) -> None:
        """A phase came by a jump: ease from what is seen; while all stands still, at once."""
        self._before = self._shown
        self._after = settled_states(timeline, index)
        self._since = position - (0 if running else frames(EASING_SECONDS))

    def states(self, position: int) -> Mapping[Area, AreaState]:
        """How every area that is not plain is shown at a position."""
        self._shown = between(self._before, self._after, eased(position, self._since))
        return self._shown

    def settled(self) -> Mapping[Area, AreaState]:
        """The same once nothing changes any more."""
        self._shown = self._after
        return self._after

    def is_easing(self, position: int) -> bool:
        """Whether an area is just changing."""
        return self._before != self._after and eased(position, self._since) < 1
