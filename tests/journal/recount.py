"""Journals of any kind, and what they add up to, counted plainly from a list."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, timedelta
from statistics import fmean
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from relaxapp.journal import factors, rows
from relaxapp.journal.areas import AreaChange, AreaCount
from relaxapp.journal.comparison import Change
from relaxapp.journal.entry import Entry, Mark, MarkKind, Moment, Outcome
from relaxapp.journal.factor_comparison import FactorComparison, FactorDays
from relaxapp.journal.factors import Factor, FactorMark
from relaxapp.journal.period import Period
from relaxapp.journal.statistics import DayCount, Month, Tension, Week

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from relaxapp.journal.database import Database

PLACES = tuple(
    ZoneInfo(name)
    for name in (
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Asia/Kathmandu",
        "Pacific/Kiritimati",
        "Etc/GMT+12",
        "UTC",
    )
)
"""Behind and ahead of all others, with half hours and quarters, and with clocks that change."""
TURNING_POINTS = (
    datetime(2026, 11, 24, 21, 40, tzinfo=UTC),
    datetime(2026, 3, 29, 2, 30, tzinfo=UTC),
    datetime(2026, 10, 25, 2, 30, tzinfo=UTC),
    datetime(2028, 2, 29, 12, tzinfo=UTC),
    datetime(2021, 1, 1, tzinfo=UTC),
    datetime(2024, 12, 30, 4, tzinfo=UTC),
    datetime(1970, 1, 1, tzinfo=UTC),
)
"""Clocks that change, a leap day, years that end within a week, and where instants are counted
from; as read from a clock anywhere."""


def _instant(near: datetime, minutes: int, place: ZoneInfo, fold: int) -> datetime:
    return (near + timedelta(minutes=minutes)).replace(tzinfo=place, fold=fold)


instants = st.builds(
    _instant,
    st.sampled_from(TURNING_POINTS[:2]) | st.sampled_from(TURNING_POINTS),
    st.integers(-300, 300) | st.integers(-60_000, 60_000),
    st.sampled_from(PLACES),
    st.integers(0, 1),
)
"""Instants on clocks all over the world, most of them near a turning point."""
hours = st.sampled_from([0, 3, 4, 23]) | st.integers(0, 23)
"""Hours at which a day may begin."""
periods = st.builds(
    lambda near, before, length, hour: Period(
        near.date() - timedelta(days=before),
        near.date() - timedelta(days=before) + timedelta(days=length),
        hour,
    ),
    st.sampled_from(TURNING_POINTS),
    st.integers(-3, 60),
    st.integers(0, 80) | st.just(3_000),
    hours,
)
"""Periods near a turning point, and some over many of them."""
tensions = st.none() | st.integers(0, 10)
marks = st.lists(
    st.builds(Mark, st.sampled_from(["jaw", "neck"]), st.sampled_from(MarkKind), st.integers(1, 3)),
    max_size=3,
).map(tuple)
practised = st.sampled_from([0.0, 20.0, 59.5, 60.0, 300.0, 1200.5])
scripts = st.sampled_from(["calm", "scan", ""])
titles = st.sampled_from(["Calm", "Calm, longer"])
techniques = st.sampled_from(["breathing", "body scan"])
entries = st.lists(
    st.builds(
        Entry,
        id=st.just(0),
        uuid=st.uuids().map(str),
        script_id=scripts,
        title=titles,
        technique=techniques,
        planned_seconds=st.just(600),
        started_at=instants,
        ended_at=st.none(),
        practised_seconds=practised,
        outcome=st.sampled_from(Outcome) | st.just(Outcome.FINISHED),
        tension_before=tensions,
        tension_after=tensions,
        marks_before=marks,
        marks_after=marks,
    ),
    max_size=14,
)
"""Sessions of every kind, in no order."""
levels = st.dictionaries(
    st.tuples(instants.map(datetime.date), st.sampled_from(Factor)),
    st.none() | st.integers(0, 3),
    max_size=14,
)
"""What was noted about days."""


def fill(database: Database, some: Iterable[Entry], noted: Iterable[FactorMark] = ()) -> None:
    """Writes these in place of everything there was."""
    # What is tried a hundred times need not outlive a pulled plug.
    database.write("PRAGMA synchronous = OFF")
    with database.transaction():
        database.write("DELETE FROM sessions")
        database.write("DELETE FROM factors")
        for entry in some:
            rows.insert(database, entry, None)
        for mark in noted:
            factors.write(database, mark)


def rounded(found: Any) -> Any:
    """The same without the last bits, which depend on the order of adding."""
    if isinstance(found, float):
        return round(found, 9)
    if isinstance(found, tuple | list):
        return tuple(rounded(each) for each in found)
    if isinstance(found, set):
        return {rounded(each) for each in found}
    if isinstance(found, dict):
        return {key: rounded(value) for key, value in found.items()}
    if is_dataclass(found):
        values = tuple(rounded(getattr(found, field.name)) for field in fields(found))
        return (type(found).__name__, *values)
    return found


def counting(some: Iterable[Entry]) -> list[Entry]:
    """The sessions that count."""
    return [
        entry
        for entry in some
        if entry.outcome is Outcome.FINISHED or entry.practised_seconds >= 60
    ]


def day_of(entry: Entry, day_begins_hour: int) -> date:
    """The day a session belongs to, told from the clock on the wall."""
    wall = entry.started_at
    return wall.date() if wall.hour >= day_begins_hour else wall.date() - timedelta(days=1)


def within(some: Iterable[Entry], period: Period) -> list[Entry]:
    """The sessions of a period that count."""
    return [
        entry
        for entry in counting(some)
        if period.first <= day_of(entry, period.day_begins_hour) <= period.last
    ]


def rated(some: Iterable[Entry]) -> list[tuple[int, int]]:
    """The tensions before and after of the sessions that have both."""
    return [
        (entry.tension_before, entry.tension_after)
        for entry in some
        if entry.tension_before is not None and entry.tension_after is not None
    ]


def tension_of(some: Iterable[Entry]) -> Tension | None:
    """Their averages."""
    both = rated(some)
    if not both:
        return None
    return Tension(
        fmean(before for before, _ in both), fmean(after for _, after in both), len(both)
    )


def days_of(some: Iterable[Entry], period: Period) -> dict[date, DayCount]:
    """Each day that had a session."""
    by_day = _grouped(within(some, period), lambda each: day_of(each, period.day_begins_hour))
    return {
        day: DayCount(_minutes(mine), len(mine), tension_of(mine)) for day, mine in by_day.items()
    }


def weeks_of(some: Sequence[Entry], period: Period) -> tuple[Week, ...]:
    """Each week of the calendar that has a day in the period."""
    by_week = _grouped(
        within(some, period), lambda each: day_of(each, period.day_begins_hour).isocalendar()[:2]
    )
    numbers = dict.fromkeys(day.isocalendar()[:2] for day in period.days)
    return tuple(
        Week(
            date.fromisocalendar(*number, 1),
            len({day_of(each, period.day_begins_hour) for each in by_week.get(number, ())}),
            _minutes(by_week.get(number, ())),
            len(by_week.get(number, ())),
            tension_of(by_week.get(number, ())),
        )
        for number in numbers
    )


def months_of(some: Sequence[Entry], period: Period) -> tuple[Month, ...]:
    """Each month of the calendar that has a day in the period."""

    def month(day: date) -> tuple[int, int]:
        return day.year, day.month

    by_month = _grouped(
        within(some, period), lambda each: month(day_of(each, period.day_begins_hour))
    )
    return tuple(
        Month(
            date(*number, 1),
            len({day_of(each, period.day_begins_hour) for each in by_month.get(number, ())}),
            _minutes(by_month.get(number, ())),
            len(by_month.get(number, ())),
            tension_of(by_month.get(number, ())),
        )
        for number in dict.fromkeys(month(day) for day in period.days)
    )


def latest(some: Iterable[Entry], last: int) -> list[Entry]:
    """The last sessions that were rated before and after."""
    both = [entry for entry in counting(some) if entry.tension_change is not None]
    return sorted(both, key=lambda each: (each.started_at.astimezone(UTC), each.id))[-last:]


def titles_of(some: Iterable[Entry]) -> dict[str, str]:
    """The title that each script had last; those without an id are left out."""
    ordered = sorted(some, key=lambda each: (each.started_at.astimezone(UTC), each.id))
    return {entry.script_id: entry.title for entry in ordered if entry.script_id}


def script_of(entry: Entry, titles: Mapping[str, str]) -> tuple[str, str]:
    """What a session's script goes by, given the titles they had last; and its id."""
    return titles.get(entry.script_id, entry.title), entry.script_id


