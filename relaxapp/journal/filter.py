"""Which sessions of a journal are meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from relaxapp.journal.period import IN_PERIOD_SQL

if TYPE_CHECKING:
    from relaxapp.journal.entry import Outcome
    from relaxapp.journal.period import Period

_MARKED = "EXISTS (SELECT 1 FROM marks WHERE session_id = sessions.id AND area = :area)"
_SEARCHED = (
    "(instr(casefold(title || char(10) || note), :{word}) "
    "OR id IN (SELECT session_id FROM tags WHERE instr(casefold(tag), :{word})))"
)


@dataclass(frozen=True, slots=True)
class Filter:
    """What sessions have to be like; every part that is given has to be true of them.

    Attributes:
        search: words that must all be in the title, the note or the tags, in either case.
        technique: the technique.
        script_id: the script.
        outcome: how they ended.
        by_hand: whether they were entered by hand.
        period: the days they began on.
        area: an area of the body that was marked before or after them, by its name.
    """

    search: str = ""
    technique: str | None = None
    script_id: str | None = None
    outcome: Outcome | None = None
    by_hand: bool | None = None
    period: Period | None = None
    area: str | None = None

    def condition(self) -> tuple[str, dict[str, Any]]:
        """A WHERE clause, empty if all sessions are meant, and its parameters."""
        clauses: list[str] = []
        parameters: dict[str, Any] = {}
        for column in ("technique", "script_id", "outcome", "by_hand"):
            value = getattr(self, column)
            if value is not None:
                clauses.append(f"{column} = :{column}")
                parameters[column] = value
        if self.period is not None:
            clauses.append(IN_PERIOD_SQL)
            parameters |= self.period.parameters
        if self.area is not None:
            clauses.append(_MARKED)
            parameters["area"] = self.area
        for number, word in enumerate(self.search.split()):
            clauses.append(_SEARCHED.format(word=f"word{number}"))
            parameters[f"word{number}"] = word.casefold()
        return (f"WHERE {' AND '.join(clauses)}" if clauses else ""), parameters


EVERYTHING = Filter()
"""All sessions there are."""
