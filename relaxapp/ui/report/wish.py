"""What a person wants a report about, and the work that makes it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from relaxapp.journal.report import ReportContents, report
from relaxapp.ui.report.layout import laid_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from relaxapp.journal.journal import Journal
    from relaxapp.journal.period import Period
    from relaxapp.ui.report.layout import Layout
    from relaxapp.ui.report.paper import Paper


@dataclass(frozen=True, slots=True)
class ReportWish:
    """What a report is to be about.

    Attributes:
        period: its days.
        contents: its parts.
        name: whom it is about; may be empty.
    """

    period: Period
    contents: ReportContents = field(default_factory=ReportContents)
    name: str = ""


def made(
    journal: Journal,
    wish: ReportWish,
    *,
    now: datetime,
    paper: Paper,
    family: str,
    cancelled: Callable[[], bool] = lambda: False,
) -> Layout:
    """Gathers a report and lays it out; safe in a thread with a journal of its own.

    Args:
        journal: where it is from.
        wish: what it is to be about.
        now: the time, aware, at the offset of the place.
        paper: what it is laid out for.
        family: the typeface.
        cancelled: says whether nobody wants it any more; the layout is then not whole.

    Raises:
        JournalError: the journal cannot be read.
    """
    said = report(journal, wish.period, wish.contents, wish.name, now=now)
    return laid_out(said, paper, family, cancelled)
