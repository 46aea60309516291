"""What a report says: what was chosen of the days that were chosen, honestly counted."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.journal.entry import Mark, MarkKind, Outcome, Plan
from relaxapp.journal.factors import Factor
from relaxapp.journal.filter import Filter
from relaxapp.journal.opening import open_journal
from relaxapp.journal.period import Period
from relaxapp.journal.report import OWN_WORDS, Grain, Part, Report, ReportContents, report
from relaxapp.journal.statistics import Tension

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.journal.journal import Journal

    from .conftest import Clock

NOW = datetime(2026, 11, 24, 21, 40, tzinfo=UTC)
WEEKS = Period.of_last_weeks(NOW, 4)
EVERYTHING = ReportContents(frozenset(Part))


@pytest.fixture
def enter(journal: Journal, clock: Clock, plan: Plan) -> Callable[..., int]:
    """Enters a session that a clock has measured; its number."""

    def enter_one(
        days_ago: float = 1,
        *,
        minutes: float = 8,
        outcome: Outcome = Outcome.FINISHED,
        tension: tuple[int | None, int | None] = (None, None),
    ) -> int:
        before, after = tension
        clock.time = NOW - timedelta(days=days_ago)
        number = journal.begin(plan, before, [Mark("jaw", MarkKind.TENSION, 2)])
        clock.advance(60 * minutes)
        journal.finish(
            number, outcome, practised_seconds=60 * minutes, paused_seconds=0, skipped_steps=0
        )
        if after is not None:
            journal.rate_after(number, after)
        journal.annotate(number, "Slept badly.", ["evening"])
        clock.time = NOW
        return number

    return enter_one


def made(journal: Journal, contents: ReportContents = EVERYTHING, period: Period = WEEKS) -> Report:
    """The report of four weeks."""
    return report(journal, period, contents, now=NOW)


def test_the_persons_own_words_are_not_in_a_usual_report() -> None:
    assert not [part for part in OWN_WORDS if part in ReportContents()]
    assert all(part in ReportContents() for part in Part if part not in OWN_WORDS)


def test_own_words_need_the_list_they_are_written_in() -> None:
    contents = ReportContents(frozenset({Part.NOTES, Part.SUMMARY}))
    assert Part.NOTES not in contents
    assert Part.SUMMARY in contents


def test_an_empty_log_makes_an_empty_report(journal: Journal) -> None:
    empty = made(journal)
    assert empty.summary.sessions == 0
    assert empty.summary.minutes == 0
    assert empty.summary.tension is None
    assert empty.sessions == ()
    assert empty.changes is not None
    assert empty.changes.by_technique == ()
    assert len(empty.practice) == 4


def test_the_summary_tells_how_sessions_ended(
    journal: Journal, enter: Callable[..., int], plan: Plan
) -> None:
    enter(1, tension=(7, 4))
    enter(1, outcome=Outcome.STOPPED, minutes=2, tension=(6, None))
    enter(2, outcome=Outcome.INTERRUPTED, minutes=3)
    enter(3, outcome=Outcome.STOPPED, minutes=0.5)
    journal.add_by_hand(plan, started_at=NOW - timedelta(days=5), practised_seconds=600)
    summary = made(journal).summary
    assert (summary.sessions, summary.stopped, summary.interrupted) == (4, 1, 1)
    assert (summary.by_hand, summary.by_hand_minutes) == (1, 10)
    assert summary.uncounted == 1
    assert summary.minutes == 23
    assert summary.days == 3
    assert summary.of_days == 23
    assert summary.tension == Tension(7, 4, 1)


def test_days_that_have_not_come_are_no_days_without_practice(journal: Journal) -> None:
    period = Period(date(2026, 11, 20), date(2026, 12, 31))
    assert made(journal, period=period).summary.of_days == 5


def test_sessions_of_other_days_are_not_in_it(journal: Journal, enter: Callable[..., int]) -> None:
    enter(40)
    enter(2)
    assert len(made(journal).sessions) == 1
    assert made(journal).summary.sessions == 1


def test_sessions_are_listed_oldest_first(journal: Journal, enter: Callable[..., int]) -> None:
    for day in (3, 9, 6):
        enter(day)
    starts = [session.started_at for session in made(journal).sessions]
    assert starts == sorted(starts)
    assert len(starts) == 3


def test_the_latest_are_listed_where_there_are_too_many(
    journal: Journal, enter: Callable[..., int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relaxapp.journal.report.LISTED_MOST", 2)
    for day in (3, 2, 1):
        enter(day)
    few = made(journal)
    assert [session.started_at.day for session in few.sessions] == [22, 23]
    assert few.sessions_in_period == 3


@pytest.mark.parametrize(
    ("part", "is_empty"),
    [
        (Part.CHANGES, lambda it: it.changes is None),
        (Part.AREAS, lambda it: it.body is None),
        (Part.FACTORS, lambda it: it.factors == ()),
        (Part.SESSIONS, lambda it: it.sessions == ()),
        (Part.TENSION, lambda it: it.summary.tension is None),
        (Part.TENSION, lambda it: all(each.tension is None for each in it.practice)),
        (Part.TENSION, lambda it: all(each.tension_before is None for each in it.sessions)),
        (Part.TENSION, lambda it: all(each.tension_after is None for each in it.sessions)),
        (Part.TAGS, lambda it: not any(each.tags for each in it.sessions)),
        (Part.NOTES, lambda it: not any(each.note for each in it.sessions)),
    ],
)
def test_what_is_left_out_is_not_in_the_report_at_all(
    journal: Journal,
    enter: Callable[..., int],
    part: Part,
    is_empty: Callable[[Report], bool],
) -> None:
    for day in range(1, 4):
        enter(day, tension=(7, 4))
        journal.mark_day((NOW - timedelta(days=day)).date(), Factor.SLEEP, 3)
    assert not is_empty(made(journal))
    assert is_empty(made(journal, ReportContents(EVERYTHING.parts - {part})))


def test_factors_that_were_never_noted_are_not_in_it(
    journal: Journal, enter: Callable[..., int]
) -> None:
    enter(1, tension=(7, 4))
    journal.mark_day((NOW - timedelta(days=1)).date(), Factor.WATER, 1)
    assert [each.factor for each in made(journal).factors] == [Factor.WATER]


@pytest.mark.parametrize(
    ("first", "grain", "count"),
    [
        (date(2026, 11, 24), Grain.WEEK, 1),
        (date(2025, 11, 24), Grain.WEEK, 53),
        (date(2025, 11, 1), Grain.MONTH, 13),
        (date(2022, 1, 1), Grain.MONTH, 59),
    ],
)
def test_a_longer_time_is_told_by_longer_steps(
    journal: Journal, first: date, grain: Grain, count: int
) -> None:
    told = made(journal, period=Period(first, NOW.date()))
    assert (told.grain, len(told.practice)) == (grain, count)


def test_all_the_years_of_the_calendar_are_no_more_than_those_with_practice(
    journal: Journal, enter: Callable[..., int]
) -> None:
    enter(1, tension=(8, 4))
    enter(3_000, tension=(6, 4))
    told = made(journal, period=Period(date.min, date.max))
    assert told.grain is Grain.YEAR
    assert [year.starts_on.year for year in told.practice] == list(range(2018, 2027))
    assert told.practice[0].tension == Tension(6, 4, 1)
    assert told.practice[-1].minutes == 8


def test_a_name_is_one_line(journal: Journal) -> None:
    named = report(journal, WEEKS, EVERYTHING, " M.\n Muster ", now=NOW)
    assert named.name == "M. Muster"


@given(
    st.lists(
        st.tuples(
            st.integers(0, 900),
            st.integers(0, 3_000),
            st.sampled_from([Outcome.FINISHED, Outcome.STOPPED, Outcome.INTERRUPTED]),
            st.none() | st.integers(0, 10),
            st.none() | st.integers(0, 10),
        ),
        max_size=8,
    ),
    st.integers(1, 2_500),
)
def test_the_figures_are_those_of_a_plain_recount(
    tmp_path_factory: pytest.TempPathFactory,
    sessions: list[tuple[int, int, Outcome, int | None, int | None]],
    days: int,
) -> None:
    times = [NOW]
    plan = Plan(script_id="x", title="X", technique="y", planned_seconds=60)
    with open_journal(tmp_path_factory.mktemp("journal"), lambda: times[-1]) as journal:
        journal.database.connection.execute("PRAGMA synchronous = OFF")
        for days_ago, seconds, outcome, before, after in sessions:
            times.append(NOW - timedelta(days=days_ago))
            number = journal.begin(plan, before)
            journal.finish(
                number, outcome, practised_seconds=seconds, paused_seconds=0, skipped_steps=0
            )
            if after is not None:
                journal.rate_after(number, after)
        times.append(NOW)
        period = Period.of_last_days(NOW, days)
        told = made(journal, period=period)
        there = journal.entries(Filter(period=period))
    counted = [
        each for each in there if each.outcome is Outcome.FINISHED or each.practised_seconds >= 60
    ]
    rated = [each for each in counted if each.tension_change is not None]
    summary = told.summary
    assert summary.sessions == len(counted) == sum(each.sessions for each in told.practice)
    assert summary.uncounted == len(there) - len(counted)
    assert summary.minutes == pytest.approx(sum(each.practised_seconds for each in counted) / 60)
    assert sum(each.minutes for each in told.practice) == pytest.approx(summary.minutes)
    assert (summary.tension.sessions if summary.tension else 0) == len(rated)
    assert len(told.sessions) == len(there)
    assert sum(each.tension.sessions for each in told.practice if each.tension) == len(rated)
    assert len(told.practice) <= 60
