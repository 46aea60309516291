"""Whether relaxing stirs a person up."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from relaxapp.journal.entry import Entry, Outcome
from relaxapp.journal.rises import RECENT, Rise, latest_rise


def session(
    before: int | None, after: int | None, technique: str = "breathing", number: int = 1
) -> Entry:
    return Entry(
        id=number,
        uuid=str(number),
        script_id="a",
        title="A",
        technique=technique,
        planned_seconds=60,
        started_at=datetime(2026, 3, 1, tzinfo=UTC),
        ended_at=None,
        outcome=Outcome.FINISHED,
        tension_before=before,
        tension_after=after,
    )


RISE, FALL, UNRATED = session(4, 6), session(6, 4), session(4, None)
SCAN_RISE = session(3, 6, "body scan")


@pytest.mark.parametrize(
    ("entries", "rise"),
    [
        ([], Rise.NONE),
        ([UNRATED], Rise.NONE),
        ([session(4, 5)], Rise.NONE),
        ([FALL, RISE, RISE], Rise.NONE),
        ([RISE], Rise.ONCE),
        ([RISE, FALL, SCAN_RISE], Rise.ONCE),
        ([RISE, FALL, RISE], Rise.AGAIN),
        ([RISE, RISE, SCAN_RISE], Rise.AGAIN),
        ([RISE, SCAN_RISE, RISE, SCAN_RISE], Rise.THROUGHOUT),
    ],
)
def test_a_rise_counts_with_those_lately_before_it(entries: list[Entry], rise: Rise) -> None:
    assert latest_rise(entries) is rise


def test_what_is_long_past_does_not_count() -> None:
    assert latest_rise([RISE, *[FALL] * (RECENT - 1), RISE]) is Rise.ONCE


def test_sessions_that_were_not_rated_do_not_push_others_into_the_past() -> None:
    assert latest_rise([RISE, *[UNRATED] * 30, RISE]) is Rise.AGAIN
