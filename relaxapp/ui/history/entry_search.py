"""The sessions of the log that a filter means, found all at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.journal.filter import EVERYTHING

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence

    from relaxapp.journal.filter import Filter
    from relaxapp.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class Found:
    """What the log has for a filter.

    Attributes:
        wanted: the filter.
        numbers: the sessions, newest first.
        total: how many there are, whatever is wanted.
        techniques: those there is a session of; None where they were not asked for.
    """

    wanted: Filter
    numbers: array[int]
    total: int
    techniques: Sequence[str] | None


def search(wanted: Filter, *, with_techniques: bool) -> Callable[[Journal], Found]:
    """What finds the sessions in a journal, on whichever thread it is called.

    Args:
        wanted: which sessions.
        with_techniques: whether every technique there is is looked for as well, which takes as long
            again in a large log.
    """

    def find(journal: Journal) -> Found:
        numbers = journal.numbers(wanted)
        return Found(
            wanted=wanted,
            numbers=numbers,
            total=len(numbers) if wanted == EVERYTHING else journal.count(),
            techniques=journal.techniques() if with_techniques else None,
        )

    return find
