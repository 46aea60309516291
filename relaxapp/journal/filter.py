"""Which sessions of a journal are meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from relaxapp.journal.period import IN_PERIOD_SQL

if TYPE_CHECKING:
    from relaxapp.journal.entry import Outcome
    from relaxapp.journal.period import Period

_SEARCHED = (
    "title || char(10) || note || char(10) || coalesce("
    "(SELECT group_concat(tag, char(10)) FROM tags WHERE session_id = sessions.id), '')"
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
    """

    search: str = ""
    technique: str | None = None
    script_id: str | None = None
    outcome: Outcome | None = None
    by_hand: bool | None = None
    period: Period | None = None

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
        for number, word in enumerate(self.search.split()):
            clauses.append(f"instr(casefold({_SEARCHED}), :word{number})")
            parameters[f"word{number}"] = word.casefold()
        return (f"WHERE {' AND '.join(clauses)}" if clauses else ""), parameters


EVERYTHING = Filter()
"""All sessions there are."""
