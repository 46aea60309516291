"""A program that is killed loses five seconds of practice at most, and nothing that was there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from relaxapp.journal.entry import Outcome
from tests.journal.faults.evening import chance
from tests.journal.faults.looking import sessions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from relaxapp.journal.entry import Entry
    from tests.journal.faults.nursery import Nursery

MOMENTS = 50
LOST_AT_MOST_SECONDS = 5.0
REPORTS = 300
"""Two sessions and more, from a first start to the note after the last."""


@pytest.fixture(scope="module")
def lost() -> Iterator[list[float]]:
    """The seconds of practice that each kill took."""
    found: list[float] = []
    yield found
    if found:
        print(  # noqa: T201 -- a figure to be quoted
            f"\n{len(found)} kills in a session: {max(found):.2f} s lost at most, "
            f"{sum(found) / len(found):.2f} s on average"
        )


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_a_session_that_is_killed_is_interrupted_and_loses_five_seconds_at_most(
    filled: Path, there: dict[str, Entry], nursery: Nursery, lost: list[float], moment: int
) -> None:
    child = nursery.start("practise", str(filled), moment)
    reports: list[Any] = []
    wanted = chance("kill", moment).randrange(REPORTS)
    for report in child.reports:
        reports.append(report)
        if len(reports) > wanted:
            break
    reports += child.kill()

    found = sessions(filled)
    assert there.items() <= found.items()
    entries = {entry.id: entry for entry in found.values()}
    assert Outcome.RUNNING not in {entry.outcome for entry in entries.values()}
    done = {report["done"]: report for report in reports if "done" in report}
    for entry_id, report in done.items():
        entry = entries[entry_id]
        assert (entry.outcome, entry.tension_after) == (report["outcome"], report["after"])
        assert entry.note == report["note"]
    practised = {each["session"]: each["practised"] for each in reports if "session" in each}
    assert practised.keys() <= entries.keys()
    for entry_id in practised.keys() - done.keys():
        entry = entries[entry_id]
        lost.append(practised[entry_id] - entry.practised_seconds)
        assert entry.ended_at is not None
        assert lost[-1] <= LOST_AT_MOST_SECONDS
    # No more than the one whose beginning could not be told any more.
    assert len(entries) <= len(there) + len(practised) + 1