def changes_of(some: Iterable[Entry], kind: Callable[[Entry], tuple[str, str]]) -> set[Change]:
    """How far tension changed, by a name and an id of a script."""
    by_kind = _grouped((each for each in some if each.tension_change is not None), kind)
    found = set()
    for (name, script_id), mine in by_kind.items():
        steps = [after - before for before, after in rated(mine)]
        found.add(
            Change(
                name=name,
                script_id=script_id,
                sessions=len(steps),
                average=fmean(steps),
                down=len([step for step in steps if step <= -2]),
                up=len([step for step in steps if step >= 2]),
            )
        )
    return found


def areas_of(some: Iterable[Entry], moment: Moment) -> set[AreaCount]:
    """In how many sessions each area was marked, and how strongly."""
    strengths: defaultdict[tuple[str, MarkKind], list[int]] = defaultdict(list)
    sessions: defaultdict[tuple[str, MarkKind], set[str]] = defaultdict(set)
    for entry in some:
        for mark in entry.marks_before if moment is Moment.BEFORE else entry.marks_after:
            strengths[mark.area, mark.kind].append(mark.level)
            sessions[mark.area, mark.kind].add(entry.uuid)
    return {
        AreaCount(area, kind, len(sessions[area, kind]), fmean(found))
        for (area, kind), found in strengths.items()
    }


