"""Sessions as they stand in a log, made up in one line each."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from relaxapp.journal.entry import Entry, Mark, MarkKind, Outcome

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
"""A Tuesday morning."""


def logged(
    script_id: str,
    *,
    days_ago: float = 0.0,
    tension: tuple[int, int] | None = None,
    outcome: Outcome = Outcome.FINISHED,
    technique: str = "",
    tense: tuple[str, ...] = (),
    twitching: tuple[str, ...] = (),
    now: datetime = NOW,
) -> Entry:
    """One session, with areas that were marked before it."""
    before, after = tension or (None, None)
    return Entry(
        id=1,
        uuid="",
        script_id=script_id,
        title=script_id,
        technique=technique,
        planned_seconds=60,
        started_at=now - timedelta(days=days_ago),
        ended_at=None,
        outcome=outcome,
        tension_before=before,
        tension_after=after,
        marks_before=(
            *(Mark(area, MarkKind.TENSION, 2) for area in tense),
            *(Mark(area, MarkKind.TWITCHING, 1) for area in twitching),
        ),
    )
