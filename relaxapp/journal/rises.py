"""Whether relaxing stirs a person up: tension that was clearly higher after it, more than once."""

from __future__ import annotations

from collections import Counter
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from relaxapp.journal.entry import Entry

CLEAR_RISE = 2
"""From so many points on a rise is clear; one point is noise (a change of 2 of 10, or a third, is
felt as "much": Salaffi 2004, for pain)."""
RECENT = 10
"""How many rated sessions of a technique are looked back at."""
_AGAIN = 2


class Rise(Enum):
    """What a rise of tension after a session amounts to."""

    NONE = auto()
    """There was no clear one after the newest session."""
    ONCE = auto()
    """It is the first one lately with this technique, which is common."""
    AGAIN = auto()
    """It came more than once with this technique: another may suit better."""
    THROUGHOUT = auto()
    """It came more than once with more than one technique: somebody should be asked about it."""


def latest_rise(entries: Sequence[Entry]) -> Rise:
    """What the change of tension in the newest session amounts to.

    Args:
        entries: sessions, newest first, the one that just ended among them.
    """
    if not entries or not _is_rise(entries[0]):
        return Rise.NONE
    stirring = stirred_again_by((entry.technique, entry) for entry in entries)
    if entries[0].technique not in stirring:
        return Rise.ONCE
    return Rise.AGAIN if len(stirring) == 1 else Rise.THROUGHOUT


def stirred_again_by(named: Iterable[tuple[str, Entry]]) -> tuple[str, ...]:
    """The techniques after which tension was clearly higher more than once of late.

    Args:
        named: sessions, newest first, each with what its technique is to be called; of each technique
            the last `RECENT` rated ones count.
    """
    rated: Counter[str] = Counter()
    rises: Counter[str] = Counter()
    for technique, entry in named:
        if entry.tension_change is not None and rated[technique] < RECENT:
            rated[technique] += 1
            rises[technique] += _is_rise(entry)
    return tuple(technique for technique, count in rises.items() if count >= _AGAIN)


def _is_rise(entry: Entry) -> bool:
    change = entry.tension_change
    return change is not None and change >= CLEAR_RISE