def area_changes_of(some: Iterable[Entry]) -> set[AreaChange]:
    """What became of the areas that were marked beforehand."""
    found: defaultdict[tuple[str, MarkKind], list[str]] = defaultdict(list)
    for entry in some:
        if entry.tension_after is None and not entry.marks_after:
            continue
        before, after = _strongest(entry.marks_before), _strongest(entry.marks_after)
        for place, level in before.items():
            if place not in after:
                found[place].append("gone")
            else:
                found[place].append("weaker" if after[place] < level else "there")
    return {
        AreaChange(area, kind, len(each), each.count("gone"), each.count("weaker"))
        for (area, kind), each in found.items()
    }


def factor_comparisons_of(
    some: Iterable[Entry], noted: Iterable[FactorMark], period: Period
) -> tuple[FactorComparison, ...]:
    """The days with little of each factor beside those with much of it."""
    by_day = _grouped(within(some, period), lambda each: day_of(each, period.day_begins_hour))
    days: defaultdict[tuple[Factor, str], list[date]] = defaultdict(list)
    for mark in noted:
        if mark.level is None or not period.first <= mark.day <= period.last:
            continue
        if any(each.tension_before is not None for each in by_day.get(mark.day, ())):
            days[mark.factor, "high" if mark.level in {2, 3} else "low"].append(mark.day)

    def together(mine: Sequence[date]) -> FactorDays:
        if not mine:
            return FactorDays()
        return FactorDays(
            len(mine),
            fmean(
                fmean(
                    each.tension_before for each in by_day[day] if each.tension_before is not None
                )
                for day in mine
            ),
            len([day for day in mine if any(_twitches(each) for each in by_day[day])]),
        )

    return tuple(
        FactorComparison(factor, together(days[factor, "low"]), together(days[factor, "high"]))
        for factor in Factor
    )


def _twitches(entry: Entry) -> bool:
    return any(
        mark.kind is MarkKind.TWITCHING for mark in (*entry.marks_before, *entry.marks_after)
    )


def _strongest(found: Iterable[Mark]) -> Mapping[tuple[str, MarkKind], int]:
    strongest: dict[tuple[str, MarkKind], int] = {}
    for mark in found:
        place = (mark.area, mark.kind)
        strongest[place] = max(mark.level, strongest.get(place, 0))
    return strongest


def _minutes(some: Iterable[Entry]) -> float:
    return sum(entry.practised_seconds for entry in some) / 60


def _grouped(some: Iterable[Entry], kind: Callable[[Entry], Any]) -> dict[Any, list[Entry]]:
    found: defaultdict[Any, list[Entry]] = defaultdict(list)
    for entry in some:
        found[kind(entry)].append(entry)
    return dict(found)
