"""How a day was: what a person notes about it, each with one of four levels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from relaxapp.journal.day import EPOCH, day_number, numbered_day, read, stored

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, datetime

    from relaxapp.journal.database import Database
    from relaxapp.journal.period import Period

FACTOR_LEVELS = range(4)
"""How much of it there was: 0 none or bad, 3 much or very good."""


class Factor(StrEnum):
    """What a day is described by."""

    SLEEP = "sleep"
    CAFFEINE = "caffeine"
    WATER = "water"
    MOVEMENT = "movement"
    STRESS = "stress"
    TWITCHING = "twitching"


@dataclass(frozen=True, slots=True)
class FactorMark:
    """What was noted about one thing on one day.

    Attributes:
        day: the day of practice.
        factor: what it is about.
        level: 0 to 3; None where it was taken back.
        changed_at: when it was noted, aware; of two notes the later one counts.
    """

    day: date
    factor: Factor
    level: int | None
    changed_at: datetime = EPOCH

    def __post_init__(self) -> None:
        if self.level is not None and self.level not in FACTOR_LEVELS:
            message = f"a factor's level is 0 to 3, not {self.level}"
            raise ValueError(message)


def of_period(database: Database, period: Period) -> tuple[FactorMark, ...]:
    """The marks of a period's days, by day; those taken back are among them."""
    return _select(
        database,
        "WHERE day BETWEEN ? AND ?",
        (day_number(period.first), day_number(period.last)),
    )


def all_of_them(database: Database) -> tuple[FactorMark, ...]:
    """Every mark there is, by day; those taken back are among them."""
    return _select(database, "", ())


def later(database: Database, mark: FactorMark) -> FactorMark:
    """The mark as one made after the one there is, also where the clock was set back since."""
    there = _select(
        database, "WHERE day = ? AND factor = ?", (day_number(mark.day), mark.factor.value)
    )
    earliest = [each.changed_at + timedelta(milliseconds=1) for each in there]
    return replace(mark, changed_at=max(mark.changed_at, *earliest)) if earliest else mark


def write(database: Database, mark: FactorMark) -> None:
    """Writes a mark in place of the one there was for that day and factor."""
    database.write(
        "INSERT INTO factors (day, factor, level, changed_at) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (day, factor) DO UPDATE SET level = excluded.level, changed_at = excluded.changed_at",
        (day_number(mark.day), mark.factor, mark.level, stored(mark.changed_at)),
    )


def _select(
    database: Database, where: str, parameters: Sequence[int | str]
) -> tuple[FactorMark, ...]:
    with database.made_sense_of():
        return tuple(
            FactorMark(numbered_day(day), Factor(factor), level, read(changed_at, 0))
            for day, factor, level, changed_at in database.rows(
                f"SELECT day, factor, level, changed_at FROM factors {where} ORDER BY day, factor",  # noqa: S608 -- own words
                parameters,
            )
        )
