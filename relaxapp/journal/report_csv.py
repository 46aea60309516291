"""What a report lists, as a table for a spreadsheet; what is left out of the one is not in the other."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING

from relaxapp.journal import statistics
from relaxapp.journal.entry import Outcome
from relaxapp.journal.filter import Filter
from relaxapp.journal.report import Part, listed
from relaxapp.journal.table import harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from relaxapp.journal.journal import Journal
    from relaxapp.journal.period import Period
    from relaxapp.journal.report import ListedSession, ReportContents

LISTS = (Part.SESSIONS, Part.WEEKS)
"""The parts that can be a table, the first that is in a report is what its table has."""

_SESSIONS_AT_ONCE = 5_000


def has_table(contents: ReportContents) -> bool:
    """Whether there is anything in a report that can be a table."""
    return any(part in contents for part in LISTS)


def write_report_csv(
    journal: Journal,
    period: Period,
    contents: ReportContents,
    stream: IO[str],
    progress: Callable[[int, int], None] | None = None,
) -> None:
    """Writes the names of the columns and a row for each session, newest first, however many there are.

    Where the sessions are left out there is a row for each week instead. The line ends are those of
    RFC 4180. Memory does not grow with the journal.

    Args:
        journal: where the sessions are from.
        period: the days of the report.
        contents: the parts of the report; `has_table` of them.
        stream: where to write.
        progress: told how many of how many sessions are written; what it raises ends the writing.

    Raises:
        JournalError: the journal cannot be read.
    """
    writer = csv.writer(stream)
    with journal.database.snapshot():
        rows = (
            _sessions(journal, period, contents, progress)
            if Part.SESSIONS in contents
            else _weeks(journal, period, contents)
        )
        writer.writerows(map(harmless, row) for row in rows)


def _sessions(
    journal: Journal,
    period: Period,
    contents: ReportContents,
    progress: Callable[[int, int], None] | None,
) -> Iterator[tuple[str, ...]]:
    yield (
        "day",
        "time",
        "session",
        "practised minutes",
        "how it ended",
        "entered by hand",
        *(("tension before", "tension after") if Part.TENSION in contents else ()),
        *(("tags",) if Part.TAGS in contents else ()),
        *(("note",) if Part.NOTES in contents else ()),
    )
    offset, total = 0, journal.count(Filter(period=period))
    while found := listed(journal, period, contents, limit=_SESSIONS_AT_ONCE, offset=offset):
        yield from (_session(session, contents) for session in found)
        offset += len(found)
        if progress is not None:
            progress(offset, total)


def _session(session: ListedSession, contents: ReportContents) -> tuple[str, ...]:
    return (
        f"{session.started_at:%Y-%m-%d}",
        f"{session.started_at:%H:%M}",
        session.title,
        f"{session.practised_seconds / 60:.2f}",
        _ENDED[session.outcome],
        "yes" if session.by_hand else "no",
        *(
            (_given(session.tension_before), _given(session.tension_after))
            if Part.TENSION in contents
            else ()
        ),
        *(("; ".join(session.tags),) if Part.TAGS in contents else ()),
        *((session.note,) if Part.NOTES in contents else ()),
    )


_ENDED = {
    Outcome.FINISHED: "to the end",
    Outcome.STOPPED: "ended early",
    Outcome.INTERRUPTED: "interrupted",
    Outcome.RUNNING: "running",
}


def _weeks(journal: Journal, period: Period, contents: ReportContents) -> Iterator[tuple[str, ...]]:
    has_tension = Part.TENSION in contents
    yield (
        "week from",
        "days practised",
        "practised minutes",
        "sessions",
        *(("tension before", "tension after", "rated sessions") if has_tension else ()),
    )
    for week in statistics.weeks(journal.database, period):
        tension = week.tension
        yield (
            week.starts_on.isoformat(),
            str(week.days),
            f"{week.minutes:.2f}",
            str(week.sessions),
            *(
                (f"{tension.before:.2f}", f"{tension.after:.2f}", str(tension.sessions))
                if tension and has_tension
                else ("", "", "0")
                if has_tension
                else ()
            ),
        )


def _given(tension: int | None) -> str:
    return "" if tension is None else str(tension)
