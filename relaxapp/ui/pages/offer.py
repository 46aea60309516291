"""A script that can be opened: from the shelves of the library, or a file somebody brought."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from relaxapp.script.language import ENGLISH, code_of, language_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from relaxapp.script.problem import Problem
    from relaxapp.script.script import Script

_FIRST = (
    "muscle relaxation",
    "breathing",
    "grounding",
    "visualisation",
    "body scan",
    "mindfulness",
    "autogenic training",
)


def rank(technique: str) -> tuple[int, str]:
    """Where a technique stands among all: those looked for most come first, others by their name."""
    name = technique.casefold()
    return (_FIRST.index(name) if name in _FIRST else len(_FIRST), name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One script, readable or not.

    Attributes:
        script_id: what it goes by.
        path: its file.
        script: what was read; None if it cannot be read as it stands.
        problems: what was found in it: errors and warnings, or warnings alone.
        is_mine: whether it is the person's own.
        is_favourite: whether the person wants it to stand first.
        days_ago: how many days of practice ago it was last practised; None if not of late.
        chosen_minutes: the length last chosen for it; None if none was.
    """

    script_id: str
    path: Path
    script: Script | None
    problems: tuple[Problem, ...] = ()
    is_mine: bool = False
    is_favourite: bool = False
    days_ago: int | None = None
    chosen_minutes: float | None = None

    @property
    def title(self) -> str:
        """What to call it: the script's title, or the file's name while it cannot be read."""
        return self.script.title if self.script else self.path.name

    @property
    def technique(self) -> str:
        """The kind of exercise, in small letters; empty while it cannot be read."""
        return self.script.technique.casefold() if self.script else ""

    @property
    def other_language(self) -> str:
        """What its language calls itself, such as `Deutsch`; empty if it is that of the window."""
        if self.script is None or code_of(self.script.language) == ENGLISH:
            return ""
        return language_of(self.script.language).name

    @property
    def minutes(self) -> float:
        """How long it takes when it is begun at once; 0 while it cannot be read."""
        if self.script is None:
            return 0.0
        return self.script.minutes if self.chosen_minutes is None else self.chosen_minutes


def with_favourite(favourites: Sequence[str], offer: Offer) -> tuple[str, ...]:
    """The favourites, by id, once an offer has become one or is none any more; new ones come last."""
    others = tuple(script_id for script_id in favourites if script_id != offer.script_id)
    if not offer.is_favourite:
        return others
    return tuple(favourites) if offer.script_id in favourites else (*others, offer.script_id)
