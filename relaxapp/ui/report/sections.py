"""The sections of a report that were chosen, in their order on the pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from relaxapp.journal.report import Part
from relaxapp.ui.report.body_section import body
from relaxapp.ui.report.chart_sections import practice, tension
from relaxapp.ui.report.comparing_sections import changes, factors
from relaxapp.ui.report.session_section import sessions
from relaxapp.ui.report.summary_section import summary, title

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from relaxapp.journal.report import Report
    from relaxapp.ui.report.composing import Composer
    from relaxapp.ui.report.strip import Strip


def sections(composer: Composer, report: Report, cancelled: Callable[[], bool]) -> Iterator[Strip]:
    """Every section that was chosen.

    Args:
        composer: makes the strips.
        report: what it says.
        cancelled: says whether nobody wants it any more; what is made then is of no use.
    """
    yield from title(composer, report)
    for part, section in (
        (Part.SUMMARY, summary),
        (Part.WEEKS, practice),
        (Part.TENSION, tension),
        (Part.CHANGES, changes),
        (Part.AREAS, body),
        (Part.FACTORS, factors),
        (Part.SESSIONS, partial(sessions, cancelled=cancelled)),
    ):
        if part in report.contents and not cancelled():
            yield from section(composer, report)
