"""What a report about some days of practice says, as plain values; what was not chosen is not in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from relaxapp.journal import statistics
from relaxapp.journal.areas import AreaChange, AreaCount, area_changes, areas
from relaxapp.journal.comparison import Changes, changes
from relaxapp.journal.entry import Moment, Outcome
from relaxapp.journal.factor_comparison import FactorComparison, factor_comparisons
from relaxapp.journal.filter import Filter
from relaxapp.journal.period import IN_PERIOD_SQL, Period
from relaxapp.journal.statistics import COUNTS_SQL, RATED_SQL, Practice, Tension

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from relaxapp.journal.database import Database
    from relaxapp.journal.entry import Entry
    from relaxapp.journal.journal import Journal
    from relaxapp.journal.statistics import DayCount

LISTED_MOST = 1_500
"""Not more sessions than that are listed, the latest ones: four years of one a day."""
_WEEKS_MOST = 54
_MONTHS_MOST = 60
_LONG_DAYS = 1_830
"""From about five years on, time before the first and after the last session is not shown."""


class Part(StrEnum):
    """What a report can be about."""

    SUMMARY = "summary"
    WEEKS = "weeks"
    TENSION = "tension"
    CHANGES = "changes"
    AREAS = "areas"
    FACTORS = "factors"
    SESSIONS = "sessions"
    TAGS = "tags"
    NOTES = "notes"


OWN_WORDS = frozenset({Part.TAGS, Part.NOTES})
"""What the person wrote, the most private; they are written below the sessions of the list."""


@dataclass(frozen=True, slots=True)
class ReportContents:
    """Which parts a report has; the person's own words only where they are chosen.

    Attributes:
        parts: those that are wanted.
    """

    parts: frozenset[Part] = frozenset(Part) - OWN_WORDS

    def __contains__(self, part: Part) -> bool:
        """Whether a part is in the report; own words need the list they are written in."""
        return part in self.parts and (part not in OWN_WORDS or Part.SESSIONS in self.parts)


class Grain(StrEnum):
    """What the practice of a period is told by."""

    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The practice of a period in a few figures.

    Attributes:
        days: on how many days there was a session.
        of_days: how many days the period has, up to the day of the report.
        minutes: how many minutes were practised.
        sessions: how many sessions count; the three that follow are among them.
        stopped: how many were ended early.
        interrupted: how many the program or the computer went away under.
        by_hand: how many were entered afterwards, so that no clock measured them.
        by_hand_minutes: how many of the minutes those are.
        uncounted: how many others were begun and practised for less than a minute.
        tension: before and after those rated both times; None without one, or where it is left out.
    """

    days: int
    of_days: int
    minutes: float
    sessions: int
    stopped: int
    interrupted: int
    by_hand: int
    by_hand_minutes: float
    uncounted: int
    tension: Tension | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedSession:
    """One session in the list; what is left out of the report is empty.

    Attributes:
        started_at: when it began, at the offset of the place.
        title: what was practised.
        practised_seconds: for how long, pauses left out.
        outcome: how it ended.
        by_hand: whether the person entered it afterwards.
        tension_before: 0 to 10; None if not given.
        tension_after: 0 to 10; None if not given.
        tags: words to find it by.
        note: what the person wrote about it.
    """

    started_at: datetime
    title: str
    practised_seconds: float
    outcome: Outcome
    by_hand: bool
    tension_before: int | None = None
    tension_after: int | None = None
    tags: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Where it was tense or twitching.

    Attributes:
        before: what was marked before sessions, the most frequent first.
        after: what was marked afterwards.
        changes: what became of what was marked before.
    """

    before: tuple[AreaCount, ...]
    after: tuple[AreaCount, ...]
    changes: tuple[AreaChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """Everything a report says.

    Attributes:
        period: the days it is about.
        contents: which parts it has.
        name: whom it is about, in their own words; empty if they do not say.
        made_on: the day it was made on.
        summary: the practice in a few figures.
        grain: what `practice` is told by.
        practice: the period in weeks, months or years, oldest first, so that there are not too many;
            without tension where that is left out.
        changes: how far tension changed with each technique and script; None if left out.
        body: where it was tense or twitching; None if left out.
        factors: the days with little and with much of each factor that was noted.
        sessions: those that are listed, oldest first.
        sessions_in_period: how many there are, whether listed or not.
    """

    period: Period
    contents: ReportContents
    name: str
    made_on: date
    summary: Summary
    grain: Grain
    practice: tuple[Practice, ...]
    changes: Changes | None
    body: Body | None
    factors: tuple[FactorComparison, ...]
    sessions: tuple[ListedSession, ...]
    sessions_in_period: int


def report(
    journal: Journal, period: Period, contents: ReportContents, name: str = "", *, now: datetime
) -> Report:
    """Gathers a report; safe in a thread with a journal of its own.

    Args:
        journal: where it is from.
        period: the days it is about.
        contents: which parts it has.
        name: whom it is about; may be empty.
        now: the time, aware, at the offset of the place.

    Raises:
        JournalError: the journal cannot be read.
    """
    with journal.database.snapshot():
        return _report(journal, period, contents, name, now)


def _report(
    journal: Journal, period: Period, contents: ReportContents, name: str, now: datetime
) -> Report:
    database = journal.database
    counts = statistics.days(database, period)
    grain, practice = _practice(counts, period)
    if Part.TENSION not in contents:
        practice = tuple(replace(each, tension=None) for each in practice)
    has_sessions = Part.SESSIONS in contents
    return Report(
        period=period,
        contents=contents,
        name=" ".join(name.split()),
        made_on=now.date(),
        summary=_summary(database, period, len(counts), contents, now.date()),
        grain=grain,
        practice=practice if {Part.WEEKS, Part.TENSION} & contents.parts else (),
        changes=changes(database, period) if Part.CHANGES in contents else None,
        body=_body(database, period) if Part.AREAS in contents else None,
        factors=_factors(database, period) if Part.FACTORS in contents else (),
        sessions=listed(journal, period, contents, limit=LISTED_MOST)[::-1] if has_sessions else (),
        sessions_in_period=journal.count(Filter(period=period)),
    )


def listed(
    journal: Journal, period: Period, contents: ReportContents, *, limit: int, offset: int = 0
) -> tuple[ListedSession, ...]:
    """Sessions as a report lists them, newest first.

    Args:
        journal: where they are from.
        period: the days they began on.
        contents: what is left out of the report is left out of them.
        limit: how many at most.
        offset: how many of the newest to leave out.

    Raises:
        JournalError: the journal cannot be read.
    """
    found = journal.entries(Filter(period=period), limit=limit, offset=offset)
    return tuple(_listed(entry, contents) for entry in found)


def _listed(entry: Entry, contents: ReportContents) -> ListedSession:
    has_tension = Part.TENSION in contents
    return ListedSession(
        started_at=entry.started_at,
        title=entry.title,
        practised_seconds=entry.practised_seconds,
        outcome=entry.outcome,
        by_hand=entry.by_hand,
        tension_before=entry.tension_before if has_tension else None,
        tension_after=entry.tension_after if has_tension else None,
        tags=entry.tags if Part.TAGS in contents else (),
        note=entry.note.strip() if Part.NOTES in contents else "",
    )


def _summary(
    database: Database, period: Period, days: int, contents: ReportContents, today: date
) -> Summary:
    [(sessions, seconds, stopped, interrupted, by_hand, by_hand_seconds, uncounted, *rated)] = (
        database.rows(
            f"""
            SELECT sum({COUNTS_SQL}), sum(CASE WHEN {COUNTS_SQL} THEN practised_seconds END),
                   sum({COUNTS_SQL} AND outcome = '{Outcome.STOPPED}'),
                   sum({COUNTS_SQL} AND outcome = '{Outcome.INTERRUPTED}'),
                   sum({COUNTS_SQL} AND by_hand),
                   sum(CASE WHEN {COUNTS_SQL} AND by_hand THEN practised_seconds END),
                   sum(NOT {COUNTS_SQL}), sum({RATED_SQL}),
                   avg(CASE WHEN {RATED_SQL} THEN tension_before END),
                   avg(CASE WHEN {RATED_SQL} THEN tension_after END)
            FROM sessions WHERE {IN_PERIOD_SQL}
            """,  # noqa: S608 -- own words
            period.parameters,
        )
    )
    count, before, after = rated
    end = max(period.first, min(period.last, today))
    return Summary(
        days=days,
        of_days=(end - period.first).days + 1,
        minutes=(seconds or 0) / 60,
        sessions=sessions or 0,
        stopped=stopped or 0,
        interrupted=interrupted or 0,
        by_hand=by_hand or 0,
        by_hand_minutes=(by_hand_seconds or 0) / 60,
        uncounted=uncounted or 0,
        tension=Tension(before, after, count) if count and Part.TENSION in contents else None,
    )


def _body(database: Database, period: Period) -> Body:
    return Body(
        before=areas(database, period, Moment.BEFORE),
        after=areas(database, period, Moment.AFTER),
        changes=area_changes(database, period),
    )


def _factors(database: Database, period: Period) -> tuple[FactorComparison, ...]:
    return tuple(
        each for each in factor_comparisons(database, period) if each.low.days or each.high.days
    )


def _practice(
    counts: Mapping[date, DayCount], period: Period
) -> tuple[Grain, tuple[Practice, ...]]:
    """A period in weeks, or in months or years where there were too many of those."""
    if (period.last - period.first).days >= _LONG_DAYS:
        first, last = (*counts, period.last)[0], (period.last, *counts)[-1]
        period = replace(period, first=first, last=max(first, last))
    weeks = (period.last - period.first).days // 7 + 1
    if weeks <= _WEEKS_MOST:
        return Grain.WEEK, statistics.weeks_of(counts, period)
    months = statistics.months_of(counts, period)
    if len(months) <= _MONTHS_MOST:
        return Grain.MONTH, months
    years = sorted({month.starts_on.year for month in months})
    return Grain.YEAR, tuple(
        _together(date(year, 1, 1), (each for each in months if each.starts_on.year == year))
        for year in years
    )


def _together(starts_on: date, parts: Iterable[Practice]) -> Practice:
    there = tuple(parts)
    tensions = [each.tension for each in there if each.tension is not None]
    rated = sum(each.sessions for each in tensions)
    return Practice(
        starts_on,
        sum(each.days for each in there),
        sum(each.minutes for each in there),
        sum(each.sessions for each in there),
        Tension(
            sum(each.before * each.sessions for each in tensions) / rated,
            sum(each.after * each.sessions for each in tensions) / rated,
            rated,
        )
        if rated
        else None,
    )
