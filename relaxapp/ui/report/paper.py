"""The paper a report is laid out for."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale
from PySide6.QtGui import QPageSize


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet of paper, upright; lengths are in points, 72 to the inch.

    Attributes:
        kind: the name Qt has for its size.
        width: from left to right.
        height: from top to bottom.
        side: the margin at the left and at the right.
        top: the margin above the text; the page's header stands in it.
        bottom: the margin below; the page's footer stands in it.
    """

    kind: QPageSize.PageSizeId
    width: float
    height: float
    side: float = 54
    top: float = 68
    bottom: float = 62

    @property
    def text_width(self) -> float:
        """How wide lines are."""
        return self.width - 2 * self.side

    @property
    def text_height(self) -> float:
        """How much there is room for on a page, from top to bottom."""
        return self.height - self.top - self.bottom


A4 = Paper(QPageSize.PageSizeId.A4, 595, 842)
LETTER = Paper(QPageSize.PageSizeId.Letter, 612, 792)


def paper_of(locale: QLocale) -> Paper:
    """The paper that is usual where people measure like that: Letter with inches in America, else A4."""
    is_american = locale.measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return LETTER if is_american else A4
