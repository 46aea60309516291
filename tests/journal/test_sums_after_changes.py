"""Whatever is added, edited, deleted, restored or back-dated, the sums are those of what is left."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from relaxapp.journal import statistics
from relaxapp.journal.areas import area_changes, areas
from relaxapp.journal.comparison import changes
from relaxapp.journal.entry import Entry, Moment, Outcome, Plan
from relaxapp.journal.factor_comparison import factor_comparisons
from relaxapp.journal.factors import Factor, FactorMark
from relaxapp.journal.opening import open_journal
from relaxapp.journal.survey import survey
from tests.journal import recount
from tests.journal.conftest import Clock
from tests.journal.recount import rounded

if TYPE_CHECKING:
    from datetime import date

    from relaxapp.journal.entry import Mark
    from relaxapp.journal.period import Period

plans = st.builds(
    Plan,
    script_id=recount.scripts,
    title=recount.titles,
    technique=recount.techniques,
    planned_seconds=st.just(600.0),
)
chosen = st.integers(0, 1000)
"""Which of the sessions there are."""


class ChangingJournal(RuleBasedStateMachine):
    """A journal that is written to in every way there is, beside a list of what should be in it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.clock = Clock(datetime(2026, 11, 24, 21, 40, tzinfo=UTC))
        self.journal = open_journal(Path(self.folder.name), self.clock)
        # What is tried a hundred times need not outlive a pulled plug.
        self.journal.database.write("PRAGMA synchronous = OFF")
        self.expected: dict[int, Entry] = {}
        self.deleted: list[Entry] = []
        self.levels: dict[tuple[date, Factor], int | None] = {}

    def teardown(self) -> None:
        self.journal.close()
        self.folder.cleanup()

    @rule(instant=recount.instants)
    def go_to_another_time_and_place(self, instant: datetime) -> None:
        self.clock.time = instant

    @rule(plan=plans, tension=recount.tensions, marks=recount.marks)
    def begin(self, plan: Plan, tension: int | None, marks: tuple[Mark, ...]) -> None:
        number = self.journal.begin(plan, tension, marks)
        self._expect(
            number,
            started_at=self.clock(),
            outcome=Outcome.RUNNING,
            practised_seconds=0.0,
            tension_before=tension,
            marks_before=marks,
        )

    @precondition(lambda self: self.expected)
    @rule(which=chosen, seconds=recount.practised, outcome=st.none() | st.sampled_from(Outcome))
    def go_on_or_end(self, which: int, seconds: float, outcome: Outcome | None) -> None:
        number = self._chosen(which)
        if self.expected[number].outcome is not Outcome.RUNNING:
            return
        if outcome in {None, Outcome.RUNNING}:
            self.journal.progress(number, seconds, 0.0, 0)
            self._expect(number, practised_seconds=seconds)
            return
        assert outcome is not None
        self.journal.finish(
            number, outcome, practised_seconds=seconds, paused_seconds=0.0, skipped_steps=0
        )
        self._expect(number, practised_seconds=seconds, outcome=outcome)

    @precondition(lambda self: self.expected)
    @rule(
        which=chosen,
        moment=st.sampled_from(Moment),
        tension=recount.tensions,
        marks=recount.marks,
    )
    def rate(
        self, which: int, moment: Moment, tension: int | None, marks: tuple[Mark, ...]
    ) -> None:
        number = self._chosen(which)
        if moment is Moment.BEFORE:
            self.journal.rate_before(number, tension, marks)
        else:
            self.journal.rate_after(number, tension, marks)
        self._expect(number, **{f"tension_{moment}": tension, f"marks_{moment}": marks})

    @rule(
        plan=plans,
        started_at=recount.instants,
        seconds=recount.practised,
        tensions=st.tuples(recount.tensions, recount.tensions),
        marks=recount.marks,
    )
    def add_by_hand(
        self,
        plan: Plan,
        started_at: datetime,
        seconds: float,
        tensions: tuple[int | None, int | None],
        marks: tuple[Mark, ...],
    ) -> None:
        before, after = tensions
        number = self.journal.add_by_hand(
            plan,
            started_at=started_at,
            practised_seconds=seconds,
            tension_before=before,
            tension_after=after,
            marks_before=marks,
        )
        self._expect(
            number,
            started_at=started_at,
            outcome=Outcome.FINISHED,
            practised_seconds=seconds,
            tension_before=before,
            tension_after=after,
            marks_before=marks,
        )

    @precondition(lambda self: self.expected)
    @rule(
        which=chosen,
        plan=plans,
        started_at=recount.instants,
        seconds=recount.practised,
        tensions=st.tuples(recount.tensions, recount.tensions),
        marks=recount.marks,
    )
    def edit(  # noqa: PLR0917 -- handed over by name
        self,
        which: int,
        plan: Plan,
        started_at: datetime,
        seconds: float,
        tensions: tuple[int | None, int | None],
        marks: tuple[Mark, ...],
    ) -> None:
        number = self._chosen(which)
        edited: dict[str, Any] = {
            "title": plan.title,
            "technique": plan.technique,
            "script_id": plan.script_id,
            "tension_before": tensions[0],
            "tension_after": tensions[1],
            "marks_after": marks,
        }
        if self.expected[number].by_hand:
            edited |= {
                "started_at": started_at,
                "ended_at": started_at + timedelta(seconds=seconds),
                "practised_seconds": seconds,
            }
        self.journal.rewrite(replace(self.journal.entry(number), **edited))
        self._expect(number, **edited)

    @precondition(lambda self: self.expected)
    @rule(which=chosen)
    def delete(self, which: int) -> None:
        number = self._chosen(which)
        self.deleted.append(self.journal.entry(number))
        self.journal.delete(number)
        del self.expected[number]

    @precondition(lambda self: self.deleted)
    @rule()
    def restore_what_was_deleted_last(self) -> None:
        entry = self.deleted.pop()
        number = self.journal.restore(entry)
        self.expected[number] = replace(entry, id=number)

    @rule(which=chosen, factor=st.sampled_from(Factor), level=st.none() | st.integers(0, 3))
    def describe_a_day(self, which: int, factor: Factor, level: int | None) -> None:
        days = [entry.started_at.date() for entry in self.expected.values()]
        day = days[which % len(days)] if days else self.clock().date()
        self.journal.mark_day(day, factor, level)
        self.levels[day, factor] = level

    @rule(period=recount.periods, last=st.integers(1, 5))
    def count(self, period: Period, last: int) -> None:
        database = self.journal.database
        hour = period.day_begins_hour
        entries = [self.expected[number] for number in sorted(self.expected)]
        mine = recount.within(entries, period)
        noted = [FactorMark(day, factor, level) for (day, factor), level in self.levels.items()]

        assert rounded(statistics.days(database, period)) == rounded(
            recount.days_of(entries, period)
        )
        assert rounded(statistics.weeks(database, period)) == rounded(
            recount.weeks_of(entries, period)
        )
        assert rounded(statistics.months(database, period)) == rounded(
            recount.months_of(entries, period)
        )
        assert rounded(statistics.tension(database, last)) == rounded(
            recount.tension_of(recount.latest(entries, last))
        )
        assert statistics.first_day(database, hour) == min(
            (recount.day_of(entry, hour) for entry in entries), default=None
        )
        titles = recount.titles_of(entries)
        for found, some in (
            (changes(database, period), mine),
            (survey(database, self.clock(), hour).changes, recount.counting(entries)),
        ):
            assert rounded(set(found.by_technique)) == rounded(
                recount.changes_of(some, lambda entry: (entry.technique, ""))
            )
            assert rounded(set(found.by_script)) == rounded(
                recount.changes_of(some, lambda entry: recount.script_of(entry, titles))
            )
        for moment in Moment:
            assert rounded(set(areas(database, period, moment))) == rounded(
                recount.areas_of(mine, moment)
            )
        assert set(area_changes(database, period)) == recount.area_changes_of(mine)
        assert rounded(factor_comparisons(database, period)) == rounded(
            recount.factor_comparisons_of(entries, noted, period)
        )

    def _chosen(self, which: int) -> int:
        numbers = sorted(self.expected)
        return numbers[which % len(numbers)]

    def _expect(self, number: int, **values: Any) -> None:
        """What a session should be from now on; the rest of a new one is not counted."""
        there = self.expected.get(number) or self.journal.entry(number)
        self.expected[number] = replace(there, **values)


TestChangingJournal = ChangingJournal.TestCase
TestChangingJournal.settings = settings(max_examples=25, stateful_step_count=40)
