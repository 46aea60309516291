"""Where the controls of a session stand: in as few rows as the window has room for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

GAP_PX = 8
"""Between two controls."""


class Control(Enum):
    """What can be asked of a session by mouse, but for the round button in the middle."""

    END = auto()
    WORSE = auto()
    BACK = auto()
    NEXT = auto()
    REPEAT = auto()
    LONGER = auto()
    LEAVE_OUT = auto()
    VOLUMES = auto()
    MORE = auto()
    FULL_SIZE = auto()


_C = Control
SELDOM = (_C.REPEAT, _C.LONGER, _C.LEAVE_OUT, _C.VOLUMES)
"""What goes into the card behind "More" where there is little room."""


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Controls by their places, each from left to right.

    What comes and goes stands beside what gives way, so that nothing moves when it does.

    Attributes:
        left: at the left edge.
        before: just before the round button.
        after: just after it.
        right: at the right edge.
        below_left: in a second row, at the left edge.
        below_right: in a second row, at the right edge.
        signs: whether Back and Next are arrows instead of words.
    """

    left: tuple[Control, ...] = ()
    before: tuple[Control, ...] = ()
    after: tuple[Control, ...] = ()
    right: tuple[Control, ...] = ()
    below_left: tuple[Control, ...] = ()
    below_right: tuple[Control, ...] = ()
    signs: bool = False

    @property
    def shown(self) -> tuple[Control, ...]:
        """Every control that has a place."""
        below = (*self.below_left, *self.below_right)
        return (*self.left, *self.before, *self.after, *self.right, *below)

    @property
    def has_two_rows(self) -> bool:
        """Whether some stand in a second row."""
        return bool(self.below_left or self.below_right)

    def width(self, width_of: Callable[[Control], int], middle: int) -> int:
        """The room it needs; the round button, as wide as `middle`, stands in the middle of it."""
        sides = (
            _width(width_of, (*self.left, *self.before)),
            _width(width_of, (*self.after, *self.right)),
        )
        below = _width(width_of, (*self.below_left, *self.below_right))
        return max(2 * max(sides) + middle + 2 * GAP_PX, below)


ONE_ROW = Arrangement(
    left=(_C.END, _C.WORSE, _C.LEAVE_OUT),
    before=(_C.REPEAT, _C.BACK),
    after=(_C.NEXT, _C.LONGER),
    right=(_C.VOLUMES,),
)
TWO_ROWS = Arrangement(
    left=(_C.END,),
    before=(_C.REPEAT, _C.BACK),
    after=(_C.NEXT, _C.LONGER),
    right=(_C.WORSE,),
    below_left=(_C.LEAVE_OUT,),
    below_right=(_C.VOLUMES,),
)
NARROW_ROWS = Arrangement(
    left=(_C.END,),
    before=(_C.BACK,),
    after=(_C.NEXT,),
    right=(_C.WORSE,),
    below_left=(_C.REPEAT, _C.LONGER, _C.LEAVE_OUT),
    below_right=(_C.VOLUMES,),
)
FEW = Arrangement(left=(_C.END,), before=(_C.BACK,), after=(_C.NEXT,), right=(_C.WORSE, _C.MORE))
FEWEST = Arrangement(
    left=(_C.END,), before=(_C.BACK,), after=(_C.NEXT,), right=(_C.WORSE, _C.MORE), signs=True
)
COMPACT = Arrangement(right=(_C.FULL_SIZE,))
"""For a window that is small on purpose."""

_BY_ROOM = (ONE_ROW, TWO_ROWS, NARROW_ROWS, FEW, FEWEST)


def arrangement_for(
    width: int, widths: Mapping[Control, int], *, middle: int, may_have_two_rows: bool
) -> Arrangement:
    """The first arrangement that there is room for; the last one if there is none.

    Args:
        width: the room there is, in pixels.
        widths: how wide each control is, Back and Next in words.
        middle: how wide the round button is.
        may_have_two_rows: whether there is height enough for a second row.
    """
    for each in _BY_ROOM:
        if each.has_two_rows and not may_have_two_rows:
            continue
        if each.signs or each.width(widths.__getitem__, middle) <= width:
            return each
    return _BY_ROOM[-1]


def _width(width_of: Callable[[Control], int], controls: Iterable[Control]) -> int:
    return sum(width_of(each) + GAP_PX for each in controls)
