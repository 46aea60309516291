"""A record of JSON that somebody else may have written: each value is looked at before it is believed."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import TYPE_CHECKING, TypeVar

from relaxapp.errors import JournalError
from relaxapp.journal.day import offset_minutes, read, stored

if TYPE_CHECKING:
    from collections.abc import Sequence
    from enum import StrEnum

LONGEST_NOTE = 1_000_000
"""How many characters a note, or what was tailored, may have: some 600 printed pages."""
LONGEST_TEXT = 40_000
"""How many characters any other text may have."""
MOST_ITEMS = 1_000
"""How many areas a session may have at one moment, and how many tags."""
LONGEST_SECONDS = 10 * 366 * 86_400
"""How long anything may have lasted: ten years, pauses of a computer that sleeps among them."""
MOST_STEPS = 1_000_000
"""How many steps can have been skipped."""
YEARS = range(1900, 3000)
"""The years that instants and days may be in. A computer whose clock was never set says 1970."""

_IDENTIFIER = re.compile(r"[0-9A-Za-z_-]{1,100}", re.ASCII)
_INSTANT = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([.]\d{1,6})?(Z|[+-]\d\d:\d\d(:\d\d)?)", re.ASCII
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

_Choice = TypeVar("_Choice", bound="StrEnum")


class RecordError(JournalError):
    """A record cannot be read: the sentence says what is wrong with it, and not where it stands."""


class Record:
    """One JSON object, asked for one value after the other.

    Each method gives the value of a name, and raises `RecordError` where it is not there or is none
    that the method is for.
    """

    def __init__(self, found: object) -> None:
        if not isinstance(found, dict):
            raise RecordError("It is not a JSON object.")
        self._values = found

    def __contains__(self, name: str) -> bool:
        return self._values.get(name) is not None

    def value(self, name: str) -> object:
        """Whatever it is."""
        if name not in self._values:
            raise RecordError(f"It has no “{name}”.")
        return self._values[name]

    def text(self, name: str, longest: int = LONGEST_TEXT) -> str:
        """A text of at most so many characters that can be written to a file."""
        return checked_text(self.value(name), name, longest)

    def identifier(self, name: str) -> str:
        """What a session goes by everywhere."""
        value = self.value(name)
        if not isinstance(value, str) or not _IDENTIFIER.fullmatch(value):
            raise RecordError(f"Its “{name}” is not made of 1 to 100 letters, digits and hyphens.")
        return value

    def choice(self, name: str, kind: type[_Choice]) -> _Choice:
        """One of a few words."""
        value = self.value(name)
        for each in kind:
            if value == each.value:
                return each
        raise RecordError(f"Its “{name}” is none of {', '.join(kind)}.")

    def truth(self, name: str) -> bool:
        """True or false."""
        value = self.value(name)
        if not isinstance(value, bool):
            raise RecordError(f"Its “{name}” is neither true nor false.")
        return value

    def seconds(self, name: str) -> float:
        """How long something lasted."""
        value = self.value(name)
        # To Python a truth is a number too.
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise RecordError(f"Its “{name}” is not a number.")
        # What is no number at all is between no two.
        if not 0 <= value <= LONGEST_SECONDS:
            raise RecordError(f"Its “{name}” is not between 0 and {LONGEST_SECONDS:,} seconds.")
        return float(value)

    def whole(self, name: str, among: range) -> int:
        """A whole number in a range."""
        value = self.value(name)
        if isinstance(value, bool) or not isinstance(value, int) or value not in among:
            raise RecordError(
                f"Its “{name}” is not a whole number from {among[0]:,} to {among[-1]:,}."
            )
        return value

    def whole_or_none(self, name: str, among: range) -> int | None:
        """The same, or null where it was not given."""
        return None if self.value(name) is None else self.whole(name, among)

    def items(self, name: str) -> Sequence[object]:
        """A list of not too many things."""
        value = self.value(name)
        if not isinstance(value, list):
            raise RecordError(f"Its “{name}” is not a list.")
        if len(value) > MOST_ITEMS:
            raise RecordError(f"Its “{name}” has more than {MOST_ITEMS:,} items.")
        return value

    def instant(self, name: str) -> datetime:
        """An aware instant as the journal keeps it: to the millisecond, at an offset in minutes."""
        value = self.value(name)
        if not isinstance(value, str) or not _INSTANT.fullmatch(value):
            raise RecordError(
                f"Its “{name}” is not a time with its offset, like 2026-11-24T21:40:00.000+01:00."
            )
        try:
            moment = datetime.fromisoformat(value)
            found = read(stored(moment), offset_minutes(moment))
        except (ValueError, OverflowError):
            raise RecordError(f"Its “{name}” is a time that there is not.") from None
        _refuse_year(found.year, name)
        return found

    def day(self, name: str) -> date:
        """A day of the calendar."""
        value = self.value(name)
        if not isinstance(value, str) or not _DAY.fullmatch(value):
            raise RecordError(f"Its “{name}” is not a day like 2026-11-24.")
        try:
            found = date.fromisoformat(value)
        except ValueError:
            raise RecordError(f"Its “{name}” is a day that there is not.") from None
        _refuse_year(found.year, name)
        return found


def checked_text(value: object, name: str, longest: int = LONGEST_TEXT) -> str:
    """A value that is to be a text of at most so many characters.

    Raises:
        RecordError: it is none, or has something in it that cannot be written to a file.
    """
    if not isinstance(value, str):
        raise RecordError(f"Its “{name}” is not a text.")
    if len(value) > longest:
        raise RecordError(f"Its “{name}” is longer than {longest:,} characters.")
    try:
        value.encode()
    except UnicodeEncodeError:
        raise RecordError(f"Its “{name}” has half a character in it.") from None
    if "\0" in value:
        raise RecordError(f"Its “{name}” has a character in it that no text can have.")
    return value


def _refuse_year(year: int, name: str) -> None:
    if year not in YEARS:
        raise RecordError(f"Its “{name}” is not between the years {YEARS[0]} and {YEARS[-1]}.")
