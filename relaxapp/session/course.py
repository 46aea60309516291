"""The course of muscle relaxation: its stages, from sixteen groups to one minute in the day, and where a person is in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from relaxapp.journal.entry import Outcome

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from relaxapp.journal.entry import Entry

CLEAR_DROP = 2
"""From so many points on a drop of tension is clear (a change of 2 of 10, or a third, is felt as
"much": Salaffi 2004, for pain)."""
NEEDED = 3
"""How many clear drops let a stage be called learned."""
OF_LAST = 5
"""Among how many of its last rated sessions."""


class Stage(StrEnum):
    """A stage of the course, each shorter than the one before (Bernstein & Borkovec; Öst 1987)."""

    SIXTEEN = "sixteen groups"
    SEVEN = "seven groups"
    FOUR = "four groups"
    RECALL = "recall"
    RELEASE = "release"
    CUE = "cue"
    EVERYDAY = "everyday"
    """The last one: for the day, many times, and not to be passed."""

    @property
    def script_ids(self) -> tuple[str, ...]:
        """The sessions it is practised with."""
        return _SCRIPT_IDS[self]


_SCRIPT_IDS = {
    Stage.SIXTEEN: ("pmr-16",),
    Stage.SEVEN: ("pmr-7",),
    Stage.FOUR: ("pmr-4",),
    Stage.RECALL: ("pmr-recall",),
    Stage.RELEASE: ("pmr-release",),
    Stage.CUE: ("pmr-cue",),
    Stage.EVERYDAY: ("pmr-differential", "pmr-rapid"),
}


@dataclass(frozen=True, slots=True)
class Tally:
    """What the log says about a stage.

    Attributes:
        sessions: how often it was practised, to the end or not.
        rated: how many of its last sessions say something about tension, at most `OF_LAST`.
        drops: how many of those took `CLEAR_DROP` or more off it.
    """

    sessions: int
    rated: int
    drops: int

    @property
    def is_learned(self) -> bool:
        """Whether the next stage can be offered."""
        return self.drops >= NEEDED


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person is in the course.

    Attributes:
        stage: what to practise now.
        script_id: with which of its sessions: the one practised longest ago, or never.
        tally: what the log says about it.
        learned: the stage before, where that was learned and this one is an offer; None for who has
            taken it up.
        learned_tally: what the log says about that one; None without one.
    """

    stage: Stage
    script_id: str
    tally: Tally
    learned: Stage | None = None
    learned_tally: Tally | None = None


def standing(entries: Sequence[Entry], script_ids: Collection[str]) -> Standing | None:
    """Where a person is, from the log alone; None where there is none of the sessions.

    It is the stage practised last, or the one after the furthest that was learned, whichever is
    further. The everyday sessions are used for themselves as well, so they lead nobody to the end
    of the course. Stages without a session are passed over.

    Args:
        entries: sessions, newest first.
        script_ids: the sessions there are.
    """
    stages = [stage for stage in Stage if any(each in script_ids for each in stage.script_ids)]
    if not stages:
        return None
    tallies = [tally(entries, stage.script_ids) for stage in stages]
    last = _last_practised(entries, stages)
    after_learned = max(
        (
            place + 1
            for place, (stage, each) in enumerate(zip(stages, tallies, strict=True))
            if each.is_learned and stage is not Stage.EVERYDAY
        ),
        default=0,
    )
    at = max(last, min(after_learned, len(stages) - 1))
    is_offered = at > last and tallies[at - 1].is_learned
    return Standing(
        stage=stages[at],
        script_id=longest_ago(entries, stages[at].script_ids, script_ids),
        tally=tallies[at],
        learned=stages[at - 1] if is_offered else None,
        learned_tally=tallies[at - 1] if is_offered else None,
    )


def is_followed(entries: Iterable[Entry]) -> bool:
    """Whether a stage of the course before the everyday one is among some sessions."""
    learning = {each for stage in Stage if stage is not Stage.EVERYDAY for each in stage.script_ids}
    return any(entry.script_id in learning for entry in entries if was_practised(entry))


def tally(entries: Iterable[Entry], script_ids: Collection[str]) -> Tally:
    """What the log says about some sessions.

    A session without a rating before and after says nothing, and neither does one that was begun
    with less tension than a clear drop takes; one that was stopped counts as it is rated.

    Args:
        entries: sessions, newest first.
        script_ids: the sessions it is about.
    """
    practised = [
        entry for entry in entries if entry.script_id in script_ids and was_practised(entry)
    ]
    changes = [
        entry.tension_change
        for entry in practised
        if entry.tension_change is not None and (entry.tension_before or 0) >= CLEAR_DROP
    ][:OF_LAST]
    drops = sum(change <= -CLEAR_DROP for change in changes)
    return Tally(sessions=len(practised), rated=len(changes), drops=drops)


def was_practised(entry: Entry) -> bool:
    """Whether a session is over, however it ended."""
    return entry.outcome is not Outcome.RUNNING


def longest_ago(
    entries: Sequence[Entry], script_ids: Sequence[str], available: Collection[str]
) -> str:
    """Which of some sessions was practised longest ago; the first of those never practised before all.

    Args:
        entries: sessions, newest first.
        script_ids: the sessions to choose from, of which at least one must be available.
        available: the sessions there are.
    """
    ages: dict[str, int] = {}
    for age, entry in enumerate(entries):
        if was_practised(entry):
            ages.setdefault(entry.script_id, age)
    there = [script_id for script_id in script_ids if script_id in available]
    return max(there, key=lambda script_id: ages.get(script_id, len(entries)))


def _last_practised(entries: Iterable[Entry], stages: Sequence[Stage]) -> int:
    """The place among the stages of the one practised last; the first one where there was none."""
    places = {
        script_id: place
        for place, stage in enumerate(stages)
        if stage is not Stage.EVERYDAY
        for script_id in stage.script_ids
    }
    return next(
        (
            places[entry.script_id]
            for entry in entries
            if entry.script_id in places and was_practised(entry)
        ),
        0,
    )
