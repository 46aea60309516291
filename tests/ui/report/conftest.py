"""A log with some practice, and the report of it on paper."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from relaxapp.journal.entry import Mark, MarkKind, Outcome, Plan
from relaxapp.journal.factors import Factor
from relaxapp.journal.period import Period
from relaxapp.ui.report.paper import A4
from relaxapp.ui.report.wish import ReportWish, made
from tests.ui.house import EVENING
from tests.ui.report.laid import EVERYTHING

if TYPE_CHECKING:
    from collections.abc import Callable

    from relaxapp.journal.journal import Journal
    from relaxapp.journal.report import ReportContents
    from relaxapp.ui.report.layout import Layout
    from relaxapp.ui.report.paper import Paper
    from relaxapp.ui.theme import Theme
    from tests.ui.house import FakeClock


@pytest.fixture
def weeks() -> Period:
    """Twelve weeks and a bit, up to the evening of the tests."""
    return Period.of_last_weeks(EVENING, 13)


@pytest.fixture
def enter(journal: Journal, clock: FakeClock) -> Callable[..., int]:
    """Enters a session that a clock has measured, so many days ago; its number."""
    # Nobody pulls the plug on a test.
    journal.database.connection.execute("PRAGMA synchronous = OFF")

    def enter_one(
        days_ago: float = 1,
        *,
        title: str = "Body scan",
        technique: str = "body scan",
        outcome: Outcome = Outcome.FINISHED,
        minutes: float = 10,
        tension: tuple[int | None, int | None] = (None, None),
        areas: tuple[str, ...] = (),
        left: tuple[str, ...] = (),
        kind: MarkKind = MarkKind.TENSION,
        note: str = "",
        tags: tuple[str, ...] = (),
    ) -> int:
        now, clock.at = clock.at, EVENING - timedelta(days=days_ago)
        before, after = tension
        plan = Plan(
            script_id=title.casefold(),
            title=title,
            technique=technique,
            planned_seconds=60 * minutes,
        )
        number = journal.begin(plan, before, [Mark(area, kind, 2) for area in areas])
        clock.advance(60 * minutes)
        journal.finish(
            number, outcome, practised_seconds=60 * minutes, paused_seconds=0, skipped_steps=0
        )
        if after is not None or left:
            journal.rate_after(number, after, [Mark(area, kind, 1) for area in left])
        journal.annotate(number, note, tags)
        clock.at = now
        return number

    return enter_one


@pytest.fixture
def practised(journal: Journal, enter: Callable[..., int]) -> Journal:
    """A journal with twelve sessions of two kinds, and something of everything a report tells."""
    for day in range(9):
        enter(2 * day + 1, tension=(7, 4), areas=("jaw", "left eye"), left=("jaw",))
    enter(30, title="Long breath out", technique="breathing", outcome=Outcome.STOPPED, minutes=3)
    enter(
        31,
        title="Long breath out",
        technique="breathing",
        tension=(5, 5),
        areas=("left eye",),
        kind=MarkKind.TWITCHING,
        note="Slept badly, wrote to Karin.",
        tags=("evening", "kitchen"),
    )
    enter(32, title="Long breath out", technique="breathing", tension=(6, None))
    for day in range(20):
        journal.mark_day((EVENING - timedelta(days=day)).date(), Factor.SLEEP, day % 4)
    return journal


@pytest.fixture
def paginate(journal: Journal, weeks: Period, theme: Theme) -> Callable[..., Layout]:
    """Lays out the report of the journal as it is now, with everything in it unless told otherwise."""

    def paginate_one(
        contents: ReportContents = EVERYTHING,
        *,
        name: str = "",
        period: Period = weeks,
        paper: Paper = A4,
    ) -> Layout:
        wish = ReportWish(period, contents, name)
        return made(journal, wish, now=EVENING, paper=paper, family=theme.font_family)

    return paginate_one
