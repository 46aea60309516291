"""A survey holds what each of its figures is when counted alone."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings

from relaxapp.journal import statistics
from relaxapp.journal.comparison import Changes, changes
from relaxapp.journal.period import Period
from relaxapp.journal.statistics import Week
from relaxapp.journal.survey import survey
from tests.journal import recount
from tests.journal.recount import rounded

if TYPE_CHECKING:
    from relaxapp.journal.entry import Entry
    from relaxapp.journal.journal import Journal


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=recount.entries, now=recount.instants, hour=recount.hours)
def test_every_figure_is_what_it_is_when_counted_alone(
    journal: Journal, entries: list[Entry], now: datetime, hour: int
) -> None:
    recount.fill(journal.database, entries)
    database = journal.database
    found = survey(database, now, hour)
    assert found.days == statistics.days(database, found.year)
    half_a_year = Period.of_last_weeks(now, 26, hour)
    assert rounded(found.weeks) == rounded(statistics.weeks(database, half_a_year))
    assert rounded(found.months) == rounded(statistics.months(database, found.year))
    assert rounded(found.week) == rounded(statistics.week(database, now, hour))
    lately = Period.of_last_days(now, 28, hour)
    assert found.days_practised == statistics.days_practised(database, lately)
    assert found.tension == statistics.tension(database, 20)
    assert found.changes == changes(database)
    assert found.first_day == statistics.first_day(database, hour)


@pytest.mark.parametrize("days_on", range(7))
def test_the_year_begins_on_a_monday_and_holds_all_of_twelve_months(
    journal: Journal, days_on: int
) -> None:
    now = datetime(2026, 11, 23, 12, tzinfo=UTC) + timedelta(days=days_on)
    year = survey(journal.database, now).year
    assert year.first.weekday() == 0
    assert year.last == now.date()
    assert year.last - year.first >= timedelta(days=364)


def test_an_empty_journal_has_a_survey(journal: Journal) -> None:
    now = datetime(2026, 11, 24, 21, 40, tzinfo=UTC)
    found = survey(journal.database, now)
    assert found.days == {}
    assert found.week == Week(date(2026, 11, 23))
    assert len(found.weeks) == 26
    assert (found.days_practised, found.tension, found.first_day) == (0, None, None)
    assert found.changes == Changes()
