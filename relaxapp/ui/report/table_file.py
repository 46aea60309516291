"""The table of a report written as a CSV file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from relaxapp.journal.report_csv import write_report_csv
from relaxapp.ui.report.whole import written_whole

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from relaxapp.journal.journal import Journal
    from relaxapp.ui.report.wish import ReportWish


def save_report_csv(
    journal: Journal,
    wish: ReportWish,
    path: Path,
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Writes what a report lists; safe in a thread with a journal of its own.

    The file begins with a byte order mark, without which Excel takes letters beyond those of English
    for others.

    Args:
        journal: where it is from.
        wish: the report; there must be a table in it.
        path: where the file shall be; what is there stays until the new one is whole.
        progress: told how many of how many sessions are written; what it raises ends the writing.

    Raises:
        ExportError: the file cannot be written; nothing is left of it.
        JournalError: the journal cannot be read.
    """
    with (
        written_whole(path) as part,
        part.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as stream,
    ):
        write_report_csv(journal, wish.period, wish.contents, stream, progress)
