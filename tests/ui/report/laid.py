"""What stands on the pages of a report, and whether it has its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from relaxapp.journal.report import Part, ReportContents
from relaxapp.ui.report.drawn import Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from relaxapp.ui.report.layout import Layout

_Kind = TypeVar("_Kind")
EVERYTHING = ReportContents(frozenset(Part))
"""The person's own words too."""
_ROUNDING = 0.6


@dataclass(frozen=True)
class Standing:
    """A line of text and where it stands, from the corner of the paper."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


def without(*parts: Part) -> ReportContents:
    """Everything but some parts."""
    return ReportContents(EVERYTHING.parts - frozenset(parts))


def of_kind(layout: Layout, kind: type[_Kind], page: int | None = None) -> list[_Kind]:
    """Everything of a kind that is drawn, on one page or on all."""
    pages = layout.pages if page is None else (layout.pages[page],)
    return [
        drawn
        for each in pages
        for placed in each
        for drawn in placed.drawn
        if isinstance(drawn, kind)
    ]


def written(layout: Layout, page: int | None = None) -> str:
    """All text that is drawn, a line for each line of it."""
    return "\n".join(words.text for words in of_kind(layout, Words, page))


def standing(layout: Layout, page: int) -> Iterator[Standing]:
    """The lines of text on a page."""
    for placed in layout.pages[page]:
        for words in placed.drawn:
            if isinstance(words, Words):
                left, baseline = placed.x + words.x, placed.y + words.baseline
                size = words.type.size
                yield Standing(
                    words.text,
                    left,
                    left + words.width,
                    baseline - 0.75 * size,
                    baseline + 0.2 * size,
                )


def out_of_place(layout: Layout) -> list[str]:
    """A line for each text that lies outside the margins, or on another text."""
    paper = layout.paper
    found = []
    for page in range(len(layout.pages)):
        lines = list(standing(layout, page))
        found += [
            f"page {page + 1}: {line.text!r} lies outside"
            for line in lines
            if line.left < paper.side - _ROUNDING
            or line.right > paper.width - paper.side + _ROUNDING
            or line.top < 0
            or line.bottom > paper.height
        ]
        body = [line for line in lines if line.top >= paper.top - _ROUNDING]
        found += [
            f"page {page + 1}: {line.text!r} lies in the footer"
            for line in body[:-2]
            if line.bottom > paper.height - paper.bottom + _ROUNDING
        ]
        lines.sort(key=lambda line: line.top)
        for index, line in enumerate(lines):
            for other in lines[index + 1 :]:
                if other.top >= line.bottom - _ROUNDING:
                    break
                if line.left < other.right - _ROUNDING and other.left < line.right - _ROUNDING:
                    found.append(f"page {page + 1}: {line.text!r} lies on {other.text!r}")
    return found
