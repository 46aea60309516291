"""One session in the journal: what was planned, what came of it, and how tense it left the person."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from relaxapp.journal.day import EPOCH

if TYPE_CHECKING:
    from datetime import datetime

TENSION = range(11)
"""The tension a person can give: 0 is loose and at ease, 10 as tense as can be."""
LEVELS = range(1, 4)
"""How strong a mark on the body map can be."""


class Outcome(StrEnum):
    """How a session ended."""

    RUNNING = "running"
    """It has not ended yet."""
    FINISHED = "finished"
    """It came to its own end."""
    STOPPED = "stopped"
    """The person ended it early."""
    INTERRUPTED = "interrupted"
    """The program or the computer went away under it."""


class Moment(StrEnum):
    """When a person was asked."""

    BEFORE = "before"
    AFTER = "after"


class MarkKind(StrEnum):
    """What an area of the body does."""

    TENSION = "tension"
    TWITCHING = "twitching"


@dataclass(frozen=True, slots=True)
class Mark:
    """One area of the body that a person pointed at.

    Attributes:
        area: the area's name, such as "left eye".
        kind: what it does.
        level: how strongly, 1 to 3.
    """

    area: str
    kind: MarkKind
    level: int

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            message = f"a mark's level is 1 to 3, not {self.level}"
            raise ValueError(message)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is known when a session starts.

    Attributes:
        script_id: what the script goes by.
        title: its title, kept so that the journal stays readable without the script.
        technique: its technique, as the script names it.
        planned_seconds: how long the session was to last.
        fingerprint: which version of the script it was.
        voice: the voice that led it; empty without one.
        tailoring: what was left out, imagined or dropped for this person, a JSON object.
    """

    script_id: str
    title: str
    technique: str
    planned_seconds: float
    fingerprint: str = ""
    voice: str = ""
    tailoring: str = "{}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Plan):
    """One session in the journal.

    Attributes:
        id: its number in this journal; a number is never given twice.
        uuid: what it goes by on every computer.
        started_at: when it began, aware, at the offset of the place, to the millisecond.
        ended_at: when it ended, at the same offset; None while it runs.
        practised_seconds: how long was practised by the clock, pauses left out.
        paused_seconds: how long it was paused.
        skipped_steps: how many steps were skipped.
        outcome: how it ended.
        tension_before: 0 to 10; None if not given.
        tension_after: 0 to 10; None if not given.
        marks_before: where it was tense or twitching before, in the order given.
        marks_after: the same afterwards.
        note: what the person wrote about it.
        tags: words to find it by.
        by_hand: whether the person entered it afterwards, so that no clock measured it.
        changed_at: when it last ended or was written to, aware; of two versions the later one counts.
        computer: what the computer goes by it was practised on; empty where that is not known.
    """

    id: int
    uuid: str
    started_at: datetime
    ended_at: datetime | None
    practised_seconds: float = 0.0
    paused_seconds: float = 0.0
    skipped_steps: int = 0
    outcome: Outcome
    tension_before: int | None = None
    tension_after: int | None = None
    marks_before: tuple[Mark, ...] = ()
    marks_after: tuple[Mark, ...] = ()
    note: str = ""
    tags: tuple[str, ...] = ()
    by_hand: bool = False
    changed_at: datetime = field(default=EPOCH, compare=False)
    computer: str = ""

    @property
    def tension_change(self) -> int | None:
        """How far the tension went up (or down, below 0); None unless given before and after."""
        if self.tension_before is None or self.tension_after is None:
            return None
        return self.tension_after - self.tension_before
