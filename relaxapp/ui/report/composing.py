"""What the sections of a report are put together from: headings, paragraphs and tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from relaxapp.ui.report import remarks
from relaxapp.ui.report.ink import HEADING, SMALL
from relaxapp.ui.report.strip import Strip, gap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from relaxapp.ui.report.ink import Type
    from relaxapp.ui.report.table import Row, Table
    from relaxapp.ui.report.typesetting import Typesetter

_ROWS_MOST = 30
"""A table about kinds of sessions is no longer than that."""


class Composer:
    """Makes strips as wide as the lines of a page.

    Attributes:
        setter: sets the text.
        width: how wide the lines are, in points.
    """

    def __init__(self, setter: Typesetter, width: float) -> None:
        self.setter = setter
        self.width = width

    def heading(self, text: str) -> Iterator[Strip]:
        """A heading, which stays with what follows."""
        yield gap(20)
        for strip in self.text(text, HEADING, with_next=True):
            # Heard and read as text, a section is apart from the one before as well.
            yield replace(strip, said=f"\n{strip.said}") if strip.said else strip
        yield gap(4)

    def text(self, text: str, kind: Type, *, with_next: bool = False) -> Iterator[Strip]:
        """A paragraph; none of its lines stands alone on a page."""
        lines = self.setter.lines(text, kind, self.width)
        for index, line in enumerate(lines):
            is_last = index == len(lines) - 1
            yield Strip(
                kind.line,
                (replace(line, baseline=line.baseline - index * kind.line),),
                said=text if index == 0 else "",
                with_next=with_next if is_last else with_next or index in {0, len(lines) - 2},
            )

    def bounded(self, table: Table, rows: Sequence[Row]) -> Iterator[Strip]:
        """A table that is cut short where it would be too long, and says so."""
        yield from table.strips(rows[:_ROWS_MOST])
        if len(rows) > _ROWS_MOST:
            yield gap(4)
            yield from self.text(remarks.more_rows(len(rows) - _ROWS_MOST), SMALL)
