"""A whole report on pages: its sections, and on each page where one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from relaxapp.ui.report import words
from relaxapp.ui.report.composing import Composer
from relaxapp.ui.report.drawn import Placed, Stroke
from relaxapp.ui.report.ink import LINE, SMALL
from relaxapp.ui.report.sections import sections
from relaxapp.ui.report.strip import flow
from relaxapp.ui.report.typesetting import Typesetter

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.journal.report import Report
    from relaxapp.ui.report.drawn import Page
    from relaxapp.ui.report.paper import Paper

_HEADER_FROM_TOP = 34
_FOOTER_FROM_BOTTOM = 42


@dataclass(frozen=True, slots=True)
class Layout:
    """A report as it will be on paper.

    Attributes:
        title: what it is called, and which days it is about.
        name: whom it is about; empty if that is not said.
        paper: what it is laid out for.
        family: the typeface.
        pages: from the first to the last; at least one.
    """

    title: str
    name: str
    paper: Paper
    family: str
    pages: tuple[Page, ...]

    def text(self, page: int) -> str:
        """Everything a page says, line by line, for whoever does not see it."""
        return "\n".join(placed.said for placed in self.pages[page] if placed.said)


def laid_out(
    report: Report,
    paper: Paper,
    family: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> Layout:
    """Lays out a report; safe on any thread.

    Args:
        report: what it says.
        paper: what it will be printed on.
        family: the typeface.
        cancelled: says whether nobody wants it any more; the layout is then not whole.
    """
    setter = Typesetter(family)
    composer = Composer(setter, paper.text_width)
    flowed = flow(sections(composer, report, cancelled), paper.text_height)
    pages = []
    for index, strips in enumerate(flowed):
        body = tuple(
            Placed(paper.side, paper.top + top, strip.drawn, strip.said)
            for top, strip in strips
            if strip.drawn
        )
        header = _header(report, paper, setter) if index else ()
        pages.append((*header, *body, _footer(index + 1, len(flowed), paper, setter)))
    return Layout(
        f"{words.title()}, {words.period(report.period)}", report.name, paper, family, tuple(pages)
    )


def _header(report: Report, paper: Paper, setter: Typesetter) -> tuple[Placed, ...]:
    right = setter.line(
        words.period(report.period), SMALL, x=paper.text_width, align=Qt.AlignmentFlag.AlignRight
    )
    named = f"{words.title()} · {report.name}" if report.name else words.title()
    left = setter.shortened(named, SMALL, right.x - 2 * SMALL.size)
    rule = Stroke(((0, SMALL.line + 4), (paper.text_width, SMALL.line + 4)), LINE)
    return (Placed(paper.side, _HEADER_FROM_TOP, (setter.line(left, SMALL), right, rule)),)


def _footer(at: int, of: int, paper: Paper, setter: Typesetter) -> Placed:
    page = words.page(at, of)
    right = setter.line(page, SMALL, x=paper.text_width, align=Qt.AlignmentFlag.AlignRight)
    top = paper.height - _FOOTER_FROM_BOTTOM
    return Placed(paper.side, top, (setter.line("relaxapp", SMALL), right), said=page)
