"""The places of the controls of a session as layouts: two rows, with the round button in the middle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout

from relaxapp.ui.pages.arrangement import GAP_PX

if TYPE_CHECKING:
    from relaxapp.ui.pages.arrangement import Arrangement, Control


class ControlRows:
    """Has a layout for each place of an arrangement.

    Attributes:
        upper: the first row.
        lower: the second.
        middle: takes the round button.
    """

    def __init__(self) -> None:
        self.upper, self.lower = QHBoxLayout(), QHBoxLayout()
        self.middle = QHBoxLayout()
        self._places = {
            name: QHBoxLayout()
            for name in ("left", "before", "after", "right", "below_left", "below_right")
        }
        for layout in (self.upper, self.lower, self.middle, *self._places.values()):
            layout.setSpacing(GAP_PX)
        sides = QHBoxLayout(), QHBoxLayout()
        for side, (outer, inner) in zip(
            sides, (("left", "before"), ("after", "right")), strict=True
        ):
            side.setSpacing(GAP_PX)
            side.addLayout(self._places[outer])
            side.addStretch(1)
            side.addLayout(self._places[inner])
        self.upper.addLayout(sides[0], 1)
        self.upper.addLayout(self.middle)
        self.upper.addLayout(sides[1], 1)
        self.lower.addLayout(self._places["below_left"])
        self.lower.addStretch(1)
        self.lower.addLayout(self._places["below_right"])

    def clear(self) -> None:
        """Let go of every control."""
        for place in self._places.values():
            while place.takeAt(0) is not None:
                pass

    def places(self, arrangement: Arrangement) -> list[tuple[QHBoxLayout, tuple[Control, ...]]]:
        """Each place, with what stands in it."""
        return [(place, getattr(arrangement, name)) for name, place in self._places.items()]
