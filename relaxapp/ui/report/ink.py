"""What the report is printed with: dark on white, and kinds of type in points."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QFont

TEXT = "#1b2830"
DIM = "#4a5b66"
FAINT = "#5d6d77"
"""The faintest that carries text; it stands out from white by 5:1."""
LINE = "#d3dce0"
BAND = "#f3f6f7"
"""Behind figures and legends."""
CALM = "#1f7563"
BAR = "#4f9987"
"""Of large surfaces: it spares the printer."""
WARM = "#b8591f"
BETWEEN = "#efe9e2"
"""Between the lines of tension before and after."""
TWITCHING = "#5b4b9a"
BODY = "#e3eaee"
BODY_LINE = "#9fb1bc"


@dataclass(frozen=True, slots=True)
class Type:
    """One kind of type.

    Attributes:
        size: its size, in points.
        color: its colour, as `#rrggbb`.
        weight: how bold it is.
        leading: from one line to the next, in sizes.
    """

    size: float
    color: str = TEXT
    weight: QFont.Weight = QFont.Weight.Normal
    leading: float = 1.42

    @property
    def line(self) -> float:
        """From one line to the next, in points."""
        return self.size * self.leading


TITLE = Type(22, weight=QFont.Weight.DemiBold, leading=1.25)
SUBTITLE = Type(12, DIM)
HEADING = Type(13, weight=QFont.Weight.DemiBold)
BODY_TYPE = Type(9.5)
STRONG = Type(9.5, weight=QFont.Weight.DemiBold)
QUIET = Type(9.5, DIM)
NOTE = Type(9, DIM)
SMALL = Type(8, DIM)
COLUMN = Type(8, FAINT, QFont.Weight.Medium)
FIGURE = Type(17, weight=QFont.Weight.DemiBold, leading=1.3)
AXIS = Type(7.5, FAINT)
