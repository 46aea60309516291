"""Ways through the sessions besides the course, and what in the log speaks for one of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from relaxapp.journal.entry import MarkKind
from relaxapp.script.body import AREAS_BY_NAME, Area
from relaxapp.session.course import Stage, was_practised

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from relaxapp.journal.entry import Entry

FIRST_DAYS = 7
"""For so many days after the first session somebody is new."""
CHECK_INS = 5
"""How many of the last check-ins with a mark are looked at."""
CHECK_IN_DAYS = 14
"""Marks older than this say nothing about now."""
AGAIN = 2
"""How often something has to be marked to be more than chance."""
TENSE = 5
"""From so much tension on, a person came tense."""
LONG_DAYS = 14
"""A twitch that lasts longer than this is something for a doctor (NHS 2023)."""
EVENING = frozenset({20, 21, 22, 23, 0, 1, 2, 3})
"""The hours at which a session may lead into sleep."""
SLEEP_ID = "pmr-sleep"
TWITCH_ID = "twitch-settle"


class Path(StrEnum):
    """A way through the sessions, in the order they are shown."""

    FIRST_WEEK = "first week"
    COURSE = "course"
    TENSION = "tension"
    TWITCHING = "twitching"
    EVENING = "evening"
    AT_WORK = "at work"
    NO_TENSING = "no tensing"

    def script_ids(self, *, no_tensing: bool = False) -> tuple[str, ...]:
        """Its sessions, in order.

        Args:
            no_tensing: whether the person tenses nothing: the first week then has a session without.
        """
        if self is Path.FIRST_WEEK and no_tensing:
            return _GENTLE_FIRST_WEEK
        return _SCRIPT_IDS[self]


class Place(StrEnum):
    """A part of the body where tension gathers, with a session of its own."""

    SHOULDERS = "shoulders"
    FACE = "face"
    TRUNK = "trunk"

    @property
    def script_id(self) -> str:
        """Its session."""
        return _PLACES[self][0]

    @property
    def areas(self) -> frozenset[Area]:
        """What belongs to it."""
        return frozenset[Area]().union(*(AREAS_BY_NAME[name] for name in _PLACES[self][1]))


_PLACES = {
    Place.SHOULDERS: ("desk-neck-shoulders", ("shoulders", "neck", "upper back")),
    Place.FACE: ("face-jaw", ("face",)),
    Place.TRUNK: ("breath-belly", ("chest", "abdomen")),
}
# Short, seated and with open eyes first: relaxing makes many tense people tenser at the very beginning
# (Heide & Borkovec 1983).
_FIRST_WEEK = ("ground-54321", "pmr-7", "breath-long-exhale")
_GENTLE_FIRST_WEEK = ("ground-54321", "pmr-passive", "breath-long-exhale")
_SCRIPT_IDS = {
    Path.FIRST_WEEK: _FIRST_WEEK,
    Path.COURSE: tuple(script_id for stage in Stage for script_id in stage.script_ids),
    Path.TENSION: tuple(place.script_id for place in Place),
    Path.TWITCHING: (TWITCH_ID,),
    Path.EVENING: (SLEEP_ID,),
    Path.AT_WORK: ("pmr-rapid", "ground-54321"),
    Path.NO_TENSING: ("pmr-passive", "breath-own-pace", "body-scan"),
}


@dataclass(frozen=True, slots=True)
class Marked:
    """What a person marked on the body map of late.

    Attributes:
        count: in how many check-ins.
        of: of how many that marked anything at all.
    """

    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Twitching(Marked):
    """Where and how long muscles twitched.

    Attributes:
        areas: in how many areas.
        days: over how many days it was marked, with no more than `CHECK_IN_DAYS` between two marks.
    """

    areas: int
    days: int

    @property
    def is_for_a_doctor(self) -> bool:
        """Whether it lasts or is in more than one place, which a doctor should look at (NHS 2023)."""
        return self.areas > 1 or self.days > LONG_DAYS


def first_week(
    entries: Sequence[Entry], now: datetime, script_ids: Collection[str], *, no_tensing: bool
) -> str | None:
    """The next session for somebody new, by id; None for who is not new any more, or has known them all.

    Args:
        entries: sessions, newest first.
        now: the present moment, aware.
        script_ids: the sessions there are.
        no_tensing: whether the person tenses nothing.
    """
    if entries and now - entries[-1].started_at > timedelta(days=FIRST_DAYS):
        return None
    known = known_ids(entries)
    wanted = Path.FIRST_WEEK.script_ids(no_tensing=no_tensing)
    return next((each for each in wanted if each in script_ids and each not in known), None)


def known_ids(entries: Iterable[Entry]) -> frozenset[str]:
    """The sessions that were practised, to the end or not."""
    return frozenset(entry.script_id for entry in entries if was_practised(entry))


def twitching(entries: Sequence[Entry], now: datetime) -> Twitching | None:
    """What was marked as twitching of late; None for nothing more than once.

    Args:
        entries: sessions, newest first.
        now: the present moment, aware.
    """
    check_ins = _check_ins(entries, now)
    marked = [each for each in check_ins if _areas(each, MarkKind.TWITCHING)]
    if len(marked) < AGAIN:
        return None
    areas = frozenset[Area]().union(*(_areas(each, MarkKind.TWITCHING) for each in marked))
    first = marked[0].started_at
    for each in entries:
        if first - each.started_at > timedelta(days=CHECK_IN_DAYS):
            break
        if _areas(each, MarkKind.TWITCHING):
            first = each.started_at
    days = (marked[0].started_at - first) // timedelta(days=1)
    return Twitching(count=len(marked), of=len(check_ins), areas=len(areas), days=days)


def tense_place(
    entries: Sequence[Entry], now: datetime, script_ids: Collection[str]
) -> tuple[Place, Marked] | None:
    """Where tension was marked most often of late; None for nowhere more than once.

    Args:
        entries: sessions, newest first.
        now: the present moment, aware.
        script_ids: the sessions there are; a place without one is passed over.
    """
    check_ins = _check_ins(entries, now)
    counts = {
        place: sum(bool(_areas(each, MarkKind.TENSION) & place.areas) for each in check_ins)
        for place in Place
        if place.script_id in script_ids
    }
    place = max(counts, key=lambda each: counts[each], default=None)
    if place is None or counts[place] < AGAIN:
        return None
    return place, Marked(counts[place], len(check_ins))


def tense_evenings(entries: Iterable[Entry], now: datetime) -> int:
    """In how many sessions of late evenings somebody came tense, by number or by a mark.

    Args:
        entries: sessions, newest first.
        now: the present moment, aware.
    """
    return sum(
        (each.tension_before or 0) >= TENSE
        or any(mark.kind is MarkKind.TENSION for mark in each.marks_before)
        for each in entries
        if each.started_at.hour in EVENING
        and now - each.started_at <= timedelta(days=CHECK_IN_DAYS)
    )


def _check_ins(entries: Iterable[Entry], now: datetime) -> list[Entry]:
    """The last sessions in which anything was marked, newest first."""
    return [
        each
        for each in entries
        if (each.marks_before or each.marks_after)
        and now - each.started_at <= timedelta(days=CHECK_IN_DAYS)
    ][:CHECK_INS]


def _areas(entry: Entry, kind: MarkKind) -> frozenset[Area]:
    """Where something was marked, before or after; names that are none any more are passed over."""
    return frozenset[Area]().union(
        *(
            AREAS_BY_NAME.get(mark.area, frozenset())
            for mark in (*entry.marks_before, *entry.marks_after)
            if mark.kind is kind
        )
    )
