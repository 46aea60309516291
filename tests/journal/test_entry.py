"""What an entry says about itself."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from relaxapp.journal.entry import Entry, Mark, MarkKind, Outcome


def entry(before: int | None, after: int | None) -> Entry:
    return Entry(
        id=1,
        uuid="u",
        script_id="s",
        title="S",
        technique="breathing",
        planned_seconds=300,
        started_at=datetime(2026, 1, 1, tzinfo=UTC),
        ended_at=None,
        outcome=Outcome.RUNNING,
        tension_before=before,
        tension_after=after,
    )


def test_tension_change_is_negative_when_tension_went_down() -> None:
    assert entry(7, 3).tension_change == -4


@pytest.mark.parametrize(("before", "after"), [(None, 3), (7, None), (None, None)])
def test_tension_change_is_unknown_unless_rated_twice(
    before: int | None, after: int | None
) -> None:
    assert entry(before, after).tension_change is None


@pytest.mark.parametrize("level", [0, 4, -1])
def test_a_mark_has_a_level_of_one_to_three(level: int) -> None:
    with pytest.raises(ValueError, match="1 to 3"):
        Mark("jaw", MarkKind.TENSION, level)
