"""Made-up practice of most of a year, the same every time."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING

from relaxapp.journal.day import DAY_BEGINS_HOUR, practice_day
from relaxapp.journal.entry import Mark, MarkKind, Outcome, Plan
from relaxapp.journal.factors import FACTOR_LEVELS, Factor

if TYPE_CHECKING:
    from relaxapp.journal.journal import Journal
    from relaxapp.ui.shots.hands import Hands

DAYS = 300
_FACTOR_DAYS = 70
"""On so many of the last days it was noted how they were."""
_LATELY_DAYS = 4
"""On each of the last days there was practice, so that this week has some."""
_NOTES = (
    "Jaw let go first today.",
    "Restless at the beginning, better after the breathing.",
    "Eyelid quiet since yesterday.",
    "Short, between two calls.",
)


@dataclass(frozen=True, slots=True)
class _Kind:
    """One session that is practised again and again."""

    script_id: str
    title: str
    technique: str
    minutes: float
    relief: int


_KINDS = (
    _Kind("pmr-7", "Seven muscle groups", "muscle relaxation", 12, 3),
    _Kind("breath-long-exhale", "Long breath out", "breathing", 5, 1),
    _Kind("viz-calm-place", "Your calm place", "visualisation", 12, 2),
)


def practise(journal: Journal, hands: Hands) -> None:
    """Enters most of a year of practice, up to now.

    Args:
        journal: where; it must tell the time by `hands`.
        hands: the clock; it is where it was afterwards.
    """
    chance = Random(7)  # noqa: S311 -- a pattern, not a secret
    now = hands.clock.now()
    for days_ago in range(DAYS, -1, -1):
        hands.set(now - timedelta(days=days_ago))
        if days_ago < _FACTOR_DAYS:
            _describe_day(journal, hands, chance)
        # A habit grows.
        if days_ago > _LATELY_DAYS and not _happens(chance, 0.15 + 0.5 * (1 - days_ago / DAYS)):
            continue
        hands.set(now - timedelta(days=days_ago, minutes=chance.randrange(60, 240)))
        _practise_once(journal, hands, chance)
    hands.set(now)


def _describe_day(journal: Journal, hands: Hands, chance: Random) -> None:
    day = practice_day(hands.clock.now(), DAY_BEGINS_HOUR)
    for factor in Factor:
        if _happens(chance, 0.8):
            journal.mark_day(day, factor, chance.choice(FACTOR_LEVELS))


def _practise_once(journal: Journal, hands: Hands, chance: Random) -> None:
    kind = chance.choices(_KINDS, (5, 4, 2))[0]
    before = chance.randrange(4, 9)
    left_out = ("right calf",) if _happens(chance, 0.3) else ()
    marks = tuple(
        Mark(area, MarkKind.TENSION if _happens(chance, 0.8) else MarkKind.TWITCHING, level)
        for area, level in (("right shoulder", 2), ("jaw", 3), ("right eye", 1))
        if _happens(chance, 0.6)
    )
    number = journal.begin(
        Plan(
            script_id=kind.script_id,
            title=kind.title,
            technique=kind.technique,
            planned_seconds=60 * kind.minutes,
            voice="rms",
            tailoring=json.dumps({"left_out": left_out}),
        ),
        before,
        marks,
    )
    is_stopped = _happens(chance, 0.12)
    practised = 60 * kind.minutes * (0.4 if is_stopped else 1.0)
    journal.progress(number, practised, 0.0, 0)
    hands.move(practised)
    outcome = Outcome.STOPPED if is_stopped else Outcome.FINISHED
    journal.finish(
        number, outcome, practised_seconds=practised, paused_seconds=0.0, skipped_steps=0
    )
    if not is_stopped:
        after = max(0, before - kind.relief - chance.randrange(-1, 2))
        journal.rate_after(number, after, marks[:1])
    if _happens(chance, 0.25):
        journal.annotate(number, chance.choice(_NOTES), ())


def _happens(chance: Random, share: float) -> bool:
    return chance.random() < share
