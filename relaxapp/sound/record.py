"""What position each frame that came out belongs to, so that a device's delay can be taken off."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter

_KEPT = 64
_out = attrgetter("out")


@dataclass(frozen=True, slots=True)
class _Mark:
    """From the frame `out` on the position moved, or stood, at `position`."""

    out: int
    position: int
    moving: bool

    def position_at(self, out: int) -> int:
        return self.position + (out - self.out if self.moving else 0)


class Record:
    """The positions of the frames that came out last."""

    def __init__(self, out: int, position: int) -> None:
        """Begin with the frame number `out`; every frame before it counts as `position`."""
        self._marks = [_Mark(out, position, moving=False)]

    def note(self, out: int, position: int, *, moving: bool) -> None:
        """From the frame number `out` on the position is this, and moves or stands."""
        last = self._marks[-1]
        if last.moving == moving and last.position_at(out) == position:
            return
        if last.out == out:
            self._marks.pop()
        self._marks.append(_Mark(out, position, moving))
        del self._marks[:-_KEPT]

    def position_at(self, out: int) -> int:
        """The position that belongs to the frame number `out`."""
        mark = self._marks[max(0, bisect_right(self._marks, out, key=_out) - 1)]
        return mark.position_at(max(out, mark.out))
